"""`okrlint log` in real repositories: what was promised, and every change since."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.commands.conftest import Call

PLAN = "okrs/2026-Q4/marketing.yaml"
ADDRESS = "marketing/2026-Q4"


class Repository:
    """The scratch repository with a history of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.days = iter(f"2026-10-{day:02}" for day in range(1, 31))
        self.git("init", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-10-01") -> None:
        when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        identity = ("-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false")
        environment = {**os.environ, **when}
        subprocess.run(
            ["git", *identity, *arguments], cwd=self.folder, check=True, capture_output=True, env=environment
        )

    def commit(self, message: str = "change") -> None:
        self.git("add", "-A")
        self.git("commit", "--allow-empty", "-m", message, day=next(self.days))

    def edit(self, old: str, new: str, message: str = "change", path: str = PLAN) -> None:
        plan = self.folder / path
        text = plan.read_text("utf-8")
        assert old in text
        plan.write_text(text.replace(old, new, 1), "utf-8")
        self.commit(message)


@pytest.fixture
def history(repository: Path) -> Repository:
    """A repository whose first commit holds the agreed plan."""
    made = Repository(repository)
    made.commit("plans")
    return made


def _rows(okrlint: Call, address: str = ADDRESS) -> list[tuple[Any, ...]]:
    plans = json.loads(okrlint("log", address, "--format", "json").out)["plans"]
    return [(row["what"], row["field"], row["before"], row["after"]) for plan in plans for row in plan["entries"]]


def test_a_change_is_told_with_its_commit_author_and_reason(okrlint: Call, history: Repository) -> None:
    """The trailer of the commit says why where no revision does."""
    history.edit("growth: 25%", "growth: 20%", "ease\n\nOKR-Reason: two hires start late")

    out = okrlint("log", f"{ADDRESS}#demand.leads").out

    assert "agreed as of 2026-10-01 by Ana" in out
    assert "2026-10-02" in out
    assert "▼ eased Increase leads by 25% vs. 2026-Q3: growth 25% → 20%\n    two hires start late\n" in out


def test_a_revert_takes_the_change_away(okrlint: Call, history: Repository) -> None:
    """There and back is no change; there, back and there again is one."""
    history.edit("growth: 25%", "growth: 20%")
    history.git("revert", "--no-edit", "HEAD", day="2026-10-10")

    assert _rows(okrlint) == []

    history.edit("growth: 25%", "growth: 20%")

    assert _rows(okrlint) == [("eased", "growth", "25%", "20%")]


def test_formatting_units_and_moved_files_are_no_change(okrlint: Call, history: Repository) -> None:
    """Only meaning counts, and a plan is known by team and quarter."""
    history.edit("value: 1881", "value: 1,881")
    history.edit("growth: 25%", "growth: '25%'  # as agreed")
    history.git("mv", PLAN, "okrs/2026-Q4/growth.yaml")
    history.commit("move")

    assert _rows(okrlint) == []


def test_what_was_changed_before_it_was_agreed_is_no_entry(okrlint: Call, repository: Path) -> None:
    """A draft may change as it likes."""
    plan = repository / PLAN
    text = plan.read_text("utf-8")
    draft = text.replace("status: active", "status: draft").replace(
        "agreed:\n  date: 2026-09-24\n  by: [ana, ben]\n", ""
    )
    plan.write_text(draft.replace("growth: 25%", "growth: 40%"), "utf-8")
    history = Repository(repository)
    history.commit("draft")
    history.edit("growth: 40%", "growth: 25%")
    history.edit("status: draft", "status: active")

    assert _rows(okrlint) == []
    assert "agreed as of 2026-10-03" in okrlint("log", ADDRESS).out

    history.edit("owner: ben", "owner: ana")

    assert _rows(okrlint) == [("changed", "owner", "ben", "ana")]


def test_a_merge_counts_as_one_step(okrlint: Call, history: Repository) -> None:
    """What came onto the main line, not how it was tried out on a branch."""
    history.git("checkout", "-b", "try")
    history.edit("growth: 25%", "growth: 22%")
    history.edit("growth: 22%", "growth: 20%")
    history.git("checkout", "main")
    history.git("merge", "--no-ff", "-m", "ease", "try", day="2026-10-20")

    assert _rows(okrlint) == [("eased", "growth", "25%", "20%")]


def test_what_is_not_committed_is_told_too(okrlint: Call, history: Repository) -> None:
    """The working tree is the last state."""
    plan = history.folder / PLAN
    plan.write_text(plan.read_text("utf-8").replace("growth: 25%", "growth: 20%"), "utf-8")

    assert "not committed yet: ▼ eased" in okrlint("log", ADDRESS).out


def test_scores_as_promised_and_as_amended(okrlint: Call, history: Repository, checkout: Path) -> None:
    """The same check-in is worth more after the target was eased; the JSON has its published shape."""
    history.edit("growth: 25%", "growth: 20%\n        check_ins:\n          2026-10-12: 2000")
    schema = json.loads((checkout / "schemas" / "log.schema.json").read_text("utf-8"))

    data = json.loads(okrlint("log", ADDRESS, "--format", "json", "--as-of", "2026-10-20").out)

    assert data["plans"][0]["scores"] == [{"address": f"{ADDRESS}#demand.leads", "promised": 0.2531, "amended": 0.3163}]
    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)] == []


