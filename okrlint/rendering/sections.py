"""Documents of a few sections with tables, for a terminal and as Markdown: the same words in both."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from okrlint.escaping import terminal
from okrlint.rendering.text import markdown_escape
from okrlint.tuples import NamedTuple

_GAP = "  "


class Table(NamedTuple):
    """Rows of words. A column whose heading ends in nothing but words stands left, numbers stand right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: frozenset[int] = frozenset((0,))
    """Columns that hold words, by their position; all others are numbers and stand right."""


class Section(NamedTuple):
    """A heading, some lines and perhaps a table."""

    title: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    listed: bool = False
    """Whether the lines are points of a list."""


def as_text(title: str, sections: Sequence[Section]) -> str:
    """The document for a terminal, with its final line break; nothing in its words is an escape sequence."""
    blocks = [[terminal(title)], *(list(_text_lines(section)) for section in sections)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _text_lines(section: Section) -> Iterator[str]:
    if section.title:
        yield terminal(section.title)
    for line in section.lines:
        yield f"- {terminal(line)}" if section.listed else terminal(line)
    if section.table is not None:
        yield from _aligned(section.table)


def _aligned(table: Table) -> Iterator[str]:
    rows = [tuple(map(terminal, row)) for row in (table.columns, *table.rows)]
    widths = [max(_width(row[number]) for row in rows) for number in range(len(table.columns))]
    for row in rows:
        cells = (_padded(cell, widths[n], right=n not in table.words) for n, cell in enumerate(row))
        yield _GAP.join(cells).rstrip()


def _padded(cell: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if right else cell + blanks


def _width(text: str) -> int:
    """Columns of a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def as_markdown(title: str, sections: Sequence[Section]) -> str:
    """The document as Markdown; nothing in its words is live."""
    blocks = [f"# {markdown_escape(title)}", *(block for section in sections for block in _markdown_blocks(section))]
    return "\n\n".join(blocks) + "\n"


def _markdown_blocks(section: Section) -> Iterator[str]:
    if section.title:
        yield f"## {markdown_escape(section.title)}"
    if section.lines:
        mark = "- " if section.listed else ""
        yield ("\n" if section.listed else "\\\n").join(mark + markdown_escape(line) for line in section.lines)
    if section.table is not None:
        yield "\n".join(_markdown_rows(section.table))


def _markdown_rows(table: Table) -> Iterator[str]:
    yield _markdown_row(table.columns)
    yield f"|{'|'.join('---' if number in table.words else '---:' for number in range(len(table.columns)))}|"
    yield from map(_markdown_row, table.rows)


def _markdown_row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(markdown_escape, cells))} |"
