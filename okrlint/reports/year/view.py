"""What the page of a year shows: its quarters side by side, so that each is closer to what can be known."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.linting.pipeline_learning import learning_of
from okrlint.model.progress import ONE, ZERO
from okrlint.model.quantity import format_quantity
from okrlint.rendering.sections import Table
from okrlint.views.focus import focus_readings, focus_row
from okrlint.views.numbers import plural, score_text
from okrlint.views.places import HOME, team_name, year_path
from okrlint.views.plan_numbers import DASH, growth, needed
from okrlint.views.report import Menu, Page, Report
from okrlint.views.statuses import PAR
from okrlint.views.year_quarter import causes_of, ended_of, mean, share, year_quarter_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from okrlint.model.plan import Plan
    from okrlint.model.quantity import Quantity
    from okrlint.model.quarter import Quarter
    from okrlint.planning.learning import Learning
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey
    from okrlint.views.year_quarter import Ended

Year = list[tuple["Quarter", tuple["Plan", ...]]]
"""The quarters of a year that have plans, in time."""
_MOST_FOCUS = 8
"""Quarters over which the focus is shown."""


def _years(survey: Survey) -> dict[int, Year]:
    found: dict[int, Year] = {}
    for plans in reversed(tuple(survey.plans_by_quarter.values())):
        if (quarter := plans[0].quarter) is not None:
            found.setdefault(quarter.year, []).append((quarter, plans))
    return {year: found[year] for year in sorted(found)}


def _name(year: Year) -> str:
    """As its quarters are named: "2026", "FY27"."""
    return year[0][0].label.partition("-")[0]


def _pages(survey: Survey) -> Iterator[Page]:
    years = _years(survey)
    numbers = list(years)
    for place, number in enumerate(numbers):
        year = years[number]
        name = _name(year)
        data = {
            "label": name,
            "earlier": _link(years, numbers[place - 1]) if place else None,
            "later": _link(years, numbers[place + 1]) if place + 1 < len(numbers) else None,
            **_data(year, survey),
        }
        yield Page(year_path(number), f"Year {name}", f"Year {name}", ((survey.site["name"], HOME),), data)


def _link(years: dict[int, Year], number: int) -> Row:
    return {"label": _name(years[number]), "path": year_path(number)}


def _menu(survey: Survey) -> Menu | None:
    years = _years(survey)
    return Menu(25, "Year", year_path(max(years))) if years else None


def _data(year: Year, survey: Survey) -> Row:
    ended = [ended_of(plans, survey) for _, plans in year]
    rows = [year_quarter_row(quarter, plans, own) for (quarter, plans), own in zip(year, ended, strict=True)]
    return {
        "tiles": list(_tiles(year, [one for own in ended for one in own])),
        "quarters": rows,
        "par": list(PAR.values()),
        "causes": causes_of([plans for _, plans in year]),
        "focus": _focus(year[-1][0], survey),
        "forecast": _forecast(year, survey),
        "stayed": _stayed(year),
    }


def _tiles(year: Year, ended: Sequence[Ended]) -> Iterator[Row]:
    objectives = sum(len(plan.counted) for _, plans in year for plan in plans)
    yield {"label": "Objectives", "text": f"{objectives:,}", "note": f"in {plural(len(year), 'quarter')}"}
    average = score_text(mean([each.score for each in ended]))
    yield {"label": "Mean score", "text": average, "note": f"of {plural(len(ended), 'key result')} in closed plans"}
    at_par = sum(each.reached_par for each in ended)
    yield _share_tile("At par or above", at_par, len(ended), "par is 0.6 for a stretch, 1 for a promise")
    ones, zeros = sum(each.score >= ONE for each in ended), sum(each.score <= ZERO for each in ended)
    yield _share_tile("Scores of 1", ones, len(ended), "many of them: the goals are too easy")
    yield _share_tile("Scores of 0", zeros, len(ended), "many of them: wishes, not plans")


def _share_tile(label: str, count: int, whole: int, note: str) -> Row:
    return {"label": label, "text": share(count, whole), "note": f"{count} of {whole}; {note}"}


def _focus(last: Quarter, survey: Survey) -> Row | None:
    """The last number of the focus in each quarter, up to the end of the year."""
    focus, known = focus_row(survey), [entry for entry in focus_readings(survey) if entry[0] <= last.end]
    if focus is None or not known:
        return None
    ends = _quarter_ends(known, last)
    return {
        "metric": focus["metric"],
        "growth": focus["growth"],
        "line": _focus_line(ends) if len(ends) > 1 else None,
        "rows": [
            {"quarter": quarter.label, "day": day, "text": format_quantity(value), "growth": _growth(value, before)}
            for (quarter, day, value), before in zip(ends, [None, *(end[2] for end in ends)], strict=False)
        ],
    }


def _quarter_ends(known: list[tuple[date, Quantity]], last: Quarter) -> list[tuple[Quarter, date, Quantity]]:
    """The newest number of each quarter that has one, the last eight quarters in time."""
    quarters = [last.shifted(-back) for back in reversed(range(_MOST_FOCUS))]
    newest = ((q, [entry for entry in known if q.start <= entry[0] <= q.end][-1:]) for q in quarters)
    return [(quarter, *entry[0]) for quarter, entry in newest if entry]


def _growth(value: Quantity, before: Quantity | None) -> str:
    if before is None or before.unit != value.unit or before.value <= 0:
        return DASH
    return growth(value.value / before.value - 1)


def _focus_line(ends: list[tuple[Quarter, date, Quantity]]) -> Row:
    (_, first_day, first), (_, last_day, last) = ends[0], ends[-1]
    days = (last_day - first_day).days
    return {
        "title": "The focus at the end of each quarter",
        "description": f"from {format_quantity(first)} on {first_day} to {format_quantity(last)} on {last_day}",
        "tone": "link",
        "readings": [((day - first_day).days / days, float(value.value)) for _, day, value in ends],
        "paths": [],
    }


def _forecast(year: Year, survey: Survey) -> Table | None:
    """How far off the leads of each channel were: leads that came ÷ leads planned − 1; None without pipeline data."""
    learned = [
        (quarter.label, found)
        for quarter, _ in year
        if (found := learning_of(survey.given.portfolio, quarter, survey.given.language)) is not None
    ]
    if not learned:
        return None
    names: dict[str, str] = {}
    for _, found in learned:
        names.update((lesson.plan.channel.id, lesson.plan.channel.name) for lesson in found.channels)
    rows = [(name, *(growth(_error(found, channel)) for _, found in learned)) for channel, name in names.items()]
    whole = ("All leads", *(growth(found.error) for _, found in learned))
    need = ("Leads needed", *(needed(found.need) for _, found in learned))
    return Table(("Channel", *(label for label, _ in learned)), (*rows, whole, need))


def _error(found: Learning, channel: str) -> Decimal | None:
    return next((lesson.error for lesson in found.channels if lesson.plan.channel.id == channel), None)


def _stayed(year: Year) -> list[Row]:
    """Objectives that a team had in more than one quarter of the year: they may stay while they matter."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for quarter, plans in year:
        for objective in (objective for plan in plans for objective in plan.counted):
            if objective.id is not None and objective.plan.team:
                found.setdefault((objective.plan.team, objective.id), []).append((quarter.label, objective.name))
    return [
        {"team": team_name(team), "title": seen[-1][1], "quarters": [label for label, _ in seen]}
        for (team, _), seen in sorted(found.items())
        if len(seen) > 1
    ]


REPORT = Report("year", _pages, menu=_menu)
