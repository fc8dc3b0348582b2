"""All files of a run, and how they refer to one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from okrlint.model.company import Company
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.okr_file import OkrFile, build_file, kind_of
from okrlint.model.pipeline import Pipeline
from okrlint.model.plan import Plan
from okrlint.model.quarter import Quarter
from okrlint.records import Record
from okrlint.source.document import Document


class Portfolio(Record):
    """The plans, the company and the pipelines of one repository."""

    files: Sequence[OkrFile]
    """By path."""

    @cached_property
    def companies(self) -> tuple[Company, ...]:
        """Every company file; exactly one is right."""
        return tuple(file.item for file in self.files if isinstance(file.item, Company))

    @property
    def company(self) -> Company | None:
        """The company file, the first by path where there are several."""
        return self.companies[0] if self.companies else None

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """By quarter, then by team; those without a readable quarter first."""
        plans = (file.item for file in self.files if isinstance(file.item, Plan))
        return tuple(sorted(plans, key=plan_order))

    @cached_property
    def pipelines(self) -> tuple[Pipeline, ...]:
        """By path."""
        return tuple(file.item for file in self.files if isinstance(file.item, Pipeline))

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every file."""
        return tuple(file.path for file in self.files)

    def units(self) -> Iterator[tuple[str, ...]]:
        """The paths of files that are judged together, because they are asked about one another."""
        yield self.paths

    def look_at(self, paths: Iterable[str]) -> list[OkrFile]:
        """The files of a unit."""
        return [self.file(path) for path in paths]

    @property
    def stayed_inside(self) -> bool:
        """Whether nothing but the unit that was looked at last, the company and the pipelines was asked for since."""
        return False

    def let_go(self) -> None:
        """Forget what was judged, where it can be had again; its plans must not be looked at any more."""

    @cached_property
    def _files_by_path(self) -> dict[str, OkrFile]:
        return {file.path: file for file in self.files}

    def file(self, path: str) -> OkrFile:
        """The file at a path. Raises KeyError for a path that is none of the run's."""
        return self._files_by_path[path]

    def plan_at(self, path: str) -> Plan:
        """The plan that stands in a file. Raises KeyError where there is none."""
        item = self.file(path).item
        if not isinstance(item, Plan):
            raise KeyError(path)
        return item

    @cached_property
    def _plans_by_name(self) -> tuple[dict[str | None, tuple[Plan, ...]], dict[Quarter | None, tuple[Plan, ...]]]:
        teams: dict[str | None, list[Plan]] = {}
        quarters: dict[Quarter | None, list[Plan]] = {}
        for plan in self.plans:
            teams.setdefault(plan.team, []).append(plan)
            quarters.setdefault(plan.quarter, []).append(plan)
        return {team: tuple(found) for team, found in teams.items()}, {
            quarter: tuple(found) for quarter, found in quarters.items()
        }

    def plans_of_team(self, team: str | None) -> tuple[Plan, ...]:
        """Every plan of a team, by quarter."""
        return self._plans_by_name[0].get(team, ()) if team else ()

    def plans_of_quarter(self, quarter: Quarter | None) -> tuple[Plan, ...]:
        """Every team's plan for a quarter."""
        return self._plans_by_name[1].get(quarter, ()) if quarter is not None else ()

    @cached_property
    def _plans_by_team(self) -> dict[tuple[str | None, Quarter | None], Plan]:
        return {(plan.team, plan.quarter): plan for plan in reversed(self.plans)}

    def plan(self, team: str | None, quarter: Quarter | None) -> Plan | None:
        """The plan of a team for a quarter."""
        return self._plans_by_team.get((team, quarter)) if team and quarter else None

    def pipeline(self, quarter: Quarter | None) -> Pipeline | None:
        """The pipeline file of a quarter."""
        return next((found for found in self.pipelines if quarter is not None and found.quarter == quarter), None)

    @cached_property
    def _by_address(self) -> dict[str, Located]:
        index: dict[str, Located] = {}
        for address, located in self._addressed():
            index.setdefault(address, located)
        return index

    def _addressed(self) -> Iterable[tuple[str, Located]]:
        for plan in self.plans:
            yield from plan.by_address.items()
        yield from self._addressed_apart()

    def _addressed_apart(self) -> Iterable[tuple[str, Located]]:
        """What has an address in files that are no plans."""
        for pipeline in self.pipelines:
            yield pipeline.address, pipeline
            yield from ((f"{pipeline.address}#{channel.id}", channel) for channel in pipeline.channels)
        if self.company is not None:
            yield from _company_addresses(self.company)

    def find(self, address: str) -> Located | None:
        """The object of an address such as `marketing/2026-Q4#demand.leads`."""
        return self._by_address.get(address)

    def knows(self, address: str) -> bool:
        """Whether there is an object with this address."""
        return address in self._by_address

    def is_objective(self, address: str) -> bool:
        """Whether there is an objective with this address."""
        return isinstance(self._by_address.get(address), Objective)

    def objective_address(self, address: str) -> str | None:
        """The address itself where it is that of an objective, of its objective where it is that of a key result."""
        found = address if self.knows(address) else ""
        while "#" in found and not self.is_objective(found):
            found = found.rpartition(".")[0]
        return found if "#" in found else None

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Every address of an objective or key result that is written somewhere in the files.

        The objective of a key result is among them.
        """
        return addresses_in(file.document.text.text for file in self.files)

    def predecessor(self, key_result: KeyResult) -> KeyResult | None:
        """The key result of an earlier quarter that this one carries on.

        Its `carried_from`; else the only key result of the team's previous quarter with the same registered metric;
        else the one with the same ids; titles are never compared.
        """
        if key_result.carried_from:
            found = self.find(key_result.carried_from)
            return found if isinstance(found, KeyResult) else None
        quarter = key_result.plan.quarter
        before = self.plan(key_result.plan.team, quarter.previous()) if quarter else None
        return None if before is None else _same_metric(before, key_result) or _same_ids(before, key_result)


def plan_order(plan: Plan) -> tuple[str, str, str]:
    """By quarter, then by team; those without a readable quarter first."""
    start = plan.quarter.start.isoformat() if plan.quarter else ""
    return (start, plan.team or "", plan.document.path)


def addresses_in(texts: Iterable[str]) -> frozenset[str]:
    """Every address of an objective or key result that is written in some texts, and of each one's objective."""
    found = re.compile(r"(?<![\w-])([\w-]++/[\w-]++#[\w-]++)(\.[\w-]++)?")
    pairs = (pair for text in texts for pair in found.findall(text))
    return frozenset(address for objective, rest in pairs for address in (objective, objective + rest))


