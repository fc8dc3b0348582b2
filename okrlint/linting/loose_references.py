"""References that lead nowhere, as far as a plan, the company and the pipelines can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company, Metric, Person, Priority
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.pipeline import Channel
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple

_ALWAYS_THERE = ("focus", "health")
"""What an objective may support besides priorities and addresses."""
_MOST_LISTED = 8


def is_address(target: str) -> bool:
    """Whether a reference names an objective or key result, and not the focus or a priority."""
    return "#" in target


class Loose(NamedTuple):
    """A reference that leads nowhere."""

    location: Location
    field: str
    target: str
    message: str
    """What it is not, behind the name."""
    address: str
    hint: str
    """What to do where no name is near."""
    known: Callable[[], Iterable[str | None]] = tuple
    """The names that it may be a slip of."""


def loose_inside(plan: Plan, company: Company | None, portfolio: Portfolio) -> Iterator[Loose]:
    """What leads nowhere and can be told without another plan."""
    if company is not None:
        yield from _people(plan, company)
        yield from _metrics(plan, company)
        for objective in plan.objectives:
            yield from _priorities(objective, company)
    yield from _channels(plan, portfolio)


def items_of(plan: Plan) -> Iterator[Objective | KeyResult]:
    """Every objective of a plan, each with its key results behind it."""
    for objective in plan.objectives:
        yield objective
        yield from objective.key_results


def _alive(plan: Plan) -> Iterator[Objective | KeyResult]:
    for objective in plan.objectives:
        if objective.status != "dropped":
            yield objective
            yield from (key_result for key_result in objective.key_results if key_result.status != "dropped")


def place_of(item: Located, field: str, index: int) -> Location:
    """Where one of the texts of a field stands, be it a list or the only one."""
    path = (*item.path, field, index)
    return item.document.location(path) if item.document.has(path) else item.at(field)


def _people(plan: Plan, company: Company) -> Iterator[Loose]:
    if not company.people:
        return
    message, hint = "who is not among the people of company.yaml", "add them to `people` in company.yaml"
    by_name = {person.name.lower(): person.id for person in company.people if person.name}
    for item, field, ids, address in _named_people(plan):
        for index, person_id in enumerate(ids):
            if company.person(person_id) is None:
                meant = by_name.get(person_id.lower())
                do = f'write the id, "{meant}"' if meant else hint
                known = tuple if meant else partial(map, _id, company.people)
                yield Loose(place_of(item, field, index), field, person_id, message, address, do, known)


def _id(item: Person | Metric | Channel | Priority) -> str | None:
    return item.id


def _named_people(plan: Plan) -> Iterator[tuple[Located, str, tuple[str, ...], str]]:
    yield plan, "lead", as_texts(plan.lead), plan.address
    if plan.agreed is not None:
        yield plan.agreed, "by", plan.agreed.by, plan.address
    for item in _alive(plan):
        yield item, "owner", item.owners, item.address
        for revision in item.revisions:
            yield revision, "approved_by", as_texts(revision.approved_by), item.address
        if isinstance(item, KeyResult):
            yield from ((action, "owner", as_texts(action.owner), item.address) for action in item.actions)
            yield from ((found, "by", as_texts(found.by), item.address) for found in item.check_ins if not found.short)


def as_texts(text: str | None) -> tuple[str, ...]:
    """A field with one text as a list of texts."""
    return () if text is None else (text,)


def _metrics(plan: Plan, company: Company) -> Iterator[Loose]:
    for item in _alive(plan):
        if isinstance(item, KeyResult):
            for field, metric in (("metric", item.metric), ("guard", item.guard)):
                yield from _metric(item, field, metric, company, item.address)


def loose_focus(company: Company) -> Iterator[Loose]:
    """What the focus names."""
    for focus in company.focus:
        yield from _metric(focus, "metric", focus.metric, company, "company#focus")


def _metric(item: Located, field: str, metric: str | None, company: Company, address: str) -> Iterator[Loose]:
    """A metric is looked up where metrics are listed; free words have a space or a capital, all else is an id."""
    if metric is None or not company.metrics or company.metric(metric) is not None or not _kebab().fullmatch(metric):
        return
    words = metric.replace("-", " ").capitalize()
    hint = f"add it to `metrics` in company.yaml, or write free words such as {quoted(words)}"
    known = partial(map, _id, company.metrics)
    message = "which is not among the metrics of company.yaml"
    yield Loose(item.at(field), field, metric, message, address, hint, known)


@cache
def _kebab() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _channels(plan: Plan, portfolio: Portfolio) -> Iterator[Loose]:
    pipeline = portfolio.pipeline(plan.quarter)
    if pipeline is None or not pipeline.channels:
        return
    known, path = {channel.id for channel in pipeline.channels}, pipeline.document.path
    message, hint = f"which is not among the channels of {path}", f"add it to `channels` in {path}"
    for item in _alive(plan):
        if isinstance(item, KeyResult) and item.channel is not None and item.channel not in known:
            near = partial(map, _id, pipeline.channels)
            yield Loose(item.at("channel"), "channel", item.channel, message, item.address, hint, near)


def _priorities(objective: Objective, company: Company) -> Iterator[Loose]:
    """What an objective supports besides other objectives and key results."""
    for index, target in enumerate(objective.supports):
        if not is_address(target) and target not in _ALWAYS_THERE and company.priority(target) is None:
            yield _priority(objective, place_of(objective, "supports", index), target, company)


def _priority(item: Objective | KeyResult, place: Location, target: str, company: Company) -> Loose:
    known = (*filter(None, map(_id, company.priorities)), *_ALWAYS_THERE)
    is_focus = target in {focus.metric for focus in company.focus}
    hint = f"write one of {', '.join(known[-_MOST_LISTED:])}, or an address"
    return Loose(
        place,
        "supports",
        target,
        "which is not among the priorities of company.yaml",
        item.address,
        "write `focus`: this metric is the focus" if is_focus else hint,
        tuple if is_focus else partial(iter, known),
    )
