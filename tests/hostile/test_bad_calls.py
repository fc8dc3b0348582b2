from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.conftest import Run

SETTINGS = {
    "no TOML": (b"paths = [", "okrlint.toml"),
    "no UTF-8": (b'preset = "caf\xe9"\n', "okrlint.toml"),
    "NUL": (b'preset = "a\0b"\n', "okrlint.toml"),
    "a byte order mark": (b'\xef\xbb\xbfpaths = ["okrs"]\n', "okrlint.toml"),
    "UTF-16": ('paths = ["okrs"]\n'.encode("utf-16"), "okrlint.toml"),
    "deep": (b"a = " + b"[" * 5000, "okrlint.toml"),
    "a huge number": (b"a = " + b"1" * 10_000, "okrlint.toml"),
    "a setting that there is not": (b'prest = "x"\n', "did you mean preset?"),
    "a preset that there is not": (b'preset = "\x1b"\n', "okrlint.toml"),
    "paths of another type": (b"paths = 1\n", "must be a list of texts"),
    "a path out of the repository": (b'paths = ["../.."]\n', "outside"),
    "an absolute path": (b'paths = ["/etc"]\n', "outside"),
    "an escape of a terminal": (b'preset = "\\u001b[2J"\n', "okrlint.toml:1: preset"),
}


@pytest.mark.parametrize(("data", "words"), SETTINGS.values(), ids=SETTINGS)
def test_hostile_settings_are_one_clear_line(data: bytes, words: str, repository: Path, okrlint: Run) -> None:
    """Settings that cannot be used end the run with one line that names the file, and code 2."""
    (repository / "okrlint.toml").write_bytes(data)

    result = okrlint("check")

    assert result.code == 2
    assert result.out == b""
    assert result.err.count("\n") == 1
    assert result.err.startswith("okrlint: ")
    assert result.err.rstrip("\n").isprintable()
    assert words in result.err


def test_settings_that_are_no_file_are_one_clear_line(repository: Path, okrlint: Run) -> None:
    """A folder under the name of the settings is not taken for them."""
    (repository / "okrlint.toml").unlink()
    (repository / "okrlint.toml").mkdir()

    assert okrlint("check").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--limit", "depth=x"],
        ["--limit", "nothing=1"],
        ["--as-of", "2026-13-01"],
        ["--format", "\x1b[2J"],
        ["--severity", "a=b"],
        ["--select", "nothing"],
        ["--max-warnings", "-1"],
        ["--nothing"],
        ["chekc"],
        ["../.."],
        ["/etc/passwd"],
    ],
    ids=lambda arguments: ascii(" ".join(arguments)),
)
def test_a_bad_call_is_one_clear_line(arguments: list[str], okrlint: Run) -> None:
    """A call that cannot be carried out says why in one line, with code 2."""
    result = okrlint("check", *arguments)

    assert result.code == 2
    assert result.out == b""
    assert result.err.count("\n") == 1
    assert result.err.rstrip("\n").isprintable()


def test_limits_can_be_raised_by_the_caller(repository: Path, okrlint: Run) -> None:
    """Who calls may read a larger file than the repository is trusted with."""
    (repository / "okrs" / "deep.yaml").write_text("a: " + "[" * 55 + "]" * 55 + "\n", "utf-8")

    assert "nested" in okrlint("check", "--format", "json").of("okrs/deep.yaml")[0]["message"]
    assert (
        "nested" not in okrlint("check", "--format", "json", "--limit", "depth=60").of("okrs/deep.yaml")[0]["message"]
    )
