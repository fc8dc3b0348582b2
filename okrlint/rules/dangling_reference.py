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

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from okrlint.linting.circles import circles
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.loose_references import (
    Loose,
    as_texts,
    is_address,
    items_of,
    loose_focus,
    loose_inside,
    place_of,
)
from okrlint.linting.notes import Noted, Notes
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.tuples import NamedTuple

_MOST_RELATED = 5
_MOST_COMPARED = 100
"""Slips that are compared with known names, and names with each: comparing takes time."""


class _Note(NamedTuple):
    """What a plan refers to outside itself."""

    sample: str
    """The address of its first objective."""
    is_loose: bool
    """Whether something in it leads nowhere that needs no other plan to be told."""
    supports: tuple[tuple[str, tuple[str, ...]], ...]
    """The addresses that objectives support, by the objective's own."""
    carried: tuple[tuple[str, str], ...]
    """Where items are carried from, by their addresses."""
    shared: tuple[str, ...]


def note(plan: Plan, context: Context) -> _Note:
    """The addresses that a plan names, and whether any of its other references is loose."""
    company = context.company if plan.status != "closed" else None
    return _Note(
        next((objective.address for objective in plan.objectives), ""),
        next(loose_inside(plan, company, context.portfolio), None) is not None,
        tuple((one.address, found) for one in plan.objectives if (found := tuple(filter(is_address, one.supports)))),
        tuple((item.address, item.carried_from) for item in items_of(plan) if item.carried_from),
        tuple(target for item in items_of(plan) for target in item.shared_with),
    )


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Follow every reference of every plan."""
    for count, loose in enumerate(_all_loose(notes, context)):
        near = _nearest(loose.target, loose.known()) if count < _MOST_COMPARED else ""
        message = f"`{loose.field}` names {quoted(loose.target)}, {loose.message}"
        yield Problem(loose.location, message, near or loose.hint, address=loose.address)
    for field, edges in (("supports", _supported(notes)), ("carried_from", _carried(notes))):
        for ring in circles(edges):
            items = [item for address in ring if (item := notes.portfolio.find(address)) is not None]
            yield _circle(field, items)


def _all_loose(notes: Notes, context: Context) -> Iterator[Loose]:
    portfolio = notes.portfolio
    for noted in notes:
        said = _said(noted)
        if said.is_loose or not all(map(portfolio.knows, _addresses(said))):
            plan = notes.plan(noted)
            company = context.company if plan.status != "closed" else None
            yield from loose_inside(plan, company, portfolio)
            for item in items_of(plan):
                yield from _loose_addresses(item, notes)
    if context.company is not None:
        yield from loose_focus(context.company)


def _said(noted: Noted) -> _Note:
    return _Note(*noted.value)


def _addresses(note: _Note) -> Iterator[str]:
    for _, targets in note.supports:
        yield from targets
    yield from (target for _, target in note.carried)
    yield from note.shared


def _loose_addresses(item: Objective | KeyResult, notes: Notes) -> Iterator[Loose]:
    """What an item supports, is carried from or is shared with: objectives and key results."""
    supports = item.supports if isinstance(item, Objective) else ()
    carried, shared = as_texts(item.carried_from), item.shared_with
    for field, targets in (("supports", supports), ("carried_from", carried), ("shared_with", shared)):
        for index, target in enumerate(targets):
            if (is_address(target) or field != "supports") and not notes.portfolio.knows(target):
                hint, near = _around(target, notes)
                place = place_of(item, field, index)
                yield Loose(place, field, target, "which does not exist", item.address, hint, near)


def _around(target: str, notes: Notes) -> tuple[str, Callable[[], Iterable[str]]]:
    """What there is near an address: in its plan, else how an address is written."""
    plan = notes.portfolio.find(target.partition("#")[0])
    if isinstance(plan, Plan):
        some = ", ".join(item.address for item in islice(items_of(plan), 3))
        return f"{plan.document.path} has {some}", lambda: (item.address for item in items_of(plan))
    sample = next((said.sample for said in map(_said, notes) if said.sample), "")
    return f"there is no such plan; an address is written like {sample}", tuple


def _nearest(word: str, known: Iterable[str | None]) -> str:
    """A question for the known word that is most likely meant; empty where none is near."""
    from okrlint.model.shape_fields import nearest

    found = nearest(word, tuple(islice(filter(None, known), _MOST_COMPARED)))
    return f'did you mean "{found}"?' if found else ""


def _supported(notes: Notes) -> dict[str, list[str]]:
    """Which objectives each objective supports, itself or by one of their key results."""
    edges: dict[str, list[str]] = {}
    for noted in notes:
        for address, targets in _said(noted).supports:
            found = filter(None, map(notes.portfolio.objective_address, targets))
            edges.setdefault(address, []).extend(found)
    return edges


def _carried(notes: Notes) -> dict[str, list[str]]:
    edges: dict[str, list[str]] = {}
    for noted in notes:
        for address, target in _said(noted).carried:
            edges.setdefault(address, [target] if notes.portfolio.knows(target) else [])
    return edges


def _circle(field: str, ring: Sequence[Located]) -> Problem:
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
    note=note,
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
