"""Fields that nobody knows: the nearest known name, or where the field belongs."""

from __future__ import annotations

import difflib

from okrlint.model.schema_files import FILE_KINDS, load_schema
from okrlint.model.shape_tree import Schema, nouns

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


def hint_for(field: str, noun: str, fields: tuple[str, ...], root: Schema) -> str:
    """What to do about a field that a noun does not have."""
    near = nearest(field, fields, _VERY_NEAR) or _other_word(field, fields)
    homes = [] if near else _homes(field, root)
    if homes:
        return f"`{field}` belongs to {listed(homes, 'or')}, not to {noun}"
    near = near or nearest(field, fields, _NEAR)
    if near:
        return f"did you mean `{near}`?"
    return _other_file(field, root) or f"fields of {noun} are: {_some(fields)}"


def nearest(word: str, known: tuple[str, ...], cutoff: float = _NEAR) -> str | None:
    """The known word that a word is most likely a slip of; None where none is near."""
    if len(word) > _LONGEST:
        return None
    plain = {_plain(name): name for name in known}
    found = difflib.get_close_matches(_plain(word), list(plain), n=1, cutoff=cutoff)
    return plain[found[0]] if found else None


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
