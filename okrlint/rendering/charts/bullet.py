"""Bullet bar: one measure against start, end, a band, what is expected by now and where the last period closed.

The form follows Stephen Few's bullet graph: one bar, one end mark, tints for ranges.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from okrlint.rendering.charts.drawing import frame, number, position

SIZE = (300, 24)
_LEFT, _RIGHT = 4, 296
_FURTHEST_BACK, _FURTHEST_AHEAD = -0.35, 1.35


def bullet(chart: Mapping[str, Any], identity: str) -> Markup:
    """Draw `chart`: on a scale where 0 is the start and 1 the end.

    Keys: title, description, tone (class of the bar); value, expected, previous (share or None), band (pair of
    shares or None). Values beyond the drawing end in an arrow.
    """
    drawn = [v for v in (chart["value"], chart["previous"]) if v is not None]
    low = max(_FURTHEST_BACK, min(0.0, *drawn, 0.0))
    high = min(_FURTHEST_AHEAD, max(1.0, *drawn, 1.0))

    def at(value: float) -> float:
        return position(value, low, high, _LEFT, _RIGHT)

    body = [_range("track", at(0), at(1))]
    if chart["band"] is not None:
        body.append(_range("band", at(chart["band"][0]), at(chart["band"][1])))
    if chart["value"] is not None:
        body.append(_measure(chart["value"], chart["tone"], at(0), at(chart["value"]), low, high))
    if chart["previous"] is not None:
        x = number(at(chart["previous"]))
        body.append(f'<path class="prev" d="M{x} 5v14"/>')
    body.append(f'<path class="end" d="M{number(at(1))} 3v18"/>')
    if chart["expected"] is not None:
        x = number(at(chart["expected"]))
        body.append(f'<path class="pace" d="M{x} 17l4 6h-8z"/>')
    return frame("bullet", identity, SIZE, chart["title"], chart["description"], "".join(body))


def _range(name: str, start: float, end: float) -> str:
    width = number(max(end - start, 0.0))
    return f'<path class="{name}" d="M{number(start)} 4h{width}v16h-{width}z"/>'


def _measure(value: float, tone: str, zero: float, end: float, low: float, high: float) -> str:
    """The bar from the start; a thin mark at zero stays visible, and an arrow says "further than drawn"."""
    start, end = min(zero, end), max(zero, end)
    width = number(max(end - start, 2.0))
    bar = f'<path class="bar {tone}" d="M{number(start)} 8h{width}v8h-{width}z"/>'
    if value > high:
        return bar + f'<path class="bar {tone}" d="M{_RIGHT - 4} 6l8 6l-8 6z"/>'
    if value < low:
        return bar + f'<path class="bar {tone}" d="M{_LEFT + 4} 6l-8 6l8 6z"/>'
    return bar
