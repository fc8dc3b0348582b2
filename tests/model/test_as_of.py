from __future__ import annotations

from datetime import date

import pytest

from okrlint.model.as_of import newest_recorded
from tests.model.written_plans import plan

PLAN = """
kind: plan
version: 1
team: marketing
quarter: {quarter}
agreed:
  date: {agreed}
reviews:
  - date: {review}
objectives:
  - id: demand
    revisions:
      - date: {objective_revision}
    key_results:
      - id: leads
        due: 2026-12-30
        check_ins:
          {check_in}: 4
          {other}: 5
        revisions:
          - date: {revision}
        milestones:
          - title: Pilot
            due: 2026-12-29
            done: {milestone}
        actions:
          - title: Call
            due: 2026-12-28
            done: {action}
"""
OCTOBER = "2026-10-05"
FIELDS = ("agreed", "review", "objective_revision", "check_in", "revision", "milestone", "action")


def recorded(quarter: str = "2026-Q4", **days: str) -> date | None:
    """The newest recorded day of a plan in which everything happened on 5 October but for the days given."""
    values = dict.fromkeys(FIELDS, OCTOBER) | {"other": "2026-10-02"} | days
    return newest_recorded([plan(PLAN.format(quarter=quarter, **values))])


@pytest.mark.parametrize("field", FIELDS)
def test_each_record_counts(field: str) -> None:
    """Each kind of record can be the newest one; days that are only due never are."""
    assert recorded(**{field: "2026-11-20"}) == date(2026, 11, 20)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("day", ["2026-09-30", "2027-01-01", "soon"], ids=["before", "after", "no day"])
def test_records_outside_the_quarter_do_not_count(field: str, day: str) -> None:
    """A record outside the plan's own quarter, or without a readable day, says nothing."""
    assert recorded(**{field: day}) == date(2026, 10, 5)


@pytest.mark.parametrize("day", ["2026-10-01", "2026-12-31"], ids=["first day", "last day"])
def test_ends_of_the_quarter_belong_to_it(day: str) -> None:
    """The first and the last day of the quarter are inside."""
    assert newest_recorded([plan(f"quarter: 2026-Q4\nagreed:\n  date: {day}")]) == date.fromisoformat(day)


def test_plan_without_a_quarter() -> None:
    """A plan without a readable quarter has no day inside it."""
    assert recorded(quarter="someday") is None


def test_nothing_recorded() -> None:
    """Without plans, or without a record, there is no day."""
    assert newest_recorded([]) is None
    assert newest_recorded([plan("quarter: 2026-Q4\nobjectives: []")]) is None


def test_newest_of_several_plans() -> None:
    """Each plan is measured by its own quarter, and the newest day of all counts, in any order."""
    plans = [
        plan(f"quarter: {quarter}\nreviews:\n  - date: {day}")
        for quarter, day in [("2026-Q3", "2026-09-28"), ("2026-Q4", "2026-10-12"), ("2026-Q3", "2026-11-30")]
    ]
    assert newest_recorded(plans) == newest_recorded(reversed(plans)) == date(2026, 10, 12)
