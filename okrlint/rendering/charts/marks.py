"""The marks that stand for tones: each tone has a shape of its own, so that no colour speaks alone."""

from __future__ import annotations

from okrlint.rendering.charts.drawing import number

_DISC = "m0-5a5 5 0 1 1-.1 0z"
_SHAPES = {
    "good": _DISC,
    "fair": "m0-6l6 10h-12z",
    "poor": "m-5-3l2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3z",
    "none": "m-4-4h8v8h-8z",
    "link": _DISC,
}
"""Disc, triangle, cross and square, about ten units wide, around the place where the pen stands."""


def mark(tone: str, x: float, y: float) -> str:
    """Path data of the shape of a tone around a place."""
    return f"M{number(x)} {number(y)}{_SHAPES[tone]}"


def marked(tone: str, x: float, y: float) -> str:
    """The shape of a tone as an element of its own."""
    return f'<path class="dot {tone}" d="{mark(tone, x, y)}"/>'
