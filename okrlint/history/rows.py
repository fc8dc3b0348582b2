"""A change as a row of words, for every form of the review."""

from __future__ import annotations

from okrlint.history.change import CHECK_IN, EASED, GOALPOST, SCOPE, TIGHTENED, Change
from okrlint.model.quantity import format_number
from okrlint.tuples import NamedTuple

SIGNS = {EASED: "▼", TIGHTENED: "▲", "added": "+", "removed": "−", "dropped": "−"}
"""A shape beside every word."""


class Row(NamedTuple):
    """One change in four columns."""

    sign: str
    what: str
    name: str
    """The title, with the part of the address that says where."""
    step: str
    """Before → after, with the field."""
    effect: str
    """What it does to the score, and the reason given."""


def row_of(change: Change) -> Row:
    """The words for a change."""
    name = change.address if change.field == "title" else change.name
    return Row(SIGNS.get(change.what, "±"), change.what, name, _step(change), _effect(change))


def _step(change: Change) -> str:
    if change.kind == SCOPE and change.what in ("added", "removed"):
        return change.field if change.field != "plan" else f"plan with {change.before or change.after}"
    before, after = _short(change.before) or "nothing", _short(change.after) or "nothing"
    return f"{change.field} {before} → {after}"


def _short(text: str, length: int = 80) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _effect(change: Change) -> str:
    words = []
    if change.effect is not None and change.effect.before != change.effect.after:
        before, after = (
            "none" if value is None else format_number(value, 2)
            for value in (change.effect.before, change.effect.after)
        )
        words.append(f"score now {before} → {after}")
    if change.reason:
        words.append(f"reason: {change.reason}")
    elif change.kind == GOALPOST:
        words.append("no reason given in `revisions`")
    elif change.kind == CHECK_IN and change.what == "rewritten":
        words.append("no `corrected` says why")
    return "; ".join(words)
