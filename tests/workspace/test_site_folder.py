from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from okrlint.errors import OkrlintError
from okrlint.rendering.site import MANIFEST, Output, manifest
from okrlint.workspace.site_folder import Compared, SiteFolder

FOLDERS = ("html", "markdown")
Files = dict[str, bytes]


def _with_manifest(files: Files) -> Files:
    return {**files, MANIFEST: manifest(files, {})}


OLD = _with_manifest({"html/index.html": b"old", "html/q/gone.html": b"old", "markdown/README.md": b"same"})
NEW = _with_manifest({"html/index.html": b"new", "html/r/page.html": b"new", "markdown/README.md": b"same"})


def _outputs(files: Files) -> Iterator[Output]:
    return (Output(path, partial(bytes, data)) for path, data in files.items())


def _write(path: Path, files: Files) -> Compared:
    return SiteFolder(path, FOLDERS).write(_outputs(files))


def _files(path: Path) -> Files:
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def test_a_new_folder_gets_the_site(tmp_path: Path) -> None:
    """The folder is made, and holds just what was built; nothing is left to do."""
    reports = tmp_path / "deep" / "reports"
    assert _write(reports, OLD).files == len(OLD)
    assert _files(reports) == OLD
    assert not SiteFolder(reports, FOLDERS).compare(_outputs(OLD)).differences


def test_how_a_folder_differs(tmp_path: Path) -> None:
    """Missing, changed and stale files are told apart; what is listed and not there is none of them."""
    _write(tmp_path, {**OLD, MANIFEST: OLD[MANIFEST] + b"html/never.html\n"})
    differences = SiteFolder(tmp_path, FOLDERS).compare(_outputs(NEW)).differences
    assert differences == (("html/r/page.html",), ("html/index.html", MANIFEST), ("html/q/gone.html",))
    assert _files(tmp_path)["html/index.html"] == b"old"


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


@pytest.mark.parametrize("files", [pytest.param(NEW, id="writing"), pytest.param({}, id="removing")])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, files: Files) -> None:
    """A folder that is a link to somewhere else is neither filled nor emptied."""
    elsewhere, reports = tmp_path / "elsewhere", tmp_path / "reports"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_bytes(b"theirs")
    reports.mkdir()
    (reports / MANIFEST).write_bytes(OLD[MANIFEST])
    (reports / "html").symlink_to(elsewhere)
    with pytest.raises(OkrlintError, match="leads out of"):
        _write(reports, files)
    assert _files(elsewhere) == {"index.html": b"theirs"}


def test_a_page_that_is_a_link_is_replaced(tmp_path: Path) -> None:
    """The link goes, and what it pointed to stays as it was."""
    (tmp_path / "precious").write_bytes(b"x")
    (tmp_path / "reports" / "html").mkdir(parents=True)
    (tmp_path / "reports" / "html" / "index.html").symlink_to(tmp_path / "precious")
    _write(tmp_path / "reports", NEW)
    assert (tmp_path / "precious").read_bytes() == b"x"
    assert _files(tmp_path / "reports") == NEW


def _failing(real: Callable[..., object], after: int) -> Callable[..., object]:
    """The call itself, which the disk refuses once, so many calls later."""
    calls = iter(range(10_000))

    def call(*arguments: object, **named: object) -> object:
        if next(calls) == after:
            raise OSError(28, "No space left on device")
        return real(*arguments, **named)

    return call


STEPS = (("replace", 4), ("mkdir", 1), ("link", 1), ("rmdir", 1))
"""What writing does to the disk at its end, and how often at least."""


@pytest.mark.parametrize(
    ("step", "turn"), [pytest.param(s, t, id=f"{s} {t + 1}") for s, times in STEPS for t in range(times)]
)
def test_a_failure_at_any_step_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, turn: int
) -> None:
    """Whichever rename or folder is refused, every file is as it was, with no other beside it."""
    _write(tmp_path, OLD)
    if step == "link":
        # Without second names a copy is kept; that fails too.
        monkeypatch.setattr("shutil.copy2", _failing(os.link, 0))
    owner: object = Path if step in {"mkdir", "rmdir"} else os
    monkeypatch.setattr(owner, step, _failing(getattr(owner, step), turn + (step in {"mkdir", "link"})))
    with pytest.raises(OkrlintError, match="cannot be written: no space left on device"):
        _write(tmp_path, NEW)
    monkeypatch.undo()
    assert _files(tmp_path) == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "manifest.txt", "markdown"]


def test_a_page_that_cannot_be_made_leaves_the_old_site(tmp_path: Path) -> None:
    """A bug in the last page is loud, and no page before it was touched."""
    _write(tmp_path, OLD)

    def broken() -> bytes:
        raise TypeError("a template prints None")

    with pytest.raises(TypeError):
        SiteFolder(tmp_path, FOLDERS).write([*_outputs(NEW), Output("html/x.html", broken)])
    assert _files(tmp_path) == OLD


def test_a_disk_without_second_names_keeps_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot have two names the site is written all the same."""
    _write(tmp_path, OLD)

    def refused(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    _write(tmp_path, NEW)
    assert _files(tmp_path) == NEW


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """A plain file with the name of the folder is said in one sentence."""
    (tmp_path / "reports").write_text("x")
    with pytest.raises(OkrlintError, match="cannot be written"):
        _write(tmp_path / "reports", NEW)
