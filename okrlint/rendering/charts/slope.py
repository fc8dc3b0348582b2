"""Lines from a value before to a value after, one for each member of a group, with their names at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number, written
from okrlint.rendering.charts.marks import marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

_WIDTH, _LEFT, _RIGHT, _TOP = 320, 48, 130, 12
_PITCH = 20
"""Between two names: a line of text that is still 12 px high where the drawing is 280 px wide."""
_LEAST_HEIGHT = 180
_LONGEST = 23
"""Characters of a name that the drawing has room for; the whole names stand in the description and beside it."""


def slope(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`: keys title, description, lines; values from 0 up.

    A line is (value before, value after, tone, text at its start, text at its end).
    """
    lines = chart["lines"]
    height = max(_LEAST_HEIGHT, len(lines) * _PITCH + 2 * _TOP)
    largest = max((max(line[:2]) for line in lines), default=0.0)
    heights = Scale(0, largest or 1, height - _TOP, _TOP)
    starts, ends = ([heights.at(line[side]) for line in lines] for side in (0, 1))
    body = f'<path class="axis" d="M{_LEFT} {_TOP}V{height - _TOP}M{_RIGHT} {_TOP}V{height - _TOP}"/>'
    for start, end, line in zip(starts, ends, lines, strict=True):
        body += f'<path class="run {line[2]}" d="M{_LEFT} {number(start)}L{_RIGHT} {number(end)}"/>'
        body += marked(line[2], _LEFT, start) + marked(line[2], _RIGHT, end)
    body += _names(_LEFT - 10, "before", starts, [line[3] for line in lines], height)
    body += _names(_RIGHT + 10, "after", ends, [line[4] for line in lines], height)
    return frame("slope", (_WIDTH, height), chart, body)


def _names(x: int, name: str, places: Sequence[float], texts: Sequence[str], height: int) -> str:
    drawn = zip(_apart(places, height), texts, strict=True)
    return "".join(
        f'<text class="{name}" x="{x}" y="{number(y + 5)}">{written(_short(text))}</text>' for y, text in drawn
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _apart(places: Sequence[float], height: int) -> list[float]:
    """The places, moved so little that no two texts lie on each other, and none leaves the drawing."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = list(places)
    least = float(_TOP)
    for index in order:
        moved[index] = max(moved[index], least)
        least = moved[index] + _PITCH
    most = float(height - _TOP)
    for index in reversed(order):
        moved[index] = min(moved[index], most)
        most = moved[index] - _PITCH
    return moved
