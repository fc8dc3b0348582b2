"""Which finding belongs to which part of which plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from okrlint.linting.finding import Finding
    from okrlint.model.located import Located
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio


class FindingPlaces:
    """Findings by the innermost key result, objective or plan in whose lines they stand."""

    def __init__(self, portfolio: Portfolio, findings: Iterable[Finding]) -> None:
        """Sort the findings once; their order stays."""
        self._plans: dict[str, Plan] = {plan.document.path: plan for plan in portfolio.plans}
        self._lines: dict[Plan, list[_Part]] = {}
        self._found: dict[Located | None, list[Finding]] = {}
        for finding in findings:
            self._found.setdefault(self._owner(finding), []).append(finding)

    def at(self, located: Located | None) -> list[Finding]:
        """What stands in the lines of an object itself, and in none of its parts."""
        return self._found.get(located, [])

    def _owner(self, finding: Finding) -> Located | None:
        return self.owner_of(finding.location.path, finding.location.span.start.line)

    def owner_of(self, path: str, line: int) -> Located | None:
        """The part that begins last of those that hold a line: it is the innermost one; None outside of plans."""
        plan = self._plans.get(path)
        if plan is None:
            return None
        holding = (part for part in self._parts(plan) if part.first <= line <= part.last)
        return max(holding, key=lambda part: (part.first, len(part.located.path)), default=_Part(0, 0, plan)).located

    def _parts(self, plan: Plan) -> list[_Part]:
        if plan not in self._lines:
            self._lines[plan] = list(_parts_of(plan))
        return self._lines[plan]


class _Part(NamedTuple):
    """The lines of an objective or key result."""

    first: int
    last: int
    located: Located


def _parts_of(plan: Plan) -> Iterator[_Part]:
    for objective in plan.objectives:
        for located in (objective, *objective.key_results):
            span = located.document.span(located.path)
            yield _Part(span.start.line, span.end.line, located)
