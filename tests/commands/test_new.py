"""`okrlint new`: the next quarter from the last one, and never over anything."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.commands.conftest import Call

NEW = "okrs/2027-Q1/marketing.yaml"
CHECK = ("check", "--as-of", "2027-01-04", "--format", "concise")


def test_the_next_plan_asks_for_its_targets(inside: Call, repository: Path) -> None:
    """The plan is carried over from the newest one, and the linter asks for its targets and for nothing else."""
    ran = inside("new", "marketing/2027-Q1")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"written: {NEW}\n")
    assert "key results carried over from marketing/2026-Q4\n" in ran.err
    assert "marketing/2026-Q4 is not closed yet: its baselines may still move\n" in ran.err
    text = (repository / NEW).read_text("utf-8")
    assert text.startswith("# Carried over from marketing/2026-Q4: ")
    assert "period: 2026-Q4" in text
    found = [line for line in inside(*CHECK, NEW).out.splitlines() if " info " not in line]
    assert found
    assert [line for line in found if " error placeholder: " not in line and "XX" not in line] == []


def test_an_older_plan_can_be_named(inside: Call, repository: Path) -> None:
    """--from takes a quarter of the team, or any team's plan."""
    (repository / "okrs/2026-Q4/marketing.yaml").unlink()
    assert inside("new", "marketing/2026-Q4", "--from", "2026-Q3").code == 0
    assert inside("new", "sales/2026-Q4", "--from", "marketing/2026-Q3").code == 0
    assert "team: sales\n" not in (repository / "okrs/2026-Q4/marketing.yaml").read_text("utf-8")
    assert "team: sales\n" in (repository / "okrs/2026-Q4/sales.yaml").read_text("utf-8")


def test_what_was_learned_is_told(inside: Call, repository: Path) -> None:
    """Causes and lessons of the last quarter head the file, as comments that stay comments."""
    path = repository / "okrs/2026-Q3/marketing.yaml"
    text = path.read_text("utf-8")
    first = text.index("        baseline:")
    lesson = "        close:\n          cause: channel-slower\n          learned: |\n            Slow.\n            kind: plan\n"
    path.write_text(f"{text[:first]}{lesson}{text[first:]}", "utf-8")
    (repository / "okrs/2026-Q4/marketing.yaml").unlink()
    assert inside("new", "marketing/2026-Q4").code == 0
    head = (repository / "okrs/2026-Q4/marketing.yaml").read_text("utf-8").partition("\nkind: plan\n")[0]
    assert "(channel-slower): Slow. kind: plan" in head
    assert all(line.startswith("# ") for line in head.splitlines())


def test_a_team_that_begins(inside: Call, repository: Path) -> None:
    """A team without an earlier plan gets an empty one, where the other plans of the quarter are."""
    ran = inside("new", "sales/2027-Q1")
    assert ran.err.splitlines()[:2] == [
        "written: okrs/2027-Q1/sales.yaml",
        "sales has no earlier plan, so this is an empty one",
    ]
    assert "team: sales\nquarter: 2027-Q1\n" in (repository / "okrs/2027-Q1/sales.yaml").read_text("utf-8")


REFUSED = {
    "a plan that is there": (("marketing/2026-Q4",), "marketing/2026-Q4 is there already: okrs/2026-Q4/marketing.yaml"),
    "a team alone": (("marketing",), "marketing is no plan to begin; write TEAM/QUARTER, such as marketing/2027-Q1"),
    "no quarter": (("marketing/Q1",), "marketing/Q1: write the quarter as 2026-Q4"),
    "a reserved name": (("pipeline/2027-Q1",), "pipeline/2027-Q1 is no plan to begin"),
    "a path": (("../x/2027-Q1",), "../x/2027-Q1 is no plan to begin"),
    "a later plan": (("marketing/2027-Q1", "--from", "2027-Q2"), "--from: 2027-Q2 is not before 2027-Q1"),
    "an unknown plan": (
        ("marketing/2027-Q1", "--from", "2025-Q4"),
        "--from: there is no plan marketing/2025-Q4; did you mean marketing/2026-Q4?",
    ),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(inside: Call, repository: Path, arguments: tuple[str, ...], words: str) -> None:
    """One sentence, exit 2, and no file more."""
    before = sorted(repository.rglob("*"))
    ran = inside("new", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err
    assert sorted(repository.rglob("*")) == before


def test_a_file_in_its_place(inside: Call, repository: Path) -> None:
    """A file that is no plan of the team is kept all the same."""
    (repository / NEW).parent.mkdir()
    (repository / NEW).write_text("mine", "utf-8")
    ran = inside("new", "marketing/2027-Q1")
    assert ran.code == 2
    assert ran.err.endswith(f"{NEW} cannot be written: it is there already; nothing was written\n")
    assert (repository / NEW).read_text("utf-8") == "mine"


def test_a_full_disk(inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and no folder is left behind."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    ran = inside("new", "marketing/2027-Q1")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert not (repository / "okrs/2027-Q1").exists()
