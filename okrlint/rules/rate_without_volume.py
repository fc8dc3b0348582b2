"""A conversion rate is to rise, and nobody watches the volume that it is a rate of.

The easiest way to a better rate is to let fewer people in: half the trials, twice the conversion, and the
same number of customers. A key result on the volume, in the plan of any team for the same quarter, or the
volume as `guard` keeps the rate honest.

When to ignore: when the volume is watched outside these plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.notes import Noted, Notes
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.pipeline import (
    is_rate,
    measured_text,
    names_conversion_rate,
    names_outcome,
    names_pipeline_metric,
)
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan

_VOLUME, _RATES = "volume", "rates"


def note(plan: Plan, context: Context) -> str | None:
    """Whether a plan has a volume, or else conversion rates."""
    if _has_volume(plan, context.language):
        return _VOLUME
    return _RATES if next(_rates(plan, context.language), None) is not None else None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Look for conversion rates in quarters without any volume."""
    watched = {_period(noted) for noted in notes if noted.value == _VOLUME}
    for noted in notes:
        if _period(noted) not in watched:
            yield from _rates(notes.plan(noted), context.language)


def _period(noted: Noted) -> str:
    """The first day of the quarter; a plan without a readable one stands alone."""
    return noted.order[0] or noted.path


def _rates(plan: Plan, language: str) -> Iterator[Problem]:
    for key_result in plan.counted_key_results:
        if _is_conversion(key_result, language) and not _guards_volume(key_result, language):
            yield Problem(
                key_result.at(),
                f"{quoted(key_result.name)} is a conversion rate, and no volume stands beside it",
                "a rate rises when fewer come: add a key result on the volume, or name it as `guard`",
                address=key_result.address,
            )


def _has_volume(plan: Plan, language: str) -> bool:
    return any(_is_volume(key_result, language) for key_result in plan.counted_key_results)


def _is_conversion(key_result: KeyResult, language: str) -> bool:
    texts = (measured_text(key_result), key_result.title or "")
    return key_result.unit == "%" and any(names_conversion_rate(text, language) for text in texts)


def _is_volume(key_result: KeyResult, language: str) -> bool:
    registered = key_result.registered
    if registered is not None and registered.category is not None:
        return registered.category in ("pipeline", "revenue") and not is_rate(key_result)
    text = measured_text(key_result)
    return not is_rate(key_result) and (names_pipeline_metric(text, language) or names_outcome(text, language))


def _guards_volume(key_result: KeyResult, language: str) -> bool:
    guard, company = key_result.guard, key_result.plan.company
    if guard is None:
        return False
    registered = company.metric(guard) if company is not None else None
    if registered is not None and registered.category is not None:
        return registered.category in ("pipeline", "revenue")
    return names_pipeline_metric(guard, language) or names_outcome(guard, language)


_RATE = """
key_results:
  - id: conversion
    title: Raise the trial-to-paid rate from 9% to 12%{mark}
    owner: ben
    baseline: 9%
    target: 12%
  - {{id: nps, title: Raise the net promoter score to 40, owner: ana, baseline: 31, target: 40}}
  - {third}
"""

RULE = Rule(
    id="rate-without-volume",
    group="pipeline growth",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    note=note,
    bad=(
        Example(
            _RATE.format(
                mark="  # <- is a conversion rate, and no volume stands beside it",
                third="{id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60}",
            ),
            at="objective",
        ),
    ),
    good=(
        Example(
            _RATE.format(
                mark="",
                third="{id: trials, title: Increase trials by 10%, owner: ben, baseline: 640, growth: 10%}",
            ),
            at="objective",
        ),
    ),
)
