"""`okrlint doctor`: what is there, what is wrong, and an end in a second."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from okrlint import __version__
from okrlint.workspace import diagnosis, self_check
from tests.commands.conftest import Call, Ran


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def parts(ran: Ran) -> dict[str, str]:
    """The lines by their first word."""
    return {line.split()[0]: line.split(maxsplit=1)[1] for line in ran.out.splitlines()}


def test_all_is_well(inside: Call, repository: Path) -> None:
    """Versions, parser, git, settings in force, plans, cache and the checks of its own."""
    ran = inside("doctor")
    found = parts(ran)
    assert (ran.code, ran.err) == (0, "")
    assert list(found) == [
        "okrlint",
        "python",
        "libraries",
        "parser",
        "git",
        "settings",
        "plans",
        "cache",
        "self-check",
    ]
    assert found["okrlint"] == __version__
    assert "PyYAML " in found["libraries"]
    assert found["parser"].startswith("C, libyaml ")
    assert found["settings"].startswith("okrlint.toml: preset geckoboard, fail_on error, as_of 2026-10-01, ")
    assert found["plans"] == "1 company file, 2 plans, 1 pipeline file below okrs"
    assert found["self-check"].startswith("4 of 4 passed: ")
    assert not list((repository / "cache/okrlint").iterdir())


def test_an_empty_folder_is_no_fault(inside: Call, tmp_path: Path) -> None:
    """Who has nothing yet is told how to begin."""
    ran = inside("doctor")
    assert ran.code == 0
    assert parts(ran)["plans"] == "note: none below okrs; okrlint init"


def test_as_json(inside: Call, repository: Path) -> None:
    """The same for programs, with a verdict."""
    found = json.loads(inside("doctor", "--format", "json").out)
    assert (found["version"], found["ok"], found["lines"][0]) == (
        1,
        True,
        {"part": "okrlint", "words": __version__, "state": "ok"},
    )


@pytest.fixture
def trouble(repository: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """One thing that is wrong."""
    kind = request.param
    if kind == "settings":
        (repository / "okrlint.toml").write_text("preset = 5\n", "utf-8")
    elif kind == "plans":
        (repository / "okrs/2026-Q4/marketing.yaml").write_bytes(b"\xff")
    elif kind == "library":
        monkeypatch.setattr(diagnosis, "LIBRARIES", (*diagnosis.LIBRARIES, "no-such-library"))
    elif kind == "git":
        (repository / ".git").mkdir()
    elif kind == "check":
        monkeypatch.setitem(self_check.CHECKS, "edits", lambda: "wrote nothing")
    elif kind == "broken check":
        monkeypatch.setitem(self_check.CHECKS, "scores", lambda: str(1 // 0))


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("settings", "wrong: okrlint.toml:1: preset: must be a text"),
        ("plans", "wrong: 1 cannot be read, such as okrs/2026-Q4/marketing.yaml; okrlint check says why"),
        ("library", "wrong: not installed: no-such-library; install okrlint again"),
        ("git", "git         wrong: "),
        ("check", "wrong: edits: wrote nothing"),
        ("broken check", "wrong: scores: ZeroDivisionError: "),
    ],
    indirect=["trouble"],
    ids=["settings", "a plan", "a library", "a repository that is none", "a check that fails", "a check that breaks"],
)
def test_what_is_wrong_is_named(inside: Call, trouble: None, words: str) -> None:
    """One line for it, exit 1, and everything else is told all the same."""
    ran = inside("doctor")
    assert (ran.code, ran.err) == (1, "")
    assert words in ran.out
    assert "\nself-check " in ran.out


def test_what_works_but_could_be_better(
    inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without the C parser, and with a cache folder that cannot be written, okrlint works: notes, exit 0."""
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    ran = inside("doctor")
    found = parts(ran)
    assert ran.code == 0
    assert found["parser"].startswith("note: Python only")
    assert found["cache"].endswith("cannot be written, so every run works everything out again")
