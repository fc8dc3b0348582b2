"""Writing what is mended: whole files, only those meant, and nothing over somebody else's change."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from okrlint.workspace import fixing
from okrlint.workspace.fixing import FileChange, fix, write_changes
from okrlint.workspace.request import Request
from okrlint.workspace.workspace import Workspace, open_workspace

PLANS = ("okrs/2026-Q3/marketing.yaml", "okrs/2026-Q4/marketing.yaml")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The clean portfolio, with a slip in both of its plans that a safe fix mends."""
    for path, text in files_of(Example("")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("    why: ", "    whyy: ", 1), "utf-8")
    (tmp_path / "okrlint.toml").write_text('as_of = "2026-10-01"\n', "utf-8")
    return tmp_path


@pytest.fixture
def workspace(repository: Path) -> Workspace:
    """The repository, opened."""
    return open_workspace(repository)


def _changes(workspace: Workspace) -> tuple[FileChange, ...]:
    return fix(workspace, Request(), unsafe=False).changes


def test_nothing_is_written_before_it_is_asked_for(workspace: Workspace, repository: Path) -> None:
    """Working out the fixes leaves the files alone."""
    before = {path: (repository / path).read_bytes() for path in PLANS}

    changes = _changes(workspace)

    assert [change.path for change in changes] == list(PLANS)
    assert {path: (repository / path).read_bytes() for path in PLANS} == before
    assert {change.path: change.before for change in changes} == before


def test_every_changed_file_is_written(workspace: Workspace, repository: Path) -> None:
    """And no other; a second look finds nothing more to mend."""
    other = repository / "okrs/company.yaml"
    stamp = other.stat().st_mtime_ns

    assert write_changes(workspace, _changes(workspace)) == {}

    assert all("whyy" not in (repository / path).read_text("utf-8") for path in PLANS)
    assert other.stat().st_mtime_ns == stamp
    assert _changes(workspace) == ()


def test_permissions_and_links_stay(workspace: Workspace, repository: Path) -> None:
    """The file that a link leads to is written, with the mode that it had; the link stays a link."""
    first, second = (repository / path for path in PLANS)
    first.chmod(0o640)
    real = repository / "okrs/real.txt"
    second.rename(real)
    second.symlink_to("../real.txt")

    assert write_changes(workspace, _changes(workspace)) == {}

    assert stat.S_IMODE(first.stat().st_mode) == 0o640
    assert second.is_symlink()
    assert "whyy" not in real.read_text("utf-8")


def test_a_read_only_file_is_told_and_the_others_are_written(workspace: Workspace, repository: Path) -> None:
    """A new file in its place would pass over what its owner said."""
    changes = _changes(workspace)
    (repository / PLANS[0]).chmod(0o444)

    refused = write_changes(workspace, changes)

    assert refused == {PLANS[0]: f"{PLANS[0]} cannot be written: it is read-only"}
    assert (repository / PLANS[0]).read_bytes() == changes[0].before
    assert (repository / PLANS[1]).read_bytes() == changes[1].after


def test_a_file_that_somebody_changed_is_left(workspace: Workspace, repository: Path) -> None:
    """What was read is not there any more, so what was worked out from it is not written."""
    changes = _changes(workspace)
    (repository / PLANS[0]).write_text("kind: plan\n", "utf-8")

    refused = write_changes(workspace, changes)

    assert list(refused) == [PLANS[0]]
    assert "was changed by somebody else during the run; nothing was written to it" in refused[PLANS[0]]
    assert (repository / PLANS[0]).read_text("utf-8") == "kind: plan\n"
    assert (repository / PLANS[1]).read_bytes() == changes[1].after


def test_a_change_in_the_last_moment_is_seen(
    workspace: Workspace, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is compared when the new one is ready to take its place."""
    changes = _changes(workspace)[:1]
    original = os.fsync

    def meanwhile(handle: int) -> None:
        (repository / PLANS[0]).write_text("kind: plan\n", "utf-8")
        original(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)

    assert "was changed by somebody else" in write_changes(workspace, changes)[PLANS[0]]
    assert (repository / PLANS[0]).read_text("utf-8") == "kind: plan\n"
    assert [path.name for path in (repository / PLANS[0]).parent.iterdir()] == ["marketing.yaml"]


def test_a_file_that_is_gone_is_told(workspace: Workspace, repository: Path) -> None:
    """It is not brought back."""
    changes = _changes(workspace)[:1]
    (repository / PLANS[0]).unlink()

    refused = write_changes(workspace, changes)

    assert refused == {
        PLANS[0]: f"{PLANS[0]} cannot be read again: it is not there any more; nothing was written to it"
    }
    assert not (repository / PLANS[0]).exists()


def test_a_full_disk_is_told(workspace: Workspace, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old file is as it was, and nothing lies beside it."""

    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    changes = _changes(workspace)[:1]
    monkeypatch.setattr(fixing, "write_atomically", full)

    refused = write_changes(workspace, changes)

    assert refused == {PLANS[0]: f"{PLANS[0]} cannot be written: no space left on device; it is as it was"}
    assert (repository / PLANS[0]).read_bytes() == changes[0].before


def test_two_runs_at_once_agree(workspace: Workspace, repository: Path) -> None:
    """Who comes second finds the work done and says nothing."""
    changes, again = _changes(workspace), _changes(workspace)

    assert write_changes(workspace, changes) == {}
    assert write_changes(workspace, again) == {}
    assert {path: (repository / path).read_bytes() for path in PLANS} == {c.path: c.after for c in changes}


def test_another_run_that_is_done_in_the_last_moment_is_no_trouble(
    workspace: Workspace, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It wrote what this one was about to write."""
    changes = _changes(workspace)[:1]
    original = os.fsync

    def meanwhile(handle: int) -> None:
        (repository / PLANS[0]).write_bytes(changes[0].after)
        original(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)

    assert write_changes(workspace, changes) == {}
