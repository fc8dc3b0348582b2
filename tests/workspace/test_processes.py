"""Several processes find what one finds."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrlint.discovery import discover
from okrlint.errors import Misread, OkrlintError, RuleFailure
from okrlint.linting import judging
from okrlint.linting.rule import Rule
from okrlint.linting.run import Outcome, run
from okrlint.linting.settings import Settings
from okrlint.model import shelving
from okrlint.model.heading import Heading
from okrlint.model.shelf import Shelf
from okrlint.model.shelving import shelve
from okrlint.source.reader import read
from okrlint.workspace import checking, processes
from okrlint.workspace.checking import check_target, target_of
from okrlint.workspace.processes import ManyFiles
from okrlint.workspace.request import Request
from okrlint.workspace.workspace import open_workspace
from tests.linting.webs import web

RULES = discover("okrlint.rules", "RULE")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes begin as copies on Linux only")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches so small that a few files make several, and several processes."""
    monkeypatch.setattr(processes, "FEWEST_FILES", 4)
    monkeypatch.setattr(judging, "BATCH", 3)
    monkeypatch.setattr(checking, "MANY_FILES", 4)


def _shelf(seed: int) -> Shelf:
    contents = ((path, text.encode()) for path, text in web(seed).items())
    return shelve(contents, lambda path, content: read(content if isinstance(content, bytes) else b"", path))


def _run(rules: tuple[Rule, ...], jobs: int) -> Outcome:
    portfolio = _shelf(5)
    return run(portfolio, rules, Settings(), first_half=ManyFiles(jobs=jobs))


def test_the_number_of_processes_is_nothing() -> None:
    """One, two or three: the same findings."""
    one, two, three = (_run(RULES, jobs) for jobs in (1, 2, 3))

    assert one.findings
    assert one == two == three


def test_a_bug_in_another_process_is_as_loud() -> None:
    """The rule and the file are named, as in one process."""
    broken = next(rule for rule in RULES if rule.id == "owner-missing")

    def check(plan: object, context: object) -> Iterator[object]:
        raise ZeroDivisionError

    check.__annotations__["plan"] = "Plan"
    rule = Rule(**{**broken.__dict__, "check": check, "subject": "Plan"})

    with pytest.raises(RuleFailure, match=r"rule owner-missing failed on okrs/.*yaml"):
        _run((rule,), 2)


def test_a_process_that_is_ended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may end a process for want of memory: one sentence, and what to do."""
    here = os.getpid()

    def end(*_: object) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(processes, "judge", end)

    with pytest.raises(OkrlintError, match=r"ended from outside.*--jobs 1"):
        _run(RULES, 2)


def test_a_system_without_means_for_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers without shared memory get the same findings from one process."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(38, "Function not implemented")

    expected = _run(RULES, 1)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)

    assert _run(RULES, 2) == expected


def test_a_false_heading_makes_everything_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the first lines ever lie, the run begins anew and is right."""
    for path, text in web(2).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    workspace, request = open_workspace(tmp_path), Request(cache=False, jobs=1)
    right = check_target(workspace, request, target_of(workspace, request)).outcome
    monkeypatch.setattr(shelving, "heading_of", lambda _: Heading("liar", "2026-Q4"))

    with pytest.raises(Misread):
        run(workspace.shelve(workspace.paths(), request.limits), RULES, Settings())
    assert check_target(workspace, request, target_of(workspace, request)).outcome == right
