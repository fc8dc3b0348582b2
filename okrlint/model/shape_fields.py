"""Fields that nobody knows: the nearest known name, or where the field belongs."""

from __future__ import annotations

import difflib

from okrlint.model.schema_files import FILE_KINDS, load_schema
from okrlint.model.shape_tree import Schema, nouns
from okrlint.tuples import NamedTuple

_LONGEST = 40
"""Longer names are no slips of the pen, and comparing them takes time."""
_VERY_NEAR, _NEAR = 0.84, 0.7
_SHOWN = 8
_OTHER_WORDS = {
    "assignee": "owner",
    "comment": "note",
    "current": "check_ins",
    "deadline": "due",
    "description": "why",
    "finish": "due",
    "goal": "target",
    "initiatives": "actions",
    "kpi": "metric",
    "krs": "key_results",
    "name": "title",
    "okrs": "objectives",
    "parent": "supports",
    "period": "quarter",
    "progress": "check_ins",
    "responsible": "owner",
    "start": "baseline",
    "tasks": "actions",
    "updates": "check_ins",
    "url": "link",
}
"""What other tools call our fields."""


class Meant(NamedTuple):
    """The known field that an unknown one probably is."""

    name: str
    is_slip: bool
    """True for a slip of the pen that can be no other field's; false for another word, and for what is only near."""


def meant(field: str, fields: tuple[str, ...], root: Schema) -> Meant | None:
    """The field that was probably meant by one that a noun does not have."""
    very_near = nearest(field, fields, _VERY_NEAR) or _swapped(field, fields)
    if very_near:
        return Meant(very_near, len(_close(field, fields, _VERY_NEAR)) <= 1)
    other = _other_word(field, fields)
    if other or _homes(field, root):
        return Meant(other, is_slip=False) if other else None
    near = nearest(field, fields, _NEAR)
    return Meant(near, is_slip=False) if near else None


def hint_for(field: str, noun: str, fields: tuple[str, ...], root: Schema) -> str:
    """What to do about a field that a noun does not have."""
    found = meant(field, fields, root)
    if found:
        return f"did you mean `{found.name}`?"
    homes = _homes(field, root)
    if homes:
        return f"`{field}` belongs to {listed(homes, 'or')}, not to {noun}"
    return _other_file(field, root) or f"fields of {noun} are: {_some(fields)}"


def nearest(word: str, known: tuple[str, ...], cutoff: float = _NEAR) -> str | None:
    """The known word that a word is most likely a slip of; None where none is near."""
    found = _close(word, known, cutoff)
    return found[0] if found else None


def _close(word: str, known: tuple[str, ...], cutoff: float) -> list[str]:
    """The two nearest known words at most, the nearest first."""
    if len(word) > _LONGEST:
        return []
    plain = {_plain(name): name for name in known}
    return [plain[found] for found in difflib.get_close_matches(_plain(word), list(plain), n=2, cutoff=cutoff)]


def _swapped(word: str, known: tuple[str, ...]) -> str | None:
    """The known word of which two letters side by side have changed places."""
    pairs = range(len(word) - 1) if len(word) <= _LONGEST else ()
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs}
    return next((name for name in known if name in swapped and name != word), None)


def listed(words: list[str], last: str) -> str:
    """Words as a sentence lists them: a, b or c."""
    return f" {last} ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


def _other_word(field: str, fields: tuple[str, ...]) -> str | None:
    meant = _OTHER_WORDS.get(field.strip().lower())
    return meant if meant in fields else None


def _homes(field: str, root: Schema) -> list[str]:
    return list(dict.fromkeys(noun.phrase for noun in nouns(root) if field in noun.fields))


def _other_file(field: str, root: Schema) -> str:
    for kind in FILE_KINDS:
        schema = load_schema(kind)
        if schema["title"] != root["title"] and field in schema["properties"]:
            return f"`{field}` belongs to a file of `kind: {kind}`"
    return ""


def _some(fields: tuple[str, ...]) -> str:
    more = len(fields) - _SHOWN
    return ", ".join(fields[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
