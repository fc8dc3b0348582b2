from __future__ import annotations

import os
from pathlib import Path

import pytest

from okrlint.errors import OkrlintError
from okrlint.rendering.site import with_manifest
from okrlint.workspace.site_folder import SiteFolder

OLD = with_manifest({"html/index.html": b"old", "html/q/gone.html": b"old", "markdown/README.md": b"same"})
NEW = with_manifest({"html/index.html": b"new", "html/r/page.html": b"new", "markdown/README.md": b"same"})


def _write(path: Path, built: dict[str, bytes]) -> None:
    folder = SiteFolder(path)
    folder.write(built, folder.compare(built))


def _files(path: Path) -> dict[str, bytes]:
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def test_a_new_folder_gets_the_site(tmp_path: Path) -> None:
    """The folder is made, and holds just what was built; nothing is left to do."""
    _write(tmp_path / "deep" / "reports", OLD)
    assert _files(tmp_path / "deep" / "reports") == OLD
    assert not SiteFolder(tmp_path / "deep" / "reports").compare(OLD)


def test_only_what_differs_is_touched(tmp_path: Path) -> None:
    """Unchanged pages keep their time, stale ones and the folders that they leave empty go."""
    _write(tmp_path, OLD)
    os.utime(tmp_path / "markdown" / "README.md", (1, 1))
    _write(tmp_path, NEW)
    assert _files(tmp_path) == NEW
    assert (tmp_path / "markdown" / "README.md").stat().st_mtime == 1
    assert not (tmp_path / "html" / "q").exists()


def test_files_of_other_people_stay(tmp_path: Path) -> None:
    """What no build has written is neither removed nor in the way."""
    _write(tmp_path, OLD)
    (tmp_path / "html" / "CNAME").write_text("okrs.example.com")
    (tmp_path / "html" / "q" / "own.html").write_text("mine")
    _write(tmp_path, NEW)
    assert _files(tmp_path) == {**NEW, "html/CNAME": b"okrs.example.com", "html/q/own.html": b"mine"}


def test_a_manifest_of_a_stranger_removes_nothing_outside(tmp_path: Path) -> None:
    """Paths that lead out of the folder are passed over."""
    (tmp_path / "precious").write_text("x")
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "manifest.txt").write_text("html/../../precious\n../precious\n")
    _write(reports, NEW)
    assert (tmp_path / "precious").read_text() == "x"


@pytest.mark.parametrize("built", [pytest.param(NEW, id="writing"), pytest.param(with_manifest({}), id="removing")])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, built: dict[str, bytes]) -> None:
    """A folder that is a link to somewhere else is neither filled nor emptied."""
    elsewhere, reports = tmp_path / "elsewhere", tmp_path / "reports"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_bytes(b"theirs")
    reports.mkdir()
    (reports / "html").symlink_to(elsewhere)
    folder = SiteFolder(reports)
    with pytest.raises(OkrlintError, match="leads out of"):
        folder.write(built, folder.compare(built)._replace(stale=("html/index.html",)))
    assert _files(elsewhere) == {"index.html": b"theirs"}


def test_a_page_that_is_a_link_is_replaced(tmp_path: Path) -> None:
    """The link goes, and what it pointed to stays as it was."""
    (tmp_path / "precious").write_bytes(b"x")
    (tmp_path / "reports" / "html").mkdir(parents=True)
    (tmp_path / "reports" / "html" / "index.html").symlink_to(tmp_path / "precious")
    _write(tmp_path / "reports", NEW)
    assert (tmp_path / "precious").read_bytes() == b"x"
    assert _files(tmp_path / "reports") == NEW


def test_a_failed_write_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full half way, every page is still the old one and no temporary file is left."""
    _write(tmp_path, OLD)
    calls = iter(range(100))

    def full(path: Path, data: bytes) -> int:
        if next(calls) == 1:
            raise OSError(28, "No space left on device")
        with path.open("wb") as stream:
            return stream.write(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OkrlintError, match="cannot be written: no space left on device"):
        _write(tmp_path, NEW)
    assert _files(tmp_path) == OLD


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """A plain file with the name of the folder is said in one sentence."""
    (tmp_path / "reports").write_text("x")
    with pytest.raises(OkrlintError, match="cannot be written"):
        _write(tmp_path / "reports", NEW)
