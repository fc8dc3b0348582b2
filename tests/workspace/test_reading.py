from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.source.limits import DEFAULT_LIMITS
from okrlint.workspace.workspace import open_workspace, read_file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one plan."""
    (tmp_path / "root" / "okrs").mkdir(parents=True)
    (tmp_path / "root" / "okrs" / "plan.yaml").write_text("kind: plan\n", "utf-8")
    (tmp_path / "secret.yaml").write_text("password: hunter2\n", "utf-8")
    return tmp_path / "root"


def _problem(root: Path, name: str) -> str:
    document = read_file(root, name, DEFAULT_LIMITS)
    (problem,) = document.problems
    assert document.data is None
    assert document.text.text == ""
    assert document.path == name
    return problem.message


def test_a_plan_is_read_under_its_name(root: Path) -> None:
    """The path of the document is the one that people know."""
    document = read_file(root, "okrs/plan.yaml", DEFAULT_LIMITS)

    assert (document.path, document.data, document.problems) == ("okrs/plan.yaml", {"kind": "plan"}, ())


def test_a_file_that_vanishes_between_listing_and_reading_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else may be at work: what was listed and is gone is a finding, and the other files are read."""
    (root / "okrs" / "gone.yaml").write_text("kind: plan\n", "utf-8")
    monkeypatch.chdir(root)
    workspace = open_workspace(root)
    listed = workspace.paths()
    (root / "okrs" / "gone.yaml").unlink()

    portfolio = workspace.load(listed)

    assert [file.path for file in portfolio.files] == ["okrs/gone.yaml", "okrs/plan.yaml"]
    assert [problem.message for problem in portfolio.files[0].document.problems] == [
        "the file cannot be read: it is not there any more"
    ]
    assert portfolio.files[1].kind == "plan"


def test_a_link_out_of_the_repository_is_not_read(root: Path) -> None:
    """Not one byte of what lies outside gets into an output."""
    (root / "okrs" / "link.yaml").symlink_to("../../secret.yaml")

    assert _problem(root, "okrs/link.yaml") == "the file cannot be read: it is a link that leads out of the repository"


def test_a_folder_is_no_plan(root: Path) -> None:
    """Whatever its name says."""
    (root / "okrs" / "folder.yaml").mkdir()

    assert _problem(root, "okrs/folder.yaml") == "the file cannot be read: it is a folder"


def test_no_more_of_a_file_is_read_than_allowed(root: Path) -> None:
    """One byte more than the limit is enough to know."""
    (root / "okrs" / "large.yaml").write_bytes(b"a: 1\n" * 1_000_000)

    assert _problem(root, "okrs/large.yaml") == "the file is larger than 1,048,576 bytes"
