"""Small line of readings over a period, with the pace towards the end value and the pace towards par."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number, points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_SIZE = (160, 48)
_LEFT, _RIGHT, _TOP, _BOTTOM = 4, 156, 4, 44


def line(chart: Mapping[str, Any], identity: str) -> Markup:
    """Draw `chart`, which has at least one reading or path.

    Keys: title, description, tone; readings: pairs (share of the period 0..1, value); paths: triples (class
    name, value at the start, value at the end) for pace, par pace or a limit that is held.
    """
    x, y = Scale(0, 1, _LEFT, _RIGHT), _heights(chart)
    body = "".join(
        f'<polyline class="{name}" points="{points(((_LEFT, y.at(first)), (_RIGHT, y.at(last))))}"/>'
        for name, first, last in chart["paths"]
    )
    measured = [(x.at(share), y.at(value)) for share, value in chart["readings"]]
    if len(measured) > 1:
        body += f'<polyline class="run {chart["tone"]}" points="{points(measured)}"/>'
    if measured:
        last_x, last_y = map(number, measured[-1])
        body += f'<circle class="dot {chart["tone"]}" cx="{last_x}" cy="{last_y}" r="3.5"/>'
    return frame("line", identity, _SIZE, chart, body)


def _heights(chart: Mapping[str, Any]) -> Scale:
    values = [value for _, value in chart["readings"]] + [v for path in chart["paths"] for v in path[1:]]
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1
    return Scale(low, high, _BOTTOM, _TOP)
