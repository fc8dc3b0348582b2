"""Pay, promotion or personal reviews are tied to OKRs.

People who are paid by the score set targets that they are sure to reach and are tempted to shade the figures;
the plan then says little about the business. So OKRs stay apart from bonuses and reviews, and a goal that is
missed is something to learn from. A field such as `bonus` is enough; in text a word for pay, a linking verb and
a word for OKRs must come together with no negation on the link. A bonus feature, paid search or a seed round to
raise are none of it.

When to ignore: when the sentence is about a product that customers use for their own pay.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.compensation import (
    has_own_pay,
    is_pay_field,
    is_sign_of_okrs,
    is_sign_of_pay,
    may_have_pay_field,
    pay_link,
)
from okrlint.linting.wording.file_texts import TEXT_FIELDS, Text, file_texts, path_of, telling
from okrlint.linting.wording.place import address_at, keys_of, place_in
from okrlint.linting.wording.prose import quoted
from okrlint.model.okr_file import OkrFile
from okrlint.records import Record
from okrlint.source.span import Location

_HINT = "take it out: people who are paid by the score set easy targets"


class Options(Record):
    """What pay is, and what it is not."""

    words: tuple[str, ...] = ()
    """Further words for pay, promotion or reviews of people."""
    allow: tuple[str, ...] = ()
    """Phrases that are about something else, such as the name of a product."""


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Look at the names of all fields, and at every text for people."""
    language = context.language
    if telling(file_texts(file).keys, is_pay_field, language) and may_have_pay_field(file.document.text.text, language):
        yield from _fields(file, language)
    yield from _texts(file, context)


def _fields(file: OkrFile, language: str) -> Iterator[Problem]:
    for path in keys_of(file.document.data):
        if is_pay_field(str(path[-1]), language):
            place = Location(file.path, file.document.key_span(path))
            message = f"the field `{path[-1]}` ties pay to OKRs"
            yield Problem(place, message, _HINT, address=address_at(file, path))


def _texts(file: OkrFile, context: Context) -> Iterator[Problem]:
    for entry in _suspects(file, context):
        field, text, _ = entry
        found = pay_link(context.heard(text), context.language)
        if found:
            path = path_of(entry)
            place = place_in(file.document, path, found.start, found.end)
            message = f"{quoted(found.text)} in `{field}` ties pay to OKRs"
            yield Problem(place, message, _HINT, address=address_at(file, path))


def _suspects(file: OkrFile, context: Context) -> list[Text]:
    """The texts worth reading: those with a word that may be about pay and one that may be about OKRs."""
    found = file_texts(file)
    if context.options.allow or has_own_pay(context.language):
        return [entry for entry in found.texts if entry[0] in TEXT_FIELDS]
    pay = telling(found.words, is_sign_of_pay, context.language)
    okrs = telling(found.words, is_sign_of_okrs, context.language) if pay else pay
    if not okrs:
        return []
    about_pay = [e for e in found.texts if e[0] in TEXT_FIELDS and any(map(e[1].__contains__, pay))]
    return [entry for entry in about_pay if any(map(entry[1].__contains__, okrs))]


RULE = Rule(
    id="compensation-link",
    group="compensation",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    own_words="compensation/pay",
    bad=(
        Example(
            """
note: Scoring 0.7 unlocks the quarterly bonus  # <- "unlocks the quarterly bonus" in `note` ties pay to OKRs
"""
        ),
        Example(
            """
bonus_weight: 20%  # <- the field `bonus_weight` ties pay to OKRs
"""
        ),
    ),
    good=(
        Example(
            """
note: OKR scores play no part in pay
"""
        ),
        Example(
            """
title: Increase leads for the bonus feature by 25% while paid search stays flat
"""
        ),
    ),
)
