"""Quarters, teams, objectives and key results as plain data for other programs, as schemas/api-*.schema.json has it.

Every row says where it stands in the files, `path` and `line`, and on the site, `page`. Nothing in it is rounded but
scores, which have four decimals; rates are fractions.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from okrlint.model.pace import pace_of
from okrlint.model.quantity import Quantity, round_half_up
from okrlint.rendering.links import html_link
from okrlint.views.places import quarter_label, quarter_path, team_name
from okrlint.views.statuses import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from okrlint.model.check_in import CheckIn
    from okrlint.model.key_result import KeyResult
    from okrlint.model.located import Located
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.views.survey import Survey

VERSION = 1
"""Of the shapes; raised when a program that reads them would have to change."""
_PLACES = 4


def quarter_data(label: str, plans: Sequence[Plan]) -> dict[str, Any]:
    """A quarter, with the files that hold its objectives and key results."""
    quarter, name = plans[0].quarter, file_name(label)
    return {
        "quarter": label,
        "start": _day(quarter.start) if quarter else None,
        "end": _day(quarter.end) if quarter else None,
        "plans": [plan.address for plan in plans],
        "objective_count": sum(len(plan.counted) for plan in plans),
        "key_result_count": sum(len(plan.counted_key_results) for plan in plans),
        "objectives": f"objectives/{name}.json",
        "key_results": f"key-results/{name}.json",
        "csv": f"key-results/{name}.csv",
        "page": html_link("", quarter_path(label)),
    }


def file_name(label: str) -> str:
    """A quarter as part of a file's name."""
    return quarter_path(label).split("/")[1]


def team_data(team: str, plans: Iterable[Plan], survey: Survey) -> dict[str, Any]:
    """A team with its plans, the newest last."""
    return {"team": team, "name": team_name(team), "plans": [_plan_data(plan, survey) for plan in plans]}


def _plan_data(plan: Plan, survey: Survey) -> dict[str, Any]:
    return {
        "address": plan.address,
        "quarter": quarter_label(plan),
        "status": plan.status,
        "lead": plan.lead,
        "agreed": _day(plan.agreed.date) if plan.agreed else None,
        "objectives": [objective.address for objective in plan.objectives],
        **_origin(plan, survey),
    }


def objective_data(objective: Objective, survey: Survey) -> dict[str, Any]:
    """An objective with its score on the day of the site."""
    result = survey.objective_score(objective)
    return {
        "address": objective.address,
        "plan": objective.plan.address,
        "title": objective.title,
        "why": objective.why,
        "owners": list(objective.owners),
        "commitment": objective.commitment,
        "supports": list(objective.supports),
        "status": objective.status,
        "score": _score(result.score),
        "lowest": _score(result.minimum),
        "key_results": [key_result.address for key_result in objective.key_results],
        **_origin(objective, survey),
    }


def key_result_data(key_result: KeyResult, survey: Survey) -> dict[str, Any]:
    """A key result with its numbers and its score on the day of the site."""
    as_of = survey.given.as_of
    result = survey.score(key_result)
    status = status_of(key_result, result, pace_of(key_result, result, as_of))
    newest = next((one for one in reversed(key_result.check_ins) if one.date and one.date <= as_of), None)
    return {
        "address": key_result.address,
        "objective": key_result.objective.address,
        "title": key_result.title,
        "owners": list(key_result.owners),
        "metric": key_result.metric,
        "channel": key_result.channel,
        **_numbers(key_result),
        "current": _current(result.current),
        "score": _score(result.score),
        "state": status.word,
        **_newest(newest),
        "shared_with": list(key_result.shared_with),
        **_origin(key_result, survey),
    }


def _numbers(key_result: KeyResult) -> dict[str, Any]:
    start, growth, band = key_result.baseline, key_result.growth, key_result.band
    return {
        "type": key_result.type,
        "commitment": key_result.commitment,
        "status": key_result.status,
        "weight": _number(key_result.weight),
        "due": _day(key_result.due),
        "unit": key_result.unit,
        "baseline": _number(start.value.value) if start and start.value else None,
        "growth": _number(growth.fraction) if growth and growth.unit == "%" else None,
        "target": _number(key_result.goal),
        "band": [_number(limit.value) for limit in band] if band else None,
    }


def _newest(entry: CheckIn | None) -> dict[str, Any]:
    return {
        "checked_in": _day(entry.date) if entry else None,
        "confidence": _number(entry.confidence) if entry else None,
        "note": entry.note if entry else None,
    }


def _current(value: Decimal | Quantity | bool | None) -> float | int | bool | None:  # noqa: FBT001 - an answer
    if isinstance(value, bool) or value is None:
        return value
    return _number(value.value if isinstance(value, Quantity) else value)


def _score(value: Decimal | None) -> float | int | None:
    return None if value is None else _number(round_half_up(value, _PLACES))


def _number(value: Decimal | None) -> float | int | None:
    """The nearest number that JSON has; whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < Decimal(2**53) else float(value)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _origin(located: Located, survey: Survey) -> dict[str, Any]:
    """Where it stands: in the files of the repository, and on the site from the root of the HTML pages."""
    place = located.at()
    target = survey.places.target(located)
    page = html_link("", target) if target else None
    return {"page": page, "path": place.path, "line": place.span.start.line}
