"""What a key result promised was changed well after its quarter began, and nothing says why.

A target that is bent until it is met teaches nobody anything, and a score means something only beside what was
promised. Plans may change: then the change is made openly, with an entry in `revisions` that names the field, the new
value and the reason, or with a line `OKR-Reason: …` in the message of each commit that moved it. What was agreed is the
plan in the earliest commit of the main branch in which it is active or says who agreed. The first days of a quarter are
for settling in. Targets that were eased and promises that were deleted are errors, all other moves warnings; with a
reason each is an info.

When to ignore: when a number was only put right, for example a slip of the pen; a revision says so better.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from okrlint.history.change import EASED, GOALPOST, SCOPE, TIGHTENED, Change
from okrlint.linting.finding import Problem, Severity
from okrlint.linting.notes import Notes
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.plan import Plan
from okrlint.model.quarter import Quarter
from okrlint.records import Record
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.history.history import History, PlanHistory
    from okrlint.history.states import Moment


class Options(Record):
    """From when on a change is late."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"grace_days": (0, 366)}

    grace_days: int = 14
    """Days after the quarter's first day within which an agreed plan may still be changed."""


def note(plan: Plan, context: Context) -> bool | None:
    """Whether a plan is not as it was when the first days of its quarter were over."""
    return True if next(_changed(plan, context), None) is not None else None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Tell what each plan promises that it did not, and which plans are gone."""
    for noted in notes:
        yield from _changed(notes.plan(noted), context)
    history = context.history
    for past in history.plans if history is not None else ():
        quarter = past.states[-1].plan.quarter
        if history is not None and quarter is not None and not context.portfolio.knows(past.address):
            yield from _deleted(past, _last_day(quarter, context), history, context)


def _last_day(quarter: Quarter, context: Context) -> datetime.date:
    """The last day on which a change needs no reason."""
    last: datetime.date = quarter.start + datetime.timedelta(days=context.options.grace_days)
    return last


def _changed(plan: Plan, context: Context) -> Iterator[Problem]:
    history = context.history
    past = history.plan(plan.address) if history is not None else None
    if history is None or past is None or plan.quarter is None:
        return
    from okrlint.history.facts import facts_of

    last = _last_day(plan.quarter, context)
    if facts_of(plan.document).promise != past.settled(last).facts.promise:
        yield from _moved(past, plan, last, (context.as_of or history.newest or last) > last)


def _moved(past: PlanHistory, plan: Plan, last: datetime.date, is_late: bool) -> Iterator[Problem]:  # noqa: FBT001
    settled = past.settled(last)
    later = past.states[past.states.index(settled) + 1 :]
    if not later and not is_late:
        return
    from okrlint.history.compare import compare_plans
    from okrlint.history.states import NOT_COMMITTED

    moments = _moments(settled.plan, [*((state.plan, state.moment) for state in later), (plan, NOT_COMMITTED)])
    changes = compare_plans([settled.plan], [plan], None)
    gone = {change.address for change in changes if change.what == "removed"}
    for change in changes:
        if _counts(change) and change.address.rpartition(".")[0] not in gone:
            yield _problem(change, moments.get((change.address, change.field), [NOT_COMMITTED]), plan)


def _moments(settled: Plan, later: Iterable[tuple[Plan, Moment]]) -> dict[tuple[str, str], list[Moment]]:
    """When each field of each address was moved, by every step since it was last as agreed."""
    from okrlint.history.compare import compare_plans

    found: dict[tuple[str, str], list[Moment]] = {}
    before: dict[tuple[str, str], str] = {}
    for plan, moment in later:
        now = {(change.address, change.field): change.after for change in compare_plans([settled], [plan], None)}
        found = {slot: moments for slot, moments in found.items() if slot in now}
        for slot in (slot for slot, after in now.items() if before.get(slot) != after):
            found.setdefault(slot, []).append(moment)
        before = now
    return found


def _counts(change: Change) -> bool:
    if change.kind == SCOPE:
        return change.what in ("removed", "dropped")
    return change.kind == GOALPOST


class _Words(NamedTuple):
    happened: str
    """What happened, without when and why."""
    hint: str


def _problem(change: Change, moments: Sequence[Moment], plan: Plan) -> Problem:
    """A revision explains the value as it is; commits explain it when each that moved it says why."""
    moment, reasons = moments[-1], [moment.reason for moment in moments]
    reason = change.reason or (reasons[-1] if all(reasons) else "")
    words = _words(change)
    when = f" on {moment.words}" if moment.commit else f" ({moment.words})"
    said = f": {_cut(reason)}" if reason else ", and nothing says why"
    hint = "say it in the next review, so that everybody knows" if reason else words.hint
    place = change.location or _place_of_gone(change, plan)
    return Problem(place, f"{words.happened}{when}{said}", hint, (), change.address, _severity(change, reason))


def _severity(change: Change, reason: str) -> Severity | None:
    """The rule's own for what was eased or deleted; a reason makes a question of it."""
    if reason:
        return Severity.INFO
    return None if change.what in (EASED, "removed") else Severity.WARNING


