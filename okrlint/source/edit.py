"""Edits as splices at exact spans, written only when two readers agree on what they change and nothing else does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from okrlint.source.document import Document, Path
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.source.reader import read
from okrlint.source.second_reader import NotReadable, Texts, first_opinion, second_opinion, seen_by_both
from okrlint.source.span import Span
from okrlint.source.text import SourceText
from okrlint.tuples import NamedTuple

_BOM = b"\xef\xbb\xbf"
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|\Z))*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class Edit(NamedTuple):
    """Text to put in the place of a span; a span of no width is an insertion."""

    span: Span
    replacement: str
    """With `\\n` for a line break; the file's own is written."""


class EditRefused(Exception):
    """The edited text would not mean what the caller announced; the words say why. Nothing has been changed."""


Changes = Mapping[Path, str | type | None]
"""What edits mean: the new text of a scalar by its path; None for a value that is gone, with all that was in it.

A value that is gone and parts of which are announced too is written anew: a list whose items move, for example. An
empty list or mapping is there as its type.
"""


def scalar_edits(document: Document, path: Path, written: str) -> tuple[Edit, ...]:
    """Edits that write something else in the place of a scalar: `quote(text)`, or a number as it is.

    An anchor or tag in front of it stays, and so does a comment behind the head of a block of text. Raises KeyError
    where there is no scalar.
    """
    scalar = document.scalar(path)
    text = document.text
    start, end = scalar.span.start.offset, scalar.span.end.offset
    if not (scalar.style == "plain" and scalar.raw.startswith(("&", "!"))):
        start += len(_match(_PROPERTIES, text.text[start:end]))
    before = text.text[start - 1 : start]
    written = f" {written}" if start == end and before and before not in " \t\r\n[{" else written
    if scalar.style not in ("literal", "folded"):
        return (Edit(text.span(start, end), written),)
    head = start + len(_match(_BLOCK_HEADER, text.text[start:end]))
    return Edit(text.span(start, head), written), Edit(text.span(_body(text, head), end), "")


def _match(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found.group() if found else ""


def _body(text: SourceText, head: int) -> int:
    """Where the line of a block's head ends."""
    line = text.position(head).line
    return text.line_start(line) + len(text.line(line))


def apply(document: Document, edits: Iterable[Edit], changes: Changes, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The new bytes of the file, byte order mark and line breaks kept.

    They are read again by our reader and by the second one. Both must find the announced changes and not one more, and
    ours no new problem; raises EditRefused otherwise, or where edits overlap. `limits` are those of the first reading.
    """
    return bytes_of(edited(document, edits, changes, limits))


def edited(document: Document, edits: Iterable[Edit], changes: Changes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The same as the document that the new bytes are read as."""
    if not document.readable:
        raise EditRefused("the file cannot be read")
    new = _read_anew(document, _spliced(document.text, edits), limits)
    _no_new_problem(document, new)
    _same_style(document, new, changes)
    _as_announced(first_opinion(document), first_opinion(new), changes)
    try:
        before, after = _second(document), _second(new)
    except NotReadable as error:
        raise EditRefused(str(error)) from error
    _as_announced(before, after, changes)
    _agreed(first_opinion(new), seen_by_both(after))
    return new


def bytes_of(document: Document) -> bytes:
    """The bytes of a file as its document was read from, byte order mark included."""
    return _BOM * document.text.has_bom + document.text.text.encode()


def _read_anew(document: Document, text: str, limits: Limits) -> Document:
    try:
        data = _BOM * document.text.has_bom + text.encode()
    except UnicodeEncodeError as error:
        raise EditRefused("the new text holds half a character") from error
    return read(data, document.path, limits)


@lru_cache(maxsize=2)
def _second(document: Document) -> Texts:
    """The second opinion, asked for once where many edits of a document are tried one after another."""
    return second_opinion(document, document.text.text)


def _spliced(text: SourceText, edits: Iterable[Edit]) -> str:
    """The text with every edit made."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start.offset, edit.span.end.offset)):
        start, end = edit.span.start.offset, edit.span.end.offset
        if not at <= start <= end <= len(text.text):
            raise EditRefused(f"two edits overlap, or one lies outside the text, on line {edit.span.start.line}")
        replacement = edit.replacement.replace("\r\n", "\n").replace("\n", text.newline)
        parts += (text.text[at:start], replacement)
        at = end
    return "".join((*parts, text.text[at:]))


def _no_new_problem(old: Document, new: Document) -> None:
    kinds = (Counter(re.sub(r"\d+", "0", found.message) for found in document.problems) for document in (new, old))
    if next(kinds) - next(kinds):
        known = {found.message for found in old.problems}
        fresh = next((found.message for found in new.problems if found.message not in known), "a problem twice")
        raise EditRefused(f"the new text is not plain YAML: {fresh}")


def _same_style(old: Document, new: Document, changes: Changes) -> None:
    """A scalar that nobody edits is written as before: not plain today and quoted tomorrow, with another meaning."""
    styles = {path: scalar.style for path, scalar in old.scalars()}
    for path, scalar in new.scalars():
        if path not in changes and styles.get(path, scalar.style) != scalar.style:
            raise EditRefused(f"it would change {shown(path)} too")


def _as_announced(old: Texts, new: Texts, changes: Changes) -> None:
    expected = {path: text for path, text in old.items() if not _removed(path, changes)}
    expected |= {(0, *path): text for path, text in changes.items() if text is not None}
    differing = [path for path in (*expected, *new) if expected.get(path) != new.get(path)]
    if differing:
        place = shown(differing[0][1:])
        announced = differing[0][1:] in changes
        raise EditRefused(f"{place} would not become what it should" if announced else f"it would change {place} too")


def _removed(path: Path, changes: Changes) -> bool:
    inner = path[1:]
    return path[0] == 0 and any(changes.get(inner[:length], "") is None for length in range(len(inner) + 1))


def _agreed(first: Texts, second: Texts) -> None:
    differing = [path for path in (*first, *second) if first.get(path) != second.get(path)]
    if differing:
        raise EditRefused(f"two readers of YAML do not agree on {shown(differing[0][1:])}")


def shown(path: Path) -> str:
    """A path as people write it: objectives[0].title."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".") or "the whole file"
