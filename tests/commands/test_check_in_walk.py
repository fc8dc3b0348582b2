"""`okrlint check-in` alone: the walk through what is owed, on a terminal and never in a pipe."""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path

import pytest

from okrlint.workspace import check_in_run, check_in_walk
from okrlint.workspace.check_in_run import Call as Typed
from okrlint.workspace.check_in_run import run
from tests.commands.conftest import Call, Ran

PLAN = "okrs/2026-Q4/marketing.yaml"
DATE = ("--date", "2026-10-12")


class Terminal(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def walk(inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Check in and type some lines."""
    monkeypatch.setattr(check_in_run, "today", lambda: datetime.date(2026, 12, 1))

    def call(*arguments: str, keys: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", Terminal(keys))
        return inside("check-in", *DATE, *arguments)

    return call


def owed(inside: Call) -> list[str]:
    """The addresses that `okrlint due` has check-ins of, in the order of their days."""
    lines = [line.split() for line in inside("due", "--as-of", "2026-10-12").out.splitlines() if " check-in " in line]
    return [words[-1].strip("()") for words in sorted(lines, key=lambda words: (words[0], words[-1]))]


def test_it_goes_through_what_is_owed(walk: Call, inside: Call, repository: Path) -> None:
    """Each key result that is owed is asked for with what is known of it; Enter skips."""
    expected = list(dict.fromkeys(owed(inside)))
    assert len(expected) > 2
    before = (repository / PLAN).read_bytes()
    ran = walk(keys="\n" * len(expected))
    assert (ran.code, ran.out) == (0, "")
    assert [
        line.rpartition("(")[2].rstrip(")") for line in ran.err.splitlines() if f" of {len(expected)}: " in line
    ] == expected
    assert ran.err.endswith(f"0 written, {len(expected)} left\n")
    assert "no check-in yet; " in ran.err
    assert (repository / PLAN).read_bytes() == before


def test_answers_are_written_at_once(walk: Call, repository: Path) -> None:
    """Value, confidence, note and next step stand in the plan as if they had been typed in one line."""
    ran = walk("leads", "--by", "ben", keys="1,950\n60%\nFair\n\n")
    assert ran.err.endswith("marketing/2026-Q4#demand.leads: 1,950 on 2026-10-12\n1 written\n")
    text = (repository / PLAN).read_text("utf-8")
    assert (
        "          2026-10-12:\n            value: 1,950\n            confidence: 0.6\n            note: Fair\n            by: ben\n"
        in text
    )
    assert "next:" not in text[text.index("2026-10-12:") : text.index("by: ben")]


def test_what_cannot_be_is_asked_again(walk: Call, repository: Path) -> None:
    """A wrong value or confidence is refused with its reason, and the question comes again."""
    ran = walk("leads", keys="many\n25%\n1950\n7\n0.5\n\n\n")
    assert ran.code == 0
    assert "many is no value" in ran.err
    assert "is measured in leads, and 25% is in %" in ran.err
    assert "7 is no number from 0 to 1" in ran.err
    assert "value: 1950\n            confidence: 0.5\n" in (repository / PLAN).read_text("utf-8")


@pytest.mark.parametrize("keys", ["q\n", "Q\n", "", "1950\nq\n"], ids=["q", "a capital", "no more input", "half way"])
def test_it_can_be_left(walk: Call, repository: Path, keys: str) -> None:
    """Who quits leaves the rest as it was; a key result that is half answered is not written."""
    before = (repository / PLAN).read_bytes()
    ran = walk("leads", keys=keys)
    assert ran.code == 0
    assert ran.err.endswith("0 written, 1 left\n")
    assert (repository / PLAN).read_bytes() == before


def test_only_what_a_person_owes(walk: Call, inside: Call, repository: Path) -> None:
    """--by asks a person for nothing that is others' to say."""
    mine = walk("--by", "ana", keys="\n" * 50).err.count("no check-in yet")
    assert 0 < mine < walk(keys="\n" * 50).err.count("no check-in yet")


def test_somebody_else_was_faster(walk: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check-in that another terminal has written meanwhile is not written over; the walk goes on."""

    def late(folder: Path, call: Typed) -> str:
        run(folder, call._replace(value="1", fields={}))
        return run(folder, call)

    monkeypatch.setattr(check_in_walk, "run", late)
    ran = walk("leads", keys="1950\n\n\n\n")
    assert "has a check-in of 2026-10-12 already; --replace writes over it\n0 written, 1 left\n" in ran.err
    assert "2026-10-12: 1\n" in (repository / PLAN).read_text("utf-8")


def test_nothing_is_owed(inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a day on which nothing is due there is one line and no question."""
    monkeypatch.setattr(sys, "stdin", Terminal(""))
    ran = inside("check-in", "--date", "2026-10-01")
    assert (ran.code, ran.err) == (0, "Nothing is owed on 2026-10-01\n")


@pytest.mark.parametrize("arguments", [(), ("leads",), DATE], ids=["alone", "an address", "a day"])
def test_a_pipe_is_not_asked(
    inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Without a terminal there is one sentence, exit 2."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("1950\n"))
    ran = inside("check-in", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "okrlint: without ADDRESS and VALUE questions are asked on a terminal; okrlint due lists what is owed\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("--note", "x"), "--note goes with ADDRESS and VALUE"), (("--replace",), "--replace goes with ADDRESS and VALUE"),
     (("--by", "bem"), "did you mean ben?"), (("laeds",), "there is no key result laeds"), (("--date", "soon"), "soon is not a day")],
    ids=["a note for nothing", "replace nothing", "nobody", "no key result", "no day"],
)  # fmt: skip
def test_a_bad_call(walk: Call, arguments: tuple[str, ...], words: str) -> None:
    """One sentence, exit 2, and no question."""
    ran = walk(*arguments)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert words in ran.err
