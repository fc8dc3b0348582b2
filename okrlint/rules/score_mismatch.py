"""The recorded score of a key result is not what its numbers give.

Scores are worked out in one way for everybody, so that 0.7 means the same in every team. A score that was rounded
up, mistyped or left over from an earlier reading tells another story than the check-ins. It is compared at the
precision in which it was recorded: 0.6 agrees with 0.6023. Who knows more than the numbers show writes it into
`score_reason`, and a key result that people judge (`scoring: judged`) is theirs to score. A number outside 0 to 1
is no score, for whatever reason.

When to ignore: never; give the reason in `score_reason`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from okrlint.linting.final_score import computed_score
from okrlint.linting.finding import Fix, Problem, Related, Severity
from okrlint.linting.fixes import write_number
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.close import Close
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import format_number, round_half_up
from okrlint.model.scoring import Score, score

_HALF = Decimal(5)
_MOST_WRITTEN = 4
"""Decimals that a fix writes at most: as many as a score shows."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare recorded scores with computed ones, in plans whose quarter is over."""
    for key_result in plan.counted_key_results:
        close = key_result.close
        if close is None or close.score is None:
            continue
        if not 0 <= close.score <= 1:
            yield _outside(key_result, close, close.score)
        elif close.score_reason is None and key_result.scoring != "judged" and _is_over(plan, context.as_of):
            yield from _different(key_result, close, close.score)


def _is_over(plan: Plan, as_of: datetime.date | None) -> bool:
    """Whether every number is in; while a quarter runs an early score may well differ from tomorrow's."""
    if plan.status == "active" and as_of is not None and plan.quarter is not None:
        return as_of > plan.quarter.end
    return plan.status == "closed"


def _outside(key_result: KeyResult, close: Close, recorded: Decimal) -> Problem:
    return Problem(
        close.at("score"),
        f"the score is {format_number(recorded)}; a score lies between 0 and 1",
        "write it on the scale from 0 to 1: an overshoot is 1, and a decline is 0",
        address=key_result.address,
        fix=_fix(close, None if key_result.scoring == "judged" else computed_score(key_result)),
    )


def _different(key_result: KeyResult, close: Close, recorded: Decimal) -> Iterator[Problem]:
    quarter, result, places = key_result.plan.quarter, computed_score(key_result), _places(close)
    if quarter is None or result is None or result.status == "unscorable" or _agree(recorded, result, places):
        return
    # What came in during the days after the quarter may count or not; both are honest.
    if result.score is not None and _agree(recorded, score(key_result, quarter.end), places):
        return
    known = result.reason if result.score is None else f"{result.reason} gives {_given(result)}"
    yield Problem(
        close.at("score"),
        f"the score is {format_number(recorded)}, but {known}",
        _hint(close, result),
        tuple(_last_value(key_result)),
        key_result.address,
        fix=_fix(close, result),
    )


def _given(result: Score) -> str:
    raw, reached = (format_number(value) for value in (result.raw, result.score) if value is not None)
    return raw if result.raw == result.score else f"{raw}, which counts as {reached}"


def _hint(close: Close, result: Score) -> str:
    if result.score is None:
        return "check in the last value, or say in `score_reason` where the score comes from"
    return f"write {_written(close, result.score)}, or say in `score_reason` what the numbers do not show"


def _last_value(key_result: KeyResult) -> Iterator[Related]:
    if key_result.check_ins and key_result.type != "milestones":
        last = key_result.check_ins[-1]
        yield Related(last.at("value"), f"the last check-in, of {last.date_text}")


def _agree(recorded: Decimal, result: Score, places: int) -> bool:
    """Whether two scores are the same at a number of decimals; at a half both neighbours are right."""
    return result.score is not None and abs(recorded - result.score) <= _HALF.scaleb(-places - 1)


def _places(close: Close) -> int:
    """The decimals in which the score is recorded, at least one: 1 means 1.0."""
    found = re.search(r"\.(\d+)", close.document.raw((*close.path, "score")))
    return len(found.group(1)) if found else 1


def _written(close: Close, reached: Decimal) -> str:
    return f"{round_half_up(reached, min(_places(close), _MOST_WRITTEN)):f}"


def _fix(close: Close, result: Score | None) -> Fix | None:
    if result is None or result.score is None:
        return None
    return write_number(close, "score", _written(close, result.score))


_READ = """
check_ins:
  2026-12-21: 2100
  2026-12-28: 2163.15
close:
"""

RULE = Rule(
    id="score-mismatch",
    group="ambition and scoring",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            f"{_READ}  score: 0.92  # <- the score is 0.92, but (2,163.15 − 1,881) ÷ (2,351.25 − 1,881) gives 0.6",
            as_of="2027-01-05",
            fixed="- score: 0.92\n+ score: 0.60",
        ),
        Example(
            f"{_READ}  score: 7  # <- the score is 7; a score lies between 0 and 1",
            as_of="2027-01-05",
            fixed="- score: 7\n+ score: 0.6",
        ),
    ),
    good=(
        Example(f"{_READ}  score: 0.60", as_of="2027-01-05"),
        Example(
            f"{_READ}  score: 0.7\n  score_reason: 47 leads of the fair were entered in January", as_of="2027-01-05"
        ),
    ),
)
