"""Named values of foreign files put into the fields of a draft; what fits no field is kept as a remark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from okrlint.exchange.draft import Draft, Reading
from okrlint.exchange.values import confidence_of, day_of, people_of, quantity_of, score_of
from okrlint.exchange.vocabulary import plain, section
from okrlint.model.key_result import TYPES
from okrlint.tuples import NamedTuple

_MOMENT = ("current", "date", "confidence")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 500
"""Characters of a field: what is longer is a text of its own, and a remark."""
_FLAT = 120
"""Characters of a remark that stay on the line of their name."""


class Cell(NamedTuple):
    """A value with the name that the file gives it."""

    name: str
    field: str | None
    """The field that the name means, if any."""
    raw: Any


def take(draft: Draft, cells: Iterable[Cell], reading: Reading) -> None:
    """Put values into a draft. Each is in a field afterwards, or in the remarks under its name."""
    moment: dict[str, Cell] = {}
    for cell in cells:
        if is_empty(cell.raw) or cell.field == "computed":
            reading.marks += [cell.name, *([str(cell.raw)] if cell.field else [])]
            continue
        if cell.field in _MOMENT and draft.kind == "key_result" and cell.field not in moment:
            moment[cell.field] = cell
        elif not _put(draft, cell, reading):
            remark(draft, cell, reading)
    _check_in(draft, moment, reading)


def is_empty(raw: object) -> bool:
    """Whether a value says nothing: no text, or a dash that stands for none."""
    return raw in (None, [], {}) or (isinstance(raw, str) and not raw.strip(" \t\n-–—*_"))


def remark(draft: Draft, cell: Cell, reading: Reading) -> None:
    """Keep a value with its name."""
    if cell.field == "note":
        draft.note(_text(cell.raw))
        reading.marks.append(cell.name)
        return
    text = _text(cell.raw)
    draft.note(f"{cell.name}: {text}" if "\n" not in text and len(text) <= _FLAT else f"{cell.name}:\n{text}")
    reading.doubt(draft.line, f"{cell.name}: {text}")


def _text(raw: Any, depth: int = 0) -> str:
    """A value of any shape as lines of text."""
    if isinstance(raw, dict):
        return "\n".join(_joined(str(key), _text(value, depth + 1)) for key, value in raw.items())
    if isinstance(raw, list):
        return "\n".join("- " + _text(one, depth + 1).replace("\n", "\n  ") for one in raw)
    if isinstance(raw, bool) or raw is None:
        return {True: "true", False: "false", None: ""}[raw]
    return str(raw).strip()


def _joined(name: str, text: str) -> str:
    indented = text.replace("\n", "\n  ")
    return f"{name}:\n  {indented}" if "\n" in text else f"{name}: {text}"


def _put(draft: Draft, cell: Cell, reading: Reading) -> bool:
    """Put one value into its field; False where there is none for it, or it has a value already."""
    put = _fields().get(cell.field or "")
    if put is None:
        return False
    name, kinds, read = put
    if draft.kind not in kinds or (name in draft.fields and draft.fields[name] != ""):
        return False
    value = read(cell.raw, draft)
    if value is None or (isinstance(value, str) and len(value) > LONGEST):
        return False
    draft.fields[name] = value
    reading.marks.append(cell.name)
    if isinstance(cell.raw, str):
        reading.marks.append(cell.raw)
    return True


_Read = Callable[[Any, Draft], Any]
_ALL = ("plan", "objective", "key_result", "action")
_BOTH = ("objective", "key_result")
_KEY_RESULT = ("key_result",)


@cache
def _fields() -> dict[str, tuple[str, tuple[str, ...], _Read]]:
    """By the name in the vocabulary: the field of the plan, what has it, and how its value is read."""
    return {
        "title": ("title", _ALL[1:], _words),
        "owner": ("owner", _ALL[1:], _owner),
        "why": ("why", ("objective",), _words),
        "metric": ("metric", _KEY_RESULT, _words),
        "supports": ("supports", ("objective",), _supports),
        "unit": ("unit", _KEY_RESULT, _unit),
        "baseline": ("baseline", _KEY_RESULT, lambda raw, _: quantity_of(raw)),
        "target": ("target", _KEY_RESULT, _target),
        "growth": ("growth", _KEY_RESULT, _growth),
        "score": ("close", _KEY_RESULT, _score),
        "due": ("due", ("key_result", "action"), lambda raw, _: day_of(raw)),
        "weight": ("weight", _KEY_RESULT, _weight),
        "status": ("status", _ALL[1:], _status),
        "commitment": ("commitment", _BOTH, lambda raw, _: _listed(raw, ("committed", "aspirational"))),
        "type": ("type", _KEY_RESULT, _type),
        "id": ("id", _BOTH, _identity),
        "channel": ("channel", _KEY_RESULT, _identity),
    }  # fmt: skip


def _words(raw: Any, draft: Draft) -> str | None:
    del draft
    return " ".join(raw.split()) if isinstance(raw, str) else str(raw) if isinstance(raw, (int, float)) else None


def _identity(raw: Any, draft: Draft) -> str | None:
    del draft
    return raw if isinstance(raw, str) and _ID.fullmatch(raw) and not raw.isdigit() else None


def _owner(raw: Any, draft: Draft) -> Any:
    people = people_of(raw)
    if not people:
        return None
    return people[0] if len(people) == 1 else people if draft.kind != "action" else ", ".join(people)


def _supports(raw: Any, draft: Draft) -> Any:
    """Addresses and ids as plans have them; the title of another objective is none."""
    del draft
    parts = [part.strip() for part in raw.split(",")] if isinstance(raw, str) else []
    if not parts or not all(_address().fullmatch(part) for part in parts):
        return None
    return parts[0] if len(parts) == 1 else parts


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"[a-z][a-z0-9-]*|[a-z0-9-]+/(?:\d{4}|FY\d\d)-Q[1-4]#[a-z0-9-]+(?:\.[a-z0-9-]+)?")


def _unit(raw: Any, draft: Draft) -> str | None:
    del draft
    text = raw.strip() if isinstance(raw, str) else ""
    units = {"percent": "%", "percentage": "%", "prozent": "%", "dollar": "$", "dollars": "$", "euro": "€"}
    return units.get(text.lower()) or (text if text and plain(text) not in ("number", "numeric", "boolean") else None)


def _target(raw: Any, draft: Draft) -> Any:
    """A quantity; a limit in front of it is the type, unless the key result moves from a baseline."""
    value = quantity_of(raw)
    if value is not None or not isinstance(raw, str):
        return value
    found = _limit().match(raw.strip())
    value = quantity_of(found["rest"]) if found else None
    if found and value is not None and "baseline" not in draft.fields and "type" not in draft.fields:
        draft.fields["type"] = "at-most" if found["most"] else "at-least"
    return value


@cache
def _limit() -> re.Pattern[str]:
    most = "<=|<|≤|at most|no more than|below|under|max\\.?|maximum|höchstens|unter|moins de|máximo"
    least = ">=|>|≥|at least|min\\.?|minimum|above|over|mindestens|über|au moins|mínimo"
    return re.compile(rf"(?:(?P<most>{most})|{least})(?![^\W\d_])\s*(?P<rest>\S.*)", re.IGNORECASE)


def _growth(raw: Any, draft: Draft) -> Any:
    value = quantity_of(raw)
    is_share = isinstance(value, str) and value.endswith("%")
    return value if is_share and "target" not in draft.fields else None


def _score(raw: Any, draft: Draft) -> Any:
    del draft
    score = score_of(raw)
    return None if score is None else {"score": score}


def _weight(raw: Any, draft: Draft) -> Any:
    del draft
    share = score_of(raw)
    value = share if share is not None else quantity_of(raw)
    return value if isinstance(value, (int, float)) and value >= 0 else None


def _listed(raw: Any, names: Iterable[str]) -> str | None:
    """The name of the list of words that holds a value."""
    text = plain(raw) if isinstance(raw, str) else ""
    return next((name for name in names if text in section("types", name)), None)


def _status(raw: Any, draft: Draft) -> str | None:
    return _listed(raw, ("todo", "doing", "done", "dropped") if draft.kind == "action" else ("draft", "dropped"))


def _type(raw: Any, draft: Draft) -> str | None:
    del draft
    text = plain(raw).replace(" ", "-") if isinstance(raw, str) else ""
    return text if text in TYPES else None


def _check_in(draft: Draft, moment: dict[str, Cell], reading: Reading) -> None:
    """A value with a day is a check-in; what lacks one of the two is kept as a remark."""
    current, date, confidence = (moment.get(name) for name in _MOMENT)
    value = value_of(current.raw) if current else None
    day = day_of(date.raw) if date else reading.day
    if current is None or value is None or day is None:
        reading.undated += current is not None and value is not None
        for cell in moment.values():
            remark(draft, cell, reading)
        return
    share = confidence_of(confidence.raw) if confidence else None
    entry = value if share is None else {"value": value, "confidence": share}
    draft.fields.setdefault("check_ins", {})[day] = entry
    for cell in moment.values():
        reading.marks += [cell.name, str(cell.raw)]
        if cell is confidence and share is None:
            remark(draft, cell, reading)


def value_of(raw: Any) -> Any:
    """A value of a check-in: a number, or yes or no."""
    if isinstance(raw, bool):
        return raw
    text = raw.strip().lower() if isinstance(raw, str) else ""
    return {"yes": True, "no": False, "true": True, "false": False}.get(text, quantity_of(raw))