def test_a_tag_can_say_what_was_agreed(okrlint: Call, history: Repository) -> None:
    """Only what came after it is told, and which state it is."""
    history.edit("growth: 25%", "growth: 22%")
    history.git("tag", "q4-plan")
    history.edit("growth: 22%", "growth: 20%")

    ran = okrlint("log", ADDRESS, "--agreed", "q4-plan")

    assert "growth 22% → 20%" in ran.out
    assert "25%" not in ran.out.replace("by 25%", "")
    assert ran.err.startswith("note: what was agreed is what q4-plan says, the commit ")
    assert okrlint("log", "--agreed", "-h").code == 2


def test_a_removed_key_result_stays_in_the_ledger(okrlint: Call, history: Repository) -> None:
    """Deleting a line does not delete the promise."""
    text = (history.folder / PLAN).read_text("utf-8")
    start = text.index("      - id: referrals")
    history.edit(text[start : text.index("  - id: trust")], "")

    assert ("removed", "key result") in [row[:2] for row in _rows(okrlint)]


def test_a_commit_that_does_not_parse_is_noted_and_passed_over(okrlint: Call, history: Repository) -> None:
    """One broken commit does not hide the others."""
    text = (history.folder / PLAN).read_text("utf-8")
    (history.folder / PLAN).write_text("title: [\n", "utf-8")
    history.commit("break")
    (history.folder / PLAN).write_text(text.replace("growth: 25%", "growth: 20%"), "utf-8")
    history.commit("mend")

    ran = okrlint("log")

    assert ran.code == 0
    assert f"note: {PLAN} could not be read at some commit" in ran.err
    assert "marketing/2026-Q4: agreed as of 2026-10-01 by Ana" in ran.out
    assert _rows(okrlint) == [("eased", "growth", "25%", "20%")]


def test_a_deleted_plan_is_a_row_and_its_return_takes_it_away(okrlint: Call, history: Repository) -> None:
    """Deleting a file does not delete what was promised in it."""
    text = (history.folder / PLAN).read_text("utf-8")
    (history.folder / PLAN).unlink()
    history.commit("delete")

    assert [row[:2] for row in _rows(okrlint)] == [("removed", "plan")]

    (history.folder / PLAN).write_text(text, "utf-8")
    history.commit("bring back")

    assert _rows(okrlint) == []


def test_a_shallow_clone_says_what_is_missing(okrlint: Call, history: Repository) -> None:
    """Missing history is said, never passed over."""
    history.edit("growth: 25%", "growth: 20%")
    history.git("clone", "--depth", "1", f"file://{history.folder}", str(history.folder / "shallow"))

    ran = okrlint("log", cwd="shallow")

    assert ran.code == 0
    assert "the clone is shallow" in ran.err


@pytest.mark.parametrize("address", ["marketing/2026-Q4#nix", "marketing/2026-Q4#demand.nix", "marketing/2026-Q4#"])
def test_an_unknown_key_result_is_no_all_clear(address: str, okrlint: Call, history: Repository) -> None:
    """A misspelt id must not read as if nothing had changed."""
    assert history.folder.is_dir()

    assert okrlint("log", address).err == f"okrlint: there is no agreed OKR {address} in this repository\n"


@pytest.mark.parametrize("address", ["marketing/2031-Q1", "nothing"])
def test_an_unknown_address_is_one_sentence(address: str, okrlint: Call, history: Repository) -> None:
    """Exit code 2, and the plan that is not there is named."""
    assert history.folder.is_dir()

    ran = okrlint("log", address)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"okrlint: there is no agreed plan {address} in this repository\n"


def test_without_git_it_says_so(okrlint: Call) -> None:
    """No repository, no ledger."""
    assert "is not a git repository" in okrlint("log").err
