"""How the objectives of a quarter hang together: each of them once, under what it supports, nearest to the company.

The focus and the priorities come first, breadth first, so that an objective that names both the focus and another
team's key result stands with the focus and only mentions the other. What leads to none of them stands apart; a circle
of references can therefore not hang anything, and no path is walked twice.
"""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from okrlint.model.company import Company
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio

Aim: TypeAlias = "str | Objective | KeyResult"
"""The focus, a priority or `health` by name, an objective, a key result; else text as it is written."""
FOCUS, HEALTH = "focus", "health"


class Alignment(Record):
    """The objectives of some plans and what they support."""

    objectives: tuple[Objective, ...]
    """In the order of the plans, dropped ones left out."""
    aims: Mapping[Objective, tuple[Aim, ...]]
    """What each objective supports, as far as its references can be read."""
    names: tuple[str, ...]
    """The focus and the priorities of the company, in its order."""

    @cached_property
    def supporters(self) -> Mapping[Aim, list[Objective]]:
        """The objectives that support an aim."""
        found: dict[Aim, list[Objective]] = {}
        for objective in self.objectives:
            for aim in self.aims[objective]:
                found.setdefault(aim, []).append(objective)
        return found

    @cached_property
    def parents(self) -> Mapping[Objective, Aim | None]:
        """The one aim under which each objective stands; None for those that begin a path of their own."""
        found: dict[Objective, Aim | None] = {}
        self._follow((*self.names, HEALTH, *self._outside), found)
        for objective in self.objectives:
            if not self.aims[objective]:
                self._begin(objective, found)
        for objective in self.objectives:  # those left lead to one another only
            self._begin(objective, found)
        return found

    @cached_property
    def _outside(self) -> tuple[Aim, ...]:
        """Aims that are none of these objectives: those of other quarters, and names that nobody knows."""
        own = {*self.objectives, *(kr for objective in self.objectives for kr in objective.key_results)}
        return tuple(aim for aim in self.supporters if aim not in own and aim not in (*self.names, HEALTH))

    def _begin(self, objective: Objective, found: dict[Objective, Aim | None]) -> None:
        if objective not in found:
            found[objective] = None
            self._follow((objective, *objective.key_results), found)

    def _follow(self, starts: Iterable[Aim], found: dict[Objective, Aim | None]) -> None:
        waiting = deque(starts)
        while waiting:
            aim = waiting.popleft()
            for objective in self.supporters.get(aim, ()):
                if objective not in found:
                    found[objective] = aim
                    waiting.extend((objective, *objective.key_results))

    @cached_property
    def children(self) -> Mapping[Aim, list[Objective]]:
        """The objectives that stand under an aim."""
        found: dict[Aim, list[Objective]] = {}
        for objective in self.objectives:
            parent = self.parents[objective]
            if parent is not None:
                found.setdefault(parent, []).append(objective)
        return found

    @property
    def roots(self) -> tuple[Aim, ...]:
        """Every aim that is none of these objectives and has one under it; the focus and priorities even without."""
        health = (HEALTH,) if HEALTH in self.children else ()
        return (*self.names, *health, *(aim for aim in self._outside if aim in self.children))

    @property
    def orphans(self) -> tuple[Objective, ...]:
        """Those that support nothing."""
        return tuple(objective for objective in self.objectives if not self.aims[objective])

    @property
    def circles(self) -> tuple[Objective, ...]:
        """One objective of each circle that leads out nowhere."""
        return tuple(one for one in self.objectives if self.parents[one] is None and self.aims[one])


def alignment_of(plans: Iterable[Plan], portfolio: Portfolio, company: Company | None) -> Alignment:
    """The alignment of some plans, normally those of one quarter."""
    objectives = tuple(one for plan in plans for one in plan.objectives if one.status != "dropped")
    names = tuple(_names(company))
    aims = {one: tuple(dict.fromkeys(_aim(text, names, portfolio) for text in one.supports)) for one in objectives}
    return Alignment(objectives=objectives, aims=aims, names=names)


def _names(company: Company | None) -> Iterator[str]:
    if company is not None:
        yield from (FOCUS for _ in company.focus[:1])
        yield from (priority.id for priority in company.priorities if priority.id)


def _aim(text: str, names: tuple[str, ...], portfolio: Portfolio) -> Aim:
    if text in names or text == HEALTH:
        return text
    found = portfolio.find(text)
    return found if isinstance(found, (Objective, KeyResult)) else text
