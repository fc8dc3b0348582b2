"""Line of readings over a period, with the pace towards the end value, the pace towards par and where it may end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.rendering.charts.drawing import Scale, alike, frame, trace, whole
from okrlint.rendering.charts.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

_SIZE = (320, 120)
_LEFT, _RIGHT, _TOP, _BOTTOM, _FOOT = 6, 314, 8, 106, 117


def line(chart: Mapping[str, Any]) -> Markup:
    """Draw `chart`, which has at least one reading or path.

    Keys: title, description, tone; readings: pairs (share of the period 0..1, value); paths: triples (class
    name, value at the start, value at the end) for pace, par pace, a limit that is held or an earlier level;
    and where they are not left out: cone, the least and the most that it may come to at the end, or None; weeks,
    whether the period is one of 13 weeks, which are then marked at the foot.
    """
    x, y = Scale(0, 1, _LEFT, _RIGHT), _heights(chart)
    measured = [(whole(x.at(share)), whole(y.at(value))) for share, value in chart["readings"]]
    body = ""
    if measured and (cone := chart.get("cone")):
        low, high = (whole(y.at(value)) for value in cone)
        body = f'<path class="cone" d="{trace(measured[-1:])}L{_RIGHT} {high}V{low}z"/>'
    behind = f'<path class="weeks" d="M{_LEFT} {_FOOT}H{_RIGHT}"/>' if chart.get("weeks") else ""
    for name, first, last in chart["paths"]:
        behind += f'<path class="{name}" d="{trace(((_LEFT, y.at(first)), (_RIGHT, y.at(last))))}"/>'
    body += alike(behind)
    if len(measured) > 1:
        body += f'<path class="run {chart["tone"]}" d="{trace(measured)}"/>'
    if measured:
        body += marked(chart["tone"], *measured[-1])
    return frame("line", _SIZE, chart, body)


def _heights(chart: Mapping[str, Any]) -> Scale:
    """From the lowest to the highest of all that is drawn; a far end of the cone must not flatten the rest."""
    values = list(_values(chart))
    low, high = min(values), max(values)
    room = (high - low) / 2
    for end in chart.get("cone") or ():
        low, high = min(low, max(end, low - room)), max(high, min(end, high + room))
    return Scale(low, high, _BOTTOM, _TOP) if low < high else Scale(low - 1, high + 1, _BOTTOM, _TOP)


def _values(chart: Mapping[str, Any]) -> Iterator[float]:
    yield from (value for _, value in chart["readings"])
    yield from (value for path in chart["paths"] for value in path[1:])
