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
from collections.abc import Iterable, Iterator
from functools import cache

from okrlint.linting.circles import circles
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.company import Company
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.source.span import Location

_ALWAYS_THERE = ("focus", "health")
"""What an objective may support besides priorities and addresses."""
_MOST_RELATED = 5


def check(portfolio: Portfolio, context: Context) -> Iterator[Problem]:
    """Follow every reference of every plan."""
    for plan in portfolio.plans:
        company = portfolio.company if plan.status != "closed" else None
        if company is not None:
            yield from _people(plan, company)
            yield from _metrics(plan, company)
        yield from _channels(plan, portfolio)
        for item in _items(plan):
            yield from _addresses(item, portfolio, company)
    yield from _focus(portfolio)
    for field, edges in (("supports", _supported(portfolio)), ("carried_from", _carried(portfolio))):
        yield from (_circle(field, ring) for ring in circles(edges))


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


def _people(plan: Plan, company: Company) -> Iterator[Problem]:
    if not company.people:
        return
    for item, field, ids, address in _named_people(plan):
        for index, person_id in enumerate(ids):
            if company.person(person_id) is None:
                hint = _person_hint(person_id, company)
                message = f'`{field}` names "{person_id}", who is not among the people of company.yaml'
                yield Problem(_place(item, field, index), message, hint, address=address)


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


def _person_hint(person_id: str, company: Company) -> str:
    by_name = {person.name.lower(): person.id for person in company.people if person.name and person.id}
    if person_id.lower() in by_name:
        return f'write the id, "{by_name[person_id.lower()]}"'
    return _nearest(person_id, (person.id for person in company.people)) or "add them to `people` in company.yaml"


def _metrics(plan: Plan, company: Company) -> Iterator[Problem]:
    if not company.metrics:
        return
    for item in _alive(plan):
        if isinstance(item, KeyResult):
            for field, metric in (("metric", item.metric), ("guard", item.guard)):
                if metric is not None and _is_unknown_metric(metric, company):
                    yield _metric_problem(item, field, metric, company, item.address)


def _focus(portfolio: Portfolio) -> Iterator[Problem]:
    company = portfolio.company
    for focus in company.focus if company is not None and company.metrics else ():
        if company is not None and focus.metric is not None and _is_unknown_metric(focus.metric, company):
            yield _metric_problem(focus, "metric", focus.metric, company, "company#focus")


@cache
def _kebab() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _is_unknown_metric(metric: str, company: Company) -> bool:
    """Free words have a space or a capital; everything else is an id."""
    return _kebab().fullmatch(metric) is not None and company.metric(metric) is None


def _metric_problem(item: Located, field: str, metric: str, company: Company, address: str) -> Problem:
    words = metric.replace("-", " ").capitalize()
    otherwise = f'add it to `metrics` in company.yaml, or write free words such as "{words}"'
    return Problem(
        item.at(field),
        f'`{field}` names "{metric}", which is not among the metrics of company.yaml',
        _nearest(metric, (known.id for known in company.metrics)) or otherwise,
        address=address,
    )


def _channels(plan: Plan, portfolio: Portfolio) -> Iterator[Problem]:
    pipeline = portfolio.pipeline(plan.quarter)
    if pipeline is None or not pipeline.channels:
        return
    known, path = {channel.id for channel in pipeline.channels}, pipeline.document.path
    for item in _alive(plan):
        if isinstance(item, KeyResult) and item.channel is not None and item.channel not in known:
            hint = _nearest(item.channel, (found.id for found in pipeline.channels))
            message = f'`channel` names "{item.channel}", which is not among the channels of {path}'
            yield Problem(item.at("channel"), message, hint or f"add it to `channels` in {path}", address=item.address)


def _addresses(item: Objective | KeyResult, portfolio: Portfolio, company: Company | None) -> Iterator[Problem]:
    supports = item.supports if isinstance(item, Objective) else ()
    for field, targets in (
        ("supports", supports),
        ("carried_from", _one(item.carried_from)),
        ("shared_with", item.shared_with),
    ):
        for index, target in enumerate(targets):
            fault = _fault(field, target, portfolio, company)
            if fault is not None:
                yield Problem(_place(item, field, index), *fault, address=item.address)


def _fault(field: str, target: str, portfolio: Portfolio, company: Company | None) -> tuple[str, str] | None:
    """What is wrong with a target, and what to do; None where it exists or nobody can tell."""
    if "#" not in target and field == "supports":
        return None if target in _ALWAYS_THERE or company is None else _priority_fault(target, company)
    if portfolio.find(target) is not None:
        return None
    return f'`{field}` names "{target}", which does not exist', _address_hint(target, portfolio)


def _priority_fault(target: str, company: Company) -> tuple[str, str] | None:
    if company.priority(target) is not None:
        return None
    message = f'`supports` names "{target}", which is not among the priorities of company.yaml'
    if target in {focus.metric for focus in company.focus}:
        return message, "write `focus`: this metric is the focus"
    known = (*(priority.id for priority in company.priorities), *_ALWAYS_THERE)
    return message, _nearest(target, known) or f"write one of {', '.join(filter(None, known))}, or an address"


def _address_hint(target: str, portfolio: Portfolio) -> str:
    team, _, rest = target.partition("/")
    plans = [plan for plan in portfolio.plans if plan.address == f"{team}/{rest.partition('#')[0]}"]
    if not plans:
        teams = {plan.team for plan in portfolio.plans}
        known = f"there is no such plan of {team}" if team in teams else f'no plan has the team "{team}"'
        return f"{known}; an address is written like {_sample(portfolio)}"
    addresses = [item.address for item in _items(plans[0])]
    return _nearest(target, addresses) or f"{plans[0].document.path} has {', '.join(addresses[:3])}"


def _sample(portfolio: Portfolio) -> str:
    addresses = (objective.address for plan in portfolio.plans for objective in plan.objectives)
    return next(addresses, "marketing/2026-Q4#demand")


def _nearest(word: str, known: Iterable[str | None]) -> str:
    """A question for the known word that is most likely meant; empty where none is near."""
    from okrlint.model.shape_fields import nearest

    found = nearest(word, tuple(filter(None, known)))
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
