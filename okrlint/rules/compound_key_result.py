"""A key result measures two things.

When one half is reached and the other is not, the score says neither. Two numbers that each measure something
belong into two key results, or the second one is a guard (`guard`). One deliverable with two parts is fine, and so
are ranges ("from 5 to 7"), conditions ("within 4 hours") and what is only said besides ("50 of them new"). Closed
plans are left alone.

When to ignore: when the two numbers are always read together, such as the two percentiles of one latency.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.compound import second_measure
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.prose import quoted
from okrlint.model.plan import Plan


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Read the titles of the key results that count."""
    if plan.status == "closed":
        return
    for key_result in plan.counted_key_results:
        found = second_measure(key_result.title, context.language) if key_result.title else None
        if found is not None:
            yield Problem(
                place_of(key_result, "title", found.start, found.end),
                f'"{found.text}" is a second measure in {quoted(key_result.title or "")}',
                "make it a key result of its own, or name the metric that must not suffer as `guard`",
                address=key_result.address,
            )


RULE = Rule(
    id="compound-key-result",
    group="measure",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example('title: Increase leads by 25% and get 50 reviews  # <- "50" is a second measure in'),
        Example('title: Increase leads by 25%, raise the click rate to 4%  # <- "4%" is a second measure in'),
    ),
    good=(
        Example("title: Increase leads by 25% while keeping their cost under $40"),
        Example("title: Increase leads by 25% (from 1,881 to 2,351), half of them from agencies"),
    ),
)
