"""Quarters as rows: the plans of each, and how their key results are spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.pace import pace_of
from okrlint.model.score_words import PAR_HIGH, PAR_LOW
from okrlint.views.findings import severity_counts
from okrlint.views.numbers import plural
from okrlint.views.places import quarter_path
from okrlint.views.plan import findings_of
from okrlint.views.statuses import Status, status_counts, status_of
from okrlint.views.weeks import week_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_PAR = (float(PAR_LOW), float(PAR_HIGH))


def quarter_frames(survey: Survey) -> tuple[Row, ...]:
    """The quarters that have plans, the newest first; those that are no quarters come last."""
    rows = [_frame(label, plans[0], survey) for label, plans in survey.plans_by_quarter.items()]
    return tuple(_with_neighbours(rows))


def _frame(label: str, plan: Plan, survey: Survey) -> Row:
    week = week_row(plan.quarter, survey.given.as_of)
    return {"label": label, "path": quarter_path(label), "start": week["start"] if week else None, "week": week}


def quarter_row(frame: Row, survey: Survey) -> Row:
    """A quarter with its plans and what they come to."""
    plans = survey.plans_by_quarter[frame["label"]]
    return {**quarter_totals(frame, survey), "plans": [survey.overview(plan) for plan in plans]}


def quarter_totals(frame: Row, survey: Survey) -> Row:
    """A quarter with what its plans come to."""
    plans = survey.plans_by_quarter[frame["label"]]
    key_results = [kr for plan in plans if plan.status != "draft" for kr in plan.counted_key_results]
    standings = [_standing(key_result, survey) for key_result in key_results]
    return {
        **frame,
        "closed": all(plan.status == "closed" for plan in plans),
        "objective_count": sum(len(plan.counted) for plan in plans),
        "key_result_count": sum(len(plan.counted_key_results) for plan in plans),
        "statuses": status_counts(status for status, _ in standings),
        "severities": severity_counts(found for plan in plans for found in findings_of(plan, survey)),
        "strip": _strip_row([dot for _, dot in standings if dot], key_results),
    }


def _standing(key_result: KeyResult, survey: Survey) -> tuple[Status, tuple[float, str] | None]:
    """The status of a key result, and its dot among all scores."""
    result = survey.score(key_result)
    status = status_of(key_result, result, pace_of(key_result, result, survey.given.as_of))
    return status, None if result.score is None else (float(result.score), status.tone)


def _strip_row(dots: list[tuple[float, str]], key_results: Sequence[KeyResult]) -> Row | None:
    """Every score of the quarter as a dot; None where there is none."""
    if not dots:
        return None
    at_par = sum(_PAR[0] <= value <= _PAR[1] for value, _ in dots)
    words = f"{plural(len(dots), 'key result')} with a score, {at_par} of them between 0.6 and 0.7"
    missing = len(key_results) - len(dots)
    return {
        "title": "Scores of all key results",
        "description": f"{words}; {missing} without a score" if missing else words,
        "band": _PAR,
        "dots": dots,
    }


def _with_neighbours(rows: list[Row]) -> Iterator[Row]:
    """Each quarter with the one before and the one after it in time."""
    for place, row in enumerate(rows):
        later = rows[place - 1] if place else None
        earlier = rows[place + 1] if place + 1 < len(rows) else None
        yield {**row, "earlier": _link(earlier), "later": _link(later)}


def _link(row: Row | None) -> Row | None:
    return None if row is None else {"label": row["label"], "path": row["path"]}
