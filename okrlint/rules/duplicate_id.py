"""One id stands for two things.

Ids are how a key result is found again: in its history, in the plans of other teams, in last quarter's
numbers. With an id twice, every reference to it means the first and the second is lost. Two plans of one
team for one quarter are the same mistake one size larger.

When to ignore: never.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.notes import Noted, Notes
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.pipeline import Pipeline
from okrlint.model.plan import Plan

_T = TypeVar("_T")


def note(plan: Plan, context: Context) -> tuple[str | None, bool]:
    """The team of a plan that may be there twice, and whether there are ids in it that are."""
    return plan.team if plan.quarter else None, next(_inside(plan), None) is not None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Look for files, and for ids inside each file, that stand for the same."""
    yield from _files(notes)
    for noted in notes:
        if noted.value[1]:
            yield from _inside(notes.plan(noted))
    for company in notes.portfolio.companies:
        for kind, items in _lists(company):
            yield from _ids(items, kind)
    for pipeline in notes.portfolio.pipelines:
        yield from _ids(pipeline.channels, "channel")


def _inside(plan: Plan) -> Iterator[Problem]:
    yield from _ids(plan.objectives, "objective")
    for objective in plan.objectives:
        yield from _ids(objective.key_results, "key result of this objective")


def _lists(company: Company) -> tuple[tuple[str, tuple[Located, ...]], ...]:
    return ("priority", company.priorities), ("person", company.people), ("metric", company.metrics)


def _repeated(keyed: Iterable[tuple[Hashable, _T]]) -> Iterator[tuple[_T, _T]]:
    """Each thing whose key was there before, with the first of that key; a key of None is none."""
    first: dict[Hashable, _T] = {}
    for key, thing in keyed:
        if key is not None and first.setdefault(key, thing) is not thing:
            yield first[key], thing


def _ids(items: Iterable[Located], kind: str) -> Iterator[Problem]:
    for first, again in _repeated((item.raw.get("id"), item) for item in items if _has_id(item)):
        found = again.raw["id"]
        yield Problem(
            again.at("id"),
            f"another {kind} has the id {quoted(found)} already",
            "give the newer one an id of its own",
            related=(Related(first.at("id"), "first used here"),),
            address=again.address if isinstance(again, (Objective, KeyResult)) else "",
        )


def _has_id(item: Located) -> bool:
    return isinstance(item.raw.get("id"), str)


def _files(notes: Notes) -> Iterator[Problem]:
    for one, noted in _repeated((_plan_key(noted), noted) for noted in notes):
        first, plan = notes.plan(one), notes.plan(noted)
        message = f"{plan.team} has another plan for {plan.quarter_text}"
        yield _second_file(plan, first, message, "merge the two plans, or correct the team or the quarter")
    for former, pipeline in _repeated((file.quarter, file) for file in notes.portfolio.pipelines):
        message = f"there is another pipeline file for {pipeline.quarter_text}"
        yield _second_file(pipeline, former, message, "keep one of the two, or correct the quarter")
    companies = notes.portfolio.companies
    for company in companies[1:]:
        message = "there is another company file"
        yield _second_file(company, companies[0], message, "keep one of the two")


def _plan_key(noted: Noted) -> Hashable:
    return (noted.value[0], noted.order[0]) if noted.value[0] else None


def _second_file(again: Plan | Pipeline | Company, first: Located, message: str, hint: str) -> Problem:
    return Problem(again.at(), message, hint, (Related(first.at(), "the first one"),), again.address)


RULE = Rule(
    id="duplicate-id",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    note=note,
    bad=(
        Example(
            """
key_results:
  - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
  - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
  - id: leads  # <- has the id "leads" already
    title: Raise the referral share to 12%
    owner: ana
    baseline: 8%
    target: 12%
""",
            at="objective",
        ),
        Example(
            """
metrics:
  - id: mrr
    name: Monthly recurring revenue
  - id: leads
    name: Leads
  - id: cost-per-lead
    name: Cost per lead
  - id: leads  # <- another metric has the id "leads" already
    name: Marketing-qualified leads
""",
            at="company",
        ),
    ),
    good=(
        Example(
            """
key_results:
  - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
  - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
  - {id: demand, title: Raise the referral share to 12%, owner: ana, baseline: 8%, target: 12%}
""",
            at="objective",
        ),
    ),
)
