"""Strip of dots on a scale from 0 to 1 with a band: how the values of a group are spread."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from markupsafe import Markup

_WIDTH, _LEFT, _RIGHT = 640, 10, 630
_RADIUS, _PITCH, _FOOT = 5, 12, 8
_COLUMNS = 50
_FEWEST, _MOST = 2, 12


def strip(chart: Mapping[str, Any], identity: str) -> Markup:
    """Draw `chart`: keys title, description, band (pair), dots: pairs (value 0..1, tone).

    Dots of nearly the same value are stacked. A stack of more than twelve closes up instead of growing.
    """
    stacks = _stacks(chart["dots"])
    tallest = max(map(len, stacks.values()), default=0)
    height = min(max(tallest, _FEWEST), _MOST) * _PITCH + _FOOT
    x = Scale(0, 1, _LEFT, _RIGHT)
    low, high = map(x.at, chart["band"])
    body = f'<path class="band" d="M{number(low)} 0H{number(high)}V{height}H{number(low)}z"/>'
    body += f'<path class="axis" d="M{_LEFT} {height - 1}H{_RIGHT}"/>'
    for column, tones in sorted(stacks.items()):
        body += "".join(_stack(number(x.at(column / _COLUMNS)), tones, height))
    return frame("strip", identity, (_WIDTH, height), chart, body)


def _stacks(dots: Iterable[tuple[float, str]]) -> dict[int, list[str]]:
    stacks: dict[int, list[str]] = {}
    for value, tone in sorted(dots):
        column = math.floor(min(1.0, max(0.0, value)) * _COLUMNS + 0.5)
        stacks.setdefault(column, []).append(tone)
    return stacks


def _stack(x: str, tones: list[str], height: int) -> Iterator[str]:
    pitch = min(_PITCH, (height - _FOOT) / len(tones))
    for row, tone in enumerate(tones):
        y = number(height - _FOOT - row * pitch)
        yield f'<circle class="dot {tone}" cx="{x}" cy="{y}" r="{_RADIUS}"/>'
