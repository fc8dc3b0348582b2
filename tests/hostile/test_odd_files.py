from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.conftest import Run

ODD = "okrs/2026-Q4/odd.yaml"


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 5))
    except OSError:
        pytest.skip("only a privileged user may make a device")


def _folder(path: Path) -> None:
    path.mkdir()


def _unreadable(path: Path) -> None:
    path.write_text("kind: plan\n", "utf-8")
    path.chmod(0)


def _link(target: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.symlink_to(target)

    return make


def _outside(path: Path) -> None:
    secret = path.parents[3] / "secret.yaml"
    secret.write_text("password: hunter2\n", "utf-8")
    path.symlink_to(secret)


ODDITIES = (
    ("a named pipe", _pipe, "it is not a plain file"),
    ("a device", _device, "it is not a plain file"),
    ("a folder", _folder, "it is a folder"),
    ("a file without permission", _unreadable, "permission denied"),
    ("a link to a device", _link("/dev/zero"), "a link that leads out of the repository"),
    ("a link out of the repository", _outside, "a link that leads out of the repository"),
    ("a link to nothing", _link("nothing.yaml"), "it is a link that leads nowhere"),
    ("a link to itself", _link("odd.yaml"), "it is a link that leads nowhere"),
    ("a link to a folder", _link(".."), "it is a folder"),
)


@pytest.mark.parametrize(("make", "words"), [row[1:] for row in ODDITIES], ids=[row[0] for row in ODDITIES])
def test_what_is_no_plain_file_is_a_finding(
    make: Callable[[Path], None], words: str, repository: Path, okrlint: Run
) -> None:
    """Nothing hangs on an odd file, nothing behind it is read, and the other files are checked."""
    make(repository / ODD)

    result = okrlint("check", "--format", "json")

    assert result.code == 1
    assert result.knows_the_known
    assert [(finding["rule"], finding["line"]) for finding in result.of(ODD)] == [("syntax", 1)]
    assert words in result.of(ODD)[0]["message"]
    assert b"hunter2" not in result.out


def test_a_link_inside_the_repository_is_read(repository: Path, okrlint: Run) -> None:
    """A link that stays inside is a file like any other, under its own name."""
    (repository / "drafts").mkdir()
    (repository / "drafts" / "odd.txt").write_text("kind: plan\nversion: 1\nteam: odd\nqarter: 2026-Q4\n", "utf-8")
    (repository / ODD).symlink_to("../../drafts/odd.txt")

    result = okrlint("check", "--format", "json")

    assert ("unknown-field", 4) in [(finding["rule"], finding["line"]) for finding in result.of(ODD)]


def test_a_linked_folder_is_not_followed(repository: Path, okrlint: Run) -> None:
    """A link to a folder above would make a circle."""
    (repository / "okrs" / "circle").symlink_to("..")
    (repository / "okrs" / "home").symlink_to(repository.parent)

    result = okrlint("check", "--show-files")

    assert result.code == 0
    assert b"circle" not in result.out
    assert b"home" not in result.out


NAMES = {
    "blanks": b"my plan.yaml",
    "a line break": b"my\nplan.yaml",
    "quotes": b"my'\"plan.yaml",
    "a leading dash": b"-rf.yaml",
    "a command of a build runner": b"::error::x.yaml",
    "an escape of a terminal": b"\x1b[2Jx.yaml",
    "bytes that are no UTF-8": b"caf\xe9-\xff.yaml",
    "a sign that turns text round": "x\u202ey.yaml".encode(),
    "a name of 255 bytes": b"x" * 250 + b".yaml",
    "accents apart": "cafe\u0301.yaml".encode(),
    "markup": b"<img src=x>.yaml",
    "a percent sign": b"%s%n.yaml",
}
FORMATS = ("text", "concise", "json")


def _write_all(folder: Path) -> None:
    """A file of each name, with the same mistake in it."""
    for name in NAMES.values():
        with open(os.fsencode(folder) + b"/" + name, "wb") as stream:  # noqa: PTH123  the name is bytes
            stream.write(b"a: [\n")


@pytest.mark.parametrize("format_id", FORMATS)
def test_any_file_name_is_read_and_printed(format_id: str, repository: Path, okrlint: Run) -> None:
    """A name is data: no format prints a control character of it, and every file is told about."""
    _write_all(repository / "okrs" / "2026-Q4")

    result = okrlint("check", "--format", format_id, "--all")

    said = result.out.decode("utf-8")
    assert result.code == 1
    assert all(character.isprintable() or character in "\n\u200b" for character in said), said
    assert said.count("on line 1 is never closed") == len(NAMES)


def test_programs_get_the_exact_name(repository: Path, okrlint: Run) -> None:
    """The json format keeps every byte of a name, so that a program finds the file again."""
    _write_all(repository / "okrs" / "2026-Q4")

    findings = okrlint("check", "--format", "json").findings

    paths = {os.fsencode(finding["path"]) for finding in findings if finding["rule"] == "syntax"}
    assert paths == {b"okrs/2026-Q4/" + name for name in NAMES.values()}


def test_any_file_name_is_listed_on_one_line(repository: Path, okrlint: Run) -> None:
    """A list of files has a line for each, whatever their names hold."""
    _write_all(repository / "okrs" / "2026-Q4")

    lines = okrlint("check", "--show-files").out.decode("utf-8").splitlines()

    assert len(lines) == len(NAMES) + 4
    assert all(line.isprintable() for line in lines)


def test_any_file_can_be_named(repository: Path, okrlint: Run) -> None:
    """Files of any name can be the focus of a run, from their own folder too."""
    _write_all(repository / "okrs" / "2026-Q4")

    result = okrlint("check", "--format", "json", "--", *NAMES.values(), folder=repository / "okrs" / "2026-Q4")

    assert result.code == 1
    assert {finding["rule"] for finding in result.findings} >= {"syntax"}
    assert {os.path.basename(os.fsencode(f["path"])) for f in result.findings} == set(NAMES.values())  # noqa: PTH119
    assert "more outside the named files" in result.err


def test_a_name_that_is_not_there_is_a_bad_call(okrlint: Run) -> None:
    """A path of the call that does not exist ends the run with one line, whatever it is made of."""
    for name in (b"nothing.yaml", b"\x1b[2J.yaml", b"caf\xe9.yaml", b"a\nb.yaml", b"okrs/nothing"):
        result = okrlint("check", "--", name)
        assert result.code == 2
        assert result.out == b""
        assert result.err.count("\n") == 1
        assert result.err.rstrip("\n").isprintable()
