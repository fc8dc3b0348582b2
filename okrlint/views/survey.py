"""Everything that the pages of one build show, worked out once and handed to every report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from okrlint.model.scoring import mean_of_key_results, score
from okrlint.views.due import due_on
from okrlint.views.finding_places import FindingPlaces
from okrlint.views.focus import focus_row
from okrlint.views.involvement import involvements
from okrlint.views.overlaps import overlaps_by_quarter
from okrlint.views.overview import overview_of
from okrlint.views.places import HELP, HOME, REGISTERS, Places, person_path
from okrlint.views.plan import plan_row
from okrlint.views.quarter import quarter_frames, quarter_row
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
        self._last: tuple[Plan | None, Row] = (None, {})
        self._overviews: dict[Plan, Row] = {}
        self._measured: dict[str, dict[str, KeyResult]] = {}

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

    def plan(self, plan: Plan) -> Row:
        """All that is known of a plan. Only the last one that was asked for is kept: a thousand fill the memory."""
        if self._last[0] is not plan:
            self._last = (plan, plan_row(plan, self))
            self._overviews[plan] = overview_of(self._last[1])
        return self._last[1]

    def overview(self, plan: Plan) -> Row:
        """What pages about several plans show of one, worked out once however often it is asked for."""
        if plan not in self._overviews:
            self.plan(plan)
        return self._overviews[plan]

    @cached_property
    def quarters(self) -> tuple[Row, ...]:
        """Every quarter that has a plan, the newest first: its name, its weeks and where it stands."""
        return quarter_frames(self)

    @cached_property
    def running(self) -> Row | None:
        """The quarter in which the survey's day lies; else the newest that had begun; else the newest."""
        begun = [row for row in self.quarters if row["start"] and row["start"] <= self.given.as_of]
        return next(iter(begun or self.quarters), None)

    @cached_property
    def current(self) -> Row | None:
        """The same quarter with its plans and what they come to."""
        return None if self.running is None else quarter_row(self.running, self)

    @cached_property
    def plans_by_quarter(self) -> Mapping[str, tuple[Plan, ...]]:
        """The plans of each quarter's label, the newest first; cheap, unlike their rows."""
        return plans_by_quarter(self.given.portfolio)

    def measured(self, label: str) -> Mapping[str, KeyResult]:
        """The first key result that has each metric among the plans of a quarter."""
        if label not in self._measured:
            found: dict[str, KeyResult] = {}
            for key_result in (kr for plan in self.plans_by_quarter.get(label, ()) for kr in plan.counted_key_results):
                if key_result.metric is not None:
                    found.setdefault(key_result.metric, key_result)
            self._measured[label] = found
        return self._measured[label]

    @cached_property
    def focus(self) -> Row | None:
        """The first focus of the company with all numbers that are known for its metric; None without a focus."""
        return focus_row(self)

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
