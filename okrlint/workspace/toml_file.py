"""A TOML file as data, with the line of every key, or one sentence that says why not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from okrlint.errors import SettingsError
from okrlint.files import Unreadable, read_regular
from okrlint.records import Record
from okrlint.tuples import NamedTuple
from okrlint.workspace.root import LARGEST

Key = tuple[str, ...]


class TomlFile(Record):
    """What a file says, and where."""

    name: str
    """As messages call it."""
    text: str
    data: dict[str, Any]

    def place(self, key: Key) -> str | None:
        """`okrlint.toml:3` for a key of the file; None for one that it has not.

        The tables of a list have their number in the key: `("per_file", "0", "files")`. A key inside braces has the
        line of the key before them, a list of tables that of its first.
        """
        for length in range(len(key), 0, -1):
            line = self._lines.get(key[:length]) or self._lines.get((*key[:length], "0"))
            if line is not None:
                return f"{self.name}:{line}"
        return None

    @cached_property
    def _lines(self) -> dict[Key, int]:
        return dict(_key_lines(self.text))


def read_toml(path: Path, name: str) -> TomlFile:
    """The file at a path. Raises SettingsError with the line where it is no TOML."""
    try:
        data = read_regular(path, LARGEST)
    except Unreadable as error:
        raise SettingsError(f"{name} cannot be read: {error}") from error
    if len(data) > LARGEST:
        raise SettingsError(f"{name} has more than {LARGEST // 1024} KiB; that is no file of settings")
    text = _decoded(data, name)
    try:
        return TomlFile(name=name, text=text, data=tomllib.loads(text, parse_float=_number))
    except RecursionError:
        raise SettingsError(f"{name} is nested too deeply") from None
    except ValueError as error:
        raise SettingsError(_no_toml(name, str(error), text.count("\n") + 1)) from error


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{name}:{line}: the file is not UTF-8") from error


def _number(text: str) -> Decimal:
    return Decimal(text.replace("_", ""))


def _no_toml(name: str, words: str, last_line: int) -> str:
    """What the parser says, with its place where we show places, and in words for people where they are needed."""
    if words.startswith("Exceeds the limit"):
        return f"{name}: a number has too many digits"
    found = re.fullmatch(r"(?P<words>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", words)
    told, line = (found["words"], found["line"] or last_line) if found else (words, None)
    place = f"{name}:{line}" if line else name
    if re.match(r"Cannot (overwrite|declare|mutate|extend|redefine)|Duplicate", told):
        return f"{place}: a key or table is written twice"
    return f"{place}: the file cannot be read as TOML: {told[:1].lower()}{told[1:]}"


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"(?P<skip>#[^\n]*|[ \t]+)"
        r"|(?P<long>\"\"\"(?:\\.|[^\\])*?\"\"\"\"{0,2}|'''.*?''''{0,2})"
        r"|(?P<text>\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
        r"|(?P<bare>[A-Za-z0-9_-]+)"
        r"|(?P<sign>\n|.)",
        re.DOTALL,
    )


def _key_lines(text: str) -> Iterator[tuple[Key, int]]:
    """Every table and key of a valid file with its line; keys inside braces are left out."""
    table: Key = ()
    counts: dict[Key, int] = {}
    line, at = 1, 0
    for statement in _statements(text):
        first = statement[0]
        line, at = line + text.count("\n", at, first.start), first.start
        if first.text != "[":
            yield (*table, *_key(statement, "=")), line
            continue
        key = _key(statement[1:], "]")
        is_list = statement[1].text == "["
        table = _numbered(key, counts, is_list=is_list)
        yield table, line


def _numbered(key: Key, counts: dict[Key, int], *, is_list: bool) -> Key:
    """The way to a table through the lists that it lies in."""
    way: Key = ()
    for position, part in enumerate(key, 1):
        way = (*way, part)
        if is_list and position == len(key):
            counts[way] = counts.get(way, -1) + 1
        if way in counts:
            way = (*way, str(counts[way]))
    return way


def _statements(text: str) -> Iterator[list[_Token]]:
    """The tokens of each key with its value, and of each header."""
    statement: list[_Token] = []
    depth = 0
    for found in _tokens().finditer(text):
        kind, part = str(found.lastgroup), found.group()
        depth += (part in "[{") - (part in "]}") if kind == "sign" and part != "\n" else 0
        if kind == "sign" and part == "\n" and depth == 0:
            if statement:
                yield statement
            statement = []
        elif kind != "skip" and (statement or part != "\n"):
            statement.append(_Token(kind, part, found.start()))
    if statement:
        yield statement


def _key(tokens: list[_Token], end: str) -> Key:
    """The parts of a dotted key up to a sign."""
    parts: list[str] = []
    for token in tokens:
        if token.kind == "sign" and token.text == end:
            break
        if token.kind == "bare":
            parts.append(token.text)
        elif token.kind == "text":
            parts.append(str(tomllib.loads(f"key = {token.text}")["key"]))
    return tuple(parts)
