"""Answers from memory: the same as the run would give, or none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from okrlint.cli import cli
from okrlint.discovery import discover
from okrlint.linting.examples import documents_of, files_of
from okrlint.linting.outcome_data import outcome_data, outcome_of
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.workspace import run_memory
from okrlint.workspace.checking import check_target
from tests.benchmarks.corpus import write

RULES = discover("okrlint.rules", "RULE")
_TARGET = "okrlint.workspace.recalling.check_target"
CHANGES: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("a file that changed", lambda root: _replace(root, "okrs/2026-Q4/team-000.yaml", "27%", "28%", "title: Raise", "title: XX")),
    ("a file that is gone", lambda root: (root / "okrs/2026-Q4/team-000.yaml").unlink()),
    ("a file that is new", lambda root: (root / "okrs/new.yaml").write_text("kind: plan\n", "utf-8")),
    ("a file that moved", lambda root: (root / "okrs/2026-Q4/team-000.yaml").rename(root / "okrs/2026-Q4/team-x.yaml")),
    ("a file that cannot be read", lambda root: _folder(root / "okrs/2026-Q4/team-000.yaml")),
    ("other settings", lambda root: _replace(root, "okrlint.toml", "paths", 'preset = "minimal"\npaths')),
    ("another day", lambda root: _replace(root, "okrlint.toml", "2026-11-15", "2027-03-01")),
    ("an option of a rule", lambda root: _append(root, "[rules.too-many-objectives]\nmax = 3\n")),
)  # fmt: skip


def _replace(root: Path, path: str, *pairs: str) -> None:
    text = (root / path).read_text("utf-8")
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        text = text.replace(old, new)
    (root / path).write_text(text, "utf-8")


def _append(root: Path, text: str) -> None:
    with (root / "okrlint.toml").open("a", encoding="utf-8") as stream:
        stream.write(text)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small repository with a few findings, and a cache of its own."""
    folder = tmp_path / "repository"
    write(folder, 24)
    _replace(folder, "okrs/2026-Q3/team-001.yaml", "title: Raise", "title: Improve XX")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setattr("okrlint.workspace.cache_folder._platform_folder", lambda: str(tmp_path / "cache"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One entry for each run that was not answered from memory."""
    runs: list[object] = []

    def counted(*arguments: Any) -> Any:
        runs.append(arguments)
        return check_target(*arguments)

    monkeypatch.setattr(_TARGET, counted)
    return runs


def _check(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli, ["check", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.exit_code, done.stdout, done.stderr


def _caches(root: Path) -> Iterator[Path]:
    return (root.parent / "cache" / "okrlint").glob("runs-*")


@pytest.mark.parametrize("form", ["text", "json", "rdjson", "gitlab"])
def test_the_second_run_says_the_same_and_judges_nothing(root: Path, judged: list[object], form: str) -> None:
    """Every format prints from memory what it printed before."""
    first = _check("--format", form)
    assert "Improve XX" in first[1]

    assert _check("--format", form) == first
    assert len(judged) == 1


@pytest.mark.parametrize("change", [change for _, change in CHANGES], ids=[name for name, _ in CHANGES])
def test_whatever_changes_is_judged_anew(root: Path, judged: list[object], change: Callable[[Path], object]) -> None:
    """After a change the answer is that of a run without memory; changed back, the old one is known again."""
    _check()
    change(root)

    changed = _check()
    assert len(judged) == 2
    assert _check("--no-cache") == changed


@pytest.mark.parametrize(
    "flags", [("--select", "measure"), ("--no-clock",), ("okrs/2026-Q3",), ("--limit", "depth=60")]
)
def test_flags_of_the_call_are_part_of_the_question(root: Path, judged: list[object], flags: tuple[str, ...]) -> None:
    """Another call is another run."""
    _check()

    first = _check(*flags)
    assert len(judged) == 2
    assert (_check(*flags), len(judged)) == (first, 2)
    assert _check(*flags, "--no-cache") == first


def test_another_okrlint_trusts_nothing(root: Path, judged: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that changed, another version or another library make another key."""
    _check()
    monkeypatch.setattr(run_memory, "program_key", lambda: b"another")
    _check()

    assert len(judged) == 2


def test_without_cache_nothing_is_written(root: Path, judged: list[object]) -> None:
    """The flag leaves the folder alone, and small repositories are not worth a database."""
    _check("--no-cache")
    for path in list((root / "okrs").glob("2025-*/*")):
        path.unlink()
    _check()

    assert list(_caches(root)) == []


def _garbled(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def _rewritten(path: Path) -> None:
    with sqlite3.connect(path) as store:
        store.execute("UPDATE runs SET answer = replace(answer, 'XX', 'YY')")
    store.close()


def _emptied(path: Path) -> None:
    with sqlite3.connect(path) as store:
        store.execute("UPDATE runs SET answer = NULL, digest = 3")
    store.close()


def _forbidden(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [_garbled, _rewritten, _emptied, _forbidden])
def test_a_damaged_cache_is_no_cache(root: Path, judged: list[object], damage: Callable[[Path], None]) -> None:
    """Whatever became of the file, the run says what it says without."""
    first = _check()
    for path in list(_caches(root)):
        damage(path)

    assert _check() == first
    assert len(judged) == 2


def test_a_file_that_changes_while_it_is_judged_is_not_remembered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer belongs to bytes that are not there any more."""

    def meddled(*arguments: Any) -> Any:
        found = check_target(*arguments)
        CHANGES[0][1](root)
        return found

    monkeypatch.setattr(_TARGET, meddled)
    _check()
    monkeypatch.setattr(_TARGET, check_target)
    again = _check()

    assert again == _check("--no-cache")
    assert "XX" in again[1]


def test_only_the_newest_runs_are_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache has a bound, by the number of answers and by their size."""
    monkeypatch.setattr(run_memory, "_MOST_RUNS", 2)
    for day in ("2026-11-01", "2026-11-02", "2026-11-03"):
        _check("--as-of", day)
    monkeypatch.setattr(run_memory, "_LARGEST", 10)
    _check("--as-of", "2026-11-04")

    with sqlite3.connect(next(_caches(root))) as store:
        assert store.execute("SELECT count(*) FROM runs").fetchone() == (2,)
    store.close()


def test_what_needs_the_plans_reads_them(root: Path, judged: list[object]) -> None:
    """A baseline that is written from a remembered run is the one that a fresh run would write."""
    _check()
    _check("--write-baseline", "--no-cache")
    fresh = (root / "okrlint-baseline.json").read_bytes()
    (root / "okrlint-baseline.json").unlink()
    _check("--write-baseline")

    assert (root / "okrlint-baseline.json").read_bytes() == fresh


def test_an_outcome_comes_back_whole() -> None:
    """Every finding of every example, with its fix, is the same after it was kept."""
    seen = set()
    for rule in RULES:
        for example in rule.bad[:1]:
            outcome = run(build_portfolio(documents_of(files_of(example))), RULES, Settings(preset="all"))
            assert outcome_of(_through_text(outcome_data(outcome))) == outcome
            seen |= {finding.rule for finding in outcome.findings if finding.fix is not None}
    assert len(seen) > 5


def _through_text(data: Any) -> Any:
    import json

    return json.loads(json.dumps(data))
