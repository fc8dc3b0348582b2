"""A conversion rate is to rise, and nobody watches the volume that it is a rate of.

The easiest way to a better rate is to let fewer people in: half the trials, twice the conversion, and the
same number of customers. A key result on the volume, in the plan of any team for the same quarter, or the
volume as `guard` keeps the rate honest.

When to ignore: when the volume is watched outside these plans.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from okrlint.linting.finding import Problem, Severity
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
from okrlint.model.portfolio import Portfolio


def check(portfolio: Portfolio, context: Context) -> Iterator[Problem]:
    """Look for conversion rates in quarters without any volume."""
    watched = {_period(plan) for plan in portfolio.plans if _has_volume(plan, context.language)}
    for plan in portfolio.plans:
        if _period(plan) not in watched:
            yield from _rates(plan, context.language)


def _period(plan: Plan) -> Hashable:
    """The quarter; a plan without a readable one stands alone."""
    return plan.quarter or plan.document.path


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
