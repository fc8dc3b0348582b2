"""Cells that no spreadsheet takes for a formula, and their text again."""

from __future__ import annotations

import re

from okrlint import escaping


def safe(text: str) -> str:
    """A text for a cell; `shown` gives it back."""
    return f"'{text}" if _is_taken(text) else text


def shown(cell: str) -> str:
    """The text of a cell, without the apostrophe that keeps a spreadsheet from working it out."""
    return cell[1:] if cell.startswith("'") and _is_taken(cell[1:]) else cell


def _is_taken(text: str) -> bool:
    """Whether a text, apostrophes of its own aside, would be taken for a formula; a plain number is none."""
    bare = text.lstrip("'")
    return escaping.csv(bare) != bare and not (bare == text and re.fullmatch(r"-[0-9]+(?:\.[0-9]+)?", text))


def row_of(cells: list[str], separator: str = ",") -> str:
    """A line of a table with its line break."""
    return separator.join(_quoted(safe(cell), separator) for cell in cells) + "\n"


def _quoted(cell: str, separator: str) -> str:
    if any(sign in cell for sign in (separator, '"', "\n", "\r")) or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell
