"""`okrlint close`: the scores of a quarter, and no other byte."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.commands.conftest import Call

PATH = "okrs/2026-Q4/sales.yaml"
CLOSE = ("close", "sales/2026-Q4", "--as-of", "2027-01-05")
HEAD = "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q4\nstatus: active  # for now\nobjectives:\n"


def plan_of(key_results: str, head: str = HEAD) -> str:
    """A plan of sales with these key results."""
    return f"{head}  - id: deals\n    title: Win deals\n    key_results:\n{key_results}"


WON = "      - id: won\n        title: Won deals  # ours\n        target: 40\n        check_ins:\n          2026-12-28: 28\n"
CLOSED = HEAD.replace("status: active", "status: closed")
LAYOUTS = {
    "no close": (plan_of(WON), plan_of(f"{WON}        close:\n          score: 0.70\n", CLOSED)),
    "below par, a cause is asked for": (
        plan_of(WON.replace("28\n", "12\n")),
        plan_of(
            f"{WON}        close:\n          score: 0.30\n          cause: TBD\n".replace(": 28\n", ": 12\n"), CLOSED
        ),
    ),
    "below what was committed": (
        plan_of(f"{WON}        commitment: committed\n"),
        plan_of(
            f"{WON}        commitment: committed\n        close:\n          score: 0.70\n          cause: TBD\n", CLOSED
        ),
    ),
    "no final line break": (
        plan_of(WON).rstrip("\n"),
        plan_of(f"{WON}        close:\n          score: 0.70", CLOSED),
    ),
    "Windows line ends": (
        plan_of(WON).replace("\n", "\r\n"),
        plan_of(f"{WON}        close:\n          score: 0.70\n", CLOSED).replace("\n", "\r\n"),
    ),
    "a close with words, in front of which the score stands": (
        plan_of(f"{WON}        close:\n          # heard\n          learned: Call first\n        owner: ana\n"),
        plan_of(
            f"{WON}        close:\n          score: 0.70\n          # heard\n          learned: Call first\n        owner: ana\n",
            CLOSED,
        ),
    ),
    "an empty close": (
        plan_of(f"{WON}        close:  # soon\n        owner: ana\n"),
        plan_of(f"{WON}        close:  # soon\n          score: 0.70\n        owner: ana\n", CLOSED),
    ),
    "empty braces": (
        plan_of(f"{WON}        close: {{}}\n"),
        plan_of(f"{WON}        close:\n          score: 0.70\n", CLOSED),
    ),
    "a key result in braces": (
        plan_of("      - {id: won, title: Won deals, target: 40, check_ins: {2026-12-28: 12}}\n"),
        plan_of(
            "      - {id: won, title: Won deals, target: 40, check_ins: {2026-12-28: 12}, close: {score: 0.30, cause: TBD}}\n",
            CLOSED,
        ),
    ),
    "a score that people recorded stays, and its cause is asked for": (
        plan_of(f"{WON}        close:\n          score: 0.5\n"),
        plan_of(f"{WON}        close:\n          score: 0.5\n          cause: TBD\n", CLOSED),
    ),
    "a cause stays": (
        plan_of(WON.replace("28\n", "12\n") + "        close:\n          cause: other\n"),
        plan_of(
            WON.replace(": 28\n", ": 12\n") + "        close:\n          score: 0.30\n          cause: other\n", CLOSED
        ),
    ),
    "no status": (
        plan_of(WON, HEAD.replace("status: active  # for now\n", "")),
        plan_of(
            f"{WON}        close:\n          score: 0.70\n",
            HEAD.replace("status: active  # for now\n", "status: closed\n"),
        ),
    ),
    "what does not count has no score": (
        plan_of(f"{WON}      - id: old\n        title: Old\n        status: dropped\n"),
        plan_of(
            f"{WON}        close:\n          score: 0.70\n      - id: old\n        title: Old\n        status: dropped\n",
            CLOSED,
        ),
    ),
}


@pytest.mark.parametrize(("before", "after"), LAYOUTS.values(), ids=LAYOUTS)
def test_only_the_scores_are_new(inside: Call, repository: Path, before: str, after: str) -> None:
    """Each layout of a key result takes its score where it belongs; a second run writes nothing more."""
    path = repository / PATH
    path.write_bytes(before.encode())
    ran = inside(*CLOSE)
    assert (ran.code, ran.err) == (0, f"{PATH}: sales/2026-Q4 is closed\n")
    assert path.read_bytes().decode() == after
    again = inside(*CLOSE)
    assert (again.code, again.err) == (0, "sales/2026-Q4 is closed already; nothing to write\n")
    assert path.read_bytes().decode() == after


@pytest.mark.parametrize("flag", ["--dry-run", "--diff"])
def test_a_preview_writes_nothing(inside: Call, repository: Path, flag: str) -> None:
    """Scores with their formula, or the lines that would be written."""
    path = repository / PATH
    path.write_text(plan_of(WON), "utf-8")
    ran = inside(*CLOSE, flag)
    assert (ran.code, ran.err) == (0, f"{PATH}: sales/2026-Q4 would be closed\n")
    shown = "0.70  Won deals: 28 ÷ 40\n" if flag == "--dry-run" else "+          score: 0.70\n"
    assert shown in ran.out
    assert path.read_text("utf-8") == plan_of(WON)


UNSCORED = {
    "no check-in": ("target: 40", "no check-in yet"),
    "nothing to measure": ("owner: ana", "nothing to score: no target, growth or milestones"),
    "judged by people": ("scoring: judged", "its score is yours to judge: write it as `score` under `close`"),
}


@pytest.mark.parametrize(("field", "reason"), UNSCORED.values(), ids=UNSCORED)
def test_what_cannot_be_scored_is_named(inside: Call, repository: Path, field: str, reason: str) -> None:
    """The others get their score, the plan stays open, and the command fails."""
    other = f"      - id: other\n        title: Other\n        {field}\n"
    path = repository / PATH
    path.write_text(plan_of(WON + other), "utf-8")
    ran = inside(*CLOSE)
    assert ran.code == 1
    assert ran.err.splitlines() == [
        f"sales/2026-Q4#deals.other cannot be scored: {reason}",
        f"{PATH}: 1 score is written; sales/2026-Q4 stays open",
    ]
    assert path.read_text("utf-8") == plan_of(f"{WON}        close:\n          score: 0.70\n{other}")
    assert inside(*CLOSE).err.splitlines()[-1] == "sales/2026-Q4 stays open; nothing to write"


REFUSED = {
    "a quarter that runs": (
        ("sales/2026-Q4", "--as-of", "2026-12-30"),
        "2026-Q4 runs until 2026-12-31; sales/2026-Q4 can be closed from that day on",
    ),
    "a plan that is not there": (("sale/2026-Q4",), "there is no plan sale/2026-Q4; did you mean sales/2026-Q4?"),
    "several plans": (("2026-Q4",), "2026-Q4 may be marketing/2026-Q4, sales/2026-Q4"),
    "no day": (("sales", "--as-of", "soon"), "--as-of: soon is not a day such as 2026-11-15, nor the word today"),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(inside: Call, repository: Path, arguments: tuple[str, ...], words: str) -> None:
    """One sentence, exit 2, and the file as it was."""
    path = repository / PATH
    path.write_text(plan_of(WON), "utf-8")
    ran = inside("close", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"okrlint: {words}\n")
    assert path.read_text("utf-8") == plan_of(WON)


PLANS = {
    "a draft": (plan_of(WON, HEAD.replace("active", "draft")), "is a draft that nobody has agreed to; there is nothing to close"),
    "no key result": (f"{HEAD}  - id: deals\n    title: Win deals\n    key_results: []\n", "has no key result that counts"),
    "an escape that the second reader does not take": (
        plan_of(WON.replace("Won deals", '"Won \\e deals"')),
        f"{PATH}:11 cannot be edited before it is mended: an escape in this text makes an invisible character",
    ),
    "a close that is none": (plan_of(f"{WON}        close: soon\n"), "`close` of sales/2026-Q4#deals.won is no mapping"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), PLANS.values(), ids=PLANS)
def test_a_plan_that_cannot_be_closed(inside: Call, repository: Path, text: str, words: str) -> None:
    """One sentence that says why, exit 2, and the file as it was."""
    path = repository / PATH
    path.write_text(text, "utf-8")
    ran = inside(*CLOSE)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err
    assert path.read_text("utf-8") == text


def test_a_full_disk_leaves_the_plan_as_it_was(inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and the old text to the last byte."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = repository / PATH
    path.write_text(plan_of(WON), "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    ran = inside(*CLOSE)
    assert (ran.code, ran.err) == (2, f"okrlint: {PATH} cannot be written: no space left on device; it is as it was\n")
    assert path.read_text("utf-8") == plan_of(WON)
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_a_plan_that_is_read_only(inside: Call, repository: Path) -> None:
    """One sentence, and nothing is written."""
    path = repository / PATH
    path.write_text(plan_of(WON), "utf-8")
    path.chmod(0o444)
    ran = inside(*CLOSE)
    assert (ran.code, ran.err) == (2, f"okrlint: {PATH} cannot be written: it is read-only\n")


def test_what_is_owed_afterwards(inside: Call, repository: Path) -> None:
    """A cause that is still TBD is owed, and the linter asks for it once."""
    (repository / PATH).write_text(plan_of(WON.replace("28\n", "12\n")), "utf-8")
    inside(*CLOSE)
    assert "Won deals: ended at 0.30, below par, without a cause" in inside("due", "--as-of", "2027-01-05").out
    found = inside("check", "--as-of", "2027-01-05", "--format", "concise", PATH).out
    assert [line.split(" ")[2] for line in found.splitlines() if "cause" in line] == ["placeholder:"]
