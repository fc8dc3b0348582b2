"""What the pages of changes show: what is left of the opening plans, every change since, and scores as promised."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from okrlint.history.change import EASED, TIGHTENED
from okrlint.history.rows import row_of
from okrlint.rendering.sections import Table
from okrlint.views.alive import alive_row
from okrlint.views.change_feed import feed
from okrlint.views.names import plan_name
from okrlint.views.numbers import score_text
from okrlint.views.past import promised_score
from okrlint.views.places import CHANGES as EVERY
from okrlint.views.places import HOME, quarter_label
from okrlint.views.quarter_pages import CHANGES, register_pages
from okrlint.views.report import File, Menu, Page, Report
from okrlint.views.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from okrlint.history.ledger import Entry, PlanLedger
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST = 200
"""Changes on one page; more of them are counted."""
_LOOKS = {
    EASED: Status(EASED, "poor", "fall", "asks for less than before"),
    "removed": Status("removed", "poor", "cross", "is gone from the plan"),
    "dropped": Status("dropped", "fair", "cross", "is not pursued any more"),
    TIGHTENED: Status(TIGHTENED, "good", "rise", "asks for more than before"),
}


def _pages(survey: Survey) -> Iterator[Page]:
    if survey.given.history is None:
        return
    yield from register_pages(survey, CHANGES, _quarter)
    data: Row = {"title": "Changes", "quarter": "", "others": [], "earlier": None, "later": None}
    rows = _data([survey.ledgers[address] for address in sorted(survey.ledgers)], survey)
    yield Page(EVERY, "Changes", "Changes", ((survey.site["name"], HOME),), {**data, **rows, "alive": []})


def _quarter(label: str, survey: Survey) -> Row:
    ledgers = [survey.ledgers[address] for address in sorted(survey.ledgers)]
    return _data([one for one in ledgers if quarter_label(one.current) == label], survey)


def _data(ledgers: Iterable[PlanLedger], survey: Survey) -> Row:
    known = list(ledgers)
    entries = [(entry, ledger) for ledger in known for entry in ledger.entries]
    entries.sort(key=lambda pair: (_day(pair[0]), pair[1].address), reverse=True)
    rows = [_row(entry, plan_name(ledger.current), survey) for entry, ledger in entries[:_MOST]]
    return {
        "alive": [alive_row(ledger, survey) for ledger in known],
        "days": [{"date": day, "rows": list(group)} for day, group in groupby(rows, key=lambda row: row["date"])],
        "left": max(0, len(entries) - _MOST),
        "scores": _scores(known, survey),
        "notes": list(survey.given.history_notes),
    }


def _day(entry: Entry) -> str:
    """For sorting: what is not committed yet is newer than any day."""
    return str(entry.moment.day) if entry.moment.day is not None else "~"


def _row(entry: Entry, plan: str, survey: Survey) -> Row:
    change, moment = entry.change, entry.moment
    words = row_of(change)
    return {
        "date": moment.date,
        "status": _LOOKS.get(change.what, Status(change.what, "none", "square", "")),
        "text": words.name,
        "target": survey.places.target(survey.given.portfolio.find(change.address)),
        "plan": plan,
        "step": words.step,
        "reason": entry.reason,
        "asked": change.kind == "goalpost" and not entry.reason,
        "who": moment.author,
        "commit": moment.commit,
    }


def _scores(ledgers: Iterable[PlanLedger], survey: Survey) -> Table | None:
    rows = []
    for ledger in ledgers:
        for key_result in ledger.current.key_results:
            found = promised_score(key_result, survey)
            if found is not None:
                now = survey.score(key_result).score
                rows.append(
                    (f"{key_result.name} ({plan_name(ledger.current)})", score_text(found.score), score_text(now))
                )
    return Table(("Key result", "As promised", "As amended"), tuple(rows)) if rows else None


def _files(survey: Survey) -> Iterator[File]:
    if survey.given.history is not None:
        yield File("html/changes.atom", feed(survey).encode())


def _menu(survey: Survey) -> Menu | None:
    return Menu(65, "Changes", EVERY) if survey.given.history is not None else None


REPORT = Report("changes", _pages, _files, _menu)
