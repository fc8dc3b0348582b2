"""What was found in the plans of a team is remembered as it is, and never where it may be something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.linting.judging import judge
from okrlint.linting.run import Outcome
from okrlint.workspace import checking, processes
from okrlint.workspace.checking import check_target, target_of
from okrlint.workspace.request import Request
from okrlint.workspace.workspace import open_workspace
from tests.linting.webs import QUARTERS, TEAMS, web

SEEDS = range(3)
LATEST = QUARTERS[-1]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a cache of its own, in which a few files are many."""
    monkeypatch.setattr(checking, "MANY_FILES", 2)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    (tmp_path / "plans").mkdir()
    return tmp_path / "plans"


def _write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def _run(root: Path, *, cache: bool = True) -> Outcome:
    workspace, request = open_workspace(root), Request(cache=cache, jobs=1)
    return check_target(workspace, request, target_of(workspace, request)).outcome


def _judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are judged from now on."""
    seen: list[str] = []

    def watch(portfolio: object, paths: tuple[str, ...], active: object) -> object:
        seen.extend(paths)
        return judge(portfolio, paths, active)  # type: ignore[arg-type]

    monkeypatch.setattr(processes, "judge", watch)
    return seen


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_remembered_is_what_would_be_found(root: Path, seed: int) -> None:
    """A run without memory, one that fills it and one that is answered from it: the same findings."""
    _write(root, web(seed))
    expected = _run(root, cache=False)

    assert _run(root) == expected
    assert _run(root) == expected


CHANGES: tuple[tuple[str, Callable[[dict[str, str]], None]], ...] = (
    ("a plan", lambda files: _replace(files, f"okrs/{LATEST}/atlas.yaml", "growth: 10%", "growth: 12%")),
    ("a team", lambda files: _replace(files, f"okrs/{LATEST}/birch.yaml", "team: birch", "team: atlas")),
    ("the company", lambda files: _replace(files, "okrs/company.yaml", "id: ana,", "id: anna,")),
    ("the pipeline", lambda files: _replace(files, f"okrs/{LATEST}/pipeline.yaml", "id: search", "id: fax")),
    ("an id that others name", lambda files: _replace(files, f"okrs/{LATEST}/cedar.yaml", "id: o1", "id: o9")),
    ("the settings", lambda files: files.update({"okrlint.toml": "[rules.owner-overload]\nmax = 1\n"})),
    ("one plan less", lambda files: files.update({f"okrs/{LATEST}/delta.yaml": "kind: [\n"})),
    ("one plan more", lambda files: files.update({"okrs/zebra.yaml": files[f"okrs/{LATEST}/atlas.yaml"]})),
)


def _replace(files: dict[str, str], path: str, old: str, new: str) -> None:
    files[path] = files[path].replace(old, new)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("change", [row[1] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_after_a_change_everything_is_right(root: Path, seed: int, change: Callable[[dict[str, str]], None]) -> None:
    """Whatever changes, the run with a memory finds what the run without one finds."""
    files = web(seed)
    _write(root, files)
    _run(root)
    change(files)
    _write(root, files)

    assert _run(root) == _run(root, cache=False)


def _alone(team: str) -> str:
    return (
        f"kind: plan\nversion: 1\nteam: {team}\nquarter: 2026-Q4\nobjectives: [{{id: o, title: A, key_results: []}}]\n"
    )


def test_only_what_has_changed_is_judged(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of four teams that look at nobody, one has changed: its plan is judged."""
    files = {f"okrs/{team}.yaml": _alone(team) for team in TEAMS}
    _write(root, files)
    _run(root)
    files["okrs/birch.yaml"] += "note: new\n"
    _write(root, files)
    seen = _judged(monkeypatch)

    _run(root)

    assert seen == ["okrs/birch.yaml"]


@pytest.mark.parametrize("damage", ["DELETE FROM units", "UPDATE units SET answer = '[[], {}]'", "DROP TABLE units"])
def test_a_damaged_memory_is_none(root: Path, damage: str) -> None:
    """Answers that are gone or were changed are worked out again."""
    _write(root, web(1))
    expected = _run(root)
    (cache,) = root.parent.glob("cache/okrlint/units-*.sqlite3")
    with sqlite3.connect(cache) as store:
        store.execute(damage)
    store.close()

    assert _run(root) == expected
