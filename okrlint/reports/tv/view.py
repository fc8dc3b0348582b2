"""What the screens show: one for the company, one for each team that has a plan in the running quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.rendering.assets import asset, sheet
from okrlint.views.board import DETAILED, board_of
from okrlint.views.movers import mover_rows, next_step
from okrlint.views.places import BOARD, HOME, board_path, team_name
from okrlint.views.report import File, Page, Report
from okrlint.views.weeks import week_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrlint.model.plan import Plan
    from okrlint.views.board import Board
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

STALE_DAYS = 10
"""Data older than that turns the head of the screen grey: a week, and three days to be late."""


def _pages(survey: Survey) -> Iterator[Page]:
    label, plans = _current(survey)
    if not plans:
        return
    focus = survey.focus
    teams: dict[str, list[Plan]] = {}
    for plan in plans:
        if plan.team:
            teams.setdefault(plan.team, []).append(plan)
    boards = [{"text": team_name(team), "target": board_path(team)} for team in teams]
    home = (survey.site["name"], HOME)
    everything = {"text": "All teams", "target": BOARD}
    data = _data(survey, survey.site["name"], label, plans, focus)
    yield Page(BOARD, f"{survey.site['name']} {label}: board", "Board", (home,), {**data, "boards": boards})
    for team, own in teams.items():
        name = team_name(team)
        data = _data(survey, name, label, own, focus)
        crumbs = (home, ("Board", BOARD))
        yield Page(board_path(team), f"{name} {label}: board", name, crumbs, {**data, "boards": [everything]})


def _current(survey: Survey) -> tuple[str, tuple[Plan, ...]]:
    """The quarter in which the survey's day lies, else the newest that had begun, else the newest."""
    quarters = [(label, plans) for label, plans in survey.plans_by_quarter.items() if plans[0].quarter is not None]
    begun = [(label, plans) for label, plans in quarters if _start(plans) <= survey.given.as_of.isoformat()]
    return next(iter(begun or quarters), ("", ()))


def _start(plans: Sequence[Plan]) -> str:
    quarter = plans[0].quarter
    return quarter.start.isoformat() if quarter else ""


def _data(survey: Survey, name: str, label: str, plans: Sequence[Plan], focus: Row | None) -> Row:
    board = board_of(plans, survey)
    return {
        "name": name,
        "quarter": label,
        "week": week_row(plans[0].quarter, survey.given.as_of),
        "headline": _headline(board, focus),
        "slides": board.slides,
        "left": board.left,
        "movers": mover_rows(plans, survey),
        "next": next_step(plans, survey),
        "several": len({plan.team for plan in plans}) > 1,
        "detailed": DETAILED,
        "stale_days": STALE_DAYS,
    }


def _headline(board: Board, focus: Row | None) -> Row:
    """The one number: the focus where one is measured, else how much of the plan is on pace."""
    if focus is not None and focus["now"]:
        goal = f"goal {focus['growth']}" if focus["growth"] else ""
        return {
            "label": f"Our focus: {focus['metric']}",
            "text": focus["now"],
            "note": ", ".join(filter(None, (f"on {focus['day']}", goal))),
        }
    words = f"of {board.key_results} key results on track or ahead"
    return {"label": "On pace", "text": f"{board.on_pace}", "note": words}


def _files(survey: Survey) -> Iterator[File]:
    if _current(survey)[1]:
        yield File("html/tv.css", sheet("tv.css"))
        yield File("html/tv.js", asset("tv.js"))


REPORT = Report("tv", _pages, _files)
