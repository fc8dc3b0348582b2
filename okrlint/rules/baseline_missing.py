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
from okrlint.linting.wording.numbers import measures
from okrlint.linting.wording.placeholders import slots
from okrlint.linting.wording.prose import quoted, readable
from okrlint.linting.wording.words import alternatives
from okrlint.model.key_result import UNKNOWN, KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import format_quantity

_FILE = "baseline_missing"
_MOST_READ = 300
"""Characters of a title that are read: more than any title has."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for growth, a direction or a title that needs a value to start from."""
    for key_result in plan.counted_key_results:
        if key_result.scoring == "judged" or key_result.type not in ("increase", "decrease", "count", UNKNOWN):
            continue
        promise = _promise(key_result, context.language) if _has_no_start(key_result) else ""
        if promise:
            missing = "there is no baseline" if key_result.baseline is None else "the baseline has no value"
            message = f"{quoted(key_result.name)}: {promise}, and {missing}"
            hint = _hint(key_result, context.language)
            yield Problem(key_result.at("baseline"), message, hint, address=key_result.address)


def _has_no_start(key_result: KeyResult) -> bool:
    """Whether nothing stands there; a value that is no quantity is another finding."""
    baseline = key_result.baseline
    if baseline is None or baseline.value is not None:
        return baseline is None and not key_result.has("baseline")
    return bool(baseline.raw) and not baseline.has("value")


def _promise(key_result: KeyResult, language: str) -> str:
    """What is promised in fields or in the title; empty where nothing is."""
    if key_result.growth is not None:
        return f"growth of {format_quantity(key_result.growth)} is promised"
    if key_result.stated_type in ("increase", "decrease"):
        change = "an" if key_result.stated_type == "increase" else "a"
        return f"{change} {key_result.stated_type} is promised"
    if key_result.stated_type:
        return ""
    return _change_of((key_result.title or "")[:_MOST_READ], language, known=key_result.target is not None)


def _change_of(title: str, language: str, *, known: bool) -> str:
    """The change of a title such as "lower the cost to $300"; without a target only one whose slot is still empty."""
    places = measures(title, language) if known else slots(title, language)
    prose = _without_tags(readable(title))
    shift = len(title) - len(prose)
    for place in places:
        before, behind = prose[: max(0, place.start - shift)].strip(), prose[max(0, place.end - shift) :].strip()
        if _to(language).fullmatch(before):
            return f"a change to {place.text} is promised"
        alone = not behind or place.text.endswith("%") or _behind(language).match(behind)
        if alone and _by(language).fullmatch(before):
            return f"a change by {place.text} is promised"
    return ""


def _without_tags(prose: str) -> str:
    """The title behind labels such as `[P1]`."""
    found = _tags().match(prose)
    return prose[found.end() :] if found else prose


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(r"(?:\s|\[[^\]]{0,40}\])+")


@cache
def _to(language: str) -> re.Pattern[str]:
    verbs, to, pushing, below = (_words(name, language) for name in ("rising|falling", "to", "pushing", "below"))
    return re.compile(rf"(?:{verbs})\b.*\s(?:{to})|(?:{pushing})\b.*\s(?:{below})", re.IGNORECASE)


@cache
def _by(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('rising|falling', language)})\b.*\s(?:{_words('by', language)})", re.IGNORECASE)


@cache
def _rises(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('rising', language)})\b", re.IGNORECASE)


@cache
def _behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"[.,;:()]|(?:{_words('behind by', language)})(?!\w)", re.IGNORECASE)


def _words(sections: str, language: str) -> str:
    return "|".join(alternatives(_FILE, section, language) for section in sections.split("|"))


def _hint(key_result: KeyResult, language: str) -> str:
    quarter = key_result.plan.quarter
    before = quarter.previous().label if quarter is not None else "last quarter"
    hint = f"add `baseline` with the value of {before} and where it was read"
    if key_result.growth is not None or key_result.stated_type is not None:
        return hint
    limit = "at-least" if _rises(language).match(key_result.title or "") else "at-most"
    return f"{hint}; or `type: {limit}` if it is a limit to hold"


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
