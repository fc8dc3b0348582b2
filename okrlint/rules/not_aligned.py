"""An objective has no path to the focus or to a priority of the company.

An objective may serve the focus or a priority itself, or an objective or key result of any team that does. One
that serves neither may still be right, but nobody outside the team can tell. Work that keeps things healthy, such
as quiet nights on call, may support `health`: one objective of each team in a quarter. Only where company.yaml
has a focus or priorities; references that lead nowhere or round in a circle have a rule of their own.

When to ignore: when the objective prepares a priority that the company has not named yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.notes import Notes
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company, Focus, Priority
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.records import Record
from okrlint.tuples import NamedTuple

_HEALTH = "health"
_ALIGNED, _OPEN, _HEALTHY, _NOWHERE = range(4)
"""Where an objective leads. Open: through a reference that another rule complains about."""
_MOST_RELATED, _MOST_NAMED = 10, 3
_Key = tuple[str, int]
"""The path of a plan and the position of an objective in it."""


class _Node(NamedTuple):
    """An objective as a note has it."""

    number: int
    address: str
    supports: tuple[str, ...]
    is_asked: bool
    """Whether it counts, in a plan that is not closed."""


def note(plan: Plan, context: Context) -> tuple[_Node, ...] | None:
    """What the objectives of a plan support, where the company says what there is to support."""
    company = context.company
    if company is None or not (company.focus or company.priorities):
        return None
    counted = plan.counted if plan.status != "closed" else ()
    nodes = (_Node(one.number, one.address, one.supports, one in counted) for one in plan.objectives)
    return tuple(nodes) or None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Follow what the objectives of plans that are not closed support."""
    ends = _Ends(notes=notes)
    islands: dict[_Key, list[_Key]] = {}
    for noted in notes:
        asked = [(noted.path, node.number) for node in map(_node, noted.value) if node.is_asked]
        if sum(ends.of(key) == _HEALTHY for key in asked) > 1:
            yield from _healthy([ends.objective(key) for key in asked if ends.of(key) == _HEALTHY])
        for key in asked:
            if ends.of(key) == _NOWHERE:
                islands.setdefault(ends.last(key), []).append(key)
    for island, found in islands.items():
        yield from _nowhere(island, found, ends, context.company)


def _node(value: Iterable[Any]) -> _Node:
    return _Node(*value)


def _healthy(healthy: list[Objective]) -> Iterator[Problem]:
    for objective in healthy[1:]:
        yield Problem(
            objective.at("supports"),
            f"{quoted(objective.name)} supports only `health`, as does {quoted(healthy[0].name)}; one of a team may",
            "join the two, or name the priority that this one serves",
            (Related(healthy[0].at("supports"), "the first one"),),
            objective.address,
        )


def _nowhere(last: _Key, found: list[_Key], ends: _Ends, company: Company | None) -> Iterator[Problem]:
    """One finding where a path ends; where that is nobody's business any more, one for each that leads there."""
    hint = f"add `supports` with {_choices(company)}, or the objective that it helps"
    if last in found:
        island = ends.objective(last)
        others = [ends.objective(key).at("supports") for key in found if key != last][:_MOST_RELATED]
        message = f"{quoted(island.name)} leads neither to the focus nor to a priority"
        related = tuple(Related(other, "leads here") for other in others)
        yield Problem(island.at("supports"), message, hint, related, island.address)
        return
    for key in found:
        island, objective = ends.objective(last), ends.objective(key)
        message = f"{quoted(objective.name)} leads only to {island.address}, which supports nothing"
        related = (Related(island.at(), "here the path ends"),)
        yield Problem(objective.at("supports"), message, hint, related, objective.address)


def _choices(company: Company | None) -> str:
    if company is None:
        return "a priority"
    named = [f"`{priority.id}`" for priority in company.priorities if priority.id]
    return ", ".join((["`focus`"] if company.focus else []) + named[:_MOST_NAMED]) or "a priority"


