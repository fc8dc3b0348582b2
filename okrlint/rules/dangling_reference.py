"""A reference leads nowhere, or round in a circle.

An owner whom nobody knows is not reminded, a metric that is not in company.yaml has no definition, and an
objective that supports something which does not exist supports nothing. Mostly it is a slip of the pen;
sometimes what it named has moved. People and metrics are looked up only where company.yaml lists people,
or metrics; channels only where the quarter's pipeline file lists channels. In closed plans and dropped
key results only references to other plans are looked up, because people leave and priorities end.

When to ignore: never; name people who left in company.yaml as long as a plan that is not closed names
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from okrlint.linting.circles import circles
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company, Metric, Person, Priority
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.pipeline import Channel
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.source.span import Location

_ALWAYS_THERE = ("focus", "health")
"""What an objective may support besides priorities and addresses."""
_MOST_RELATED = 5
_MOST_LISTED = 8
_MOST_COMPARED = 100
"""Slips that are compared with known names, and names with each: comparing takes time."""


class _Loose(NamedTuple):
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


def check(portfolio: Portfolio, context: Context) -> Iterator[Problem]:
    """Follow every reference of every plan."""
    for count, loose in enumerate(_all_loose(portfolio)):
        near = _nearest(loose.target, loose.known()) if count < _MOST_COMPARED else ""
        message = f"`{loose.field}` names {quoted(loose.target)}, {loose.message}"
        yield Problem(loose.location, message, near or loose.hint, address=loose.address)
    for field, edges in (("supports", _supported(portfolio)), ("carried_from", _carried(portfolio))):
        yield from (_circle(field, ring) for ring in circles(edges))


def _all_loose(portfolio: Portfolio) -> Iterator[_Loose]:
    for plan in portfolio.plans:
        company = portfolio.company if plan.status != "closed" else None
        if company is not None:
            yield from _people(plan, company)
            yield from _metrics(plan, company)
        yield from _channels(plan, portfolio)
        for item in _items(plan):
            yield from _targets(item, portfolio, company)
    if portfolio.company is not None:
        yield from _focus(portfolio.company)


def _items(plan: Plan) -> Iterator[Objective | KeyResult]:
    for objective in plan.objectives:
        yield objective
        yield from objective.key_results


def _alive(plan: Plan) -> Iterator[Objective | KeyResult]:
    for objective in plan.objectives:
        if objective.status != "dropped":
            yield objective
            yield from (key_result for key_result in objective.key_results if key_result.status != "dropped")


def _place(item: Located, field: str, index: int) -> Location:
    """Where one of the texts of a field stands, be it a list or the only one."""
    path = (*item.path, field, index)
    return item.document.location(path) if item.document.has(path) else item.at(field)


def _people(plan: Plan, company: Company) -> Iterator[_Loose]:
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
                yield _Loose(_place(item, field, index), field, person_id, message, address, do, known)


def _id(item: Person | Metric | Channel | Priority) -> str | None:
    return item.id


def _named_people(plan: Plan) -> Iterator[tuple[Located, str, tuple[str, ...], str]]:
    yield plan, "lead", _one(plan.lead), plan.address
    if plan.agreed is not None:
        yield plan.agreed, "by", plan.agreed.by, plan.address
    for item in _alive(plan):
        yield item, "owner", item.owners, item.address
        for revision in item.revisions:
            yield revision, "approved_by", _one(revision.approved_by), item.address
        if isinstance(item, KeyResult):
            yield from ((action, "owner", _one(action.owner), item.address) for action in item.actions)
            yield from ((found, "by", _one(found.by), item.address) for found in item.check_ins if not found.short)


def _one(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text,)


def _metrics(plan: Plan, company: Company) -> Iterator[_Loose]:
    for item in _alive(plan):
        if isinstance(item, KeyResult):
            for field, metric in (("metric", item.metric), ("guard", item.guard)):
                yield from _metric(item, field, metric, company, item.address)


def _focus(company: Company) -> Iterator[_Loose]:
    for focus in company.focus:
        yield from _metric(focus, "metric", focus.metric, company, "company#focus")


def _metric(item: Located, field: str, metric: str | None, company: Company, address: str) -> Iterator[_Loose]:
    """A metric is looked up where metrics are listed; free words have a space or a capital, all else is an id."""
    if metric is None or not company.metrics or company.metric(metric) is not None or not _kebab().fullmatch(metric):
        return
    words = metric.replace("-", " ").capitalize()
    hint = f"add it to `metrics` in company.yaml, or write free words such as {quoted(words)}"
    known = partial(map, _id, company.metrics)
    message = "which is not among the metrics of company.yaml"
    yield _Loose(item.at(field), field, metric, message, address, hint, known)


@cache
def _kebab() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _channels(plan: Plan, portfolio: Portfolio) -> Iterator[_Loose]:
    pipeline = portfolio.pipeline(plan.quarter)
    if pipeline is None or not pipeline.channels:
        return
    known, path = {channel.id for channel in pipeline.channels}, pipeline.document.path
    message, hint = f"which is not among the channels of {path}", f"add it to `channels` in {path}"
    for item in _alive(plan):
        if isinstance(item, KeyResult) and item.channel is not None and item.channel not in known:
            near = partial(map, _id, pipeline.channels)
            yield _Loose(item.at("channel"), "channel", item.channel, message, item.address, hint, near)


def _targets(item: Objective | KeyResult, portfolio: Portfolio, company: Company | None) -> Iterator[_Loose]:
    """What an item supports, is carried from or is shared with: priorities, objectives and key results."""
    supports = item.supports if isinstance(item, Objective) else ()
    carried, shared = _one(item.carried_from), item.shared_with
    for field, targets in (("supports", supports), ("carried_from", carried), ("shared_with", shared)):
        for index, target in enumerate(targets):
            if "#" not in target and field == "supports":
                if company is not None and target not in _ALWAYS_THERE and company.priority(target) is None:
                    yield _priority(item, _place(item, field, index), target, company)
            elif portfolio.find(target) is None:
                hint, near = _around(target, portfolio)
                place = _place(item, field, index)
                yield _Loose(place, field, target, "which does not exist", item.address, hint, near)


def _priority(item: Objective | KeyResult, place: Location, target: str, company: Company) -> _Loose:
    known = (*filter(None, map(_id, company.priorities)), *_ALWAYS_THERE)
    is_focus = target in {focus.metric for focus in company.focus}
    hint = f"write one of {', '.join(known[-_MOST_LISTED:])}, or an address"
    return _Loose(
        place,
        "supports",
        target,
        "which is not among the priorities of company.yaml",
        item.address,
        "write `focus`: this metric is the focus" if is_focus else hint,
        tuple if is_focus else partial(iter, known),
    )


def _around(target: str, portfolio: Portfolio) -> tuple[str, Callable[[], Iterable[str]]]:
    """What there is near an address: in its plan, else how an address is written."""
    plan = portfolio.find(target.partition("#")[0])
    if isinstance(plan, Plan):
        some = ", ".join(item.address for item in islice(_items(plan), 3))
        return f"{plan.document.path} has {some}", lambda: (item.address for item in _items(plan))
    sample = next((objective.address for plan in portfolio.plans for objective in plan.objectives), "")
    return f"there is no such plan; an address is written like {sample}", tuple


def _nearest(word: str, known: Iterable[str | None]) -> str:
    """A question for the known word that is most likely meant; empty where none is near."""
    from okrlint.model.shape_fields import nearest

    found = nearest(word, tuple(islice(filter(None, known), _MOST_COMPARED)))
    return f'did you mean "{found}"?' if found else ""


def _supported(portfolio: Portfolio) -> dict[Located, list[Located]]:
    """Which objectives each objective supports, itself or by one of their key results."""
    edges: dict[Located, list[Located]] = {}
    for plan in portfolio.plans:
        for objective in plan.objectives:
            found = [portfolio.find(target) for target in objective.supports if "#" in target]
            ends = [target.objective if isinstance(target, KeyResult) else target for target in found]
            edges[objective] = [end for end in ends if isinstance(end, Objective)]
    return edges


def _carried(portfolio: Portfolio) -> dict[Located, list[Located]]:
    items = (item for plan in portfolio.plans for item in _items(plan))
    found = {item: portfolio.find(item.carried_from) if item.carried_from else None for item in items}
    return {item: [] if target is None else [target] for item, target in found.items()}


def _circle(field: str, ring: list[Located]) -> Problem:
    first, *others = ring
    addresses = [item.address for item in ring if isinstance(item, (Objective, KeyResult))]
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    through = f" through {addresses[1]}{more}" if others else ""
    return Problem(
        first.at(field),
        f"`{field}` leads back to {addresses[0]}{through}",
        "let it end at the focus or a priority" if field == "supports" else "name a key result of an earlier quarter",
        related=tuple(Related(other.at(field), "and from here on") for other in others[:_MOST_RELATED]),
        address=addresses[0],
    )


RULE = Rule(
    id="dangling-reference",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example('owner: benn  # <- names "benn"'),
        Example("guard: cost-per-leed  # <- not among the metrics of company.yaml"),
        Example("carried_from: marketing/2026-Q3#demand.lead  # <- does not exist"),
        Example('supports: self-served  # <- names "self-served"', at="objective"),
        Example("supports: marketing/2026-Q4#demand.cost  # <- leads back to marketing/2026-Q4#demand", at="objective"),
    ),
    good=(
        Example(
            """
metric: Leads from the agency report
owner: ben
guard: cost-per-lead
carried_from: marketing/2026-Q3#demand.leads
"""
        ),
        Example("supports: [focus, self-serve]", at="objective"),
    ),
)
