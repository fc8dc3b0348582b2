"""What the help page shows: the same tables that the other pages take their words and shapes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.actions import ACTIONS
from okrlint.views.channel_verdicts import VERDICTS
from okrlint.views.close import CAUSES
from okrlint.views.findings import SEVERITIES
from okrlint.views.places import BOARD, HELP, HOME
from okrlint.views.promised import SUMS
from okrlint.views.report import Page, Report
from okrlint.views.statuses import BANDS, DRAFT, DROPPED, NO_SCORE, PACE, PAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey

_BULLET = {
    "title": "A sample bar",
    "description": "progress 0.45 of 1, par 0.6 to 0.7, expected by now 0.54, last quarter ended at 0.12",
    "value": 0.45,
    "expected": 0.54,
    "previous": 0.12,
    "band": (0.6, 0.7),
    "tone": "good",
}
_LINE = {
    "title": "A sample line",
    "description": "six check-ins: 100 in the first week, 121 in the seventh, a little below the pace from 100 to 150; "
    "going on like this it ends at 137 to 143",
    "tone": "good",
    "readings": [(0.0, 100.0), (0.1, 104.0), (0.2, 106.0), (0.3, 113.0), (0.4, 116.0), (0.5, 121.0)],
    "paths": [("pace", 100.0, 150.0), ("par", 100.0, 135.0)],
    "cone": (137.0, 143.0),
    "weeks": True,
}
_STRIP = {
    "title": "A sample strip",
    "description": "six key results with a score, two of them between 0.6 and 0.7",
    "band": (0.6, 0.7),
    "dots": [(0.2, "poor"), (0.45, "fair"), (0.62, "fair"), (0.68, "good"), (0.8, "good"), (1.0, "good")],
}
_CALIBRATION = {
    "title": "A sample of planned and reached",
    "description": "planned 0.65, reached 0.48",
    "band": (0.6, 0.7),
    "planned": 0.65,
    "reached": 0.48,
    "all": [0.1, 0.3, 0.45, 0.6, 0.7, 0.75],
}
_SCORES = (
    ("Change", "(now − baseline) ÷ (target − baseline); a growth of 25% means a target of 1.25 × baseline"),
    ("Count", "now ÷ target"),
    ("Limit", "weeks (or months) in which it was held ÷ those that have passed; one without a check-in was not held"),
    ("Steps", "the weights of the finished ones, added up"),
    ("Yes or no", "0 or 1"),
    ("First measurement", "1 once there is a number"),
)
_FORECAST = (
    "a range between two ways to go on: as since the first day of the quarter, and as in the last four check-ins; from "
    "the third check-in on, once a fifth of the time has passed. It is no promise, so it has no colour"
)
_TERMS = (
    ("Par", "where a goal of its kind should end: 0.6 to 0.7 for one that stretches, 1 for one that was promised"),
    ("Expected by now", "days that have passed ÷ days of the quarter, or up to the key result's own day"),
    ("Pace", "the progress beside what is expected by now; for a limit, beside 1"),
    ("Par pace", "the pace that ends at 0.7, the upper end of par"),
    ("Forecast", _FORECAST),
    ("Confidence", "0 to 1, how sure the owner is that the target will be reached; said, not reckoned"),
    ("Lowest", "the lowest score in the group, because a mean can hide a zero"),
    ("Data as of", "the newest day that the plans record; pages never show the day on which they were built"),
)
_KEYS = (
    (("Tab",), "from link to link; the first one skips to the content"),
    (("/",), "to the search, from every page; the search page can switch this key off"),
    (("↑", "↓"), "up and down in what the search has found"),
    (("p",), "on a board: pause, and go on"),
    (("←", "→"), "on a board: the screen before and the one after"),
)


def _pages(survey: Survey) -> Iterator[Page]:
    data = {
        "pace": list(PACE.values()),
        "bands": list(BANDS.values()),
        "apart": [NO_SCORE, DRAFT, DROPPED],
        "par": list(PAR.values()),
        "verdicts": list(VERDICTS),
        "sums": list(SUMS),
        "actions": list(ACTIONS),
        "severities": list(SEVERITIES),
        "causes": list(CAUSES.values()),
        "scores": _SCORES,
        "terms": _TERMS,
        "keys": _KEYS,
        "bullet": _BULLET,
        "line": _LINE,
        "strip": _STRIP,
        "calibration": _CALIBRATION,
        "board": BOARD if survey.plans_by_quarter else "",
    }
    yield Page(HELP, "How to read this", "How to read this", ((survey.site["name"], HOME),), data)


REPORT = Report("how-to-read", _pages)
