from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from okrlint.files import Unreadable, read_regular, write_atomically

OLD, NEW = b"old\n" * 100, b"new\n" * 300_000


def test_a_file_is_read_up_to_its_limit() -> None:
    """One byte more than the limit is read, so that the caller can tell that there is more."""
    assert len(read_regular(__file__, 10)) == 11


def test_a_file_below_the_limit_is_read_whole(tmp_path: Path) -> None:
    """The bytes come as they are."""
    (tmp_path / "a").write_bytes(b"\xff\r\n\0")

    assert read_regular(tmp_path / "a", 100) == b"\xff\r\n\0"


UNREADABLE = (
    ("a folder", lambda path: path.mkdir(), "it is a folder"),
    ("a pipe", os.mkfifo, "it is not a plain file"),
    ("nothing", lambda path: None, "it is not there any more"),
    ("a link to nothing", lambda path: path.symlink_to("nowhere"), "it is a link that leads nowhere"),
    ("a link to itself", lambda path: path.symlink_to(path.name), "it is a link that leads nowhere"),
)


@pytest.mark.parametrize(("make", "words"), [row[1:] for row in UNREADABLE], ids=[row[0] for row in UNREADABLE])
def test_what_is_no_plain_file_is_refused_in_words(make: Any, words: str, tmp_path: Path) -> None:
    """The reason fits into a sentence, and nothing waits for a writer on the other side of a pipe."""
    make(tmp_path / "odd")

    with pytest.raises(Unreadable) as refusal:
        read_regular(tmp_path / "odd", 100)

    assert str(refusal.value) == words


@pytest.mark.parametrize("step", ["open", "fstat", "read"])
def test_an_error_of_the_system_is_refused_in_words(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails at any step of reading is a reason, not a traceback, and no handle stays open."""

    def failing(*arguments: object, **flags: object) -> object:
        raise OSError(errno.EIO, "Input/output error")

    (tmp_path / "a").write_bytes(OLD)
    handles = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0  # noqa: PTH208
    with monkeypatch.context() as patch:
        patch.setattr(os, step, failing)
        with pytest.raises(Unreadable, match="input/output error"):
            read_regular(tmp_path / "a", 100)

    assert (len(os.listdir("/proc/self/fd")) if handles else 0) == handles  # noqa: PTH208


def test_a_new_file_is_written_with_the_usual_rights(tmp_path: Path) -> None:
    """A new file is what any program would make, not the private file of a temporary name."""
    (tmp_path / "usual").write_bytes(b"")

    assert write_atomically(tmp_path / "a", NEW) is True
    assert (tmp_path / "a").read_bytes() == NEW
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    """A file that holds these bytes is not touched, so that nothing is built anew because of it."""
    (tmp_path / "a").write_bytes(OLD)
    before = (tmp_path / "a").stat()

    assert write_atomically(tmp_path / "a", OLD) is False
    assert (tmp_path / "a").stat() == before


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o400])
def test_rights_are_kept(mode: int, tmp_path: Path) -> None:
    """A private file stays private and a program stays one."""
    (tmp_path / "a").write_bytes(OLD)
    (tmp_path / "a").chmod(mode)

    write_atomically(tmp_path / "a", NEW)

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


def test_a_link_is_kept(tmp_path: Path) -> None:
    """The file behind a link is written, and the link stays a link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_bytes(OLD)
    (tmp_path / "link").symlink_to("real/a")

    write_atomically(tmp_path / "link", NEW)

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "a").read_bytes() == NEW


def test_a_second_name_keeps_the_old_text(tmp_path: Path) -> None:
    """A hard link is another file afterwards; neither of the two is ever half written."""
    (tmp_path / "a").write_bytes(OLD)
    (tmp_path / "b").hardlink_to(tmp_path / "a")

    write_atomically(tmp_path / "a", NEW)

    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (NEW, OLD)


@pytest.mark.parametrize("step", ["fdopen", "fsync", "replace", "chmod"])
def test_a_failure_at_any_step_leaves_the_old_file(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system refuses, the old file is as it was and nothing is left behind."""

    def failing(*arguments: object, **flags: object) -> object:
        raise OSError(errno.EIO, "Input/output error")

    (tmp_path / "a").write_bytes(OLD)
    with monkeypatch.context() as patch:
        patch.setattr(Path if step in ("replace", "chmod") else os, step, failing)
        with pytest.raises(OSError, match="Input/output"):
            write_atomically(tmp_path / "a", NEW)

    assert (tmp_path / "a").read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_that_cannot_be_synced_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems refuse to sync a folder; the file itself is safe by then."""
    synced = os.fsync

    def files_only(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        synced(handle)

    monkeypatch.setattr(os, "fsync", files_only)

    assert write_atomically(tmp_path / "a", NEW) is True


WRITER = """
import sys
from itertools import cycle
from okrlint.files import write_atomically
for sign in cycle(sys.argv[2]):
    write_atomically(sys.argv[1], sign.encode() * 200_000)
"""


def _writer(path: Path, signs: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, path, signs])


def _is_whole(data: bytes) -> bool:
    return len(data) == 200_000 and len(set(data)) == 1


def test_a_kill_in_the_middle_leaves_a_whole_file(tmp_path: Path) -> None:
    """However a writer ends, the file is one of its texts from the first to the last byte."""
    target = tmp_path / "a"
    for number in range(8):
        writer = _writer(target, "xy")
        while not target.exists():
            time.sleep(0.01)
        time.sleep(0.003 * number)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        assert _is_whole(target.read_bytes())
    assert all(path.name.startswith(".okrlint-") for path in tmp_path.iterdir() if path != target)


def test_two_writers_at_once_leave_a_whole_file(tmp_path: Path) -> None:
    """A reader in between sees the text of the one or the other, never a mixture."""
    target = tmp_path / "a"
    target.write_bytes(b"0" * 200_000)
    writers = [_writer(target, "xy"), _writer(target, "zw")]
    try:
        seen = set()
        for _ in range(300):
            seen.add(target.read_bytes())
            time.sleep(0.002)
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()

    assert len(seen) > 1
    assert all(map(_is_whole, seen))


FULL = """
import signal, sys
from okrlint.files import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    write_atomically(sys.argv[1], b"new" * 100_000)
except OSError as error:
    print(error.strerror)
"""


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where no more can be written, the old file is as it was and nothing is left behind."""
    (tmp_path / "a").write_bytes(OLD)

    done = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path / "a"],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )

    assert done.stdout == "File too large\n"
    assert (tmp_path / "a").read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
