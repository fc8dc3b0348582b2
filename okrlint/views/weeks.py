"""How far a quarter has come, in weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.periods import Period, check_in_periods

if TYPE_CHECKING:
    from datetime import date

    from okrlint.model.quarter import Quarter
    from okrlint.views.report import Row


def week_row(quarter: Quarter | None, as_of: date) -> Row | None:
    """The week of a quarter in which a day lies, as a chart of steps; None without a quarter."""
    if quarter is None:
        return None
    weeks = check_in_periods(Period(quarter.start, quarter.end), "weekly")
    done = sum(week.start <= as_of for week in weeks)
    words = f"Week {done} of {len(weeks)}"
    if as_of > quarter.end:
        words = f"All {len(weeks)} weeks over"
    elif done == 0:
        words = f"Begins on {quarter.start}"
    return {
        "title": "Weeks of the quarter",
        "description": words,
        "done": done,
        "total": len(weeks),
        "over": as_of > quarter.end,
        "start": quarter.start,
        "end": quarter.end,
    }
