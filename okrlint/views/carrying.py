"""The next plan of a team from its last one: objectives carried over, baselines re-based, targets left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.linting.final_score import final_score
from okrlint.linting.last_value import last_check_in
from okrlint.linting.wording.words import LANGUAGE
from okrlint.tuples import NamedTuple
from okrlint.views.carried_title import SLOT, carried_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.key_result import KeyResult
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio
    from okrlint.model.quarter import Quarter

_KEPT_BEFORE = ("owner", "metric")
_KEPT_AFTER = ("weight", "guard", "channel", "commitment", "scoring")
_SIGNS = "$€£¥"


class Carried(NamedTuple):
    """A plan to begin the next quarter with."""

    data: dict[str, Any]
    """Plain data in the order of the format."""
    left: tuple[str, ...]
    """What is not carried over, with the reason."""
    key_results: int
    """How many of them are."""


def carry_over(
    plan: Plan, quarter: Quarter, portfolio: Portfolio, language: str = LANGUAGE, team: str | None = None
) -> Carried:
    """The plan of a quarter from an earlier one, of the same team where no other is named; its targets are `XX`."""
    course = _Course(plan, quarter, portfolio, language)
    objectives = [found for one in plan.objectives if (found := course.objective(one)) is not None]
    data: dict[str, Any] = {"kind": "plan", "version": 1, "team": team or plan.team, "quarter": quarter.label}
    data |= {"status": "draft", **({"lead": plan.lead} if plan.lead else {}), "objectives": objectives}
    return Carried(data, tuple(course.left), sum(len(one["key_results"]) for one in objectives))


class _Course:
    """One plan on its way, and what falls off."""

    def __init__(self, plan: Plan, quarter: Quarter, portfolio: Portfolio, language: str) -> None:
        """Nothing has fallen off yet."""
        self.plan, self.quarter, self.portfolio, self.language = plan, quarter, portfolio, language
        self.left: list[str] = []
        on = [one for one in plan.counted_key_results if not _why_over(one)]
        self._goes_on = {one.address for one in on} | {one.objective.address for one in on}

    def objective(self, objective: Objective) -> dict[str, Any] | None:
        """None for one that is over."""
        if objective.status != "active":
            self.left.append(f"{_short(objective)}: {objective.status}")
            return None
        key_results = [found for one in objective.key_results if (found := self._key_result(one)) is not None]
        if not key_results:
            self.left.append(f"{_short(objective)}: none of its key results goes on")
            return None
        raw = objective.raw
        data = {name: raw[name] for name in ("id", "title", "why", "owner", "commitment") if raw.get(name) is not None}
        if objective.supports:
            data["supports"] = self._shifted_all(raw["supports"])
        return {**data, "carried_from": objective.address, "key_results": key_results}

    def _key_result(self, key_result: KeyResult) -> dict[str, Any] | None:
        over = _why_over(key_result)
        if over:
            self.left.append(f"{_short(key_result)}: {over}")
            return None
        raw = key_result.raw
        data: dict[str, Any] = {"id": key_result.id} if key_result.id else {}
        data["title"] = carried_title(key_result, self.quarter, self.language)
        data |= {name: raw[name] for name in _KEPT_BEFORE if raw.get(name) is not None}
        data |= _measured(key_result)
        data |= {name: raw[name] for name in _KEPT_AFTER if raw.get(name) is not None}
        data["carried_from"] = key_result.address
        if key_result.shared_with:
            data["shared_with"] = self._shifted_all(raw["shared_with"])
        return data

    def _shifted_all(self, written: object) -> object:
        return [self._shifted(one) for one in written] if isinstance(written, list) else self._shifted(written)

    def _shifted(self, address: object) -> object:
        """The same address in the new quarter where there is one already, or where this plan carries it over."""
        old = self.plan.quarter_text or ""
        if not isinstance(address, str) or f"/{old}#" not in address:
            return address
        new = address.replace(f"/{old}#", f"/{self.quarter.label}#", 1)
        return new if address in self._goes_on or self.portfolio.find(new) is not None else address


def _short(one: Objective | KeyResult) -> str:
    return one.address.partition("#")[2]


def _why_over(key_result: KeyResult) -> str:
    """Why a key result does not go on; empty where it does."""
    if key_result.status != "active":
        return key_result.status
    if key_result.close is not None and key_result.close.decision == "stop":
        return "decided to stop"
    if key_result.type in ("done", "milestones") and final_score(key_result) == 1:
        return "done"
    return ""


def _measured(key_result: KeyResult) -> dict[str, Any]:
    """What it is measured by: where it starts is what the last quarter ended at, where it goes is open."""
    raw, kind = key_result.raw, key_result.type
    own = {name: raw[name] for name in ("type", "unit") if raw.get(name) is not None}
    if kind == "milestones":
        return {**own, "milestones": list(_open_steps(raw))}
    if kind in ("done", "unknown"):
        return own
    if kind == "between":
        return {**own, "target": [SLOT, SLOT]}
    if kind == "establish-baseline":
        own.pop("type")
        return {**own, "baseline": _baseline(key_result), "target": _open(key_result)}
    if kind in ("increase", "decrease"):
        goal = {"growth": f"{SLOT}%"} if key_result.growth is not None else {"target": _open(key_result)}
        return {**own, "baseline": _baseline(key_result), **goal}
    return {**own, "target": _open(key_result)}


def _open_steps(raw: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for step in raw.get("milestones") or ():
        if isinstance(step, dict) and step.get("title") is not None and step.get("done") is None:
            yield {"title": step["title"]}


def _baseline(key_result: KeyResult) -> dict[str, Any]:
    source = key_result.baseline.source if key_result.baseline is not None else None
    data = {"value": closing_value(key_result), "period": key_result.plan.quarter_text}
    source = source or (key_result.registered.source if key_result.registered is not None else None)
    return {**data, **({"source": source} if source else {})}


def closing_value(key_result: KeyResult) -> Any:
    """What a key result ended at, as it was checked in; `XX` where nobody did."""
    last = last_check_in(key_result)
    if last is None:
        return _open(key_result)
    written = key_result.raw["check_ins"][last.date_text]
    return written["value"] if isinstance(written, dict) else written


def _open(key_result: KeyResult) -> str:
    """A slot with the sign of its unit."""
    unit = key_result.unit
    return f"{unit}{SLOT}" if unit and unit in _SIGNS else f"{SLOT}%" if unit == "%" else SLOT
