"""What the help page shows: the same tables that the other pages take their words and shapes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.close import CAUSES
from okrlint.views.places import HELP, HOME
from okrlint.views.report import Page, Report
from okrlint.views.statuses import BANDS, DRAFT, DROPPED, NO_SCORE, PACE, PAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey

_SAMPLE = {
    "title": "A sample bar",
    "description": "progress 0.45 of 1, par 0.6 to 0.7, expected by now 0.54, last quarter ended at 0.12",
    "value": 0.45,
    "expected": 0.54,
    "previous": 0.12,
    "band": (0.6, 0.7),
    "tone": "good",
}
_SAMPLE_LINE = {
    "title": "A sample line",
    "description": "seven numbers a little below the pace",
    "tone": "good",
    "readings": [(0.0, 100.0), (0.1, 104.0), (0.2, 106.0), (0.3, 113.0), (0.4, 116.0), (0.5, 121.0)],
    "paths": [("pace", 100.0, 150.0), ("par", 100.0, 135.0)],
}


def _pages(survey: Survey) -> Iterator[Page]:
    data = {
        "pace": list(PACE.values()),
        "bands": list(BANDS.values()),
        "apart": [NO_SCORE, DRAFT, DROPPED],
        "par": list(PAR.values()),
        "causes": list(CAUSES.values()),
        "bullet": _SAMPLE,
        "line": _SAMPLE_LINE,
    }
    yield Page(HELP, "How to read this", "How to read this", ((survey.site["name"], HOME),), data)


REPORT = Report("how-to-read", _pages)
