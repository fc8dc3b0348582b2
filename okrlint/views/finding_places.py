"""Which finding belongs to which part of which plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        self._found: dict[Located | None, list[Finding]] = {}
        for finding in findings:
            self._found.setdefault(self._owner(finding), []).append(finding)

    def at(self, located: Located | None) -> list[Finding]:
        """What stands in the lines of an object itself, and in none of its parts."""
        return self._found.get(located, [])

    def _owner(self, finding: Finding) -> Located | None:
        plan = self._plans.get(finding.location.path)
        if plan is None:
            return None
        line = finding.location.span.start.line
        return max(
            (found for found in _parts(plan) if _lines(found)[0] <= line <= _lines(found)[1]),
            key=lambda found: (_lines(found)[0], len(found.path)),
            default=plan,
        )


def _parts(plan: Plan) -> Iterator[Located]:
    for objective in plan.objectives:
        yield objective
        yield from objective.key_results


def _lines(located: Located) -> tuple[int, int]:
    span = located.document.span(located.path)
    return span.start.line, span.end.line
