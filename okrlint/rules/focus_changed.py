"""The company's focus was moved while a quarter was running.

Every plan of the quarter is made for the focus. When it moves in the middle, teams work for something that counts no
more, and nobody can tell at the end whether the plans were wrong or the aim. A new focus begins with a quarter: `since`
says with which one, and it can be written down before. The first days of a quarter are for settling in; a quarter that
is over is not judged any more.

When to ignore: when the company itself has changed, for example after a merger; say so in the commit's message in a
line `OKR-Reason: …`, and it becomes an info.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company, Focus
from okrlint.model.fields import quantity_or_none
from okrlint.model.quantity import format_quantity
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter, quarter_of
from okrlint.records import Record

if TYPE_CHECKING:
    from okrlint.history.history import FocusState, History
    from okrlint.history.states import Moment


class Options(Record):
    """From when on a change is late."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"grace_days": (0, 366)}

    grace_days: int = 14
    """Days after the quarter's first day within which the focus may still be moved."""


def check(history: History, context: Context) -> Iterator[Problem]:
    """Compare the focus with what it was when the first days of the quarter were over."""
    company, day = context.company, context.as_of or history.newest
    if company is None or day is None or len(company.focus) != 1:
        return
    quarter = quarter_of(day, company.fiscal_year_start)
    last = quarter.start + datetime.timedelta(days=context.options.grace_days)
    past = [state for state in history.focus if state.moment.day is not None]
    settled = [state for state in past if state.moment.day is not None and state.moment.day <= last]
    if day <= last or not settled or _begins_later(company.focus[0], quarter, company):
        return
    yield from _moved(settled[-1], past[past.index(settled[-1]) + 1 :], company, quarter)


def _begins_later(focus: Focus, quarter: Quarter, company: Company) -> bool:
    try:
        return focus.since is not None and parse_quarter(focus.since, company.fiscal_year_start) > quarter
    except NotAQuarter:
        return False


def _moved(before: FocusState, later: Sequence[FocusState], company: Company, quarter: Quarter) -> Iterator[Problem]:
    now = company.focus[0]
    for field in ("metric", "growth"):
        was, is_now = _stated(before.focus, field), _stated(now.raw, field)
        if was and is_now and was != is_now:
            moment = _since(later, field, is_now)
            yield _problem(now, field, (was, is_now), moment, quarter)
            return


def _since(later: Sequence[FocusState], field: str, value: str) -> Moment:
    from okrlint.history.states import NOT_COMMITTED

    return next((state.moment for state in later if _stated(state.focus, field) == value), NOT_COMMITTED)


def _stated(focus: Any, field: str) -> str:
    """A field of a focus in words; nothing where there is no such thing, or more than one focus."""
    value = focus.get(field) if isinstance(focus, dict) else None
    number = quantity_or_none(value) if field == "growth" else None
    return format_quantity(number) if number is not None else str(value or "")


def _problem(focus: Focus, field: str, values: tuple[str, str], moment: Moment, quarter: Quarter) -> Problem:
    before, after = map(quoted, values) if field == "metric" else values
    what = "the focus" if field == "metric" else "the growth of the focus"
    when = f"on {moment.words}" if moment.commit else f"({moment.words})"
    said = f": {moment.reason}" if moment.reason else ""
    return Problem(
        focus.at(field),
        f"{what} was moved from {before} to {after} {when}, inside {quarter.label}{said}",
        f"let it begin with the next quarter: `since: {quarter.next().label}`",
        (),
        "company#focus",
        Severity.INFO if moment.reason else None,
    )


_OLD = """
focus:
  metric: mrr
  growth: 5% per month
"""

RULE = Rule(
    id="focus-changed",
    group="honesty",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
focus:
  metric: leads  # <- the focus was moved from "mrr" to "leads" on 2026-11-02
  growth: 5% per month
""",
            at="company",
            before={"2026-09-24": _OLD},
            committed=("2026-11-02", ""),
        ),
    ),
    good=(
        Example(
            """
focus:
  metric: leads
  growth: 5% per month
  since: 2027-Q1
""",
            at="company",
            before={"2026-09-24": _OLD},
            committed=("2026-11-02", ""),
        ),
        Example(
            """
focus:
  metric: leads
  growth: 5% per month
""",
            at="company",
            before={"2026-09-24": _OLD},
            committed=("2026-10-09", ""),
        ),
    ),
)
