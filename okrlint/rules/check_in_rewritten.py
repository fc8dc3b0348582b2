"""The value of a past check-in was changed later, and no `corrected` says why.

Check-ins are what the team learned at the time. Whoever rewrites them later takes away the surprise that the next
plan should answer to, and the chart shows a calm that never was. Numbers do get corrected, because reports arrive
late: then the check-in says so in `corrected`, or the commit's message in a line `OKR-Reason: …`. A slip of the pen may
be mended during the first days. A check-in that is taken out altogether is none of this rule's business.

When to ignore: when all numbers were converted, for example into another currency; a `corrected` says it better.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.notes import Notes
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.model.check_in import CheckIn, same_value, value_of
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_quantity
from okrlint.records import Record

if TYPE_CHECKING:
    from okrlint.history.history import PlanHistory, Recorded


class Options(Record):
    """From when on a change is late."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"grace_days": (0, 366)}

    grace_days: int = 2
    """Days after the commit of a check-in within which it may still be mended."""


def note(plan: Plan, context: Context) -> bool | None:
    """Whether a check-in of a plan does not say any more what it said when its first days were over."""
    return True if next(_of_plan(plan, context), None) is not None else None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Tell what became of the check-ins of such plans."""
    for noted in notes:
        yield from _of_plan(notes.plan(noted), context)


def _of_plan(plan: Plan, context: Context) -> Iterator[Problem]:
    past = context.history.plan(plan.address) if context.history is not None else None
    if context.history is not None and past is not None:
        today = context.as_of or context.history.newest
        for key_result in plan.key_results:
            yield from _rewritten(key_result, past, context.options.grace_days, today)


def _rewritten(
    key_result: KeyResult, past: PlanHistory, grace_days: int, today: datetime.date | None
) -> Iterator[Problem]:
    if not (key_result.id and key_result.objective.id):
        return  # Known by its position only, which says nothing of where it was a week ago.
    address = key_result.address.partition("#")[2]
    for check_in in key_result.check_ins:
        recorded = past.recorded.get((address, check_in.date_text), ())
        if recorded and not check_in.corrected:
            yield from _compared(key_result, check_in, recorded, grace_days, today)


def _compared(
    key_result: KeyResult,
    check_in: CheckIn,
    recorded: Sequence[Recorded],
    grace_days: int,
    today: datetime.date | None,
) -> Iterator[Problem]:
    first = recorded[0].moment.day
    if first is None:
        return
    last = first + datetime.timedelta(days=grace_days)
    settled = [entry for entry in recorded if entry.moment.day is not None and entry.moment.day <= last][-1]
    now = check_in.value
    if same_value(value_of(settled.value), now):
        return
    since = [entry.moment for entry in recorded if same_value(value_of(entry.value), now)]
    from okrlint.history.states import NOT_COMMITTED

    moment = since[-1] if since else NOT_COMMITTED
    if not moment.commit and (today is None or today <= last):
        return
    when = f"since {moment.words}" if moment.commit else f"now ({moment.words})"
    said = f": {moment.reason}" if moment.reason else ", and no `corrected` says why"
    yield Problem(
        check_in.at() if check_in.short else check_in.at("value"),
        f"the check-in of {check_in.date_text} said {_words(settled.value)} and says {_words(now)} {when}{said}",
        f"write {_words(settled.value)} back, or add `corrected` with the reason",
        (),
        key_result.address,
        Severity.INFO if moment.reason else None,
    )


def _words(value: Any) -> str:
    found = value if isinstance(value, Quantity) else value_of(value)
    if isinstance(found, Quantity):
        return format_quantity(found)
    return "nothing" if found is None else "yes" if found else "no"


_BEFORE = """
check_ins:
  2026-10-12: 1950
"""

RULE = Rule(
    id="check-in-rewritten",
    group="honesty",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    note=note,
    history=True,
    options=Options,
    bad=(
        Example(
            """
check_ins:
  2026-10-12: 2010  # <- the check-in of 2026-10-12 said 1,950 and says 2,010 since 2026-11-02
""",
            before={"2026-10-12": _BEFORE},
            committed=("2026-11-02", ""),
        ),
    ),
    good=(
        Example(
            """
check_ins:
  2026-10-12:
    value: 2010
    corrected: The webinar's leads were entered late
""",
            before={"2026-10-12": _BEFORE},
            committed=("2026-11-02", ""),
        ),
        Example("check_ins:\n  2026-10-12: 1960", before={"2026-10-12": _BEFORE}, committed=("2026-10-13", "")),
    ),
)
