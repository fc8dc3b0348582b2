from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.workspace.root import find_root

OURS = "[tool.okrlint]\npaths = ['okrs']\n"


def _make(folder: Path, *names: str) -> None:
    """Files, or folders where the name ends in a slash, below a folder."""
    for name in names:
        path = folder / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(OURS if path.name == "pyproject.toml" else "", "utf-8")


CASES: tuple[tuple[str, tuple[str, ...], str, str | None], ...] = (
    ("nothing at all", ("a/b/",), "a/b", None),
    ("a git work tree", (".git/", "a/b/"), ".", None),
    ("a work tree beside another", (".git", "a/b/"), ".", None),
    ("settings at the root", (".git/", "okrlint.toml", "a/b/"), ".", "okrlint.toml"),
    ("settings in between", (".git/", "a/okrlint.toml", "a/b/"), ".", "a/okrlint.toml"),
    ("the nearest settings", (".git/", "okrlint.toml", "a/b/okrlint.toml"), ".", "a/b/okrlint.toml"),
    ("settings without git", ("a/okrlint.toml", "a/b/"), "a", "a/okrlint.toml"),
    ("settings above the work tree", ("okrlint.toml", "a/.git/", "a/b/"), "a", None),
    ("a project file", (".git/", "pyproject.toml", "a/b/"), ".", "pyproject.toml"),
    ("settings win over a project file", (".git/", "okrlint.toml", "pyproject.toml", "a/b/"), ".", "okrlint.toml"),
    ("a folder named like settings", (".git/", "okrlint.toml/", "a/b/"), ".", None),
)


@pytest.mark.parametrize(("names", "root", "settings"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_the_root_is_found_upward(names: tuple[str, ...], root: str, settings: str | None, tmp_path: Path) -> None:
    """From a/b: the git work tree, else the folder of the nearest settings, else the folder itself."""
    _make(tmp_path, *names)

    found = find_root(tmp_path / "a" / "b")

    assert found.folder == tmp_path / root
    assert found.settings == (tmp_path / settings if settings is not None else None)


@pytest.mark.parametrize("text", ["", "[tool.ruff]\n", "# okrlint\n", "okrlint = 1\n"], ids=ascii)
def test_a_project_file_without_our_table_is_not_for_us(text: str, tmp_path: Path) -> None:
    """Most projects have one that never heard of OKRs."""
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")

    assert find_root(tmp_path).settings is None
