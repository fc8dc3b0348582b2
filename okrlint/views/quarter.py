"""Quarters as rows: the plans of each, and how their key results are spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.score_words import PAR_HIGH, PAR_LOW
from okrlint.views.numbers import plural
from okrlint.views.places import quarter_path
from okrlint.views.statuses import status_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_PAR = (float(PAR_LOW), float(PAR_HIGH))


def quarter_rows(survey: Survey) -> tuple[Row, ...]:
    """The quarters that have plans, the newest first; those that are no quarters come last."""
    groups: dict[str, list[Row]] = {}
    for row in survey.plans:
        groups.setdefault(row["quarter"], []).append(row)
    rows = [_quarter_row(label, plans) for label, plans in groups.items()]
    known = sorted((row for row in rows if row["start"]), key=lambda row: row["start"], reverse=True)
    rows = known + sorted((row for row in rows if not row["start"]), key=lambda row: row["label"])
    return tuple(_with_neighbours(rows))


def _quarter_row(label: str, plans: list[Row]) -> Row:
    week = plans[0]["week"]
    agreed = [plan for plan in plans if plan["status"] != "draft"]
    key_results = [kr for plan in agreed for row in plan["objectives"] for kr in row["key_results"]]
    return {
        "label": label,
        "path": quarter_path(label),
        "start": week["start"] if week else None,
        "week": week,
        "plans": plans,
        "closed": all(plan["status"] == "closed" for plan in plans),
        "objective_count": sum(len(plan["objectives"]) for plan in plans),
        "key_result_count": sum(plan["key_result_count"] for plan in plans),
        "statuses": status_counts(kr["status"] for kr in key_results),
        "severities": _added(plan["severities"] for plan in plans),
        "strip": _strip_row([kr["dot"] for kr in key_results if kr["dot"]], key_results),
    }


def _strip_row(dots: list[tuple[float, str]], key_results: Sequence[Row]) -> Row | None:
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


def _added(groups: Iterable[list[Row]]) -> list[Row]:
    """Counts of several plans in one, the worst severity first as in each of them."""
    total: dict[str, Row] = {}
    for row in (row for group in groups for row in group):
        seen = total.setdefault(row["severity"], {**row, "count": 0})
        seen["count"] += row["count"]
    return [total[severity] for severity in ("error", "warning", "info") if severity in total]


def _with_neighbours(rows: list[Row]) -> Iterator[Row]:
    """Each quarter with the one before and the one after it in time."""
    for place, row in enumerate(rows):
        later = rows[place - 1] if place else None
        earlier = rows[place + 1] if place + 1 < len(rows) else None
        yield {**row, "earlier": _link(earlier), "later": _link(later)}


def _link(row: Row | None) -> Row | None:
    return None if row is None else {"label": row["label"], "path": row["path"]}
