"""Everything that the pages of one build show, worked out once and handed to every report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from okrlint.model.scoring import mean_of_key_results, score
from okrlint.views.finding_places import FindingPlaces
from okrlint.views.places import HELP, HOME, Places
from okrlint.views.plan import plan_row
from okrlint.views.quarter import quarter_rows

if TYPE_CHECKING:
    from okrlint.linting.finding import Finding
    from okrlint.model.key_result import KeyResult
    from okrlint.model.located import Located
    from okrlint.model.objective import Objective
    from okrlint.model.score import Score
    from okrlint.model.scoring import ObjectiveScore
    from okrlint.views.report import ReportInput, Row


class Survey:
    """The input of a build and what several pages need of it."""

    def __init__(self, given: ReportInput) -> None:
        """Nothing is worked out before a page asks for it."""
        self.given = given
        self.places = Places(given.portfolio)
        self._scores: dict[KeyResult, Score] = {}

    def score(self, key_result: KeyResult) -> Score:
        """The score of a key result on the survey's day, worked out once however often it is asked for."""
        if key_result not in self._scores:
            self._scores[key_result] = score(key_result, self.given.as_of)
        return self._scores[key_result]

    def objective_score(self, objective: Objective) -> ObjectiveScore:
        """The score of an objective from those of its key results."""
        return mean_of_key_results((self.score(each), each.weight) for each in objective.counted)

    @cached_property
    def site(self) -> Row:
        """What stands on every page."""
        company = self.given.company
        return {
            "name": (company.name if company else None) or "OKRs",
            "as_of": self.given.as_of,
            "home": HOME,
            "help": HELP,
        }

    @cached_property
    def plans(self) -> tuple[Row, ...]:
        """Every plan, in the order of the portfolio."""
        return tuple(plan_row(plan, self) for plan in self.given.portfolio.plans)

    @cached_property
    def quarters(self) -> tuple[Row, ...]:
        """Every quarter that has a plan, the newest first."""
        return quarter_rows(self)

    @cached_property
    def current(self) -> Row | None:
        """The quarter in which the survey's day lies; else the newest that had begun; else the newest."""
        begun = [row for row in self.quarters if row["start"] and row["start"] <= self.given.as_of]
        return next(iter(begun or self.quarters), None)

    @cached_property
    def _finding_places(self) -> FindingPlaces:
        return FindingPlaces(self.given.portfolio, self.given.findings)

    def findings_at(self, located: Located | None) -> list[Finding]:
        """The findings about a plan, objective or key result itself; for None those about no plan at all."""
        return self._finding_places.at(located)
