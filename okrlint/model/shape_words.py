"""Shape problems in words that somebody understands who has never seen a schema."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from okrlint.model.quantity import NotAQuantity, format_number, parse_quantity
from okrlint.model.shape_dates import how_to_write, why_no_date
from okrlint.model.shape_fields import hint_for, listed, meant, nearest
from okrlint.model.shape_place import Subject, named, noun_at, shown
from okrlint.model.shape_problem import SCHEMA, UNKNOWN_FIELD, Fault, ShapeProblem
from okrlint.model.shape_quantities import BadQuantity
from okrlint.model.shape_tree import choices, types
from okrlint.model.shape_types import form_hint, must_be, what_it_is

_PERCENT = 100
_SLIPS = 30
"""So many unknown fields of one thing are compared with those that it lacks."""


def explain(fault: Fault, subject: Subject) -> ShapeProblem | None:
    """One failed demand of the schema, in words; None where another problem says it already."""
    return _WORDS[fault.keyword](fault, subject)


def explain_quantity(bad: BadQuantity, subject: Subject) -> ShapeProblem:
    """A value that is no quantity, or a rate over time where a plan wants a plain one."""
    place = named(bad.path, subject)
    if bad.per is None:
        return _problem(bad.path, f"{place} is not a number that can be read: {shown(bad.value)}", bad.reason)
    message = f"{place} is {shown(bad.value)}; the numbers of a plan are for its whole quarter"
    return _problem(bad.path, message, f"leave out `per {bad.per}`, and give the number for the quarter")


def _problem(path: tuple[str | int, ...], message: str, hint: str) -> ShapeProblem:
    return ShapeProblem(SCHEMA, path, on_key=False, message=message, hint=hint)


def _type(fault: Fault, subject: Subject) -> ShapeProblem:
    place = named(fault.path, subject)
    if fault.value is None:
        return _nothing(fault, subject)
    message = f"{place} must be {must_be(fault.schema)}, not {what_it_is(fault.value)}"
    return _problem(fault.path, message, _number_meant(fault) or form_hint(fault, subject))


def _number_meant(fault: Fault) -> str:
    """What to write where a text is the number that is wanted, in quotes or in percent; else empty."""
    if not isinstance(fault.value, str) or types(fault.schema) != {"number"}:
        return ""
    try:
        value, unit, per, _ = parse_quantity(fault.value)
    except NotAQuantity:
        return ""
    high = fault.schema.get("maximum")
    if per or unit not in ("", "%") or (high is not None and not 0 <= (value / _PERCENT if unit else value) <= high):
        return ""
    if not unit:
        return f"write {value:f}, without quotes"
    return f"for {format_number(value)}% write {value / _PERCENT:f}"


def _nothing(fault: Fault, subject: Subject) -> ShapeProblem:
    """An empty value where one is needed; elsewhere empty and absent are the same."""
    last = fault.path[-1]
    if isinstance(last, int):
        return _problem(fault.path, f"{named(fault.path, subject)} is empty", "fill it in, or remove its `-`")
    message = f"{named(fault.path[:-1], subject)} has no `{last}`"
    return _problem(fault.path, message, _such_as(last, fault.schema))


def _missing(fault: Fault, subject: Subject) -> ShapeProblem | None:
    """Needed fields that are not there; one that is there with a slip of the pen is an unknown field."""
    known = fault.schema["properties"]
    unknown = islice((key for key in fault.value if key not in known), _SLIPS)
    slips = {nearest(key, tuple(known)) for key in unknown}
    absent = [name for name in fault.schema["required"] if name not in fault.value and name not in slips]
    if not absent:
        return None
    message = f"{named(fault.path, subject)} has no {listed([f'`{name}`' for name in absent], 'and no')}"
    return _problem(fault.path, message, _such_as(absent[0], known[absent[0]]))


def _such_as(name: str, schema: dict[str, Any]) -> str:
    return f"add a line such as `{name}: {schema['examples'][0]}`"


def _unknown(fault: Fault, subject: Subject) -> ShapeProblem:
    field, noun, fields = str(fault.key), noun_at(fault.path, subject), tuple(fault.schema["properties"])
    message, hint = f"{shown(field)} is not a field of {noun}", hint_for(field, noun, fields, subject.schema)
    problem = ShapeProblem(UNKNOWN_FIELD, (*fault.path, field), on_key=True, message=message, hint=hint)
    found = meant(field, fields, subject.schema)
    return problem._replace(instead=found.name, is_slip=found.is_slip) if found else problem


def _choice(fault: Fault, subject: Subject) -> ShapeProblem:
    known = choices(fault.schema)
    place = named(fault.path, subject)
    hint = f"write {listed([f'`{word}`' for word in known], 'or')}"
    if not isinstance(fault.value, str):
        return _problem(fault.path, f"{place} must be a word, not {what_it_is(fault.value)}", hint)
    near = nearest(fault.value, known)
    hint = f"did you mean `{near}`?" if near else hint
    return _problem(fault.path, f"{place} cannot be {shown(fault.value)}", hint)


def _constant(fault: Fault, subject: Subject) -> ShapeProblem:
    if fault.value is None:
        return _nothing(fault, subject)
    wanted = fault.schema["const"]
    message = f"{named(fault.path, subject)} must be {shown(wanted)}, not {what_it_is(fault.value)}"
    quotes = ", without quotes" if str(fault.value) == str(wanted) else ""
    return _problem(fault.path, message, f"write `{fault.path[-1]}: {wanted}`{quotes}")


def _text_form(fault: Fault, subject: Subject) -> ShapeProblem:
    """A text that is no id, no date, no month, or blank."""
    if fault.schema.get("format") == "date":
        return _date(fault, subject)
    if fault.key is not None:
        message = f"{shown(fault.key)} of {named(fault.path, subject)} is not a month"
        hint = "write year-month, such as `2026-04: 640`"
        return ShapeProblem(SCHEMA, (*fault.path, fault.key), on_key=True, message=message, hint=hint)
    if not fault.value.strip():
        return _nothing(fault, subject)
    message = f"{named(fault.path, subject)} is {shown(fault.value)}; an id has only small letters, digits and hyphens"
    return _problem(
        fault.path, message, f"write `{fault.path[-1]}: {_slug(fault.value) or fault.schema['examples'][0]}`"
    )


def _slug(text: str) -> str:
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text)
    return "-".join(letters.lower().split())


def _date(fault: Fault, subject: Subject) -> ShapeProblem:
    place, text = named(fault.path, subject), fault.value
    path, where = fault.path, f"{place}, {shown(text)},"
    if fault.key is not None:
        path, where = (*path, fault.key), f"{shown(text)} of {place}"
    message = f"{where} is not a date{why_no_date(text)}"
    return ShapeProblem(SCHEMA, path, fault.key is not None, message, how_to_write(text))


def _count(fault: Fault, subject: Subject) -> ShapeProblem:
    found = len(fault.value)
    message = f"{named(fault.path, subject)} must be a list of {fault.schema['minItems']}, and it has {found}"
    return _problem(fault.path, message, form_hint(fault, subject))


def _range(fault: Fault, subject: Subject) -> ShapeProblem:
    low, high = fault.schema.get("minimum"), fault.schema.get("maximum")
    bounds = f"{low} or more" if high is None else f"from {low} to {high}"
    message = f"{named(fault.path, subject)} must be {bounds}, and it is {shown(fault.value)}"
    if high == 1 and 1 < fault.value <= _PERCENT:
        return _problem(fault.path, message, f"for {fault.value}% write {fault.value / _PERCENT:g}")
    meaning = fault.schema["description"].partition(";")[0]
    example = fault.schema["examples"][0]
    return _problem(fault.path, message, f"write {meaning[:1].lower()}{meaning[1:]}, such as {example}")


def _reserved(fault: Fault, subject: Subject) -> ShapeProblem:
    place = named(fault.path, subject)
    message = f"{place} cannot be {shown(fault.value)}: in addresses the word has a meaning of its own"
    return _problem(fault.path, message, "choose another id")


_WORDS: dict[str, Callable[[Fault, Subject], ShapeProblem | None]] = {
    "additionalProperties": _unknown,
    "const": _constant,
    "format": _text_form,
    "maxItems": _count,
    "maximum": _range,
    "minItems": _count,
    "minimum": _range,
    "not": _reserved,
    "oneOf": _choice,
    "pattern": _text_form,
    "required": _missing,
    "type": _type,
}
