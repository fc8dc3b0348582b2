"""What the page of overlaps shows: those that nobody has spoken of first, and a small matrix of teams."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from okrlint.rendering.sections import Table
from okrlint.views.overlaps import AGREED, OPEN, overlap_row
from okrlint.views.places import team_name
from okrlint.views.quarter_pages import OVERLAPS, register_pages
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrlint.linting.overlaps import Overlap
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST_TEAMS = 12
"""Teams of a matrix: with more of them it has no room on a page, and would grow with their square."""
_MOST_MEMBERS = 12
"""Key results that one overlap lists before it counts the others."""


def _pages(survey: Survey) -> Iterator[Page]:
    return register_pages(survey, OVERLAPS, _data)


def _data(label: str, survey: Survey) -> Row:
    overlaps = survey.overlaps[label]
    rows = [_cut(overlap_row(overlap, survey)) for overlap in overlaps]
    teams = sorted({kr.plan.team or "" for overlap in overlaps for kr in overlap.key_results})
    return {
        "open": [row for row in rows if row["status"] is OPEN],
        "agreed": [row for row in rows if row["status"] is AGREED],
        "matrix": _matrix(overlaps, teams) if 2 < len(teams) <= _MOST_TEAMS else None,  # noqa: PLR2004  a pair is no matrix
        "teams": len(teams),
    }


def _cut(row: Row) -> Row:
    members = row["key_results"]
    return {**row, "key_results": members[:_MOST_MEMBERS], "left": max(0, len(members) - _MOST_MEMBERS)}


def _matrix(overlaps: Sequence[Overlap], teams: list[str]) -> Table:
    """How many things each pair of teams shares; the lower half only, since it is the same both ways."""
    shared: Counter[tuple[str, str]] = Counter()
    for overlap in overlaps:
        shared.update(combinations(sorted({kr.plan.team or "" for kr in overlap.key_results}), 2))
    rows = [
        (team_name(team), *(_cell(shared, other, team, place < row) for place, other in enumerate(teams[:-1])))
        for row, team in enumerate(teams)
        if row
    ]
    return Table(("", *(team_name(team) for team in teams[:-1])), tuple(rows))


def _cell(shared: Counter[tuple[str, str]], one: str, other: str, is_lower: bool) -> str:  # noqa: FBT001 - a place
    if not is_lower:
        return ""
    return str(shared[one, other] or "–")


REPORT = Report("overlaps", _pages)
