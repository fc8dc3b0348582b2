"""Strip of marks on a scale from 0 to 1 with a band: how the values of a group are spread."""

from __future__ import annotations

import heapq
from collections import deque
from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number
from okrlint.rendering.charts.marks import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

_WIDTH, _LEFT, _RIGHT = 500, 8, 492
_PITCH, _FOOT = 12, 10
_FEWEST, _MOST = 2, 12
"""Rows; more of them than the second close up instead of growing."""


def strip(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`: keys title, description, band (pair), dots: pairs (value 0..1, tone).

    Each mark stands at its own value. One that would lie on its neighbour stands a row higher.
    """
    x = Scale(0, 1, _LEFT, _RIGHT)
    dots = sorted((x.at(value), tone) for value, tone in chart["dots"])
    rows = _rows([place for place, _ in dots])
    count = max(rows, default=0) + 1
    height = min(max(count, _FEWEST), _MOST) * _PITCH + _FOOT
    pitch = min(_PITCH, (height - _FOOT) / count)
    low, high = map(number, map(x.at, chart["band"]))
    body = f'<path class="band" d="M{low} 0H{high}V{height}H{low}z"/>'
    body += f'<path class="axis" d="M{_LEFT} {height - 1}H{_RIGHT}"/>'
    marks: dict[str, list[str]] = {}
    for (place, tone), row in zip(dots, rows, strict=True):
        marks.setdefault(tone, []).append(mark(tone, place, height - _FOOT + 2 - row * pitch))
    body += "".join(f'<path class="dot {tone}" d="{"".join(drawn)}"/>' for tone, drawn in sorted(marks.items()))
    return frame("strip", (_WIDTH, height), chart, body)


def _rows(places: Iterable[float]) -> list[int]:
    """For places from left to right the lowest row, from 0, in which there is room."""
    taken: deque[tuple[float, int]] = deque()
    free: list[int] = []
    found, used = [], 0
    for place in places:
        while taken and taken[0][0] <= place - _PITCH:
            heapq.heappush(free, taken.popleft()[1])
        row = heapq.heappop(free) if free else used
        used = max(used, row + 1)
        taken.append((place, row))
        found.append(row)
    return found
