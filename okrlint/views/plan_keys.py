"""A short name for all that a plan's own pages show, worked out from the plans and not from the pages.

A page need not be built to know that it is the same. What it shows beside its own plan stands here, and only here; a
test takes away all the rest and looks whether a page changes. What is named is always more than what is shown: of a
plan that another one is tied to, every line.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.views.meetings import AGENDA, meeting_of
from okrlint.views.places import quarter_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.linting.overlaps import Overlap
    from okrlint.model.key_result import KeyResult
    from okrlint.views.report import Later
    from okrlint.views.survey import Survey

_SIZE = 16


class PlanKeys:
    """The names of what one build makes of its plans; a survey with a history has none."""

    def __init__(self, survey: Survey, base: bytes, site: object) -> None:
        """`base` names the program and its settings, `site` is what stands on every page."""
        self._survey = survey
        self._by_name: dict[str, list[Plan]] = {}
        for plan in survey.given.portfolio.plans:
            self._by_name.setdefault(plan.address, []).append(plan)
        self._written: dict[str, bytes] = {}
        self._overviews: dict[Plan, bytes] = {}
        self._overlaps: dict[Overlap, bytes] = {}
        self._base = _digest(base, repr(site), *self._everywhere())

    def of(self, plan: Plan) -> bytes:
        """The name of the pages of a plan."""
        later = (self._plans_named(name) for name in sorted(self._later(plan)))
        return _digest(self.of_overview(plan), *later, *self._beside(plan))

    def of_overview(self, plan: Plan) -> bytes:
        """The name of what pages about several plans show of one."""
        if plan not in self._overviews:
            tied = map(self._plans_named, sorted(self._ties(plan)))
            found = self._findings.get(plan.document.path, ())
            self._overviews[plan] = _digest(self._base, plan.document.path, *tied, *found)
        return self._overviews[plan]

    def of_later(self, later: Later) -> bytes:
        """The name of something that is made of several plans."""
        return _digest(self._base, later.path, repr(later.more), *map(self.of_overview, later.plans))

    def _ties(self, plan: Plan) -> set[str]:
        """The names of the plans that a plan goes on from, or says that it has to do with; its own among them."""
        found = {plan.address}
        portfolio, before = self._survey.given.portfolio, plan.quarter.previous() if plan.quarter else None
        earlier = portfolio.plan(plan.team, before)
        if earlier is not None:
            found.add(earlier.address)
        for one in _parts(plan):
            found.update(map(_plan_of, (*getattr(one, "supports", ()), *one.shared_with, one.carried_from or "")))
        return found

    def _later(self, plan: Plan) -> set[str]:
        """Those that go on from it, or say that they have to do with it."""
        found = {other.address for other in (self._following(plan),) if other is not None}
        relations = self._survey.relations
        for one in _parts(plan):
            tied = (*relations.supporters(one), *relations.sharers(one))
            found.update(_plan_of(other.address) for other in tied)
            later = relations.later(one) if isinstance(one, Objective) else None
            if later is not None:
                found.add(_plan_of(later.address))
        return found | self._shifted(plan) | set(self._guards(plan))

    def _following(self, plan: Plan) -> Plan | None:
        return self._survey.given.portfolio.plan(plan.team, plan.quarter.next() if plan.quarter else None)

    def _shifted(self, plan: Plan) -> set[str]:
        """The plans of the next quarter by those that it names: what is carried over asks whether they are there."""
        if plan.quarter is None:
            return set()
        old, new = f"/{plan.quarter_text}", f"/{plan.quarter.next().label}"
        return {name.replace(old, new, 1) for name in self._ties(plan) if old in name}

    def _guards(self, plan: Plan) -> Iterator[str]:
        """The plans that measure what must not suffer."""
        measured = self._survey.measured(quarter_label(plan))
        for key_result in plan.counted_key_results:
            found = measured.get(key_result.guard) if key_result.guard else None
            if found is not None:
                yield found.plan.address

    def _plans_named(self, name: str) -> bytes:
        """Every line of the plans of a name, which should be one, and where their pages stand."""
        if name not in self._written:
            places = self._survey.places
            parts = [(plan.document.path, places.plan(plan), *_text(plan)) for plan in self._by_name.get(name, ())]
            self._written[name] = _digest(name, *(part for group in parts for part in group))
        return self._written[name]

    def _beside(self, plan: Plan) -> Iterator[bytes | str]:
        """What is said about a plan elsewhere."""
        for key_result in plan.counted_key_results:
            yield from (self._overlap(one) for one in self._survey.overlaps_of.get(key_result, ()))
        if meeting_of(plan, self._survey) == AGENDA:
            yield self._focus
        if plan.quarter is not None and self._survey.given.portfolio.pipeline(plan.quarter) is not None:
            yield from self._quarter(quarter_label(plan))

    def _overlap(self, overlap: Overlap) -> bytes:
        if overlap not in self._overlaps:
            members = [(one.address, one.name, self._survey.places.target(one)) for one in overlap.key_results]
            self._overlaps[overlap] = _digest(overlap.kind, repr(members))
        return self._overlaps[overlap]

    def _quarter(self, label: str) -> tuple[str, ...]:
        """Every line of every plan of a quarter, for what its pipeline has taught."""
        plans = self._survey.plans_by_quarter.get(label, ())
        return tuple(part for plan in plans for part in (plan.document.path, *_text(plan)))

    @cached_property
    def _focus(self) -> str:
        return repr(self._survey.focus)

    @cached_property
    def _findings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in self._survey.given.findings:
            words = (one.location.span.start.line, one.rule, str(one.severity), one.message, one.hint)
            found.setdefault(one.location.path, []).append(repr(words))
        return found

    def _everywhere(self) -> Iterator[str]:
        """The day, the running quarter, and every line of every file that is no plan."""
        survey = self._survey
        running = survey.running["label"] if survey.running else ""
        yield repr((survey.given.as_of, running, survey.given.language, survey.given.people))
        for file in survey.given.portfolio.files:
            if not isinstance(file.item, Plan):
                yield from (file.path, file.document.text.text, repr(file.document.problems))


def _parts(plan: Plan) -> Iterator[Objective | KeyResult]:
    for objective in plan.objectives:
        yield objective
        yield from objective.key_results


def _plan_of(address: str) -> str:
    """The name of the plan in an address."""
    return address.partition("#")[0]


def _text(plan: Plan) -> tuple[str, ...]:
    text = plan.document.text
    return (text.text, str(text.has_bom))


def _digest(*parts: bytes | str) -> bytes:
    """Each part with its length before it, so that no two lists of parts read the same."""
    key = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        key.update(b"%d:" % len(data))
        key.update(data)
    return key.digest()
