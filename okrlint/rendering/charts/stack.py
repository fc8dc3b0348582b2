"""Bar of parts one behind another, with a line at the limit: does it fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, frame, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_SIZE = (640, 36)
_LEFT, _RIGHT = 2, 638
_PARTS = 4
"""Looks of parts, taken in turn."""


def stack(chart: Mapping[str, Any], identity: str) -> Markup:
    """Draw `chart`: keys title, description, parts (values from 0 up), limit (a value or None)."""
    total = sum(chart["parts"])
    scale = Scale(0, max(total, chart["limit"] or 0.0) or 1, _LEFT, _RIGHT)
    body, at = "", 0.0
    for place, part in enumerate(chart["parts"]):
        start, end = scale.at(at), scale.at(at + part)
        body += f'<path class="part{place % _PARTS + 1}" d="M{number(start)} 8H{number(end)}V28H{number(start)}z"/>'
        at += part
    if chart["limit"] is not None:
        body += f'<path class="end" d="M{number(scale.at(chart["limit"]))} 2V34"/>'
    return frame("stack", identity, _SIZE, chart, body)
