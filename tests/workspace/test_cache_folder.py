"""The user's cache: kept between runs, and never a reason to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint import __version__
from okrlint.workspace.cache_folder import CacheFolder, user_cache

TABLE = "words (name TEXT PRIMARY KEY, word TEXT)"


def _write(folder: CacheFolder) -> bool:
    with folder.open("words", TABLE) as cache:
        if cache is None:
            return False
        cache.execute("INSERT OR REPLACE INTO words VALUES ('a', 'b')")
        return True


def _read(folder: CacheFolder) -> list[tuple[str, str]]:
    with folder.open("words", TABLE) as cache:
        return [] if cache is None else cache.execute("SELECT * FROM words").fetchall()


def test_what_was_written_is_there_in_the_next_run(tmp_path: Path) -> None:
    """The folder is made when it is needed, and the file's name has the version."""
    folder = CacheFolder(tmp_path / "deep" / "okrlint")

    assert _write(folder)
    assert _read(CacheFolder(tmp_path / "deep" / "okrlint")) == [("a", "b")]
    assert [file.name for file in (tmp_path / "deep" / "okrlint").iterdir()] == [f"words-{__version__}.sqlite3"]


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    """A run beside a broken cache works without it, and the next one has a new one."""
    folder = CacheFolder(tmp_path)
    (tmp_path / f"words-{__version__}.sqlite3").write_bytes(b"this is no database, and long enough to be one" * 99)

    assert not _write(folder)
    assert _write(folder)


@pytest.mark.parametrize("place", ["a file", "nowhere"])
def test_a_folder_that_cannot_be_is_no_error(place: str, tmp_path: Path) -> None:
    """A file in its place, or no place at all."""
    (tmp_path / "file").write_text("", "utf-8")

    assert not _write(CacheFolder(tmp_path / "file" / "okrlint" if place == "a file" else None))


def test_the_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As the platform has it; a path that is not absolute is none."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache().path == tmp_path / "okrlint"

    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert not user_cache()
