"""A change is promised, but not from where.

"Increase leads by 25%" can only be scored when it is known what the 25% are of. Without a baseline a
target is counted from zero: "raise weekly users to 8,000" begins the quarter at 0.9 when there are 7,000
of them, and "lower the cost to $300" scores best while nothing has been done.

When to ignore: never for growth, which cannot be scored without. A metric that was not measured before
first gets a key result of the type `establish-baseline`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.numbers import Measure, by_percent, measures
from okrlint.linting.wording.prose import readable
from okrlint.linting.wording.words import alternatives
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import format_quantity

_FILE = "baseline_missing"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for growth, a direction or a title that needs a value to start from."""
    for key_result in plan.counted_key_results:
        if key_result.scoring == "judged" or key_result.type not in ("increase", "decrease", "count"):
            continue
        promise = _promise(key_result) if _has_no_start(key_result) else ""
        if promise:
            missing = "there is no baseline" if key_result.baseline is None else "the baseline has no value"
            message = f"{promise}, and {missing}"
            yield Problem(key_result.at("baseline"), message, _hint(key_result), address=key_result.address)


def _has_no_start(key_result: KeyResult) -> bool:
    """Whether nothing stands there; a value that is no quantity is another finding."""
    baseline = key_result.baseline
    if baseline is None or baseline.value is not None:
        return baseline is None and not key_result.has("baseline")
    return bool(baseline.raw) and not baseline.has("value")


def _promise(key_result: KeyResult) -> str:
    """What is promised in fields or in the title; empty where nothing is."""
    if key_result.growth is not None:
        return f"growth of {format_quantity(key_result.growth)} is promised"
    if key_result.stated_type in ("increase", "decrease"):
        change = "an" if key_result.stated_type == "increase" else "a"
        return f"{change} {key_result.stated_type} is promised"
    if key_result.stated_type is not None or key_result.target is None:
        return ""
    found = _change_of(key_result.title or "")
    return f"a change {found} is promised" if found else ""


def _change_of(title: str) -> str:
    share = by_percent(title)
    if share is not None:
        return f"by {share.text}"
    end = next((found for found in measures(title) if _is_end(title, found)), None)
    return f"to {end.text}" if end is not None else ""


def _is_end(title: str, measure: Measure) -> bool:
    """Whether a title begins with a verb of change and the number is where that change ends."""
    return _ending().fullmatch(readable(title)[: measure.start].strip()) is not None


@cache
def _ending() -> re.Pattern[str]:
    rising, falling, up, down = (alternatives(_FILE, name) for name in ("rising", "falling", "up to", "down to"))
    return re.compile(rf"(?:(?:{rising})\b.*\s(?:{up})|(?:{falling})\b.*\s(?:{down}))", re.IGNORECASE)


def _hint(key_result: KeyResult) -> str:
    quarter = key_result.plan.quarter
    before = quarter.previous().label if quarter is not None else "last quarter"
    hint = f"add `baseline` with the value of {before} and where it was read"
    counted = key_result.growth is None and key_result.stated_type is None
    return f"{hint}; or `type: at-most` or `at-least` to hold a limit" if counted else hint


RULE = Rule(
    id="baseline-missing",
    group="pipeline growth",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example("title: Increase leads by 25%  # <- growth of 25% is promised", without=("baseline",)),
        Example(
            """
title: Raise weekly active teams to 800  # <- a change to 800 is promised, and there is no baseline
metric: Weekly active teams
target: 800
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: Lower the cost of a demo to $300  # <- a change to $300 is promised
metric: Cost of a demo
target: $300
""",
            without=("baseline", "growth"),
        ),
    ),
    good=(
        Example("title: Increase leads by 25%\nbaseline: 1881"),
        Example(
            """
title: Hold the cost of a demo below $300
metric: Cost of a demo
type: at-most
target: $300
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: Publish 5 customer stories
metric: Customer stories of this quarter
target: 5
""",
            without=("baseline", "growth"),
        ),
    ),
)
