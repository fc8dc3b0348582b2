"""A plan as a team writes it that checks in every week of a quarter: what a page of it weighs is held in tests."""

from __future__ import annotations

import datetime
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

COMPANY = dedent("""\
    kind: company
    version: 1
    name: Northwind
    focus: {metric: mrr, growth: 5% per month, since: 2026-Q1, why: Our runway hangs on it}
    people:
      - {id: ana, name: Ana Alves, team: marketing}
      - {id: ben, name: Ben Bauer, team: marketing}
      - {id: cem, name: Cem Celik, team: sales}
    metrics:
      - {id: mrr, name: Monthly recurring revenue, unit: $}
      - {id: mqls, name: Qualified leads, unit: leads, source: CRM report 12}
    """)
LAST_DAY = datetime.date(2026, 12, 31)
WEEKS = 13
_SAID = (
    "Two of the three comparison pages are live; the third waits for the legal review.",
    "The partner webinar brought 90 people, but few of them run a company of the size that we want.",
    "Slower than hoped: the new pages rank on the second page of results for most words.",
    "The guide was picked up by two newsletters, which brought half of the growth of this week.",
)
_EVERY = 8
"""Weeks from note to note: one check-in of eight has one, as in the example company; the numbers come each week."""


class _Measure(NamedTuple):
    """What a key result says of itself."""

    title: str
    baseline: int
    goal: int
    own: str


_MEASURES = (
    _Measure("Increase qualified leads from organic search by 25%", 1900, 2375, "metric: mqls\n        growth: 25%"),
    _Measure("Grow trials that invite a second person from 120 to 180 a month", 120, 180, "target: 180 trials"),
    _Measure("Lower the cost of a qualified lead from $84 to $60", 84, 60, "type: decrease\n        target: $60"),
    _Measure("Get 14 customers to tell their story in public", 4, 14, "target: 14 customers"),
)
_SALES = _Measure("Win 40 accounts from partners", 20, 40, "metric: mqls\n        target: 40 accounts")
_RESCUE = _Measure("Win back 30 accounts that went quiet", 10, 30, "target: 30 accounts")


def files() -> dict[str, str]:
    """Two teams; the objective `agencies` of one has four key results with thirteen check-ins each."""
    names = _objective("agencies", "Be the name that agencies ask for", "focus", _MEASURES)
    rescue = _objective("quiet", "Win back quiet accounts", "focus", (_RESCUE,))
    partners = _objective("partners", "Let partners sell for us", "marketing/2026-Q4#agencies", (_SALES,))
    plans = {"marketing": names + rescue, "sales": partners}
    return {
        "okrs/company.yaml": COMPANY,
        **{f"okrs/2026-Q4/{team}.yaml": _plan(team, text) for team, text in plans.items()},
    }


def _plan(team: str, objectives: str) -> str:
    agreed = "{date: 2026-09-28, by: [ana, ben]}"
    head = f"kind: plan\nversion: 1\nteam: {team}\nquarter: 2026-Q4\nlead: ana\nagreed: {agreed}\n"
    return f"{head}objectives:\n{objectives}"


def _objective(name: str, title: str, supports: str, measures: Iterable[_Measure]) -> str:
    return (
        f"  - id: {name}\n    title: {title}\n    owner: ana\n    commitment: aspirational\n    supports: {supports}\n"
        "    why: >-\n      Agencies that know us buy twice as fast as those that find us by chance, and last quarter"
        " showed that\n      half of them had never heard of us before the first call.\n    key_results:\n"
        + "".join(_key_result(*numbered) for numbered in enumerate(measures, 1))
    )


def _key_result(number: int, measure: _Measure) -> str:
    baseline = f"{'$' if '$' in measure.title else ''}{measure.baseline}"
    return (
        f"      - id: result-{number}\n        title: {measure.title}\n        owner: {'ana' if number % 2 else 'ben'}\n"
        f"        baseline: {{value: {baseline}, period: 2026-Q3, source: CRM report 12}}\n        {measure.own}\n"
        f"        actions:\n          - {{title: Publish the guide for agencies, owner: ben, due: 2026-11-20, status: done}}\n"
        f"        check_ins:\n" + "".join(_check_in(number, measure, week) for week in range(1, WEEKS + 1))
    )


def _check_in(number: int, measure: _Measure, week: int) -> str:
    day = datetime.date(2026, 9, 28) + datetime.timedelta(weeks=week)
    wave = (0, 2, -1, 3, 1)[week % 5] / 100
    value = round(measure.baseline + (measure.goal - measure.baseline) * (0.8 * week / WEEKS + wave))
    words = [f"value: {value}", f"confidence: {(0.5, 0.6, 0.7, 0.6)[week % 4]}"]
    if (week + number) % _EVERY == 0:
        words.append(f'note: "{_SAID[week % len(_SAID)]}"')
    if week + number == _EVERY:
        words.append('next: "Ask the partner for companies with more than 50 people"')
    return f"          {day}: {{{', '.join(words)}}}\n"
