"""The shapes that go with status words: told apart without colour, drawn, not written with odd glyphs."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

SHAPES = {
    "rise": '<path d="M8 2l6 6H2zM8 8l6 6H2z"/>',
    "fall": '<path d="M8 14L2 8h12zM8 8L2 2h12z"/>',
    "disc": '<circle cx="8" cy="8" r="6"/>',
    "triangle": '<path d="M8 2l7 12H1z"/>',
    "cross": '<path d="M3 1L1 3l5 5-5 5 2 2 5-5 5 5 2-2-5-5 5-5-2-2-5 5z"/>',
    "ring": '<circle class="open dash" cx="8" cy="8" r="6"/>',
    "dash": '<path d="M2 7h12v2H2z"/>',
    "tick": '<path d="M6 13L1 8l2-2 3 3 7-7 2 2z"/>',
    "slash": '<path d="M12 1l3 3L4 15l-3-3z"/>',
    "half": '<path d="M8 2a6 6 0 0 1 0 12z"/><circle class="open" cx="8" cy="8" r="6"/>',
    "box": '<path class="open" d="M3 3h10v10H3z"/>',
    "diamond": '<path d="M8 1l7 7-7 7-7-7z"/>',
    "square": '<path d="M3 3h10v10H3z"/>',
}
"""Name of the shape: its SVG in a 16 by 16 box."""


@cache
def icon(shape: str, tone: str = "") -> Markup:
    """A small inline picture, hidden from screen readers because a word always stands beside it.

    Without a tone it takes the colour of what it stands in.
    """
    drawing = Markup(SHAPES[shape])  # noqa: S704 - our own constant
    look = f"i {tone}".rstrip()
    return Markup('<svg class="{}" viewBox="0 0 16 16" aria-hidden="true">{}</svg>').format(look, drawing)
