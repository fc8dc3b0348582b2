"""TOML with the line of every key, and one sentence for what is no TOML."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from okrlint.errors import SettingsError
from okrlint.workspace.root import LARGEST
from okrlint.workspace.toml_file import read_toml

TEXT = """\
# a comment = 1
preset = "a # b"  # [no.table]
paths = [
  "okrs",  # ]
  '''
[no.table]
no = 1''',
]

[rules.too-many-objectives]
max = 5
"quoted key" = 'x'
[rules]
owner-missing = {severity = "off"}
why-missing . min = 3
[[per_file]]
files = ["a"]
[[per_file]]
files = ["b"]
[per_file.inner]
deep = 1.50
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("preset",), 2),
        (("paths",), 3),
        (("rules", "too-many-objectives"), 10),
        (("rules", "too-many-objectives", "max"), 11),
        (("rules", "too-many-objectives", "quoted key"), 12),
        (("rules", "owner-missing", "severity"), 14),
        (("rules", "why-missing", "min"), 15),
        (("per_file", "0", "files"), 17),
        (("per_file", "1", "files"), 19),
        (("per_file", "1", "inner", "deep"), 21),
        (("rules", "nothing"), 13),
        (("no", "table"), None),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else "",
)
def test_every_key_has_its_line(key: tuple[str, ...], line: int | None, tmp_path: Path) -> None:
    """A key that the file has not is placed at the table that would hold it; text and comments are no keys."""
    (tmp_path / "okrlint.toml").write_text(TEXT, "utf-8")

    file = read_toml(tmp_path / "okrlint.toml", "okrlint.toml")

    assert file.place(key) == (f"okrlint.toml:{line}" if line else None)


def test_lines_are_those_of_editors(tmp_path: Path) -> None:
    """A file from Windows has as many lines, and its numbers keep their digits."""
    (tmp_path / "a.toml").write_bytes(TEXT.replace("\n", "\r\n").encode())

    file = read_toml(tmp_path / "a.toml", "a.toml")

    assert file.place(("per_file", "1", "inner", "deep")) == "a.toml:21"
    assert file.data["per_file"][1]["inner"]["deep"] == Decimal("1.50")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"a = 1\na = 2\n", "a.toml:2: a key or table is written twice", id="a repeated key"),
        pytest.param(b"[a]\n[b]\n[a]\n", "a.toml:3: a key or table is written twice", id="a repeated table"),
        pytest.param(b"a = {b = 1, b = 2}\n", "a.toml:1: a key or table is written twice", id="repeated inside"),
        pytest.param(b"[[a]]\n[a]\n", "a.toml:2: a key or table is written twice", id="a list and a table"),
        pytest.param(b"\na = \xff\n", "a.toml:2: the file is not UTF-8", id="no UTF-8"),
        pytest.param("a = 1".encode("utf-16"), "a.toml:1: the file is not UTF-8", id="UTF-16"),
        pytest.param(b"a = " + b"[" * 20_000, "a.toml is nested too deeply", id="deep lists"),
        pytest.param(b"a = " + b"{a=" * 20_000, "a.toml is nested too deeply", id="deep tables"),
        pytest.param(b"a = " + b"1" * 9_999, "a.toml: a number has too many digits", id="a huge number"),
        pytest.param(b"#" * (LARGEST + 1), "a.toml has more than 256 KiB; that is no file of settings", id="huge"),
        pytest.param(b"x\n", "a.toml:1: the file cannot be read as TOML: expected '='", id="no TOML"),
        pytest.param(b"a = '''\n", "a.toml:2: the file cannot be read as TOML: expected", id="an open text"),
        pytest.param(b"a = 1\0\n", "a.toml:1: the file cannot be read as TOML: ", id="NUL"),
    ],
)
def test_what_is_no_toml_is_one_sentence(data: bytes, sentence: str, tmp_path: Path) -> None:
    """The sentence begins with the place."""
    (tmp_path / "a.toml").write_bytes(data)

    with pytest.raises(SettingsError) as raised:
        read_toml(tmp_path / "a.toml", "a.toml")

    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("keys", [b"a%d = 1\n", b"[a%d]\n", b"a%d = [1,\n2]\n"], ids=["keys", "tables", "lists"])
def test_the_largest_file_is_read_and_placed(keys: bytes, tmp_path: Path) -> None:
    """As many keys as there may be, each with its line."""
    lines = b"".join(keys % number for number in range(LARGEST // len(keys % 99_999)))
    (tmp_path / "a.toml").write_bytes(lines)

    file = read_toml(tmp_path / "a.toml", "a.toml")

    last, height = max(int(key[1:]) for key in file.data), keys.count(b"\n")
    assert file.place((f"a{last}",)) == f"a.toml:{last * height + 1}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_does_not_hang_the_run(tmp_path: Path) -> None:
    """Nobody writes into it."""
    os.mkfifo(tmp_path / "a.toml")

    with pytest.raises(SettingsError, match=r"a\.toml cannot be read: it is not a plain file"):
        read_toml(tmp_path / "a.toml", "a.toml")
