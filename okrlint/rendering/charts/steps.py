"""Row of equal boxes, the first of them filled: the weeks of a quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import frame, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

_WIDTH, _HEIGHT, _GAP, _EDGE = 300, 14, 3, 1


def steps(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`: keys title, description, done and total (boxes); the last filled box is marked."""
    total = max(1, chart["total"])
    done = min(total, max(0, chart["done"]))
    width = (_WIDTH - 2 * _EDGE - _GAP * (total - 1)) / total
    body = "".join(
        f'<rect class="{_name(box, done, total)}" x="{number(_EDGE + box * (width + _GAP))}" y="1" '
        f'width="{number(width)}" height="12" rx="2"/>'
        for box in range(total)
    )
    return frame("steps", (_WIDTH, _HEIGHT), chart, body)


def _name(box: int, done: int, total: int) -> str:
    return "now" if box == done - 1 < total - 1 else "past" if box < done else "left"
