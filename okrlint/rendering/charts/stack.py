"""Bar of parts one behind another, with a line at the limit: does it fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_SIZE = (640, 36)
_LEFT, _RIGHT = 2, 638
_MIDDLE, _GAP = 18, 2
_HALVES = (10, 8, 6, 4)
"""Half the heights of the parts, taken in turn, so that each colour has a height of its own."""


def stack(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`: keys title, description, parts (values from 0 up), limit (a value or None)."""
    total = sum(chart["parts"])
    scale = Scale(0, max(total, chart["limit"] or 0.0) or 1, _LEFT, _RIGHT)
    body, at = "", 0.0
    for place, part in enumerate(chart["parts"]):
        look = place % len(_HALVES)
        top, foot = _MIDDLE - _HALVES[look], _MIDDLE + _HALVES[look]
        start = scale.at(at) + (_GAP if place else 0)
        left, right = number(start), number(max(start, scale.at(at + part)))
        body += f'<path class="part{look + 1}" d="M{left} {top}H{right}V{foot}H{left}z"/>'
        at += part
    if chart["limit"] is not None:
        body += f'<path class="end" d="M{number(scale.at(chart["limit"]))} 2V34"/>'
    return frame("stack", _SIZE, chart, body)
