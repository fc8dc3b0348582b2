"""Everything that the pages of one build show, worked out once and handed to every report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from okrlint.model.scoring import mean_of_key_results, score
from okrlint.views.due import due_on
from okrlint.views.finding_places import FindingPlaces
from okrlint.views.involvement import involvements
from okrlint.views.overlaps import overlaps_by_quarter
from okrlint.views.places import HELP, HOME, REGISTERS, Places, person_path
from okrlint.views.plan import plan_row
from okrlint.views.quarter import quarter_rows
from okrlint.views.quarter_pages import plans_by_quarter
from okrlint.views.relations import Relations
from okrlint.views.search_index import index_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from okrlint.history.ledger import PlanLedger
    from okrlint.linting.finding import Finding
    from okrlint.linting.overlaps import Overlap
    from okrlint.model.key_result import KeyResult
    from okrlint.model.located import Located
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.model.score import Score
    from okrlint.model.scoring import ObjectiveScore
    from okrlint.views.due import Due
    from okrlint.views.involvement import Involvement
    from okrlint.views.report import ReportInput, Row
    from okrlint.views.search_index import IndexFile


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
            "registers": REGISTERS,
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
    def plans_by_quarter(self) -> Mapping[str, tuple[Plan, ...]]:
        """The plans of each quarter's label, the newest first; cheap, unlike their rows."""
        return plans_by_quarter(self.given.portfolio)

    @cached_property
    def people(self) -> Mapping[str, Involvement]:
        """Everybody who has a page, by id, sorted by name: whom the company or a plan names, unless none is wanted."""
        if not self.given.people:
            return {}
        return involvements(self.given.portfolio, self.given.company)

    def page_of(self, person: str) -> str:
        """The page of a person, empty where people have none."""
        return person_path(person) if self.given.people else ""

    @cached_property
    def due(self) -> tuple[Due, ...]:
        """Everything that is owed on the survey's day."""
        return due_on(self.given.portfolio.plans, self.given.as_of)

    @cached_property
    def overlaps(self) -> Mapping[str, tuple[Overlap, ...]]:
        """What teams hold together, by the label of each quarter with an open plan."""
        return overlaps_by_quarter(self.given)

    @cached_property
    def overlaps_of(self) -> Mapping[KeyResult, list[Overlap]]:
        """The overlaps that each key result is part of."""
        found: dict[KeyResult, list[Overlap]] = {}
        for overlap in (one for group in self.overlaps.values() for one in group):
            for key_result in overlap.key_results:
                found.setdefault(key_result, []).append(overlap)
        return found

    @cached_property
    def relations(self) -> Relations:
        """How objectives and key results of all plans hang together."""
        return Relations(self.given.portfolio)

    @cached_property
    def ledgers(self) -> Mapping[str, PlanLedger]:
        """What became of each plan since it was agreed, by address; empty where the history was not asked for."""
        from okrlint.history.ledger import ledgers

        past = self.given.history
        return {} if past is None else {one.address: one for one in ledgers(past, self.given.portfolio.plans)}

    @cached_property
    def search_index(self) -> tuple[IndexFile, ...]:
        """The files of the index that the search page reads."""
        return index_files(self)

    @cached_property
    def _finding_places(self) -> FindingPlaces:
        return FindingPlaces(self.given.portfolio, self.given.findings)

    def findings_at(self, located: Located | None) -> list[Finding]:
        """The findings about a plan, objective or key result itself; for None those about no plan at all."""
        return self._finding_places.at(located)

    def owner_of(self, path: str, line: int) -> Located | None:
        """The innermost key result, objective or plan that a line of a file belongs to; None outside of plans."""
        return self._finding_places.owner_of(path, line)
