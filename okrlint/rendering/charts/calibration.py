"""One row of planned against reached on a scale from 0 to 1: a ring where it was meant to end, a disc where it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number
from okrlint.rendering.charts.marks import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_SIZE = (320, 28)
_LEFT, _RIGHT, _MIDDLE = 8, 312, 14


def calibration(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`: keys title, description, band (pair), planned, reached (or None), all: every single value.

    The single values are short strokes along the foot, so that a mean which hides two heaps is seen.
    """
    x = Scale(0, 1, _LEFT, _RIGHT)
    low, high = map(number, map(x.at, chart["band"]))
    body = f'<path class="track" d="M{_LEFT} 4H{_RIGHT}V24H{_LEFT}z"/>'
    body += f'<path class="band" d="M{low} 4H{high}V24H{low}z"/>'
    strokes = "".join(f"M{number(place)} 24v-5" for place in sorted({x.at(value) for value in chart["all"]}))
    if strokes:
        body += f'<path class="single" d="{strokes}"/>'
    planned = number(x.at(chart["planned"]))
    if chart["reached"] is not None:
        reached = x.at(chart["reached"])
        body += f'<path class="run link" d="M{planned} {_MIDDLE}H{number(reached)}"/>{marked("link", reached, _MIDDLE)}'
    body += f'<circle class="plan" cx="{planned}" cy="{_MIDDLE}" r="6"/>'
    return frame("calibration", _SIZE, chart, body)
