"""Two states of the plans, and what changed in meaning from one to the other."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from okrlint.history.change import CHANGED, CHECK_IN, PEOPLE, SCOPE, STATUS, WORDING, WORK, Change
from okrlint.history.goalposts import goalpost_changes
from okrlint.history.matching import matched
from okrlint.model.action import Action
from okrlint.model.check_in import CheckIn
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.model.quantity import Quantity, format_number, format_quantity


def compare(before: Portfolio, after: Portfolio, as_of: datetime.date | None) -> tuple[Change, ...]:
    """Every change between two states, the most important first.

    Plans are the same by team and quarter, whatever their file is called. `as_of` is the day for which effects on
    scores are worked out; without it none are.
    """
    return compare_plans(before.plans, after.plans, as_of)


def compare_plans(before: Iterable[Plan], after: Iterable[Plan], as_of: datetime.date | None) -> tuple[Change, ...]:
    """Every change between two sets of plans, as `compare` has it."""
    old = {plan.address: plan for plan in before}
    new = {plan.address: plan for plan in after}
    changes: list[Change] = []
    for address in sorted({*old, *new}):
        changes += _plan_changes(old.get(address), new.get(address), as_of)
    return tuple(sorted(changes, key=lambda change: change.order))


def _plan_changes(before: Plan | None, after: Plan | None, as_of: datetime.date | None) -> Iterator[Change]:
    if before is None and after is not None:
        yield Change(SCOPE, "added", after.address, after.name, "plan", after=_size(after), location=after.at())
    elif after is None and before is not None:
        yield Change(SCOPE, "removed", before.address, before.name, "plan", before=_size(before))
    elif before is not None and after is not None:
        yield from _fields(before, after, STATUS, ("status",))
        yield from _fields(before, after, PEOPLE, ("lead",))
        yield from _agreement(before, after)
        yield from _objectives(before, after, as_of)


def _size(plan: Plan) -> str:
    return f"{len(plan.objectives)} objectives, {len(plan.key_results)} key results"


def _agreement(before: Plan, after: Plan) -> Iterator[Change]:
    old, new = (_agreed(plan) for plan in (before, after))
    if old != new:
        yield Change(STATUS, CHANGED, after.address, after.name, "agreed", old, new, location=after.at("agreed"))


def _agreed(plan: Plan) -> str:
    if plan.agreed is None:
        return ""
    return f"{plan.agreed.date or ''} by {', '.join(plan.agreed.by)}".strip()


def _objectives(before: Plan, after: Plan, as_of: datetime.date | None) -> Iterator[Change]:
    for old, new in matched(before.objectives, after.objectives):
        yield from _presence(old, new)
        if old is not None and new is not None:
            yield from _fields(old, new, PEOPLE, ("owner",))
            yield from _fields(old, new, WORDING, ("title", "why", "note"))
            yield from _listed(old, new, "supports")
            yield from _listed(old, new, "shared_with")
            yield from _fields(old, new, WORDING, ("carried_from",))
    for was, now in matched(before.key_results, after.key_results):
        yield from _presence(was, now)
        if was is not None and now is not None:
            yield from _key_result(was, now, as_of)


def _presence(old: Objective | KeyResult | None, new: Objective | KeyResult | None) -> Iterator[Change]:
    """Added, removed, dropped, taken up again, moved to another objective or given another id."""
    if old is None and new is not None:
        yield Change(SCOPE, "added", new.address, new.name, _noun(new), after=new.name, location=new.at())
    elif new is None and old is not None:
        yield Change(SCOPE, "removed", old.address, old.name, _noun(old), before=old.name)
    elif old is not None and new is not None:
        if old.status != new.status:
            word = "dropped" if new.status == "dropped" else CHANGED
            place, why = new.at("status"), _why_status(new)
            yield Change(SCOPE, word, new.address, new.name, "status", old.status, new.status, why, location=place)
        if old.address != new.address:
            word = "renamed" if old.id != new.id else "moved"
            yield Change(SCOPE, word, new.address, new.name, "address", old.address, new.address, location=new.at())


def _why_status(item: Objective | KeyResult) -> str:
    """The reason of the revision that led to this status."""
    named = (revision for revision in item.revisions if revision.field == "status" and revision.after == item.status)
    return next((revision.reason for revision in reversed(list(named)) if revision.reason), "")


def _noun(item: Objective | KeyResult) -> str:
    return "objective" if isinstance(item, Objective) else "key result"


def _key_result(old: KeyResult, new: KeyResult, as_of: datetime.date | None) -> Iterator[Change]:
    yield from goalpost_changes(old, new, as_of)
    yield from _fields(old, new, PEOPLE, ("owner",))
    yield from _fields(old, new, WORDING, ("title", "note", "guard", "channel", "carried_from"))
    yield from _listed(old, new, "shared_with")
    yield from _closing(old, new)
    yield from _actions(old, new)
    yield from _check_ins(old, new)


def _fields(old: object, new: Plan | Objective | KeyResult, kind: str, names: Iterable[str]) -> Iterator[Change]:
    for name in names:
        before, after = (" ".join(str(getattr(item, name) or "").split()) for item in (old, new))
        if before != after:
            yield Change(kind, CHANGED, new.address, new.name, name, before, after, location=new.at(name))


def _listed(old: object, new: Objective | KeyResult, name: str) -> Iterator[Change]:
    before, after = (", ".join(getattr(item, name)) for item in (old, new))
    if before != after:
        yield Change(WORDING, CHANGED, new.address, new.name, name, before, after, location=new.at(name))


def _closing(old: KeyResult, new: KeyResult) -> Iterator[Change]:
    before, after = (_closed(key_result) for key_result in (old, new))
    if before != after:
        yield Change(STATUS, CHANGED, new.address, new.name, "close", before, after, location=new.at("close"))


def _closed(key_result: KeyResult) -> str:
    close = key_result.close
    if close is None:
        return ""
    number = format_number(close.score) if close.score is not None else ""
    return ", ".join(filter(None, (number, close.cause, close.decision)))


def _actions(old: KeyResult, new: KeyResult) -> Iterator[Change]:
    before = {action.title: action for action in old.actions}
    after = {action.title: action for action in new.actions}
    for title in [*after, *(title for title in before if title not in after)]:
        was, now = before.get(title), after.get(title)
        name = title or new.name
        if now is None:
            status = (was.status or "") if was is not None else ""
            yield Change(WORK, "removed", new.address, name, "action", status, location=new.at("actions"))
        elif was is None:
            yield Change(WORK, "added", new.address, name, "action", after=now.status or "", location=now.at())
        else:
            yield from _action(was, now, new.address, name)


def _action(was: Action, now: Action, address: str, name: str) -> Iterator[Change]:
    """Who does it, until when, and how far it is."""
    for field, called in (("status", "action"), ("owner", "action owner"), ("due", "action due")):
        before, after = (str(getattr(action, field) or "") for action in (was, now))
        if before != after:
            yield Change(WORK, CHANGED, address, name, called, before, after, location=now.at(field))


def _check_ins(old: KeyResult, new: KeyResult) -> Iterator[Change]:
    before = {check_in.date_text: check_in for check_in in old.check_ins}
    for check_in in new.check_ins:
        earlier = before.pop(check_in.date_text, None)
        was, now = _value(earlier), _value(check_in)
        if earlier is None:
            latest = _value(old.check_ins[-1]) if old.check_ins else ""
            yield _check_in(new, check_in, "added", latest, now)
        elif was != now:
            yield _check_in(new, check_in, "corrected" if check_in.corrected else "rewritten", was, now)
    for gone in before.values():
        yield Change(
            CHECK_IN, "removed", new.address, new.name, gone.date_text, _value(gone), location=new.at("check_ins")
        )


def _check_in(key_result: KeyResult, check_in: CheckIn, what: str, before: str, after: str) -> Change:
    reason = check_in.corrected or ""
    place = check_in.at("value") if not check_in.short else check_in.at()
    name = key_result.name
    return Change(CHECK_IN, what, key_result.address, name, check_in.date_text, before, after, reason, None, place)


def _value(check_in: CheckIn | None) -> str:
    if check_in is None or check_in.value is None:
        return ""
    if isinstance(check_in.value, Quantity):
        return format_quantity(check_in.value)
    return "yes" if check_in.value else "no"