def _words(change: Change) -> _Words:
    if change.what == "removed":
        hint = "bring it back with `status: dropped`, and a revision that says why"
        name = quoted(change.name) if change.field != "plan" else change.name
        return _Words(f"the {change.field} {name} was deleted", hint)
    if change.what == "dropped":
        return _Words("it was dropped", "say why in `revisions`, with `field: status` and `to: dropped`")
    how = f"{change.what} " if change.what in (EASED, TIGHTENED) else ""
    before, after = (_cut(text) or "nothing" for text in (change.before, change.after))
    hint = f"write it back, or say why in `revisions`, with `field: {change.field}` and the new value as `to`"
    return _Words(f"{change.field} was {how or 'changed '}from {before} to {after}", hint)


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"  # noqa: PLR2004  as shown


def _place_of_gone(change: Change, plan: Plan) -> Location:
    """Where a key result that is gone stood: at its objective; an objective at its plan."""
    above = change.address.rpartition(".")[0]
    return next((objective.at() for objective in plan.objectives if objective.address == above), plan.at())


def _deleted(past: PlanHistory, last: datetime.date, history: History, context: Context) -> Iterator[Problem]:
    """A whole plan that is gone before its quarter is over: said at the company, for no file of it is left."""
    from okrlint.history.states import NOT_COMMITTED

    state, moment = past.states[-1], past.deleted or NOT_COMMITTED
    quarter, day = state.plan.quarter, moment.day or context.as_of or history.newest
    if quarter is None or day is None or not (last < day <= quarter.end) or state.path in history.absent:
        return
    place = context.company.at() if context.company is not None else None
    files = context.portfolio.files
    if place is None and not files:
        return
    change = Change(SCOPE, "removed", past.address, past.address, "plan")
    yield _problem(change._replace(location=place or files[0].document.location(())), [moment], state.plan)


RULE = Rule(
    id="goalpost-moved",
    group="honesty",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    note=note,
    history=True,
    options=Options,
    bad=(
        Example(
            "growth: 20%  # <- growth was eased from 25% to 20% on 2026-11-02",
            before={"2026-09-24": "growth: 25%"},
            committed=("2026-11-02", ""),
        ),
        Example(
            """
growth: 20%  # <- growth was eased from 25% to 20% on 2026-11-02 in 0000002 by Ana: Two hires start in December
revisions:
  - date: 2026-11-02
    field: growth
    from: 25%
    to: 20%
    reason: Two hires start in December
    approved_by: ana
""",
            before={"2026-09-24": "growth: 25%"},
            committed=("2026-11-02", ""),
        ),
        Example(
            "due: 2026-12-18  # <- due was tightened from 2026-12-31 to 2026-12-18",
            before={"2026-09-24": "due: 2026-12-31"},
            committed=("2026-11-02", ""),
        ),
    ),
    good=(
        Example(
            "growth: 20%",
            before={"2026-09-24": "growth: 25%"},
            committed=("2026-10-12", ""),
        ),
        Example(
            "growth: '25%'\nweight: 1",
            before={"2026-09-24": "growth: 25%"},
            committed=("2026-11-02", ""),
        ),
    ),
)
