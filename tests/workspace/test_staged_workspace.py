"""`--staged` judges the text that the next commit will hold, whatever lies on the disk beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.source.limits import DEFAULT_LIMITS
from okrlint.workspace import staged_workspace as module
from okrlint.workspace.staged_workspace import StagedWorkspace, staged_workspace
from okrlint.workspace.workspace import open_workspace
from tests.workspace.conftest import Call, git
from tests.workspace.test_focus import PLAN, lines, spoil

NOT_AS_STAGED = (
    f"okrlint: {PLAN} is not on the disk as it is staged, so it was not mended; "
    "stage the whole file, or mend it by hand\n"
)


def opened(folder: Path) -> StagedWorkspace:
    """The repository as its index has it."""
    return staged_workspace(open_workspace(folder))


def misspell(root: Path) -> None:
    """A slip that is mended safely, at the beginning of the file."""
    file = root / PLAN
    file.write_text(file.read_text("utf-8").replace(" why: ", " whyy: ", 1), "utf-8")


def test_the_staged_text_counts(committed: Path, check: Call) -> None:
    """A slip that was staged is found although it is mended on the disk, and one that was not staged is not."""
    whole = (committed / PLAN).read_text("utf-8")
    spoil(committed)
    git(committed, "add", PLAN)
    (committed / PLAN).write_text(f"{whole}size: 5\n", "utf-8")

    ran = check("--staged")

    assert lines(ran.out) == [(PLAN, "unknown-field")]
    assert "`colour`" in ran.out
    assert "`size`" in check().out


def test_what_is_not_in_the_index_is_not_there(committed: Path, check: Call) -> None:
    """Untracked plans neither fail a commit nor make up for what it lacks; a file that is gone from the disk only counts."""
    text = (committed / PLAN).read_text("utf-8").replace("team: marketing", "team: growth")
    (committed / "okrs/2026-Q4/growth.yaml").write_text(text, "utf-8")
    spoil(committed)
    git(committed, "add", PLAN)
    (committed / PLAN).unlink()

    assert lines(check("--staged").out) == [(PLAN, "unknown-field")]
    listed = check("--staged", "--show-files").out.splitlines()
    assert (PLAN in listed, "okrs/2026-Q4/growth.yaml" in listed) == (True, False)


def test_a_repository_without_plans_may_commit(committed: Path, check: Call) -> None:
    """Nothing of ours is staged, so there is nothing to say."""
    git(committed, "rm", "--quiet", "-r", "--cached", "okrs")
    git(committed, "commit", "--quiet", "--message", "no plans")

    assert (check("--staged").code, check("--staged").err) == (0, "")


def test_fixes_are_written_where_the_disk_has_what_is_staged(committed: Path, check: Call) -> None:
    """The disk is mended and the index is not, so the run still fails until the file is staged again."""
    before = (committed / PLAN).read_text("utf-8")
    misspell(committed)
    git(committed, "add", PLAN)

    ran = check("--staged", "--fix")

    assert (committed / PLAN).read_text("utf-8") == before
    assert (ran.code, "unknown-field" in ran.out) == (1, True)
    assert ran.err.splitlines()[1:] == ["what is staged is as it was; git add stages what was mended"]
    git(committed, "add", PLAN)
    assert check("--staged", "--fix").code == 0


def test_fixes_never_write_what_was_not_staged_over_what_is(committed: Path, check: Call) -> None:
    """A file that was edited further keeps every byte, and one sentence says why."""
    misspell(committed)
    git(committed, "add", PLAN)
    spoil(committed)
    edited = (committed / PLAN).read_bytes()

    ran = check("--staged", "--fix")

    assert (ran.code, ran.err) == (2, NOT_AS_STAGED)
    assert (committed / PLAN).read_bytes() == edited
    assert "+    why: " in check("--staged", "--fix", "--diff").out
    (committed / PLAN).unlink()
    assert check("--staged", "--fix").err == NOT_AS_STAGED


def test_what_is_mended_already_is_no_obstacle(committed: Path, check: Call) -> None:
    """A second call before the file was staged again says the same as the first."""
    misspell(committed)
    git(committed, "add", PLAN)
    first = check("--staged", "--fix")

    assert check("--staged", "--fix") == first


def test_links_and_conflicts_are_read_from_the_disk(committed: Path) -> None:
    """Git holds no text of theirs that a commit could have."""
    (committed / "okrs/link.yaml").symlink_to("company.yaml")
    git(committed, "add", "okrs/link.yaml")
    name = git(committed, "rev-parse", f":{PLAN}")
    entries = "".join(f"100644 {name} {stage}\t{PLAN}\n" for stage in (1, 2, 3))
    entries = f"0 {'0' * 40}\t{PLAN}\n{entries}"
    git(committed, "update-index", "--index-info", given=entries)
    (committed / PLAN).write_text("<<<<<<<\n", "utf-8")

    held = dict(opened(committed).contents(("okrs/link.yaml", PLAN), DEFAULT_LIMITS))

    assert held == {"okrs/link.yaml": (committed / "okrs/company.yaml").read_bytes(), PLAN: b"<<<<<<<\n"}


def test_files_over_the_limit_are_told_as_that(committed: Path, check: Call) -> None:
    """A staged file is bounded like one on the disk."""
    spoil(committed)
    git(committed, "add", PLAN)

    ran = check("--staged", "--limit", "file_bytes=40")

    assert lines(ran.out) == [(PLAN, "syntax")]
    assert "40 bytes" in ran.out


def test_many_files_are_asked_for_in_parts(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file comes once and in order, the same text under two names too."""
    (committed / "okrs/2026-Q4/growth.yaml").write_bytes((committed / PLAN).read_bytes())
    git(committed, "add", "okrs")
    monkeypatch.setattr(module, "_AT_ONCE", 2)
    workspace = opened(committed)
    paths = workspace.paths()

    held = list(workspace.contents(paths, DEFAULT_LIMITS))

    assert [path for path, _ in held] == list(paths)
    assert [data for _, data in held] == [(committed / path).read_bytes() for path in paths]
