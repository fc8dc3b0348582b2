"""What the first page shows: one number above all, then the running quarter, then everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.findings import finding_row, severity_counts
from okrlint.views.help_wanted import help_wanted
from okrlint.views.movers import mover_rows, next_step
from okrlint.views.places import BOARD, HOME, PEOPLE, TEAMS
from okrlint.views.quarter import quarter_totals
from okrlint.views.report import Page, Report
from okrlint.views.team import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST_HELP = 5
_MOST_FINDINGS = 20
_MOST_CARDS = 9
"""Teams that have a card with their objectives on the first page; more of them stand in a table."""
_MOST_TEAMS = 60
"""Teams in that table; more of them are left to the overview of the quarter."""
_MOST_QUARTERS = 4
"""Quarters whose key results are counted here; earlier ones are links."""


def _pages(survey: Survey) -> Iterator[Page]:
    name = survey.site["name"]
    current = survey.current
    elsewhere = survey.findings_at(None)
    data = {
        "focus": survey.focus,
        "ways": list(_ways(survey)),
        "priorities": _priorities(survey),
        "current": current,
        **(_running(survey, current) if current else {"cards": [], "rows": [], "help_wanted": [], "week": []}),
        "quarters": [quarter_totals(frame, survey) for frame in survey.quarters[:_MOST_QUARTERS]],
        "earlier": survey.quarters[_MOST_QUARTERS:],
        "severities": severity_counts(survey.given.findings),
        "elsewhere": [finding_row(finding) for finding in elsewhere[:_MOST_FINDINGS]],
        "elsewhere_left": max(0, len(elsewhere) - _MOST_FINDINGS),
    }
    yield Page(HOME, f"{name}: OKRs", name, (), data)


def _ways(survey: Survey) -> Iterator[Row]:
    """Where each reader goes on: everybody, a team, a person. Screens have no Markdown twin."""
    current = survey.current
    if current is not None:
        yield {"text": f"All of {current['label']}", "target": current["path"], "twin": True}
    if any(plan.team for plan in survey.given.portfolio.plans):
        yield {"text": "Teams and their meetings", "target": TEAMS, "twin": True}
    if survey.people:
        yield {"text": "Who owns what", "target": PEOPLE, "twin": True}
    if current is not None and current["start"]:
        yield {"text": "Board for the wall", "target": BOARD, "twin": False}


def _running(survey: Survey, current: Row) -> Row:
    """The quarter that runs: its teams, what moved in the last week, and where help is wanted."""
    plans = survey.plans_by_quarter[current["label"]]
    rows = current["plans"]
    few = len(rows) <= _MOST_CARDS
    return {
        "cards": [{**row, "ways": ways_of(plan, survey)} for plan, row in zip(plans, rows, strict=True)] if few else [],
        "rows": [] if few or len(rows) > _MOST_TEAMS else rows,
        "help_wanted": help_wanted(rows, _MOST_HELP, ("at risk",)),
        "week": list(_week({**mover_rows(plans, survey), "next": next_step(plans, survey)})),
    }


def _week(found: Row) -> Iterator[Row]:
    """The greatest rise, the greatest fall and the next step, where there are any."""
    looks = {"up": ("Moved up most", "good", "rise"), "down": ("Fell back most", "fair", "triangle")}
    for name, (label, tone, shape) in {**looks, "next": ("Comes next", "link", "box")}.items():
        if found[name]:
            yield {**found[name], "label": label, "tone": tone, "shape": shape}


def _priorities(survey: Survey) -> list[Row]:
    company = survey.given.company
    return [
        {"title": priority.title or priority.id or "", "until": priority.until or ""}
        for priority in (company.priorities if company else ())
    ]


REPORT = Report("home", _pages)
