"""Numbers of a title as fields, where nobody can mean anything else by them: "from 12% to 18%", "by 25%", "to $40"."""

from __future__ import annotations

import re
from typing import Any

from okrlint.exchange.values import number_or_text
from okrlint.linting.field_numbers import as_quantity, with_unit
from okrlint.linting.wording.numbers import Measure, by_percent, direction, from_to, measures
from okrlint.linting.wording.phrases import match, tokens
from okrlint.linting.wording.pipeline import names_conversion_rate
from okrlint.linting.wording.placeholders import slots
from okrlint.linting.wording.prose import MOST_READ, readable, without_tags
from okrlint.linting.wording.words import words
from okrlint.model.quantity import parse_quantity

_GOALS = ("growth", "target", "milestones", "type")
_MONEY = ("$", "€", "£", "¥", "USD", "EUR", "GBP", "CHF")
_WHOLE = 100
_THOUSAND = 1000
_LEAST = {"at least", "or over", "above"}
_MOST = {"at most", "no more than", "not more than", "under", "below", "fewer than", "less than", "or under"}
_CHANGE = re.compile(
    r"\s*(?:more|less|fewer|higher|lower|better|faster|growth|increase|decrease|reduction|improvement|uplift|mehr|weniger)\b",
    re.IGNORECASE,
)
"""Words behind a share that make it one of what was there before, not a level."""


def lift(fields: dict[str, Any], language: str) -> dict[str, Any]:
    """The fields that the title of a key result states; none where it has a goal already, or leaves doubt."""
    title = str(fields.get("title", ""))[:MOST_READ]
    if slots(title, language):
        return {}
    if any(fields.get(name) is not None for name in _GOALS):
        return _beside_target(title, fields, language)
    pair = from_to(title, language)
    found = pair or measures(without_tags(readable(title)), language)
    if any(map(_may_be_thousands, found)):
        return {}
    if pair:
        return _pair(title, *pair) if "baseline" not in fields else {}
    return _single(title, found[0], str(fields.get("metric", "")), language) if len(found) == 1 else {}


def _single(title: str, measure: Measure, metric: str, language: str) -> dict[str, Any]:
    """What the only number of a title says: by how much, or where to."""
    share = by_percent(title, language)
    if share:
        return _growth(title, share, metric, language)
    return _level(without_tags(readable(title)), measure, language)


def _may_be_thousands(measure: Measure) -> bool:
    """Whether a number may be a thousand times itself: 1.900, read as English where a German wrote it."""
    return re.search(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.])", measure.text) is not None and measure.value < _THOUSAND


def _beside_target(title: str, fields: dict[str, Any], language: str) -> dict[str, Any]:
    """Where a target is there already, the baseline of the same pair, or else the way that the title wants it to go."""
    if fields.get("target") is None or any(fields.get(name) is not None for name in ("baseline", "growth", "type")):
        return {}
    pair = from_to(title, language)
    if pair:
        lifted = _pair(title, *pair)
        target = parse_quantity(fields["target"]).value
        return {"baseline": lifted["baseline"]} if lifted and pair[1].value == target else {}
    falls = direction(without_tags(readable(title)), language) == "decrease"
    return {"type": "decrease"} if falls else {}


def _pair(title: str, first: Measure, second: Measure) -> dict[str, Any]:
    two_units = first.unit and second.unit and first.unit != second.unit
    if two_units or first.value == second.value or (first.value == 0 and second.value == 1):
        return {}
    between = readable(title)[first.end : second.start].split()
    if first.unit != second.unit and len(between) > 1:
        return {}
    unit = first.unit or second.unit
    start, target = as_quantity(first, unit), as_quantity(second, unit)
    if start is None or target is None:
        return {}
    return {"baseline": number_or_text(start.text), "target": number_or_text(target.text)}


def _growth(title: str, share: Measure, metric: str, language: str) -> dict[str, Any]:
    """A change in percent behind a verb that says where to; of a rate it may as well mean points."""
    verb = direction(without_tags(readable(title)), language)
    meant = "increase" if share.value > 0 else "decrease"
    is_share = share.text.lower().endswith(("%", *words("numbers", "shares", language)))
    if verb != meant or not is_share or share.value <= -_WHOLE or names_conversion_rate(f"{title} {metric}", language):
        return {}
    return {"growth": with_unit(share.value, "%")}


def _level(prose: str, measure: Measure, language: str) -> dict[str, Any]:
    """The one number of a title where a goal stands: at the beginning, behind its verb, or behind "to" or "below"."""
    quantity = as_quantity(measure, measure.unit)
    if quantity is None or (measure.text.isalpha() and measure.value == 1):
        return {}
    before = [token.word for token in tokens(prose[: measure.start])]
    limit = _words_before(prose, measure, language)
    if limit is not None:
        kind = "at-least" if limit in _LEAST else "at-most" if limit in _MOST else direction(prose, language)
        return {**({"type": kind} if kind else {}), "target": number_or_text(quantity.text)}
    is_plain = measure.unit in ("", "%", *_MONEY)
    aside = before and before[-1] in words("title_numbers", "conditions", language)
    aside = aside or (measure.unit == "%" and _CHANGE.match(prose, measure.end) is not None)
    if is_plain and not aside and len(before) <= 1 and prose[measure.end :].strip():
        return {"target": number_or_text(quantity.text)}
    return {}


def _words_before(prose: str, measure: Measure, language: str) -> str | None:
    """The words of a goal that stand right in front of a number with a hard unit."""
    found = tokens(prose[: measure.start])
    if measure.unit not in ("%", *_MONEY):
        return None
    for at in range(max(0, len(found) - 3), len(found)):
        phrase = match(found, at, "title_numbers", "goals", language)
        if phrase and phrase.last == len(found):
            return " ".join(token.word for token in found[at:])
    return None
