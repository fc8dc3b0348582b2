"""What the badges of a site say: the focus, the quarter, the linter. Coarse, so that they do not change every day."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import format_number, round_half_up
from okrlint.rendering.badge import Badge
from okrlint.views.findings import severity_counts
from okrlint.views.focus import focus_readings
from okrlint.views.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.quantity import Quantity
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

FOCUS, QUARTER, LINT = "focus", "quarter", "lint"
_ON_TRACK, _BEHIND, _AT_RISK = ("ahead", "on track"), ("behind",), ("at risk",)
_DIGITS = 3
"""Digits that a badge shows of a number."""
_MOST_PLACES = 3
_SHORT = (
    (Decimal(10) ** 9, Decimal(10) ** 9, "B"),
    (Decimal(10) ** 6, Decimal(10) ** 6, "M"),
    (Decimal(10) ** 4, Decimal(10) ** 3, "k"),
)
"""From which number on it is told in billions, millions, thousands."""
_BEFORE = frozenset("$€£¥")


def badges_of(survey: Survey) -> dict[str, Badge]:
    """The badges that the plans give, by their names."""
    found = {FOCUS: _focus(survey), QUARTER: _quarter(survey.current), LINT: _lint(survey)}
    return {name: badge for name, badge in found.items() if badge is not None}


def _focus(survey: Survey) -> Badge | None:
    row = survey.focus
    if row is None:
        return None
    known = focus_readings(survey)
    now = f"now {coarse(known[-1][1])}" if known else ""
    goal = f"goal {row['growth']}" if row["growth"] else ""
    return Badge(row["metric"], " · ".join(filter(None, (now, goal))) or "no number yet", "link")


def coarse(value: Quantity) -> str:
    """A number with three digits and its sign: "$218k", "2,520", "3.47%", "−$1.2M"."""
    number, letter = value.value.copy_abs(), ""
    for least, divisor, mark in _SHORT:
        if number >= least:
            number, letter = number / divisor, mark
            break
    places = _DIGITS - 1 - number.adjusted() if number else 0
    short = round_half_up(number, min(places, _MOST_PLACES))
    minus = "\u2212" if value.value < 0 else ""
    sign = value.unit if value.unit in _BEFORE else ""
    return f"{minus}{sign}{format_number(short)}{letter}{'%' * (value.unit == '%')}"


def _quarter(current: Row | None) -> Badge | None:
    if current is None:
        return None
    counted = {status.word: count for status, count in current["statuses"]}
    week = current["week"]["description"].lower() if current["week"] else ""
    count = plural(current["objective_count"], "objective")
    parts = ["closed", count] if current["closed"] else [week, *_parts(counted)]
    return Badge(f"OKRs {current['label']}", " · ".join(filter(None, parts)) or "no plan yet", "link")


def _parts(counted: dict[str, int]) -> Iterator[str]:
    """Good and bad in three words, without zeros."""
    for words in (_ON_TRACK, _BEHIND, _AT_RISK):
        count = sum(counted.get(word, 0) for word in words)
        if count:
            yield f"{count} {words[-1]}"


def _lint(survey: Survey) -> Badge:
    rows = severity_counts(survey.given.findings)
    words = [
        plural(row["count"], row["severity"]) if row["severity"] != "info" else f"{row['count']} info" for row in rows
    ]
    tone = rows[0]["tone"] if rows and rows[0]["tone"] != "none" else "good"
    return Badge("okrlint", " · ".join(words) or "no findings", tone)


def _counted(count: int, severity: str) -> str:
    return f"{count} {severity}" if severity == "info" else plural(count, severity)
