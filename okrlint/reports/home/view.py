"""What the first page shows: one number above all, then the running quarter, then everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.findings import finding_row, severity_counts
from okrlint.views.focus import focus_row
from okrlint.views.places import HOME
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST_HELP = 5
_MOST_FINDINGS = 20
_MOST_LISTED = 12
"""Teams whose objectives are named on the first page; with more of them the overview of the quarter does that."""


def _pages(survey: Survey) -> Iterator[Page]:
    name = survey.site["name"]
    current = survey.current
    elsewhere = survey.findings_at(None)
    data = {
        "focus": focus_row(survey),
        "priorities": _priorities(survey),
        "current": current,
        "with_objectives": current is not None and len(current["plans"]) <= _MOST_LISTED,
        "help_wanted": _help_wanted(current) if current else [],
        "quarters": survey.quarters,
        "severities": severity_counts(survey.given.findings),
        "elsewhere": [finding_row(finding) for finding in elsewhere[:_MOST_FINDINGS]],
        "elsewhere_left": max(0, len(elsewhere) - _MOST_FINDINGS),
    }
    yield Page(HOME, f"{name}: OKRs", name, (), data)


def _priorities(survey: Survey) -> list[Row]:
    company = survey.given.company
    return [
        {"title": priority.title or priority.id or "", "until": priority.until or ""}
        for priority in (company.priorities if company else ())
    ]


def _help_wanted(quarter: Row) -> list[Row]:
    """The key results furthest behind their pace, the widest gap first, with what comes next."""
    behind = [
        {**key_result, "team": plan["team"]}
        for plan in quarter["plans"]
        if plan["status"] == "active"
        for objective in plan["objectives"]
        for key_result in objective["key_results"]
        if key_result["status"].word == "at risk"
    ]
    return sorted(behind, key=lambda row: (-row["gap"], row["target"]))[:_MOST_HELP]


REPORT = Report("home", _pages)
