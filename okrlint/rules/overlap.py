"""Two teams hold the same key result in one quarter, and neither says so of the other.

Both may be right, but then they share one number: whose work moved it, who asks for help when it stands still,
and who counts it in the report of the company? `shared_with` on one of them, with the address of the other, says
that they have talked. The same registered metric is a warning; nearly the same words with the same numbers are a
question. An objective that supports the other one counts as said, and so do different channels of one metric.
Closed plans are history.

When to ignore: when one of the two is about to be handed over to the other team.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.notes import Notes
from okrlint.linting.overlaps import Holding, Overlap, holding, same_metric, same_words
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan

_Key = tuple[str, int, int]
"""The path of a plan and the positions of an objective and a key result."""


def note(plan: Plan, context: Context) -> tuple[Holding, ...] | None:
    """The key results of a plan that is not closed, as far as others may hold them too."""
    if plan.status == "closed" or plan.quarter is None or not plan.team:
        return None
    path = plan.document.path
    return tuple(holding(kr, (path, kr.objective.number, kr.number)) for kr in plan.counted_key_results) or None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Compare the plans of each quarter that several teams are in."""
    for _, quarter in groupby(notes, lambda noted: noted.order[0]):
        holdings = [Holding(*held) for noted in quarter for held in noted.value]
        yield from _same_metric(holdings, notes)
        yield from _same_words(holdings, notes, context.language)


def _key_results(overlap: Overlap, notes: Notes) -> Iterator[tuple[KeyResult, KeyResult]]:
    """The pairs whose teams do not know of one another."""
    for first, other in overlap.unaware():
        yield _key_result(first, notes), _key_result(other, notes)


def _key_result(key: _Key, notes: Notes) -> KeyResult:
    path, objective, number = key
    return notes.portfolio.plan_at(path).objectives[objective - 1].key_results[number - 1]


def _same_metric(holdings: Iterable[Holding], notes: Notes) -> Iterator[Problem]:
    for overlap in same_metric(holdings):
        for first, other in _key_results(overlap, notes):
            metric = other.registered
            what = quoted((metric.name if metric is not None else None) or other.metric or "")
            message = f"{first.plan.team} and {other.plan.team} both hold the metric {what}"
            yield _problem(first, other, "metric", message)


def _same_words(holdings: Iterable[Holding], notes: Notes, language: str) -> Iterator[Problem]:
    """Two registered metrics are two things, whatever their titles say."""
    for overlap in same_words(holdings, language):
        for first, other in _key_results(overlap, notes):
            if first.registered is None or other.registered is None:
                message = f"{first.plan.team} promises the same in nearly the same words: {quoted(first.name)}"
                yield _problem(first, other, "title", message, Severity.INFO)


def _problem(first: KeyResult, other: KeyResult, field: str, message: str, severity: Severity | None = None) -> Problem:
    return Problem(
        other.at(field),
        f"{message}, and neither names the other",
        f"agree who moves which part of it, and add `shared_with: {first.address}`",
        (Related(first.at(field), f"the one of {first.plan.team}"),),
        other.address,
        severity=severity,
    )


_PRODUCT = "okrs/2026-Q4/product.yaml"
_OTHER_TEAM = """
kind: plan
version: 1
team: product
quarter: 2026-Q4
objectives:
  - id: trials
    title: A first hour that makes people stay
    owner: chloe
    supports: self-serve
    key_results:
      - id: {id}
        title: {title}
        owner: chloe
        {metric}
        baseline: 1881
        growth: 25%
      - {{id: setup, title: Cut set-up from 26 to 18 hours, owner: chloe, baseline: 26 hours, target: 18 hours}}
      - {{id: stay, title: Raise trials that last a week to 60%, owner: chloe, baseline: 48%, target: 60%}}
"""
_SHARED = """metric: leads
        shared_with: marketing/2026-Q4#demand.leads"""


def _product(key_result_id: str, title: str, metric: str) -> dict[str, str]:
    return {_PRODUCT: _OTHER_TEAM.format(id=key_result_id, title=title, metric=metric)}


RULE = Rule(
    id="overlap",
    group="alignment",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    note=note,
    bad=(
        Example(
            "metric: leads",
            files=_product(
                "leads",
                "Increase leads from the product by 25%",
                'metric: leads  # <- marketing and product both hold the metric "Leads"',
            ),
        ),
        Example(
            "title: Increase trial sign-ups by 25% vs. 2026-Q3",
            without=("metric",),
            files=_product(
                "sign-ups",
                "Grow the trial sign-ups by 25%  # <- marketing promises the same in nearly the same words",
                "metric: Trial sign-ups from inside the product",
            ),
        ),
    ),
    good=(
        Example("metric: leads", files=_product("leads", "Increase leads from the product by 25%", _SHARED)),
        Example(
            "channel: search",
            files=_product("leads", "Increase leads by 25%", "metric: leads\n        channel: social"),
        ),
    ),
)
