"""Strip of dots on a scale from 0 to 1 with a band: how the values of a group are spread."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from okrlint.rendering.charts.drawing import frame, number, position

_WIDTH, _LEFT, _RIGHT = 640, 10, 630
_RADIUS, _PITCH = 5, 12
_COLUMNS = 50
_TALLEST = 12


def strip(chart: Mapping[str, Any], identity: str) -> Markup:
    """Draw `chart`: keys title, description, band (pair), dots: pairs (value 0..1, tone).

    Dots of nearly the same value are stacked. A stack of more than twelve closes up instead of growing.
    """
    stacks: dict[int, list[str]] = {}
    for value, tone in sorted(chart["dots"]):
        column = min(_COLUMNS, max(0, math.floor(value * _COLUMNS + 0.5)))
        stacks.setdefault(column, []).append(tone)
    tallest = max((len(stack) for stack in stacks.values()), default=1)
    height = min(max(tallest, 2), _TALLEST) * _PITCH + 8
    low, high = (position(edge, 0, 1, _LEFT, _RIGHT) for edge in chart["band"])
    body = [
        f'<path class="band" d="M{number(low)} 0h{number(high - low)}v{height}h-{number(high - low)}z"/>',
        f'<path class="axis" d="M{_LEFT} {height - 1}H{_RIGHT}"/>',
    ]
    for column, stack in sorted(stacks.items()):
        x = number(position(column / _COLUMNS, 0, 1, _LEFT, _RIGHT))
        pitch = min(_PITCH, (height - 8) / len(stack))
        body += [
            f'<circle class="dot {tone}" cx="{x}" cy="{number(height - 8 - row * pitch)}" r="{_RADIUS}"/>'
            for row, tone in enumerate(stack)
        ]
    return frame("strip", identity, (_WIDTH, height), chart["title"], chart["description"], "".join(body))
