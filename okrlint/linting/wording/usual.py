"""Titles that keep what is: "Continue the weekly newsletter", "Maintain customer satisfaction", "Stay on top"."""

from __future__ import annotations

from okrlint.linting.wording.beginnings import begins_with
from okrlint.linting.wording.phrases import match, tokens
from okrlint.linting.wording.prose import MOST_READ, readable, without_tags
from okrlint.linting.wording.words import LANGUAGE
from okrlint.tuples import NamedTuple

_FILE = "usual"


class Usual(NamedTuple):
    """The verb that keeps things as they are, with its place in the text."""

    text: str
    start: int
    end: int
    is_strong: bool
    """True where it can only mean more of the same; "keep" and "stay" may also be goals."""


def keeping(text: str, language: str = LANGUAGE) -> Usual | None:
    """The verb by which a title begins to keep what is; None where it begins otherwise."""
    if not begins_with(text, _FILE, ("fillers", "strong", "weak"), language):
        return None
    found = tokens(without_tags(readable(text[:MOST_READ])))
    at = 0
    while at < len(found) and not match(found, at, _FILE, "look-alikes", language):
        for section in ("strong", "weak"):
            verb = match(found, at, _FILE, section, language)
            if verb:
                start, end = found[verb.first].start, found[verb.last - 1].end
                return Usual(text[start:end], start, end, section == "strong")
        filler = match(found, at, _FILE, "fillers", language)
        if filler is None:
            return None
        at = filler.last
    return None
