"""Users, visitors or leads are counted, and nothing says how.

All users ever, those of a month, or those who did something? Each reading gives another number, and the dispute
comes at the end of the quarter. A window in the words ("weekly active users"), a baseline with its `period` or
`source`, a `note`, or a metric of company.yaml with a `definition` says it. A registered metric without definition
is told once, where it is registered. Shares, prices and times are left alone, and so are closed plans.

When to ignore: when the number can be read in one place only, and everybody knows that place.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.notes import Notes
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.audience import uncounted
from okrlint.linting.wording.pipeline import is_rate, measured_text
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Metric
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """Who is counted."""

    words: tuple[str, ...] = ()
    """Further words for people who are counted, in the plural."""
    allow: tuple[str, ...] = ()
    """Words that everybody with you understands in one way."""


def note(plan: Plan, context: Context) -> tuple[str | None, ...] | None:
    """What the key results of a plan that is not closed count: the metric of each that is open, None for free words."""
    found = (key_result for key_result, _ in _open(plan, context))
    return tuple(key_result.metric if key_result.registered else None for key_result in found) or None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Tell of free words each time, and of a registered metric once."""
    told: set[str | None] = set()
    for noted in notes:
        if told.issuperset(noted.value):
            continue
        for key_result, people in _open(notes.plan(noted), context):
            metric = key_result.registered
            if metric is None:
                yield _free(key_result, people)
            elif key_result.metric not in told:
                told.add(key_result.metric)
                yield _registered(metric, people, key_result)


def _open(plan: Plan, context: Context) -> Iterator[tuple[KeyResult, str]]:
    for key_result in plan.counted_key_results if plan.status != "closed" else ():
        people = _people(key_result, context) if _is_open(key_result) else None
        if people is not None:
            yield key_result, people


def _people(key_result: KeyResult, context: Context) -> str | None:
    found = uncounted(context.heard(measured_text(key_result)), context.language)
    return None if found is None else found.text


def _is_open(key_result: KeyResult) -> bool:
    """Whether a key result counts something, and no field says how."""
    if key_result.goal is None and key_result.growth is None:
        return False
    metric, baseline = key_result.registered, key_result.baseline
    if key_result.note or (metric is not None and metric.definition):
        return False
    if baseline is not None and (baseline.period or baseline.source):
        return False
    return not is_rate(key_result)


def _free(key_result: KeyResult, people: str) -> Problem:
    return Problem(
        key_result.at("metric"),
        f'{quoted(key_result.name)} counts "{people}", and nothing says over which time or who counts',
        "name a window, such as weekly, or register the metric in company.yaml with a `definition`",
        address=key_result.address,
    )


def _registered(metric: Metric, people: str, key_result: KeyResult) -> Problem:
    return Problem(
        metric.at(),
        f'{quoted(metric.name or metric.id or "")} counts "{people}" and has no `definition`',
        "add a `definition` that says who counts and over which time",
        (Related(key_result.at("metric"), "used here"),),
        key_result.address,
    )


RULE = Rule(
    id="metric-ambiguous",
    group="measure",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    note=note,
    options=Options,
    own_words="audience/counted",
    bad=(
        Example(
            """
title: Reach 1 million users
metric: Users  # <- counts "Users", and nothing says over which time or who counts
target: 1000000
""",
            without=("baseline", "growth", "guard"),
        ),
    ),
    good=(
        Example(
            """
title: Reach 8,000 weekly active editors
metric: People who edit in a week
target: 8000
""",
            without=("baseline", "growth", "guard"),
        ),
        Example("metric: leads"),
    ),
)
