"""Badges: a label and a message as a small picture for a README, and the same for services that draw badges.

A badge is shown as an image: nothing in it runs, it loads nothing, and its own sheet follows the reader's light or
dark. The colours have at least 6:1 against the text on them.
"""

from __future__ import annotations

import unicodedata

from okrlint.escaping import json_document, one_line, xml_attribute
from okrlint.tuples import NamedTuple

TONES = {
    "link": ("#0b57d0", "#a8c7fa"),
    "good": ("#0f6b32", "#7bd88f"),
    "fair": ("#8a5000", "#ffc870"),
    "poor": ("#b3261e", "#ffb4ab"),
}
"""The ground of the message, in light and in dark; status is never colour alone, the message says it."""
_LABEL = ("#3c4043", "#c4c9cf")
_INK = ("#fff", "#121417")
_LONGEST_LABEL, _LONGEST_MESSAGE = 60, 110
"""Bytes of the escaped text; so a badge has at most 1 KB."""
_HEIGHT, _PAD = 20, 6
_NARROW, _DIGIT, _USUAL, _CAPITAL, _WIDE = 4.1, 7.0, 6.6, 7.8, 11.0
"""Widths of characters in pixels; `textLength` fits the text into their sum in any font."""


class Badge(NamedTuple):
    """What a badge says."""

    label: str
    message: str
    tone: str
    """One of `TONES`."""

    @property
    def words(self) -> str:
        """The whole of it for readers who see no picture."""
        return f"{one_line(self.label)}: {one_line(self.message)}"


def badge_svg(badge: Badge) -> bytes:
    """The picture, at most 1 KB."""
    label, message = _cut(badge.label, _LONGEST_LABEL), _cut(badge.message, _LONGEST_MESSAGE)
    left, right = _width(label), _width(message)
    split, width = left + 2 * _PAD, left + right + 4 * _PAD
    light, dark = TONES[badge.tone]
    title = f"{xml_attribute(label)}: {xml_attribute(message)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}" role="img" aria-labelledby="t">'
        f'<title id="t">{title}</title><style>text{{font:11px Verdana,sans-serif;fill:{_INK[0]}}}.a{{fill:{_LABEL[0]}}}'
        f".b{{fill:{light}}}@media(prefers-color-scheme:dark){{text{{fill:{_INK[1]}}}.a{{fill:{_LABEL[1]}}}"
        f'.b{{fill:{dark}}}}}</style><rect class="b" width="{width}" height="{_HEIGHT}" rx="3"/>'
        f'<path class="a" d="M3 0h{split - 3}v{_HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3"/>'
        f'<text x="{_PAD}" y="14" textLength="{left}">{xml_attribute(label)}</text>'
        f'<text x="{split + _PAD}" y="14" textLength="{right}">{xml_attribute(message)}</text></svg>\n'
    ).encode()


def badge_endpoint(badge: Badge) -> bytes:
    """The badge in the form that shields.io reads from an address: its "endpoint badge"."""
    data = {
        "schemaVersion": 1,
        "label": one_line(badge.label),
        "message": one_line(badge.message),
        "color": TONES[badge.tone][0].removeprefix("#"),
    }
    return json_document(data).encode()


def _cut(text: str, most: int) -> str:
    """One line of at most so many bytes once it is escaped."""
    line = one_line(text)
    if _size(line) <= most:
        return line
    kept = line[:most]
    while kept and _size(kept) > most - len("…".encode()):
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _size(text: str) -> int:
    return len(xml_attribute(text).encode())


def _width(text: str) -> int:
    return round(sum(map(_character_width, text)))


def _character_width(character: str) -> float:
    if character in "ilIjtf.,:;|!'()[] ·":
        return _NARROW
    if unicodedata.east_asian_width(character) in "WF" or character in "mwMW%@—":
        return _WIDE
    if unicodedata.combining(character):
        return 0
    return _DIGIT if character.isdigit() else _CAPITAL if character.isupper() else _USUAL
