"""The day a report speaks of when nobody names one: the newest date that was recorded, never today.

So the same files give the same bytes on every day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan


def newest_recorded(plans: Iterable[Plan]) -> date | None:
    """The newest recorded date that lies inside the quarter of its own plan; None where there is none.

    Recorded are check-ins, reviews, the agreement, revisions, and milestones and actions that are done.
    `due`, `until` and the end of a quarter are plans for the future and say nothing of today.
    """
    return max((day for plan in plans for day in _recorded_in_quarter(plan)), default=None)


def _recorded_in_quarter(plan: Plan) -> Iterator[date]:
    quarter = plan.quarter
    if quarter is None:
        return
    first, last = quarter.start, quarter.end
    yield from (day for day in _recorded(plan) if day is not None and first <= day <= last)


def _recorded(plan: Plan) -> Iterator[date | None]:
    if plan.agreed is not None:
        yield plan.agreed.date
    yield from (review.date for review in plan.reviews)
    for objective in plan.objectives:
        yield from (revision.date for revision in objective.revisions)
        for key_result in objective.key_results:
            yield from _recorded_for(key_result)


def _recorded_for(key_result: KeyResult) -> Iterator[date | None]:
    yield from (check_in.date for check_in in key_result.check_ins)
    yield from (revision.date for revision in key_result.revisions)
    yield from (milestone.done for milestone in key_result.milestones)
    yield from (action.done for action in key_result.actions)
