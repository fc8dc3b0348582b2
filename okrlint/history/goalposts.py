"""Whether a key result asks for less or for more than before, and what that does to its score."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from okrlint.history.change import CHANGED, EASED, GOALPOST, TIGHTENED, Change, Effect
from okrlint.model.dates import parse_date
from okrlint.model.fields import quantity_or_none
from okrlint.model.key_result import KeyResult
from okrlint.model.quantity import Quantity, format_number, format_quantity
from okrlint.model.scoring import score
from okrlint.records import bind

FIELDS = ("type", "metric", "unit", "baseline", "growth", "target", "milestones", "due", "weight", "commitment")
"""Fields whose change moves the goalposts."""


def goalpost_changes(before: KeyResult, after: KeyResult, as_of: datetime.date | None) -> Iterator[Change]:
    """The fields that decide the score and are not what they were."""
    moved = [field for field in FIELDS if _differs(field, before, after)]
    if not moved or _is_restated(moved, before, after):
        return
    direction, effect = direction_of(before, after), _effect(before, after, as_of)
    for field in moved:
        word = _due_direction(before, after) if field == "due" else direction
        yield Change(
            GOALPOST,
            CHANGED if field in ("weight", "metric", "unit") else word,
            after.address,
            after.name,
            field,
            written(field, before),
            written(field, after),
            _reason(field, after),
            effect,
            after.at(field),
        )


def _differs(field: str, before: KeyResult, after: KeyResult) -> bool:
    return _meaning(field, before) != _meaning(field, after)


def _is_restated(moved: Sequence[str], before: KeyResult, after: KeyResult) -> bool:
    """Whether a growth became the target that it led to, or the other way round: the goal is where it was."""
    if not {"growth", "target"}.issuperset(moved) or before.goal is None or before.band or after.band:
        return False
    return before.goal == after.goal


def _meaning(field: str, key_result: KeyResult) -> object:
    """What a field means, so that 0.25 and 25%, or 1,000 and 1000, are the same."""
    if field == "baseline":
        return _number(key_result.baseline.value) if key_result.baseline is not None else None
    if field == "target":
        return tuple(map(_number, key_result.band)) if key_result.band else _number(key_result.target)
    if field == "milestones":
        return [(step.title, step.weight, step.due) for step in key_result.milestones]
    plain: dict[str, Callable[[], object]] = {
        "type": lambda: key_result.type,
        "metric": lambda: key_result.metric,
        "unit": lambda: key_result.stated_unit,
        "growth": lambda: _number(key_result.growth),
        "due": lambda: key_result.due,
        "weight": key_result.weight.normalize,
        "commitment": lambda: key_result.commitment,
    }
    return plain[field]()


def _number(quantity: Quantity | None) -> Decimal | None:
    return None if quantity is None else quantity.fraction.normalize()


def written(field: str, key_result: KeyResult) -> str:
    """A field as people write it; empty where it is missing."""
    if field == "baseline":
        start = key_result.baseline.value if key_result.baseline is not None else None
        return format_quantity(start) if start is not None else ""
    if field in ("growth", "target"):
        quantity = key_result.growth if field == "growth" else key_result.target
        if field == "target" and key_result.band:
            return " to ".join(map(format_quantity, key_result.band))
        return format_quantity(quantity) if quantity is not None else ""
    if field == "milestones":
        return "; ".join(f"{step.title} ({format_number(step.weight)})" for step in key_result.milestones)
    value = key_result.stated_unit if field == "unit" else getattr(key_result, field)
    return format_number(value) if isinstance(value, Decimal) else str(value or "")


def direction_of(before: KeyResult, after: KeyResult) -> str:
    """`eased` where every value scores at least as much as before and some more, `tightened` the other way round."""
    probes = _probes(before, after)
    old, new = _progress(before), _progress(after)
    if old is None or new is None or not probes:
        return CHANGED
    differences = [new(value) - old(value) for value in probes]
    if all(difference >= 0 for difference in differences) and any(differences):
        return EASED
    if all(difference <= 0 for difference in differences) and any(differences):
        return TIGHTENED
    return CHANGED


def _probes(before: KeyResult, after: KeyResult) -> list[Decimal]:
    """Values at which both scales are read: both goals and the way between them and the starts."""
    goals = [goal for goal in (before.goal, after.goal) if goal is not None]
    starts = [_start(key_result) for key_result in (before, after)]
    middles = [(goal + start) / 2 for goal, start in zip(goals, starts, strict=False)]
    return [*goals, *middles]


def _start(key_result: KeyResult) -> Decimal:
    start = key_result.baseline.value if key_result.baseline is not None else None
    return start.value if start is not None and key_result.type != "count" else Decimal(0)


def _progress(key_result: KeyResult) -> Callable[[Decimal], Decimal] | None:
    """How far a value is on the way, 0 to 1; a limit is held or not. None where there is no scale."""
    goal, start = key_result.goal, _start(key_result)
    if goal is None:
        return None
    if key_result.type == "at-least":
        return lambda value: Decimal(int(value >= goal))
    if key_result.type == "at-most":
        return lambda value: Decimal(int(value <= goal))
    if key_result.type not in ("increase", "decrease", "count") or goal == start:
        return None
    return lambda value: min(Decimal(1), max(Decimal(0), (value - start) / (goal - start)))


def _due_direction(before: KeyResult, after: KeyResult) -> str:
    if before.due is None or after.due is None:
        return CHANGED
    return EASED if after.due > before.due else TIGHTENED


def _effect(before: KeyResult, after: KeyResult, as_of: datetime.date | None) -> Effect | None:
    """The score of today's check-ins under the old plan and under the new one."""
    if as_of is None:
        return None
    restated = KeyResult(**before.__dict__)
    bind(restated, check_ins=after.check_ins)
    effect = Effect(score(restated, as_of).score, score(after, as_of).score)
    return None if effect == Effect(None, None) else effect


def _reason(field: str, after: KeyResult) -> str:
    """The reason of the revision that led to this value; one for another value explains nothing."""
    now = _meaning(field, after)
    named = [revision for revision in after.revisions if revision.field == field and revision.reason]
    reasons = [r.reason for r in named if field == "milestones" or _as_meant(field, r.after) == now]
    return reasons[-1] or "" if reasons else ""


def _as_meant(field: str, raw: object) -> object:
    """The value of a revision in the form in which the field's own is compared; steps have no such form."""
    if isinstance(raw, list):
        return tuple(_number(quantity_or_none(item)) for item in raw)
    if field in ("growth", "target", "baseline", "weight"):
        return _number(quantity_or_none(raw))
    return parse_date(raw) if field == "due" else raw
