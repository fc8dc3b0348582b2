"""Small line of readings over a period, with the pace towards the end value and the pace towards par."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from okrlint.rendering.charts.drawing import frame, number, points, position

SIZE = (160, 48)
_LEFT, _RIGHT, _TOP, _BOTTOM = 3, 157, 4, 44


def line(chart: Mapping[str, Any], identity: str) -> Markup:
    """Draw `chart`.

    Keys: title, description, tone; readings: pairs (share of the period 0..1, value); paths: triples (class name,
    value at the start, value at the end) for pace, par pace or a limit that is held.
    """
    values = [value for _, value in chart["readings"]] + [v for path in chart["paths"] for v in path[1:]]
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1

    def place(share: float, value: float) -> tuple[float, float]:
        return (
            position(share, 0, 1, _LEFT, _RIGHT),
            position(value, low, high, _BOTTOM, _TOP),
        )

    body = [
        f'<polyline class="{name}" points="{points((place(0, first), place(1, last)))}"/>'
        for name, first, last in chart["paths"]
    ]
    measured = [place(share, value) for share, value in chart["readings"]]
    if len(measured) > 1:
        body.append(f'<polyline class="run {chart["tone"]}" points="{points(measured)}"/>')
    if measured:
        x, y = measured[-1]
        body.append(f'<circle class="dot {chart["tone"]}" cx="{number(x)}" cy="{number(y)}" r="3"/>')
    return frame("line", identity, SIZE, chart["title"], chart["description"], "".join(body))
