"""Lines from a value before to a value after, one for each member of a group: who must rise most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_SIZE = (300, 180)
_LEFT, _RIGHT, _TOP, _BOTTOM = 12, 288, 10, 170


def slope(chart: Mapping[str, Any], identity: str) -> Markup:
    """Draw `chart`: keys title, description, lines: triples (value before, value after, tone); values from 0 up."""
    largest = max((max(before, after) for before, after, _ in chart["lines"]), default=0.0)
    heights = Scale(0, largest or 1, _BOTTOM, _TOP)
    body = f'<path class="axis" d="M{_LEFT} {_TOP}V{_BOTTOM}M{_RIGHT} {_TOP}V{_BOTTOM}"/>'
    for before, after, tone in chart["lines"]:
        start, end = number(heights.at(before)), number(heights.at(after))
        body += f'<polyline class="run {tone}" points="{_LEFT},{start} {_RIGHT},{end}"/>'
        body += f'<circle class="dot {tone}" cx="{_LEFT}" cy="{start}" r="4"/>'
        body += f'<circle class="dot {tone}" cx="{_RIGHT}" cy="{end}" r="4"/>'
    return frame("slope", identity, _SIZE, chart, body)
