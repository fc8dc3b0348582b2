"""How objectives and key results hang together: who supports, shares and carries on whom.

Worked out once for all plans, so that a page finds its relations without looking through the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.objective import Objective

if TYPE_CHECKING:
    from okrlint.model.key_result import KeyResult
    from okrlint.model.portfolio import Portfolio


class Relations:
    """What leads to an object; what it leads to itself stands in its own fields."""

    def __init__(self, portfolio: Portfolio) -> None:
        """Go once through all plans."""
        self._supporters: dict[str, list[Objective]] = {}
        self._sharers: dict[str, list[Objective | KeyResult]] = {}
        self._earlier: dict[Objective, Objective] = {}
        self._later: dict[Objective, Objective] = {}
        for plan in portfolio.plans:
            for objective in plan.objectives:
                self._add(objective, portfolio)

    def _add(self, objective: Objective, portfolio: Portfolio) -> None:
        for address in dict.fromkeys(objective.supports):
            self._supporters.setdefault(address, []).append(objective)
        parts: tuple[Objective | KeyResult, ...] = (objective, *objective.key_results)
        for one in parts:
            for address in dict.fromkeys(one.shared_with):
                self._sharers.setdefault(address, []).append(one)
        found = earlier_objective(objective, portfolio)
        if found is not None and found is not objective:
            self._earlier[objective] = found
            self._later.setdefault(found, objective)

    def supporters(self, one: Objective | KeyResult) -> list[Objective]:
        """The objectives that say they support it, in the order of the plans."""
        return self._supporters.get(one.address, [])

    def sharers(self, one: Objective | KeyResult) -> list[Objective | KeyResult]:
        """What says that it shares this one's work and is not named by it in turn."""
        return [found for found in self._sharers.get(one.address, []) if found.address not in one.shared_with]

    def earlier(self, objective: Objective) -> Objective | None:
        """The objective that this one carries on."""
        return self._earlier.get(objective)

    def later(self, objective: Objective) -> Objective | None:
        """The objective that carries this one on."""
        return self._later.get(objective)


def earlier_objective(objective: Objective, portfolio: Portfolio) -> Objective | None:
    """The objective that its `carried_from` names, else that of the same team and id a quarter before."""
    if objective.carried_from:
        found = portfolio.find(objective.carried_from)
        return found if isinstance(found, Objective) else None
    quarter = objective.plan.quarter
    before = portfolio.plan(objective.plan.team, quarter.previous()) if quarter and objective.id else None
    return next((found for found in before.objectives if found.id == objective.id), None) if before else None
