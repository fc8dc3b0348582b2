"""The files that okrlint begins a repository or a team with; what they say stands in the folder `starters`."""

from __future__ import annotations

from datetime import timedelta
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from okrlint.model.quarter import Quarter

TEMPLATES = ("geckoboard", "t2d3")
"""First plans to choose from; each is named like the preset that it is made for."""

_WEEKS = {"third_week": 3, "sixth_week": 6, "ninth_week": 9}


def starter(name: str, **slots: str) -> str:
    """A file of the folder with its slots filled: `{{name}}` becomes the slot of that name."""
    text = resources.files("okrlint.workspace").joinpath("starters", *name.split("/")).read_text("utf-8")
    for slot, value in slots.items():
        text = text.replace(f"{{{{{slot}}}}}", value)
    return text


def slots_of(quarter: Quarter, day: date) -> dict[str, str]:
    """What plans are filled with: the quarter, the one before, and the last days of some weeks.

    In a quarter that runs the weeks are laid over the days that are left, so that no day has passed already.
    """
    start = day if quarter.contains(day) else quarter.start
    left = (quarter.end - start).days + 1
    days = {name: start + timedelta(days=7 * weeks * left // quarter.days - 1) for name, weeks in _WEEKS.items()}
    texts = {name: max(day, start).isoformat() for name, day in days.items()}
    return {"quarter": quarter.label, "previous": quarter.previous().label, **texts}
