from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.errors import OkrlintError
from okrlint.workspace.listing import list_files, relative, stays_inside


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository beside which other files lie."""
    (tmp_path / "secret.yaml").write_text("", "utf-8")
    return _files(
        tmp_path / "root", "okrs/b.yaml", "okrs/2026-Q4/a.yml", "okrs/2026-Q4/notes.md", "okrs/Z.yaml", "other/c.yaml"
    )


def _files(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", "utf-8")
    return root


def test_yaml_files_are_listed_in_order(root: Path) -> None:
    """By name and code point, both endings, at any depth; nothing else."""
    assert list_files(root, ["okrs"], root) == ("okrs/2026-Q4/a.yml", "okrs/Z.yaml", "okrs/b.yaml")


def test_paths_may_be_files_overlap_or_be_missing(root: Path) -> None:
    """A path may name one file, each file is listed once, and a folder that is not there has none."""
    assert list_files(root, ["okrs/b.yaml", "okrs/2026-Q4", "okrs", "nothing"], root) == list_files(
        root, ["okrs"], root
    )


def test_paths_are_relative_to_the_folder_of_the_settings(root: Path) -> None:
    """Names are still those from the root."""
    assert list_files(root / "okrs", ["2026-Q4", "../other"], root) == ("okrs/2026-Q4/a.yml", "other/c.yaml")


def test_hidden_files_and_folders_are_passed_over(root: Path) -> None:
    """What begins with a dot is no plan: a temporary file, a tool's folder."""
    _files(root, "okrs/.okrlint-x.yaml", "okrs/.git/a.yaml", "okrs/2026-Q4/.a.yaml")

    assert list_files(root, ["okrs"], root) == ("okrs/2026-Q4/a.yml", "okrs/Z.yaml", "okrs/b.yaml")


def test_a_folder_with_the_name_of_a_plan_is_listed_as_one(root: Path) -> None:
    """Reading it becomes a finding; what is inside is not looked at."""
    _files(root, "okrs/folder.yaml/inside.yaml")

    assert "okrs/folder.yaml" in list_files(root, ["okrs"], root)
    assert "okrs/folder.yaml/inside.yaml" not in list_files(root, ["okrs"], root)


def test_links_to_folders_are_not_followed(root: Path) -> None:
    """Neither a circle nor the disk of somebody else is walked through."""
    (root / "okrs" / "circle").symlink_to("..")
    (root / "okrs" / "away").symlink_to(root.parent)

    assert list_files(root, ["okrs"], root) == ("okrs/2026-Q4/a.yml", "okrs/Z.yaml", "okrs/b.yaml")


def test_a_path_that_is_a_link_out_of_the_repository_is_not_walked(root: Path) -> None:
    """It is listed itself, and reading it becomes a finding."""
    (root / "plans").symlink_to(root.parent)

    assert list_files(root, ["plans"], root) == ("plans",)


@pytest.mark.parametrize("path", ["..", "../..", "/", "okrs/../../root/../secret.yaml"])
def test_a_path_outside_the_repository_is_a_bad_call(path: str, root: Path) -> None:
    """Settings of a repository never make okrlint read what is not part of it."""
    with pytest.raises(OkrlintError, match="lies outside"):
        list_files(root, [path], root)


def test_a_folder_that_may_not_be_listed_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans that cannot be seen are not plans without findings."""
    import os

    scan = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("2026-Q4"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)

    assert list_files(root, ["okrs"], root) == ("okrs/2026-Q4", "okrs/Z.yaml", "okrs/b.yaml")


def test_names_are_those_from_the_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From wherever a path is given; one that leads out has no name."""
    monkeypatch.chdir(root / "okrs")

    assert relative(root, Path("b.yaml")) == "okrs/b.yaml"
    assert relative(root, Path("../other/./c.yaml")) == "other/c.yaml"
    assert relative(root, root) == "."
    with pytest.raises(ValueError, match="subpath"):
        relative(root, Path("../../secret.yaml"))


def test_links_are_followed_to_tell_what_is_inside(root: Path) -> None:
    """A name inside may lead outside, and the other way round."""
    (root / "out.yaml").symlink_to("../secret.yaml")
    (root / "in.yaml").symlink_to("okrs/b.yaml")
    (root / "round.yaml").symlink_to("round.yaml")

    assert [stays_inside(root, root / name) for name in ("out.yaml", "in.yaml", "round.yaml", "nothing")] == [
        False,
        True,
        True,
        True,
    ]