class _Ends(Record):
    """Where objectives lead in the end; worked out once, and only for those that are asked about."""

    notes: Notes

    @cached_property
    def _nodes(self) -> dict[_Key, _Node]:
        return {(noted.path, node.number): node for noted in self.notes for node in map(_node, noted.value)}

    @cached_property
    def _keys(self) -> dict[str, _Key]:
        """By address; of two with one address the first."""
        return {node.address: key for key, node in reversed(self._nodes.items())}

    @cached_property
    def _known(self) -> dict[_Key, tuple[int, _Key]]:
        return {}

    def objective(self, key: _Key) -> Objective:
        """The objective itself."""
        return self.notes.portfolio.plan_at(key[0]).objectives[key[1] - 1]

    def of(self, key: _Key) -> int:
        """Where an objective leads: aligned, open, healthy or nowhere."""
        return _ALIGNED if _is_plainly_aligned(self._nodes[key].supports) else self._end(key)[0]

    def last(self, key: _Key) -> _Key:
        """Where the (first) path of an objective ends."""
        return self._end(key)[1]

    def _end(self, key: _Key) -> tuple[int, _Key]:
        """Its end, after those of all that it leads to; iterative, since a path may be longer than Python recurses."""
        trail = {} if key in self._known else {key: iter(self._supported(key))}
        while trail:
            last = next(reversed(trail))
            target = next(trail[last], None)
            if target is None:
                self._known[last] = self._best(last)
                del trail[last]
            elif target not in self._known and target not in trail:
                trail[target] = iter(self._supported(target))
        return self._known[key]

    def _best(self, key: _Key) -> tuple[int, _Key]:
        """The best end among what it supports itself and through others; one that is not known yet closes a circle."""
        through = [self._known.get(target, (_OPEN, target)) for target in self._supported(key)]
        own = [(self._kind(target), key) for target in self._nodes[key].supports]
        return min((*through, *own), key=lambda end: end[0], default=(_NOWHERE, key))

    def _kind(self, target: str) -> int:
        if "#" not in target:
            return _HEALTHY if target == _HEALTH else _ALIGNED
        portfolio = self.notes.portfolio
        if target in self._keys or not portfolio.knows(target):
            return _NOWHERE if target in self._keys else _OPEN
        is_apart = portfolio.objective_address(target) is None
        return _ALIGNED if is_apart and isinstance(portfolio.find(target), (Focus, Priority)) else _NOWHERE

    def _supported(self, key: _Key) -> list[_Key]:
        targets = (target for target in self._nodes[key].supports if "#" in target)
        found = (target if target in self._keys else self._objective_address(target) for target in targets)
        return [self._keys[address] for address in found if address in self._keys]

    def _objective_address(self, target: str) -> str:
        return self.notes.portfolio.objective_address(target) or ""


def _is_plainly_aligned(supports: tuple[str, ...]) -> bool:
    """Whether these name the focus or a priority; a name that is neither is told by another rule."""
    return any("#" not in target and target != _HEALTH for target in supports)


_TWO_OF_HEALTH = """
objectives:
  - id: nights
    title: Nights that people sleep through
    owner: chloe
    supports: health
    key_results:
      - {{id: pages, title: Cut night-time pages from 11 to 5, owner: chloe, baseline: 11, target: 5}}
      - {{id: restarts, title: Cut restarts from 40 to 10, owner: chloe, baseline: 40, target: 10}}
      - {{id: rota, title: Raise people on the rota from 4 to 6, owner: ana, baseline: 4, target: 6}}
  - id: debt
    title: Code that a new colleague understands
    owner: chloe
    supports: {other}
    key_results:
      - {{id: build, title: Cut the build from 20 to 8 minutes, owner: chloe, baseline: 20, target: 8}}
      - {{id: flaky, title: Cut flaky tests from 30 to 5, owner: ben, baseline: 30, target: 5}}
      - {{id: first, title: Cut days to a first change from 9 to 3, owner: ben, baseline: 9, target: 3}}
"""

RULE = Rule(
    id="not-aligned",
    group="alignment",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    note=note,
    bad=(
        Example(
            "title: Make agencies ask for us by name  # <- leads neither to the focus nor to a priority",
            at="objective",
            without=("supports",),
        ),
        Example(_TWO_OF_HEALTH.format(other="health  # <- supports only `health`, as does"), at="plan"),
    ),
    good=(
        Example("supports: marketing/2026-Q4#trust", at="objective"),
        Example(_TWO_OF_HEALTH.format(other="[health, self-serve]"), at="plan"),
    ),
)
