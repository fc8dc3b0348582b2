"""What the list of stale key results shows: those whose cadence has asked for a check-in that is not there."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from okrlint.model.key_result import KeyResult
from okrlint.views.names import person_name
from okrlint.views.numbers import plural
from okrlint.views.places import HOME, STALE, person_path
from okrlint.views.report import Page, Report
from okrlint.views.work import work_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.due import Due
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_NAME = "Waiting for a check-in"


def _pages(survey: Survey) -> Iterator[Page]:
    owed: dict[str, list[Due]] = {}
    for item in sorted(survey.due, key=lambda item: (item.day, item.address)):
        if item.kind == "check-in":
            owed.setdefault(item.address, []).append(item)
    rows = [_row(items, survey) for items in owed.values()]
    data = {"rows": [row for row in rows if row is not None], "day": survey.given.as_of}
    yield Page(STALE, _NAME, _NAME, ((survey.site["name"], HOME),), data)


def _row(items: list[Due], survey: Survey) -> Row | None:
    """One key result, with everybody who may write its check-in."""
    first = items[0]
    key_result = survey.given.portfolio.find(first.address)
    if not isinstance(key_result, KeyResult):
        return None
    days = (survey.given.as_of - first.day).days
    return {
        **work_row(key_result, survey),
        "people": [_person(item.person, survey) for item in items if item.person],
        "since": first.day,
        "late": "asked for today" if days == 0 else f"asked for {plural(days, 'day')} ago",
        "words": first.words,
        "cadence": key_result.cadence,
        "line": f"okrlint check-in {_argument(first.address)} {_value(key_result)}",
    }


def _person(person: str, survey: Survey) -> Row:
    return {"text": person_name(survey.given.company, person), "path": _path(person, survey)}


def _path(person: str, survey: Survey) -> str:
    return person_path(person) if person in survey.people else ""


def _argument(address: str) -> str:
    """An address for a shell: as it is where no shell reads anything into it."""
    return address if re.fullmatch(r"[\w./-]+#[\w.-]+", address, re.ASCII) else shlex.quote(address)


def _value(key_result: KeyResult) -> str:
    return "yes" if key_result.type == "done" else "VALUE"


REPORT = Report("stale", _pages)
