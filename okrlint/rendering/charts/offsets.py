"""Rows of two marks on one time line, joined: when something is made and when it pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_WIDTH, _LEFT, _RIGHT = 640, 12, 628
_PITCH, _TOP = 20, 12


def offsets(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`: keys title, description, columns (how many places), band (first and last column, or None).

    `rows` are triples (column of the first mark, column of the second, tone), columns counted from 0.
    """
    scale = Scale(-0.5, max(0.5, chart["columns"] - 0.5), _LEFT, _RIGHT)
    height = _TOP * 2 + _PITCH * max(0, len(chart["rows"]) - 1)
    body = ""
    if chart["band"] is not None:
        start, end = (number(scale.at(place)) for place in (chart["band"][0] - 0.5, chart["band"][1] + 0.5))
        body += f'<path class="band" d="M{start} 0H{end}V{height}H{start}z"/>'
    for row, (first, second, tone) in enumerate(chart["rows"]):
        y = number(_TOP + row * _PITCH)
        start, end = number(scale.at(first)), number(scale.at(second))
        body += f'<path class="run {tone}" d="M{start} {y}H{end}"/>'
        body += f'<circle class="dot {tone}" cx="{start}" cy="{y}" r="4"/>'
        body += f'<circle class="dot {tone}" cx="{end}" cy="{y}" r="6.5"/>'
    return frame("offsets", (_WIDTH, height), chart, body)
