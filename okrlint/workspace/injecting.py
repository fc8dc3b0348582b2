"""The block of a README: taken from the reports as they stand on the disk, and put between its markers."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular, reason, write_atomically
from okrlint.views.snippet import injected, moved

_LARGEST = 4 * 1024 * 1024
"""Bytes of a document."""
_SNIPPET = Path("badges", "snippet.md")


def inject(document: Path, reports: Path, *, dry: bool = False) -> bool:
    """Put the block into a document; whether that changes it. With `dry` nothing is written.

    Raises OkrlintError where one of the files cannot be read or written, or the document has no place for the block.
    """
    before = _read(document)
    text = injected(_text(before, document), _block(document, reports), str(document))
    after = text.encode()
    if not dry and after != before:
        try:
            write_atomically(document, after)
        except OSError as error:
            raise OkrlintError(f"{document} cannot be written: {reason(error)}") from error
    return after != before


def _block(document: Path, reports: Path) -> str:
    """The block with links from the document's folder."""
    snippet = reports / _SNIPPET
    block = _text(_read(snippet), snippet)
    way = os.path.relpath(reports.resolve(), document.resolve().parent).replace(os.sep, "/")
    return moved(block, f"{quote(way)}/")


def _read(path: Path) -> bytes:
    try:
        data = read_regular(path, _LARGEST)
    except Unreadable as error:
        raise OkrlintError(f"{path} cannot be read: {error}") from error
    if len(data) > _LARGEST:
        raise OkrlintError(f"{path} is larger than {_LARGEST:,} bytes")
    return data


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise OkrlintError(f"{path} is not UTF-8") from None
