"""What comes again on a page is drawn once: later drawings refer to the first one by an id on the same page."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_FEWEST = 2
"""Times that a drawing comes, from which on it is shorter to refer to it."""


def once(page: str) -> str:
    """The page with each group of a chart and each icon that comes again drawn once; all others stay as they are.

    Words of a page are escaped, so nothing that a person wrote can look like a drawing.
    """
    page = _groups(page)
    return _icons(page)


def _groups(page: str) -> str:
    """Groups `<g>` of paths, without one where they come only once; the first that comes again is `_g1`."""
    given = 0
    for group, count in Counter(_group().findall(page)).items():
        drawn = group.removeprefix("<g>").removesuffix("</g>")
        if count < _FEWEST:
            page = page.replace(group, drawn, 1)
            continue
        given += 1
        page = _shared(page, group, f'<g id="_g{given}">{drawn}</g>', f'<use href="#_g{given}"/>')
    return page


def _icons(page: str) -> str:
    """Icons by their shape; what has a tone is the drawing around it. The first that comes again is `_i1`."""
    counted = Counter(drawn for _, drawn in _icon().findall(page))
    names = {drawn: f"_i{place}" for place, drawn in enumerate((d for d, n in counted.items() if n >= _FEWEST), 1)}
    seen: set[str] = set()

    def shorter(found: re.Match[str]) -> str:
        opened, drawn = found.groups()
        if drawn not in names:
            return found.group()
        symbol = "" if drawn in seen else f'<symbol id="{names[drawn]}" viewBox="0 0 16 16">{drawn}</symbol>'
        seen.add(drawn)
        return f'{opened} aria-hidden="true">{symbol}<use href="#{names[drawn]}"/></svg>'

    return _icon().sub(shorter, page)


def _shared(page: str, drawing: str, first: str, other: str) -> str:
    """The page with the first drawing in one form and those after it in another."""
    before, _, after = page.partition(drawing)
    return before + first + after.replace(drawing, other)


@cache
def _group() -> re.Pattern[str]:
    return re.compile("<g>(?:<path[^<>]*>)+</g>")


@cache
def _icon() -> re.Pattern[str]:
    return re.compile(
        r'(<svg class="i(?: [a-z]+)?") viewBox="0 0 16 16" aria-hidden="true">((?:<[a-z]+ [^<>]*/>)+)</svg>'
    )
