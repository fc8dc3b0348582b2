"""An objective has no path to the focus or to a priority of the company.

An objective may serve the focus or a priority itself, or an objective or key result of any team that does. One
that serves neither may still be right, but nobody outside the team can tell. Work that keeps things healthy, such
as quiet nights on call, may support `health`: one objective of each team in a quarter. Only where company.yaml
has a focus or priorities; references that lead nowhere or round in a circle have a rule of their own.

When to ignore: when the objective prepares a priority that the company has not named yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company, Focus, Priority
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record

_HEALTH = "health"
_ALIGNED, _OPEN, _HEALTHY, _NOWHERE = range(4)
"""Where an objective leads. Open: through a reference that another rule complains about."""
_MOST_RELATED, _MOST_NAMED = 10, 3


def check(portfolio: Portfolio, context: Context) -> Iterator[Problem]:
    """Follow what the objectives of plans that are not closed support."""
    company = context.company
    if company is None or not (company.focus or company.priorities):
        return
    ends = _Ends(portfolio=portfolio)
    islands: dict[Objective, list[Objective]] = {}
    for plan in portfolio.plans:
        if plan.status != "closed":
            yield from _healthy(plan, ends)
            for objective in plan.counted:
                if ends.of(objective) == _NOWHERE:
                    islands.setdefault(ends.last(objective), []).append(objective)
    for island, found in islands.items():
        yield from _nowhere(island, found, company)


def _healthy(plan: Plan, ends: _Ends) -> Iterator[Problem]:
    healthy = [objective for objective in plan.counted if ends.of(objective) == _HEALTHY]
    for objective in healthy[1:]:
        yield Problem(
            objective.at("supports"),
            f"{quoted(objective.name)} supports only `health`, as does {quoted(healthy[0].name)}; one of a team may",
            "join the two, or name the priority that this one serves",
            (Related(healthy[0].at("supports"), "the first one"),),
            objective.address,
        )


def _nowhere(island: Objective, found: list[Objective], company: Company) -> Iterator[Problem]:
    """One finding where a path ends; where that is nobody's business any more, one for each that leads there."""
    hint = f"add `supports` with {_choices(company)}, or the objective that it helps"
    if island in found:
        others = [objective for objective in found if objective is not island][:_MOST_RELATED]
        message = f"{quoted(island.name)} leads neither to the focus nor to a priority"
        related = tuple(Related(other.at("supports"), "leads here") for other in others)
        yield Problem(island.at("supports"), message, hint, related, island.address)
        return
    for objective in found:
        message = f"{quoted(objective.name)} leads only to {island.address}, which supports nothing"
        related = (Related(island.at(), "here the path ends"),)
        yield Problem(objective.at("supports"), message, hint, related, objective.address)


def _choices(company: Company) -> str:
    named = [f"`{priority.id}`" for priority in company.priorities if priority.id]
    return ", ".join((["`focus`"] if company.focus else []) + named[:_MOST_NAMED]) or "a priority"


class _Ends(Record):
    """Where objectives lead in the end; worked out once, and only for those that are asked about."""

    portfolio: Portfolio

    @cached_property
    def _known(self) -> dict[Objective, tuple[int, Objective]]:
        return {}

    def of(self, objective: Objective) -> int:
        """Where an objective leads: aligned, open, healthy or nowhere."""
        return _ALIGNED if _is_plainly_aligned(objective) else self._end(objective)[0]

    def last(self, objective: Objective) -> Objective:
        """Where the (first) path of an objective ends."""
        return self._end(objective)[1]

    def _end(self, objective: Objective) -> tuple[int, Objective]:
        """Its end, after those of all that it leads to; iterative, since a path may be longer than Python recurses."""
        trail = {} if objective in self._known else {objective: iter(self._supported(objective))}
        while trail:
            last = next(reversed(trail))
            target = next(trail[last], None)
            if target is None:
                self._known[last] = self._best(last)
                del trail[last]
            elif target not in self._known and target not in trail:
                trail[target] = iter(self._supported(target))
        return self._known[objective]

    def _best(self, objective: Objective) -> tuple[int, Objective]:
        """The best end among what it supports itself and through others; one that is not known yet closes a circle."""
        supported = self._supported(objective)
        through = [self._known.get(target, (_OPEN, target)) for target in supported]
        own = [(self._kind(target), objective) for target in objective.supports]
        return min((*through, *own), key=lambda end: end[0], default=(_NOWHERE, objective))

    def _kind(self, target: str) -> int:
        if "#" not in target:
            return _HEALTHY if target == _HEALTH else _ALIGNED
        found = self.portfolio.find(target)
        if found is None:
            return _OPEN
        return _ALIGNED if isinstance(found, (Focus, Priority)) else _NOWHERE

    def _supported(self, objective: Objective) -> list[Objective]:
        found = [self.portfolio.find(target) for target in objective.supports if "#" in target]
        ends = [target.objective if isinstance(target, KeyResult) else target for target in found]
        return [end for end in ends if isinstance(end, Objective)]


def _is_plainly_aligned(objective: Objective) -> bool:
    """Whether it names the focus or a priority; a name that is neither is told by another rule."""
    return any("#" not in target and target != _HEALTH for target in objective.supports)


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
