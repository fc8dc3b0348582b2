"""Bullet bar: one measure from start to end, with a band, what is expected now and the last period's value.

The form follows Stephen Few's bullet graph: one bar, one end mark, tints for ranges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, alike, frame, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_SIZE = (300, 24)
_LEFT, _RIGHT = 4, 296
_FURTHEST_BACK, _FURTHEST_AHEAD = -0.35, 1.35


def bullet(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`, on a scale where 0 is the start and 1 the end.

    Keys: title, description, tone (class of the bar); value, expected, previous (a share or None), band (a
    pair of shares or None). A value beyond the drawing ends in an arrow.
    """
    scale = _scale(chart)
    start = number(scale.at(0))
    behind = _range("track", scale.at(0), scale.at(1)) + f'<path class="axis" d="M{start} 2v20"/>'
    if chart["band"] is not None:
        behind += _range("band", *map(scale.at, chart["band"]))
    body = alike(behind)
    if chart["value"] is not None:
        body += _measure(chart["value"], chart["tone"], scale)
    if chart["previous"] is not None:
        body += f'<path class="prev" d="M{number(scale.at(chart["previous"]))} 5v14"/>'
    front = f'<path class="end" d="M{number(scale.at(1))} 3v18"/>'
    if chart["expected"] is not None:
        front += f'<path class="due" d="M{number(scale.at(chart["expected"]))} 16l4 8h-8z"/>'
    return frame("bullet", _SIZE, chart, body + alike(front))


def _scale(chart: Mapping[str, Any]) -> Scale:
    """From start to end, and so far beyond as the drawn values need, within reason."""
    drawn = [float(v) for v in (chart["value"], chart["previous"]) if v is not None]
    low = max(_FURTHEST_BACK, min(0.0, *drawn, 0.0))
    high = min(_FURTHEST_AHEAD, max(1.0, *drawn, 1.0))
    return Scale(low, high, _LEFT, _RIGHT)


def _range(name: str, start: float, end: float) -> str:
    left = number(start)
    return f'<path class="{name}" d="M{left} 4H{number(max(start, end))}v16H{left}z"/>'


def _measure(value: float, tone: str, scale: Scale) -> str:
    """The bar from the start; at the start itself a thin mark stays, an arrow says "further than drawn"."""
    start, end = sorted((scale.at(0), scale.at(value)))
    left = number(start)
    bar = f'<path class="bar {tone}" d="M{left} 8H{number(max(end, start + 2))}v8H{left}z"/>'
    if value > scale.high:
        return f'{bar}<path class="bar {tone}" d="M{_RIGHT - 4} 6l8 6l-8 6z"/>'
    if value < scale.low:
        return f'{bar}<path class="bar {tone}" d="M{_LEFT + 4} 6l-8 6l8 6z"/>'
    return bar
