"""Whether a file can be read as what it says it is: a quick answer for a good file, words for a bad one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from okrlint.model.schema_files import FILE_KINDS, load_schema
from okrlint.model.shape_problem import SCHEMA, Fault, ShapeProblem
from okrlint.model.shape_quantities import BadQuantity, bad_quantities, bad_quantities_of
from okrlint.model.shape_tree import choices
from okrlint.model.shape_verdict import Verdict

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

    from okrlint.source.document import Path

__all__ = ["ShapeProblem", "check_shape"]

MOST = 100
"""So many problems of one file are told: somebody who meant another format sees it from these."""
_FEW = 8
"""Files of a kind that are quicker looked at without the library than the library is imported."""


def check_shape(kind: object, data: Any) -> tuple[ShapeProblem, ...]:
    """What is wrong with the shape of a file's data: one problem a place, none where all of it can be read.

    `kind` is what the file says that it is, whatever that may be. Never raises on any data.
    """
    if isinstance(kind, str) and kind in FILE_KINDS and is_valid(kind, data):
        bad = bad_quantities(kind, data)
        return _explained(kind, data, (), bad) if bad else ()
    return _problems(kind, data)


def is_valid(kind: str, data: Any) -> bool:
    """The quick verdict of the schema alone; text that is no Unicode (half a surrogate) is left to the slow one."""
    if next(_few_of(kind), None) is not None and _own_verdict_of(kind).surely_fits(data):
        return True
    try:
        return _verdict_of(kind)(data)
    except ValueError:
        return False


@cache
def _few_of(kind: str) -> Iterator[int]:
    """Counts the files of a kind for which the library is not worth its import."""
    del kind
    return iter(range(_FEW))


@cache
def _own_verdict_of(kind: str) -> Verdict:
    return Verdict(load_schema(kind), load_schema(kind))


@cache
def _verdict_of(kind: str) -> Callable[[Any], bool]:
    import jsonschema_rs

    return jsonschema_rs.Draft7Validator(load_schema(kind), validate_formats=True).is_valid


def _problems(kind: object, data: Any) -> tuple[ShapeProblem, ...]:
    from okrlint.model.shape_kind import opening_problem

    opening = opening_problem(data)
    if opening is not None:
        return (opening,)
    known = kind if isinstance(kind, str) and kind in FILE_KINDS else data["kind"]
    faults = tuple(islice(faults_of(known, data), MOST + 1))
    return _explained(known, data, faults, bad_quantities(known, data))


def _explained(kind: str, data: Any, faults: Sequence[Fault], bad: Sequence[BadQuantity]) -> tuple[ShapeProblem, ...]:
    """One problem a place; a value inside something that is wrong as a whole has none of its own."""
    from okrlint.model.shape_place import Subject
    from okrlint.model.shape_words import explain, explain_quantity

    subject = Subject(load_schema(kind), data)
    told = filter(None, (_tried(explain(fault, subject), fault, kind) for fault in reversed(faults)))
    found = {(problem.path, problem.on_key): problem for problem in told}
    wrong = {path for path, _ in found if path}
    problems = _unrivalled(list(reversed(found.values())))
    open_ones = islice((one for one in bad if wrong.isdisjoint(_ways(one.path))), MOST + 1)
    problems += [explain_quantity(one, subject) for one in open_ones]
    return tuple(problems) if len(problems) <= MOST else (*problems[:MOST], _more())


def _unrivalled(problems: list[ShapeProblem]) -> list[ShapeProblem]:
    """The problems, two of which never propose the same field."""
    count = Counter((problem.path[:-1], problem.instead) for problem in problems)
    return [p._replace(instead=None) if count[p.path[:-1], p.instead] > 1 else p for p in problems]


def _tried(problem: ShapeProblem | None, fault: Fault, kind: str) -> ShapeProblem | None:
    """A problem that proposes another field only where that one is free and takes the value."""
    if problem is None or problem.instead is None:
        return problem
    if problem.instead not in fault.value and _takes(kind, fault.schema["properties"][problem.instead], fault):
        return problem
    return problem._replace(instead=None)


def _takes(kind: str, field: dict[str, Any], fault: Fault) -> bool:
    """Whether a field can hold the value of another one."""
    import jsonschema_rs

    value = fault.value[fault.key]
    alone = {"definitions": load_schema(kind).get("definitions", {}), "properties": {"field": field}}
    try:
        valid = jsonschema_rs.Draft7Validator(alone, validate_formats=True).is_valid({"field": value})
    except ValueError:
        return False
    return valid and not bad_quantities_of(kind, field, value)


def _ways(path: Path) -> Iterator[Path]:
    """The path itself, and those to all that the value is part of."""
    return (path[:length] for length in range(1, len(path) + 1))


def _more() -> ShapeProblem:
    message = f"the file has more problems like these; the first {MOST} are shown"
    return ShapeProblem(SCHEMA, (), on_key=False, message=message, hint="mend these first")


def faults_of(kind: str, data: Any) -> Iterator[Fault]:
    """What the schema has against the data, in an order that does not change; none where it is valid."""
    for error in _explainer_of(kind)(data):
        yield from _told(error)


@cache
def _explainer_of(kind: str) -> Callable[[Any], Iterator[ValidationError]]:
    import jsonschema

    # The library walks a mapping's other entries as a set: the same file would give another first hundred every time.
    extend: Any = jsonschema.validators.extend
    ordered = extend(jsonschema.Draft7Validator, {"additionalProperties": _in_file_order})
    explainer: Any = ordered(load_schema(kind), format_checker=jsonschema.FormatChecker(("date",)))
    found: Callable[[Any], Iterator[ValidationError]] = explainer.iter_errors
    return found


def _in_file_order(validator: Any, allowed: Any, value: Any, schema: Any) -> Iterator[Any]:
    import jsonschema

    others = [key for key in value if key not in schema.get("properties", ())] if isinstance(value, dict) else []
    if isinstance(allowed, dict):
        for key in others:
            yield from validator.descend(value[key], allowed, path=key)
    elif others:
        yield jsonschema.ValidationError("unknown fields")


def _told(error: ValidationError) -> Iterator[Fault]:
    """The faults behind one error: one for each unknown key, and those of the form that was meant."""
    schema: Any = error.schema
    value: Any = error.instance
    path = tuple(error.absolute_path)
    if error.validator == "oneOf" and not choices(schema):
        for inner in _of_form_meant(error.context or []):
            yield from _told(inner)
    elif error.validator == "additionalProperties":
        known = schema["properties"]
        yield from (Fault("additionalProperties", path, value, schema, key) for key in value if key not in known)
    else:
        key = value if "propertyNames" in error.absolute_schema_path else None
        yield Fault(str(error.validator), path, value, schema, key)


def _of_form_meant(errors: Sequence[ValidationError]) -> Sequence[ValidationError]:
    """Of several forms the errors of the one whose type is the value's, else that it has not the first one's."""
    others = {error.relative_schema_path[0] for error in errors if _is_other_type(error)}
    meant = [error for error in errors if error.relative_schema_path[0] not in others]
    return meant or errors[:1]


def _is_other_type(error: ValidationError) -> bool:
    return error.validator == "type" and not error.relative_path