def _company_addresses(company: Company) -> Iterable[tuple[str, Located]]:
    yield company.address, company
    yield from (("company#focus", focus) for focus in company.focus)
    for group in ("priorities", "people", "metrics"):
        yield from ((f"company#{group}.{item.id}", item) for item in getattr(company, group))


def _same_metric(plan: Plan, key_result: KeyResult) -> KeyResult | None:
    if key_result.registered is None:
        return None
    same = [kr for kr in plan.key_results if kr.metric == key_result.metric]
    return same[0] if len(same) == 1 else None


def _same_ids(plan: Plan, key_result: KeyResult) -> KeyResult | None:
    ids = (key_result.objective.id, key_result.id)
    if None in ids:
        return None
    return next((kr for kr in plan.key_results if (kr.objective.id, kr.id) == ids), None)


def build_portfolio(documents: Iterable[Document], cadence: str = "weekly") -> Portfolio:
    """The portfolio of some documents, the same for any order of them.

    `cadence`, weekly or monthly, is how often key results are checked in whose metric does not say it.
    """
    ordered = sorted(documents, key=lambda document: document.path)
    companies = {found.path: build_file(found, None) for found in ordered if kind_of(found) == "company"}
    company = next((file.item for file in companies.values() if isinstance(file.item, Company)), None)
    return Portfolio(files=tuple(companies.get(found.path) or build_file(found, company, cadence) for found in ordered))
