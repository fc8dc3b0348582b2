"""The focus: the one metric that matters, how it stands and why it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity, format_quantity
from okrlint.views.names import metric_name
from okrlint.views.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from okrlint.model.company import Focus
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_PIPELINE_METRIC = "mrr"
_DAYS_OF_A_MONTH = 30.436875
"""Mean of the Gregorian calendar, as in the pipeline calculator."""
_LONGEST = 120
"""Months over which a growth rate still means something."""


def focus_row(survey: Survey) -> Row | None:
    """The first focus of the company with all numbers that are known for its metric; None without a focus."""
    company = survey.given.company
    focus = company.focus[0] if company and company.focus else None
    if focus is None or not focus.metric:
        return None
    registered = company.metric(focus.metric) if company else None
    known = focus_readings(survey)
    return {
        "metric": metric_name(company, focus.metric),
        "definition": (registered.definition if registered else None) or "",
        "growth": signed(focus.growth) if focus.growth else "",
        "since": focus.since or "",
        "why": focus.why or "",
        "now": format_quantity(known[-1][1]) if known else "",
        "day": known[-1][0] if known else None,
        "known": [(day, format_quantity(value)) for day, value in known],
        "line": _line_row(focus, known) if len(known) > 1 else None,
    }


def focus_readings(survey: Survey) -> list[tuple[date, Quantity]]:
    """The numbers of the metric that the first focus of the company names, by day; none without a focus."""
    company = survey.given.company
    metric = company.focus[0].metric if company and company.focus else None
    registered = company.metric(metric) if company and metric else None
    return _readings(survey, metric, (registered.unit if registered else None) or "") if metric else []


def _readings(survey: Survey, metric: str, unit: str) -> list[tuple[date, Quantity]]:
    """What check-ins say of the metric, and pipeline files where it is the MRR; one number a day, by day."""
    portfolio, as_of = survey.given.portfolio, survey.given.as_of
    found: dict[date, Quantity] = {}
    if metric == _PIPELINE_METRIC:
        for pipeline in portfolio.pipelines:
            if pipeline.as_of is not None and pipeline.mrr is not None:
                found[pipeline.as_of] = pipeline.mrr
    for key_result in (kr for plan in portfolio.plans for kr in plan.key_results if kr.metric == metric):
        for entry in key_result.check_ins:
            if entry.date is not None and isinstance(entry.value, Quantity):
                found[entry.date] = entry.value
    return sorted((day, value._replace(unit=value.unit or unit)) for day, value in found.items() if day <= as_of)


def _line_row(focus: Focus, known: list[tuple[date, Quantity]]) -> Row:
    (first_day, first), (last_day, last) = known[0], known[-1]
    days = (last_day - first_day).days
    return {
        "title": "The focus over time",
        "description": (f"from {format_quantity(first)} on {first_day} to {format_quantity(last)} on {last_day}"),
        "tone": "link",
        "readings": [((day - first_day).days / days, float(value.value)) for day, value in known],
        "paths": list(_path(focus, first.value, days)),
    }


def _path(focus: Focus, first: Decimal, days: int) -> Iterator[tuple[str, float, float]]:
    """Where the stated growth would have led by the last reading; only rates a month can be told."""
    growth, months = focus.growth, days / _DAYS_OF_A_MONTH
    if growth is None or growth.per != "month" or months > _LONGEST:
        return
    if 0 < growth.fraction <= 1:
        yield "pace", float(first), float(first) * (1 + float(growth.fraction)) ** months
