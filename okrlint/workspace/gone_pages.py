"""Which objectives had a page in the last build and are gone: their pages stay and say so."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice

from okrlint.model.portfolio import Portfolio
from okrlint.views.places import Places
from okrlint.views.report import Gone
from okrlint.workspace.site_folder import SiteFolder

_OBJECTIVE = re.compile(r"html/(quarters(?:/[a-z0-9_-]{1,99}){2}/(?!(?:index|agenda|retro)\.)[a-z0-9_-]{1,99})\.html")
_TITLE = re.compile(r"<title>([^<]{1,1000})</title>")
_MOST = 5000
"""Pages; a list of files from a stranger's branch may name any number."""
_LONGEST = 200
"""Characters of a title."""
_BEHIND = 2
"""Parts of a page's title behind that of the objective: team and quarter, company."""


def gone_pages(folder: SiteFolder, portfolio: Portfolio) -> tuple[Gone, ...]:
    """The pages of objectives that the last build, or one before it, has written and that this one will not."""
    places = Places(portfolio)
    live = {places.target(objective) for plan in portfolio.plans for objective in plan.objectives}
    return tuple(islice(_gone(folder, live), _MOST))


def _gone(folder: SiteFolder, live: set[str | None]) -> Iterator[Gone]:
    for file, title in folder.listed.items():
        found = _OBJECTIVE.fullmatch(file)
        if found is not None and found[1] not in live:
            yield Gone(found[1], _one_line(title) or _title_of_page(folder, file) or found[1].rpartition("/")[2])


def _title_of_page(folder: SiteFolder, file: str) -> str:
    """The objective's title, from the title of the page that the last build has written; empty where there is none."""
    found = _TITLE.search((folder.read(file) or b"").decode("utf-8", "replace"))
    return _one_line(html.unescape(found[1]).rsplit(" · ", _BEHIND)[0]) if found else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
