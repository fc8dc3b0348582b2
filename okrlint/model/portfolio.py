"""All files of a run, and how they refer to one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from okrlint.model.company import Company
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.okr_file import OkrFile, build_file, kind_of
from okrlint.model.pipeline import Pipeline
from okrlint.model.plan import Plan
from okrlint.model.quarter import Quarter
from okrlint.records import Record
from okrlint.source.document import Document


class Portfolio(Record):
    """The plans, the company and the pipelines of one repository."""

    files: tuple[OkrFile, ...]
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
        return tuple(sorted(plans, key=_plan_order))

    @cached_property
    def pipelines(self) -> tuple[Pipeline, ...]:
        """By path."""
        return tuple(file.item for file in self.files if isinstance(file.item, Pipeline))

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
        for located, address in self._addressed():
            index.setdefault(address, located)
        return index

    def _addressed(self) -> Iterable[tuple[Located, str]]:
        for plan in self.plans:
            yield plan, plan.address
            for objective in plan.objectives:
                yield objective, objective.address
                yield from ((kr, kr.address) for kr in objective.key_results)
        for pipeline in self.pipelines:
            yield pipeline, pipeline.address
            yield from ((channel, f"{pipeline.address}#{channel.id}") for channel in pipeline.channels)
        if self.company is not None:
            yield from _company_addresses(self.company)

    def find(self, address: str) -> Located | None:
        """The object of an address such as `marketing/2026-Q4#demand.leads`."""
        return self._by_address.get(address)

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Every address of an objective or key result that is written somewhere in the files.

        The objective of a key result is among them.
        """
        found = re.compile(r"(?<![\w-])([\w-]++/[\w-]++#[\w-]++)(\.[\w-]++)?")
        pairs = (pair for file in self.files for pair in found.findall(file.document.text.text))
        return frozenset(address for objective, rest in pairs for address in (objective, objective + rest))

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


def _plan_order(plan: Plan) -> tuple[object, ...]:
    start = plan.quarter.start.isoformat() if plan.quarter else ""
    return (start, plan.team or "", plan.document.path)


def _company_addresses(company: Company) -> Iterable[tuple[Located, str]]:
    yield company, company.address
    yield from ((focus, "company#focus") for focus in company.focus)
    for group in ("priorities", "people", "metrics"):
        yield from ((item, f"company#{group}.{item.id}") for item in getattr(company, group))


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
