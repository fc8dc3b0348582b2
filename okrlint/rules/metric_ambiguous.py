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
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.audience import uncounted
from okrlint.linting.wording.pipeline import is_rate, measured_text
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Metric
from okrlint.model.key_result import KeyResult
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record


class Options(Record):
    """Who is counted."""

    words: tuple[str, ...] = ()
    """Further words for people who are counted, in the plural."""
    allow: tuple[str, ...] = ()
    """Words that everybody with you understands in one way."""


def check(portfolio: Portfolio, context: Context) -> Iterator[Problem]:
    """Look at what the key results of plans that are not closed count."""
    told: set[Metric] = set()
    for plan in portfolio.plans:
        if plan.status == "closed":
            continue
        for key_result in plan.counted_key_results:
            metric = key_result.registered
            if metric in told or not _is_open(key_result):
                continue
            people = uncounted(context.heard(measured_text(key_result)), context.language)
            if people is not None and metric is not None:
                told.add(metric)
                yield _registered(metric, people.text, key_result)
            elif people is not None:
                yield _free(key_result, people.text)


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
