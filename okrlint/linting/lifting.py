"""Numbers of a title as fields, where the title leaves no doubt what they mean."""

from __future__ import annotations

from okrlint.linting.field_numbers import as_quantity, with_unit
from okrlint.linting.finding import Fix
from okrlint.linting.fixes import write_fields
from okrlint.linting.growth import growth_to
from okrlint.linting.wording.numbers import Measure, by_percent, direction, from_to, measures
from okrlint.linting.wording.pipeline import is_pipeline, names_conversion_rate
from okrlint.linting.wording.prose import readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, words
from okrlint.model.key_result import KeyResult
from okrlint.model.quantity import Quantity
from okrlint.tuples import NamedTuple

_WHOLE = 100


class Lifted(NamedTuple):
    """What a title says, as fields."""

    fields: dict[str, str]
    is_literal: bool = True
    """False where a number was worked out."""


def lift(key_result: KeyResult, language: str = LANGUAGE) -> Fix | None:
    """The fields that a title states, written; unsafe where a number is worked out. A closed plan is left as it is."""
    found = lifted(key_result, language) if key_result.plan.status != "closed" else None
    if found is None:
        return None
    return write_fields(key_result, found.fields, ("baseline", "metric", "title"), safe=found.is_literal)


def lifted(key_result: KeyResult, language: str = LANGUAGE) -> Lifted | None:
    """The fields that a title states by "from A to B", or by "by N%" over a baseline that is there.

    None where a field is there already or may be meant by a misspelt one, or where the numbers contradict the title's
    verb, each other or the type.
    """
    title = key_result.title or ""
    pair, share = from_to(title, language), by_percent(title, language)
    has_goal = any(key_result.raw.get(name) is not None for name in ("growth", "target", "milestones"))
    if has_goal or not key_result.raw.keys() <= set(key_result.FIELDS):
        return None
    if pair:
        return _from_to(key_result, *pair, language)
    return _by(key_result, share, language) if share and len(measures(title, language)) == 1 else None


def _from_to(key_result: KeyResult, first: Measure, second: Measure, language: str) -> Lifted | None:
    start, target = _quantities(key_result.title or "", first, second)
    if start is None or target is None or not _fits(key_result, language, rises=target.value > start.value):
        return None
    fields = {"baseline": start.text, "target": target.text}
    if key_result.raw.get("baseline") is not None:
        stated = key_result.baseline.value if key_result.baseline else None
        if stated is None or stated.value != start.value or stated.unit not in ("", start.unit):
            return None
        del fields["baseline"]
    if 0 < start.value < target.value and is_pipeline(key_result, language):
        del fields["target"]
        growth = growth_to(target.value, start.value, key_result.title or "", language)
        return Lifted({**fields, "growth": with_unit(growth, "%")}, is_literal=False)
    return Lifted(fields)


def _quantities(title: str, first: Measure, second: Measure) -> tuple[Quantity | None, Quantity | None]:
    """Both numbers as fields take them; a unit that only one has is that of both where they stand together.

    "From zero to one" is a way to say something else.
    """
    two_units = first.unit and second.unit and first.unit != second.unit
    if first.value == second.value or two_units or (first.value == 0 and second.value == 1):
        return None, None
    between = readable(title)[first.end : second.start].split()
    if first.unit != second.unit and len(between) > 1:
        return None, None
    unit = first.unit or second.unit
    return as_quantity(first, unit), as_quantity(second, unit)


def _by(key_result: KeyResult, share: Measure, language: str) -> Lifted | None:
    """A growth in percent; of a share it may as well mean points, so that is left alone."""
    start = key_result.baseline.value if key_result.baseline else None
    of_share = names_conversion_rate(f"{key_result.title} {key_result.metric or ''}", language)
    if start is None or start.value <= 0 or of_share or "%" in (start.unit, key_result.unit):
        return None
    rises = share.value > 0
    is_share = share.text.lower().endswith(("%", *words("numbers", "shares", language)))
    if not is_share or not share.value > -_WHOLE or not _fits(key_result, language, rises=rises):
        return None
    return Lifted({"growth": with_unit(share.value, "%")}) if _verb(key_result.title or "", language) else None


def _fits(key_result: KeyResult, language: str, *, rises: bool) -> bool:
    """Whether a direction is that of the stated type and of the verb that the title opens with."""
    verb = _verb(key_result.title or "", language)
    meant = "increase" if rises else "decrease"
    return (verb is None or verb == meant) and key_result.stated_type in (None, meant)


def _verb(title: str, language: str) -> str | None:
    """What the verb of a title says to do: `increase`, `decrease`, or nothing that can be told."""
    return direction(without_tags(readable(title)), language)
