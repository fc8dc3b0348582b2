"""A quarter as a row of its year: how much was planned, how it ended, and how well that was foreseen."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.progress import ONE, ZERO
from okrlint.model.quantity import format_number
from okrlint.model.score_words import PAR_HIGH, PAR_LOW, band, par_range, par_word
from okrlint.tuples import NamedTuple
from okrlint.views.close import CAUSES
from okrlint.views.numbers import plural, score_text
from okrlint.views.places import quarter_path
from okrlint.views.statuses import BANDS, PAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.model.quarter import Quarter
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_PAR = (float(PAR_LOW), float(PAR_HIGH))


class Ended(NamedTuple):
    """A key result of a closed plan with its score."""

    key_result: KeyResult
    score: Decimal
    planned: Decimal
    """Where a goal of its kind should end: the middle of par, 0.65 for a stretch and 1 for a promise."""
    reached_par: bool
    """Whether it ended at par or above it."""


def ended_of(plans: Iterable[Plan], survey: Survey) -> list[Ended]:
    """The key results of closed plans that have a score."""
    closed = (kr for plan in plans if plan.status == "closed" for kr in plan.counted_key_results)
    scored = ((kr, survey.score(kr).score) for kr in closed)
    return [_ended(kr, score) for kr, score in scored if score is not None]


def _ended(key_result: KeyResult, score: Decimal) -> Ended:
    low, high = par_range(key_result.commitment)
    return Ended(key_result, score, (low + high) / 2, score >= low)


def mean(values: Sequence[Decimal]) -> Decimal | None:
    """The plain mean; None of nothing."""
    return sum(values, ZERO) / len(values) if values else None


def share(count: int, whole: int) -> str:
    """How much of a whole it is: "11%"; a dash of nothing."""
    return f"{format_number(Decimal(100 * count) / whole, 0)}%" if whole else "–"


def year_quarter_row(quarter: Quarter, plans: Sequence[Plan], ended: Sequence[Ended]) -> Row:
    """All that the page of a year says of a quarter; `ended` are the key results of its plans."""
    return {
        "label": quarter.label,
        "path": quarter_path(quarter.label),
        "closed": all(plan.status == "closed" for plan in plans),
        "objectives": sum(len(plan.counted) for plan in plans),
        "key_results": sum(len(plan.counted_key_results) for plan in plans),
        "scored": len(ended),
        "mean": score_text(mean([each.score for each in ended])),
        "words": _words(ended),
        "ones": share(sum(each.score >= ONE for each in ended), len(ended)),
        "zeros": share(sum(each.score <= ZERO for each in ended), len(ended)),
        "strip": _strip(quarter, ended),
        "calibration": _calibration(quarter, ended),
        **_foreseen(quarter, ended),
    }


def _words(ended: Sequence[Ended]) -> list[int]:
    """How many key results had each of the par words, from low to high."""
    counted = Counter(par_word(each.score, each.key_result.commitment) for each in ended)
    return [counted[word] for word in PAR]


def _strip(quarter: Quarter, ended: Sequence[Ended]) -> Row | None:
    if not ended:
        return None
    inside = sum(PAR_LOW <= each.score <= PAR_HIGH for each in ended)
    return {
        "title": f"Scores of {quarter.label}",
        "description": f"{plural(len(ended), 'key result')} with a score, {inside} of them between 0.6 and 0.7",
        "band": _PAR,
        "dots": [(float(each.score), BANDS[band(each.score)].tone) for each in ended],
    }


def _calibration(quarter: Quarter, ended: Sequence[Ended]) -> Row | None:
    planned, reached = _means(ended)
    if planned is None or reached is None:
        return None
    return {
        "title": f"Planned and reached in {quarter.label}",
        "description": f"planned {score_text(planned)}, reached {score_text(reached)}, each a mean of {len(ended)}",
        "band": _PAR,
        "planned": float(planned),
        "reached": float(reached),
        "all": [float(each.score) for each in ended],
    }


def _foreseen(quarter: Quarter, ended: Sequence[Ended]) -> Row:
    """Where the key results should have ended, and how sure people were at half-time that they would."""
    planned, reached = _means(ended)
    sure = [found for each in ended if (found := _confidence(each.key_result, quarter)) is not None]
    return {
        "planned": score_text(planned),
        "off": "–" if planned is None or reached is None else _signed(reached - planned),
        "confidence": score_text(mean(sure)),
        "reached_par": score_text(mean([Decimal(each.reached_par) for each in ended])),
    }


def _means(ended: Sequence[Ended]) -> tuple[Decimal | None, Decimal | None]:
    return mean([each.planned for each in ended]), mean([each.score for each in ended])


def _signed(difference: Decimal) -> str:
    text = score_text(difference)
    return text if text.startswith("−") or not difference else f"+{text}"


def _confidence(key_result: KeyResult, quarter: Quarter) -> Decimal | None:
    """The last confidence, 0..1, that was stated up to the middle of a quarter."""
    middle = quarter.start + timedelta(days=quarter.days // 2)
    known = [one.confidence for one in key_result.check_ins if one.date is not None and one.date <= middle]
    return next((stated for stated in reversed(known) if stated is not None), None)


def causes_of(quarters: Sequence[Sequence[Plan]]) -> list[Row]:
    """Each cause that a close names with its count in each quarter, the most frequent first."""
    counted = [Counter(_causes(plans)) for plans in quarters]
    names = sorted({name for counts in counted for name in counts})
    rows = [
        {"cause": CAUSES.get(name, name), "counts": [counts[name] for counts in counted], "total": total}
        for name in names
        if (total := sum(counts[name] for counts in counted))
    ]
    return sorted(rows, key=lambda row: (-row["total"], row["cause"]))


def _causes(plans: Iterable[Plan]) -> list[str]:
    closes = (kr.close for plan in plans for kr in plan.counted_key_results)
    return [close.cause for close in closes if close is not None and close.cause]
