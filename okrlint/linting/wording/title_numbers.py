"""Titles that say other numbers than the fields of their key result: "by 25%" against `growth: 20%`.

Numbers are compared at the title's precision, so that 34.95% agrees with "35%". Only what plainly is the promise is
compared: "from A to B", "by N%", "to N", or a number at the beginning. Windows ("in four weeks"), conditions
("within 4 hours"), dates, shares of something else and numbers beside one that agrees stay out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from okrlint.linting.wording.numbers import Measure, from_to, measures
from okrlint.linting.wording.phrases import Token, has, match, tokens
from okrlint.linting.wording.prose import MOST_READ
from okrlint.linting.wording.units import agree, is_hard
from okrlint.linting.wording.words import LANGUAGE, words
from okrlint.model.key_result import UNKNOWN, KeyResult
from okrlint.model.quantity import Quantity, format_quantity, round_half_up
from okrlint.tuples import NamedTuple

_FILE = "title_numbers"
_WITHOUT_NUMBER = frozenset(("done", "milestones", "establish-baseline", UNKNOWN))
_MONEY = frozenset("$€£¥")
_ROUNDING = Decimal("0.005")
"""Share by which people round a number that was worked out: 2,351.25 is "2,350"."""
_ROUGH = Decimal("0.05")
"""Share by which "double" and "half" may be off."""
_REACH = 24
"""Characters behind a number that may belong to it."""
_LONGEST_OPENING, _LONGEST_NAME = 2, 3
"""Words before a number at the beginning, "Win another 6", and of a name with its goal, "Net promoter score 40"."""


class Disagreement(NamedTuple):
    """A number of the title, with its place, and what the fields say instead."""

    text: str
    start: int
    end: int
    field: str
    """The field that says otherwise: growth, target or baseline."""
    says: str


class _Field(NamedTuple):
    name: str
    value: Decimal
    unit: str
    says: str
    is_worked_out: bool = False


def disagreement(key_result: KeyResult, language: str = LANGUAGE) -> Disagreement | None:
    """The first number of a title that its fields contradict; None where they agree or nobody can tell."""
    title = (key_result.title or "")[:MOST_READ]
    if not title or key_result.type in _WITHOUT_NUMBER or _agrees_at_a_glance(title, key_result):
        return None
    pair = from_to(title, language)
    if pair:
        return _of_pair(key_result, *pair, language)
    found = _without_shares(title, measures(title, language))
    claims = [claim for claim in found if not _is_aside(title, claim, key_result, language)]
    if key_result.band is not None:
        return _of_band(key_result, claims, language)
    changes = [claim for claim in claims if _is_change(claim, claims, title, key_result, language)]
    if changes:
        return _of_change(key_result, changes, language)
    return _of_factor(title, key_result, claims) or _of_level(title, key_result, claims, language)


def _agrees_at_a_glance(title: str, key_result: KeyResult) -> bool:
    """Whether the title ends in the digits of the goal and has no others than those of the fields: most titles do."""
    goal = key_result.growth or key_result.target
    limits = (goal,) if goal is not None else key_result.band
    if not limits:
        return False
    said = _digits().findall(_quarter().sub("", title) if "Q" in title else title)
    wanted = [digits for limit in limits for digits in _digits().findall(limit.text)]
    if not said or said[-len(wanted) :] != wanted:
        return False
    start = key_result.baseline.value if key_result.baseline is not None else None
    return len(said) == len(wanted) or (start is not None and said[: -len(wanted)] == _digits().findall(start.text))


def _of_pair(key_result: KeyResult, first: Measure, last: Measure, language: str) -> Disagreement | None:
    """Compare "from A to B" with the baseline and the goal."""
    unit = last.unit or first.unit
    start, goal = _baseline(key_result), _goal(key_result)
    one, other = first._replace(unit=unit), last._replace(unit=unit)
    if start is None and goal is not None and _says(one._replace(value=abs(other.value - one.value)), goal, language):
        return None
    of_goal = _unless_said(other, goal, language) if goal else None
    return of_goal or (_unless_said(one, start, language) if start else None)


def _of_band(key_result: KeyResult, claims: Sequence[Measure], language: str) -> Disagreement | None:
    """Compare two limits with a band; one number alone may be either of them, or something else."""
    limits = [_Field("target", limit.value, limit.unit, _band_words(key_result)) for limit in key_result.band or ()]
    if len(claims) != len(limits) or key_result.type != "between":
        return None
    ordered = sorted(claims, key=lambda claim: claim.value)
    pairs = zip(ordered, limits, strict=True)
    return next(filter(None, (_unless_said(claim, limit, language) for claim, limit in pairs)), None)


def _of_change(key_result: KeyResult, changes: Sequence[Measure], language: str) -> Disagreement | None:
    """Compare the only "by N%" of a title with the growth, or with what baseline and target make it."""
    fields = list(_growth(key_result))
    if len(changes) != 1 or not fields or any(_says(changes[0], field, language) for field in fields):
        return None
    return _unless_said(changes[0], fields[0], language)


def _of_level(title: str, key_result: KeyResult, claims: Sequence[Measure], language: str) -> Disagreement | None:
    """Compare the only number that stands where a goal stands, where no number of the title agrees with any field."""
    goal = _goal(key_result)
    known = [*filter(None, (goal, _baseline(key_result))), *_growth(key_result), *_differences(key_result)]
    if goal is None or any(_says(claim, field, language) for claim in claims for field in known):
        return None
    if len(claims) > 1 and sum(claim.value for claim in claims) == goal.value:
        return None  # "2 engineers and 1 designer" are three hires
    plain = [claim for claim in claims if _is_goal(title, claim, goal, language)]
    return _unless_said(plain[0], goal, language) if len(plain) == 1 else None


def _unless_said(claim: Measure, field: _Field, language: str) -> Disagreement | None:
    if not agree(claim.unit, field.unit, language) or claim.unit == "x" or _says(claim, field, language):
        return None
    return Disagreement(claim.text, claim.start, claim.end, field.name, field.says)


def _says(claim: Measure, field: _Field, language: str) -> bool:
    """Whether a number of the title is the field's, at the title's precision."""
    if not agree(claim.unit, field.unit, language):
        return False
    near = claim.step / 2
    if field.is_worked_out:
        near = max(near, _ROUNDING * abs(field.value))
    if abs(abs(claim.value) - abs(field.value)) <= near:
        return True
    return claim.unit == "%" and not field.unit and abs(abs(claim.value) / 100 - abs(field.value)) <= near / 100


def _goal(key_result: KeyResult) -> _Field | None:
    target, goal = key_result.target, key_result.goal
    if target is not None:
        return _Field("target", target.value, target.unit or key_result.unit, format_quantity(target, key_result.unit))
    start, growth = key_result.baseline, key_result.growth
    if goal is None or start is None or start.value is None or growth is None:
        return None
    words = (
        f"{format_quantity(growth)} over {format_quantity(start.value)}, so {format_quantity(round_half_up(goal, 2))}"
    )
    return _Field("growth", goal, start.value.unit or key_result.unit, words, is_worked_out=True)


def _baseline(key_result: KeyResult) -> _Field | None:
    start = key_result.baseline.value if key_result.baseline is not None else None
    if start is None:
        return None
    return _Field("baseline", start.value, start.unit or key_result.unit, format_quantity(start, key_result.unit))


def _growth(key_result: KeyResult) -> Iterator[_Field]:
    """The growth as stated, else what baseline and target make it; of a share also in points."""
    growth, start, target = key_result.growth, _baseline(key_result), key_result.target
    if growth is not None:
        if growth.unit == "%":
            yield _Field("growth", growth.value, "%", format_quantity(growth))
    elif start is not None and target is not None and start.value > 0:
        change = (target.value / start.value - 1) * 100
        words = f"{format_quantity(Quantity(start.value, start.unit))} to {format_quantity(target, start.unit)}"
        says = f"{words}, so {format_quantity(round_half_up(change, 1), '%')}"
        yield _Field("target", change, "%", says, is_worked_out=True)
        if start.unit == "%":
            yield _Field("target", target.value - start.value, "%", words)


def _differences(key_result: KeyResult) -> Iterator[_Field]:
    start, goal = _baseline(key_result), key_result.goal
    if start is not None and goal is not None:
        yield _Field("target", goal - start.value, start.unit, "", is_worked_out=True)


def _of_factor(title: str, key_result: KeyResult, claims: Sequence[Measure]) -> Disagreement | None:
    """Compare "Double the sign-ups" with what the fields multiply by; a factor elsewhere may mean something else."""
    start, goal, growth = _baseline(key_result), key_result.goal, key_result.growth
    opening = next((claim for claim in claims if claim.unit == "x" and not title[: claim.start].strip()), None)
    if opening is None or (growth is None and (start is None or start.value <= 0 or goal is None)):
        return None
    factor = 1 + growth.fraction if growth is not None else (goal or 0) / (start.value if start else Decimal(1))
    if abs(factor - opening.value) <= _ROUGH * opening.value:
        return None
    field, says = ("growth", format_quantity(growth)) if growth is not None else ("target", "")
    says = says or f"{start.says if start else ''} to {format_quantity(goal or factor)}"
    return Disagreement(opening.text, opening.start, opening.end, field, says)


def _is_aside(title: str, claim: Measure, key_result: KeyResult, language: str) -> bool:
    """Whether a number is said besides: a window, a rate, a share, a condition, a rough number, or how it is done."""
    before, behind = tokens(title[: claim.start]), tokens(title[claim.end : claim.end + _REACH])
    if (claim.text.isalpha() and claim.value == 1) or "~" in title[max(0, claim.start - 2) : claim.start]:
        return True
    if _is_other_time(claim, behind, key_result, language):
        return True
    if any(_stands_behind(before, section, language) for section in ("conditions", "around")):
        return True
    if claim.unit != "%" and has(behind[:3], _FILE, "rates and changes", language):
        return True
    return has(before, _FILE, "means", language) or _has_gerund(before, language)


def _is_other_time(claim: Measure, behind: Sequence[Token], key_result: KeyResult, language: str) -> bool:
    """Whether a number is a length of time, where the key result is not measured in time."""
    times = words("numbers", "time units", language)
    spoken = behind[0].word if claim.text.isalpha() and behind else ""
    unit = next((word for word in (claim.unit, spoken) if word in times), "")
    return bool(unit) and bool(key_result.unit) and not agree(key_result.unit, unit, language)


def _without_shares(title: str, found: Sequence[Measure]) -> list[Measure]:
    """The numbers without those of a share, such as "2 of 6" and "two out of six"."""
    pairs = [pair for pair in pairwise(found) if title[pair[0].end : pair[1].start].strip().lower() in ("of", "out of")]
    return [measure for measure in found if not any(measure in pair for pair in pairs)]


def _has_gerund(before: Sequence[Token], language: str) -> bool:
    """Whether the words before say by doing what: "by cutting the price by"."""
    by = words(_FILE, "by", language)
    return any(first.word in by and second.word.endswith("ing") for first, second in pairwise(before))


def _is_change(claim: Measure, claims: Sequence[Measure], title: str, key_result: KeyResult, language: str) -> bool:
    """Whether a share says by how much something changes, and not what share of something it is to be."""
    if claim.unit != "%":
        return False
    before, behind = tokens(title[: claim.start]), tokens(title[claim.end : claim.end + _REACH])
    if _stands_behind(before, "by", language) or title[claim.start - 1 : claim.start] == "+":
        return True
    if behind and (behind[0].word == "of" or match(behind, 0, _FILE, "change behind", language)):
        return behind[0].word != "of"
    shares = [other for other in claims if other.unit == "%"]
    return key_result.growth is not None and len(shares) == 1 and not _stands_behind(before, "goals", language)


def _is_goal(title: str, claim: Measure, goal: _Field, language: str) -> bool:
    """Whether a number stands where a goal stands: behind "to" or "under", at the beginning, or at a short end."""
    is_money = claim.unit in _MONEY and not goal.unit
    if is_hard(claim.unit, language) != is_hard(goal.unit, language) and not is_money:
        return False
    before = tokens(title[: claim.start])
    if len(before) <= _LONGEST_OPENING or _stands_behind(before, "goals", language):
        return True
    return len(before) <= _LONGEST_NAME and not title[claim.end :].strip(" .")


def _stands_behind(before: Sequence[Token], section: str, language: str) -> bool:
    return any(
        (phrase := match(before, at, _FILE, section, language)) and phrase.last == len(before)
        for at in range(max(0, len(before) - 3), len(before))
    )


def _band_words(key_result: KeyResult) -> str:
    return " to ".join(format_quantity(limit, key_result.unit) for limit in key_result.band or ())


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*")


@cache
def _quarter() -> re.Pattern[str]:
    """A quarter's label, whose digits are no numbers."""
    return re.compile(r"(?:(?:FY|CY)?(?:20)?\d\d[-/ ])?\bQ[1-4]\b(?:[ /-]20\d\d)?")
