"""What every chart shares: coordinates in fixed formatting, and the frame with its title and description."""

from __future__ import annotations

import math
from collections.abc import Iterable

from markupsafe import Markup


def number(value: float) -> str:
    """A coordinate rounded half up to a tenth: "12", "12.5"; never "-0.0", never a locale's comma."""
    tenths = math.floor(value * 10 + 0.5)
    sign = "-" if tenths < 0 else ""
    whole, rest = divmod(abs(tenths), 10)
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def position(value: float, low: float, high: float, start: float, end: float) -> float:
    """The place on the drawing, from `start` to `end`, of a value on the scale from `low` to `high`; clamped."""
    share = (value - low) / (high - low)
    return start + (end - start) * min(1.0, max(0.0, share))


def points(places: Iterable[tuple[float, float]]) -> str:
    """The `points` attribute of a line."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in places)


def frame(kind: str, identity: str, size: tuple[int, int], title: str, description: str, body: str) -> Markup:
    """The picture around `body`, which is SVG made of numbers and our own class names only.

    `identity` is unique on its page; the ids of title and description are made from it.
    """
    # S704: the body holds no foreign text
    return Markup(
        '<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}_t {id}_d">'
        '<title id="{id}_t">{title}</title><desc id="{id}_d">{description}</desc>{body}</svg>'
    ).format(
        kind=kind,
        width=size[0],
        height=size[1],
        id=identity,
        title=title,
        description=description,
        body=Markup(body),  # noqa: S704
    )
