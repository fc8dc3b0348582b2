"""Rows of a text with separators, whatever program wrote it: comma, semicolon, tab or bar."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from okrlint.errors import OkrlintError
from okrlint.exchange.vocabulary import field_of
from okrlint.tuples import NamedTuple

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_SAMPLE = 64 * 1024
_HEADS = 25
"""Rows among which the names of the columns are looked for."""
_MOST_CELL = 128 * 1024


class Sheet(NamedTuple):
    """The rows of a file, with the line on which each begins."""

    rows: list[list[str]]
    lines: list[int]
    separator: str

    @property
    def separated_by(self) -> str:
        """The separator in words."""
        return _SEPARATORS[self.separator]


def read_sheet(text: str, name: str) -> Sheet:
    """The rows of a text. Raises OkrlintError where a quote never ends."""
    body, stated = _stated(text)
    separator = stated or separator_of(body)
    rows: list[list[str]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
    csv.field_size_limit(_MOST_CELL)
    before = text.count("\n", 0, len(text) - len(body))
    while True:
        start = reader.line_num + before + 1
        try:
            row = next(reader)
        except StopIteration:
            return Sheet(rows, lines, separator)
        except csv.Error as error:
            raise OkrlintError(f"{name}:{start}: a cell that begins here does not end: {error}") from error
        if any(cell.strip() for cell in row):
            rows.append(row)
            lines.append(start)


def without_points(rows: list[list[str]], separator: str) -> list[list[str]]:
    """The cells of a sheet whose decimals begin with a comma, without the points between thousands: 1.900 is 1900.

    So it is where some number has decimals behind a comma, or semicolons are needed to tell cells apart, and none has
    them behind a point.
    """
    cells = [cell for row in rows for cell in row]
    with_comma = separator == ";" or any(re.fullmatch(r"\D{0,4}[\d.]{1,12},\d{1,2}\D{0,8}", cell) for cell in cells)
    if not with_comma or any(re.fullmatch(r"\D{0,4}[\d,]{1,12}\.\d{1,2}\D{0,8}", cell) for cell in cells):
        return rows
    return [[_without_points(cell) for cell in row] for row in rows]


def _without_points(cell: str) -> str:
    found = re.fullmatch(r"(\D{0,6})(\d{1,3}(?:\.\d{3})+)(\D{0,12})", cell)
    return f"{found[1]}{found[2].replace('.', '')}{found[3]}" if found else cell


def _stated(text: str) -> tuple[str, str | None]:
    """The text without the line `sep=;` by which a spreadsheet says how it separates."""
    found = re.match(r"(?i)\"?sep=([,;\t|])\"?\n", text)
    return (text[found.end() :], found[1]) if found else (text, None)


def separator_of(text: str) -> str:
    """The separator under which most columns of a row have names that are known, else that makes the most even rows."""
    marks = {separator: _evidence(text[:_SAMPLE], separator) for separator in _SEPARATORS}
    return max(marks, key=lambda separator: marks[separator])


def _evidence(text: str, separator: str) -> tuple[int, int]:
    """How many columns of a row are known by name, and the cells that rows of the commonest width have beyond one.

    Two wide rows weigh more than three narrow ones: a decimal comma also parts a line in two.
    """
    widths: Counter[int] = Counter()
    known = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            widths[len(row)] += 1
            if len(row) > 1 and widths.total() < _HEADS:
                known = max(known, sum(field_of(cell) is not None for cell in row if cell.strip()))
    except csv.Error:
        pass
    return known, max((rows * (width - 1) for width, rows in widths.items()), default=0)
