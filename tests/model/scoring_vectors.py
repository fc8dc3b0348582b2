"""Every vector of scoring: what a key result says, and what it must score.

One place for three readers: the tests, docs/scoring.md (see scoring_page.py), and whoever wants to compute scores
elsewhere. Numbers are text, rounded half up to four decimals.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

FIRST_DAY = date(2026, 10, 1)
LAST_DAY = date(2026, 12, 31)


class Scored(NamedTuple):
    """A key result, as of the last day of its quarter, and its score."""

    case: str
    fields: str
    raw: str
    score: str


class Unscored(NamedTuple):
    """A key result that must not get a number, and why."""

    case: str
    fields: str
    status: str
    reason: str


class Mean(NamedTuple):
    """Raw scores with weights (None is pending), their mean, and the smallest of them."""

    case: str
    rows: tuple[tuple[str | None, str], ...]
    mean: str
    minimum: str


class Band(NamedTuple):
    """A score, what it is rounded to, and its colour."""

    score: str
    rounded: str
    band: str


class Par(NamedTuple):
    """A score, the commitment, and its word."""

    score: str
    commitment: str
    word: str


class Paced(NamedTuple):
    """A key result on a day, how much it should have reached, and the word."""

    case: str
    fields: str
    day: str
    expected: str
    word: str


def change(baseline: str, target: str, current: str) -> str:
    """Fields of a way from baseline to target with one check-in."""
    return f"baseline: {baseline}\ntarget: {target}\ncheck_ins:\n  2026-10-12: {current}"


def growth(baseline: str, percentage: str, current: str) -> str:
    """Fields of a growth over a baseline with one check-in."""
    return f"baseline: {baseline}\ngrowth: {percentage}\ncheck_ins:\n  2026-10-12: {current}"


def weekly(limit: str, *values: str) -> str:
    """Fields of a limit with a check-in on the last day but one of each week; an empty value is a missed week."""
    days = (FIRST_DAY + timedelta(days=7 * week + 5) for week in range(len(values)))
    lines = [f"  {day}: {value}" for day, value in zip(days, values, strict=True) if value]
    return "\n".join([limit, "check_ins:", *lines])


def steps(*done: str, weights: tuple[str, ...] = ()) -> str:
    """Fields of milestones; an empty `done` is a step that is not finished."""
    lines = ["milestones:"]
    for number, day in enumerate(done):
        lines.append(f"  - title: Step {number + 1}")
        lines += [f"    weight: {weights[number]}"] if weights else []
        lines += [f"    done: {day}"] if day else []
    return "\n".join(lines)


def equal(*scores: str | None) -> tuple[tuple[str | None, str], ...]:
    """Scores of weight 1."""
    return tuple((score, "1") for score in scores)


SCORED = (
    Scored("increase 0 to 100, at 20", change("0", "100", "20"), "0.2", "0.2"),
    Scored("increase 20 to 100, at 0", change("20", "100", "0"), "-0.25", "0"),
    Scored("increase 0 to 100, at 150", change("0", "100", "150"), "1.5", "1"),
    Scored("increase 0 to 10, at 5.9", change("0", "10", "5.9"), "0.59", "0.59"),
    Scored("decrease 100 to 60, at 80", change("100", "60", "80"), "0.5", "0.5"),
    Scored("decrease 100 to 60, at 50", change("100", "60", "50"), "1.25", "1"),
    Scored("decrease 100 to 60, at 110", change("100", "60", "110"), "-0.25", "0"),
    Scored("cost $400 to $300, at $330", change("$400", "$300", "$330"), "0.7", "0.7"),
    Scored("net churn −2% to −5%, at −4%", change("-2%", "-5%", "-4%"), "0.6667", "0.6667"),
    Scored("650 and 25% growth, at 600", growth("650", "25%", "600"), "-0.3077", "0"),
    Scored("650 and 25% growth, at 650", growth("650", "25%", "650"), "0", "0"),
    Scored("650 and 25% growth, at 700", growth("650", "25%", "700"), "0.3077", "0.3077"),
    Scored("650 and 25% growth, at 731.25", growth("650", "25%", "731.25"), "0.5", "0.5"),
    Scored("650 and 25% growth, at 780", growth("650", "25%", "780"), "0.8", "0.8"),
    Scored("650 and 25% growth, at 812.5", growth("650", "25%", "812.5"), "1", "1"),
    Scored("400 and −25% growth, at 330", growth("400", "-25%", "330"), "0.7", "0.7"),
    Scored("650 to 1,000, at 600", change("650", "1000", "600"), "-0.1429", "0"),
    Scored("count to 1,000, at 600", "target: 1000\ncheck_ins:\n  2026-10-12: 600", "0.6", "0.6"),
    Scored("1,900 to 2,564.0659, at 1,900", change("1900", "2564.0659", "1900"), "0", "0"),
    Scored("1,900 to 2,564.0659, at 2,300", change("1900", "2564.0659", "2300"), "0.6023", "0.6023"),
    Scored("1,900 to 2,564.0659, at 2,365", change("1900", "2564.0659", "2365"), "0.7002", "0.7002"),
    Scored("1,900 to 2,564.0659, at 2,700", change("1900", "2564.0659", "2700"), "1.2047", "1"),
    Scored("at most 25, always 25", weekly("type: at-most\ntarget: 25", *["25"] * 13), "1", "1"),
    Scored("at least 99.9%, always 99.9%", weekly("type: at-least\ntarget: 99.9%", *["99.9%"] * 13), "1", "1"),
    Scored(
        "between 4 and 5 for 13 weeks: 9 held, 3 not, 1 missed",
        weekly("type: between\ntarget: [4, 5]", *["4.5"] * 7, "4", "5", "3.9", "", "5.1", "6"),
        "0.6923",
        "0.6923",
    ),
    Scored("2 of 5 equal steps", steps("2026-10-20", "2026-11-20", "", "", ""), "0.4", "0.4"),
    Scored("3 of 3 equal steps", steps("2026-10-20", "2026-11-20", "2026-12-20"), "1", "1"),
    Scored("2 of 3 steps of 50%, 30%, 20%", steps("2026-10-20", "", "2026-11-20", weights=("50%", "30%", "20%")), "0.7", "0.7"),
    Scored("done or not: yes", "type: done\ncheck_ins:\n  2026-10-12: no\n  2026-12-12: yes", "1", "1"),
    Scored("done or not: no", "type: done\ncheck_ins:\n  2026-10-12: no", "0", "0"),
    Scored("new metric, measured once", "type: establish-baseline\ncheck_ins:\n  2026-10-12: 42", "1", "1"),
)  # fmt: skip

UNSCORED = (
    Unscored("no check-in yet", "baseline: 0\ntarget: 100", "pending", "no check-in yet"),
    Unscored("a limit, never checked", "type: at-most\ntarget: 25", "pending", "no check-in yet"),
    Unscored("new metric, not measured", "type: establish-baseline", "pending", "not measured yet"),
    Unscored("target is the baseline", change("650", "650", "700"), "unscorable", "target and baseline are both 650"),
    Unscored("growth of 0%", growth("650", "0%", "700"), "unscorable", "target and baseline are both 650"),
    Unscored("growth over 0", growth("0", "25%", "7"), "unscorable", "growth needs a baseline above 0, and it is 0"),
    Unscored("growth without a baseline", "growth: 25%\ncheck_ins:\n  2026-10-12: 7", "unscorable", "no baseline to measure from"),
    Unscored("count to 0", "target: 0\ncheck_ins:\n  2026-10-12: 7", "unscorable", "the target of a count is 0"),
    Unscored(
        "an increase that goes down",
        "type: increase\n" + change("100", "60", "80"),
        "unscorable",
        "type increase, but the target 60 is below the baseline 100",
    ),
    Unscored("euros and dollars", change("€400", "€300", "$330"), "unscorable", "two units in one formula: € and $"),
    Unscored("nothing to measure", "title: Be better", "unscorable", "nothing to score: no target, growth or milestones"),
)  # fmt: skip

MEANS = (
    Mean("0.24, 0.40, 0.05, 0.95 and one not applicable", equal("0.24", "0.40", "0.05", "0.95", None), "0.41", "0.05"),
    Mean("0, 0, 0, 0.5 and 1.0", equal("0", "0", "0", "0.5", "1.0"), "0.3", "0"),
    Mean("0.9 with weight 3, 0.3 with weight 1", (("0.9", "3"), ("0.3", "1")), "0.75", "0.3"),
    Mean("one at 200%, one at 0%", equal("2", "0"), "0.5", "0"),
    Mean("0.8, and 0.1 with weight 0", (("0.8", "1"), ("0.1", "0")), "0.8", "0.8"),
)  # fmt: skip

BANDS = (
    Band("0", "0", "red"),
    Band("0.349", "0.3", "red"),
    Band("0.35", "0.4", "amber"),
    Band("0.649", "0.6", "amber"),
    Band("0.65", "0.7", "green"),
    Band("1", "1", "green"),
)

PARS = (
    Par("0", "aspirational", "no movement"),
    Par("0.5999", "aspirational", "below par"),
    Par("0.6", "aspirational", "par"),
    Par("0.7", "aspirational", "par"),
    Par("0.7001", "aspirational", "above par"),
    Par("1", "aspirational", "too easy?"),
    Par("0", "committed", "no movement"),
    Par("0.9999", "committed", "below par"),
    Par("1", "committed", "par"),
)

PACES = (
    Paced("0 to 100, at 50, half of the days", change("0", "100", "50"), "2026-11-15", "0.5", "ahead"),
    Paced("0 to 100, at 40, half of the days", change("0", "100", "40"), "2026-11-15", "0.5", "on track"),
    Paced("0 to 100, at 30, half of the days", change("0", "100", "30"), "2026-11-15", "0.5", "behind"),
    Paced("0 to 100, at 29, half of the days", change("0", "100", "29"), "2026-11-15", "0.5", "at risk"),
    Paced("no check-in, half of the days", "baseline: 0\ntarget: 100", "2026-11-15", "0.5", "pending"),
    Paced("a limit, held in 9 of 10 weeks", weekly("type: at-most\ntarget: 25", *["20"] * 9, "26"), "2026-12-09", "1", "on track"),
    Paced("1 of 3 steps done, 2 of them due", """
        milestones:
          - title: Interviews
            due: 2026-10-31
            done: 2026-10-30
          - title: Pilot
            due: 2026-11-15
          - title: Launch
        """, "2026-11-15", "0.6667", "at risk"),
    Paced("no steps done, none of them due", steps("", ""), "2026-11-15", "0", "ahead"),
    Paced("not done on the last day but one", "type: done\ncheck_ins:\n  2026-10-12: no", "2026-12-30", "", "not due"),
    Paced("not done on the last day", "type: done\ncheck_ins:\n  2026-10-12: no", "2026-12-31", "1", "at risk"),
    Paced("target is the baseline", change("650", "650", "700"), "2026-11-15", "", "none"),
)  # fmt: skip
