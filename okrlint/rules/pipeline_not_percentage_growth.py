"""A pipeline key result aims at an absolute number instead of growth over a baseline.

Scored from zero, 600 of 1,000 leads are a 0.6, which is par, although last quarter brought 650 and the
pipeline shrank. Written as growth over last quarter, every score above 0 is growth. Pipeline metrics are
those with the category `pipeline` in company.yaml; without one, leads, trials, sessions and the like in
the words of the metric or the title. Shares, prices, times and limits to hold are none, and a channel
that starts from nothing says `baseline: 0`.

When to ignore: when an event brings a fixed number once, such as the list of a bought newsletter.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.fixes import exchange_field, replace_value, together
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.pipeline import is_pipeline
from okrlint.linting.wording.prose import quoted
from okrlint.linting.wording.units import agree
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_quantity
from okrlint.records import Record


class Options(Record):
    """What pipeline metrics are called."""

    words: tuple[str, ...] = ()
    """Further names of volumes that enter the pipeline, for every rule that looks for them."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for pipeline key results with a target to reach."""
    for key_result in plan.counted_key_results:
        target = key_result.target
        if target is not None and _is_to_rise(key_result, target) and is_pipeline(key_result, context.language):
            yield Problem(
                key_result.at("target"),
                f"{quoted(key_result.name)} has the absolute target {format_quantity(target)} instead of growth",
                _hint(key_result, target, context.language),
                address=key_result.address,
                fix=_fix(key_result, target, context.language),
            )


def _is_to_rise(key_result: KeyResult, target: Quantity) -> bool:
    """Whether it has a number to come up to and nothing better."""
    start = key_result.baseline.value if key_result.baseline is not None else None
    up = start is None or target.value > start.value
    return up and key_result.growth is None and key_result.type in ("increase", "count")


def _hint(key_result: KeyResult, target: Quantity, language: str) -> str:
    start = key_result.baseline.value if key_result.baseline is not None else None
    growth = _growth(key_result, target, language)
    if start is not None and growth is not None:
        way = f"{format_quantity(start)} to {format_quantity(target)}"
        return f"write `growth: {growth}` in place of the target: {way}"
    before = key_result.plan.quarter.previous().label if key_result.plan.quarter is not None else "last quarter"
    return f"give the value of {before} as `baseline` and write `growth: 25%` or so in place of the target"


def _growth(key_result: KeyResult, target: Quantity, language: str) -> str | None:
    """The growth that leads from the baseline to the target; None where there is nothing to grow from."""
    start = key_result.baseline.value if key_result.baseline is not None else None
    if start is None or not 0 < start.value < target.value or not agree(start.unit, target.unit, language):
        return None
    from okrlint.linting.field_numbers import with_unit
    from okrlint.linting.growth import growth_to

    return with_unit(growth_to(target.value, start.value, key_result.title or "", language), "%")


def _fix(key_result: KeyResult, target: Quantity, language: str) -> Fix | None:
    """The growth in place of the target, of a type that has a baseline; a closed plan is left as it was promised."""
    growth = _growth(key_result, target, language)
    if growth is None or key_result.plan.status == "closed":
        return None
    exchange = exchange_field(key_result, "target", "growth", growth, safe=False)
    if key_result.stated_type != "count":
        return exchange
    scored = replace_value(key_result, "type", "increase", safe=False)
    return together(f"{exchange.words}, and {scored.words}", exchange, scored)


RULE = Rule(
    id="pipeline-not-percentage-growth",
    group="pipeline growth",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    own_words="pipeline/volumes",
    bad=(
        Example(
            """
title: Generate 4,000 leads
target: 4000  # <- absolute target 4,000
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: Raise trial sign-ups from 500 to 700
metric: Trial sign-ups
baseline: 500
target: 700  # <- absolute target 700
""",
            without=("growth",),
            fixed="""
- target: 700
+ growth: 40%
""",
        ),
    ),
    good=(
        Example(
            """
title: Increase leads by 25% vs. 2026-Q3
baseline: 1881
growth: 25%
"""
        ),
        Example(
            """
title: Win 40 leads from the new partner channel
baseline: 0
target: 40
""",
            without=("growth",),
        ),
        Example(
            """
title: Raise lead-to-customer conversion from 4% to 5%
metric: Lead-to-customer conversion
baseline: 4%
target: 5%
""",
            without=("growth",),
        ),
    ),
)
