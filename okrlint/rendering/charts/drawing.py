"""What every chart shares: coordinates in fixed formatting, and the frame with its title and description."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from okrlint.rendering.text import clean
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def number(value: float) -> str:
    """A coordinate rounded half up to a tenth: "12", "12.5"; never "-0.0", never a locale's comma."""
    tenths = math.floor(value * 10 + 0.5)
    sign = "-" if tenths < 0 else ""
    whole, rest = divmod(abs(tenths), 10)
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


class Scale(NamedTuple):
    """Values from `low` to `high` on a drawing from `start` to `end`; `high` is above `low`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value; one beyond the scale lies at its end."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + (self.end - self.start) * min(1.0, max(0.0, share))


def whole(value: float) -> int:
    """A coordinate rounded half up to a unit."""
    return math.floor(value + 0.5)


def trace(places: Iterable[tuple[float, float]]) -> str:
    """Path data of a line through places rounded to whole units, in as few bytes as it takes: "M6 84l24-3 23-5"."""
    rounded = [(whole(x), whole(y)) for x, y in places]
    (x, y), steps = rounded[0], []
    for (left, upper), (right, lower) in itertools.pairwise(rounded):
        steps += [right - left, lower - upper]
    joined = "".join(f" {step}" if step >= 0 else str(step) for step in steps)
    return f"M{x} {y}l{joined.removeprefix(' ')}" if steps else f"M{x} {y}"


def alike(parts: str) -> str:
    """Parts that charts of one page often have in common, as a group that `rendering.once` knows again."""
    return f"<g>{parts}</g>" if parts else ""


def written(text: str) -> Markup:
    """Foreign text as a picture may hold it: nothing in it is live or turns the words around it."""
    return escape(clean(text))


def frame(kind: str, size: tuple[int, int], chart: Mapping[str, Any], body: str) -> Markup:
    """The picture around `body`, which is SVG made of numbers and our own class names only.

    It is named by its title and described by its description, as SVG has it; so neither needs an id.
    """
    width, height = size
    title, description = written(chart["title"]), written(chart["description"])
    return Markup(  # noqa: S704 - foreign text is escaped above; the rest is numbers and our own class names
        f'<svg class="{kind}" viewBox="0 0 {width} {height}" role="img">'
        f"<title>{title}</title><desc>{description}</desc>{body}</svg>"
    )
