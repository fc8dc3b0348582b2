"""One person owns more key results in a quarter than anybody can look after.

Who owns a key result enters its numbers, asks for help and says what is tried next, every week. With six of
them the urgent ones win and the others are read aloud. Key results of every team count together, because the
person is the same; drafts, dropped ones and closed plans do not. A company of one person has nobody to hand
anything to and hears nothing.

When to ignore: when a founder owns what nobody has been hired for yet; the reason then says until when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import ClassVar

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.notes import Noted, Notes
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.placeholders import is_slot
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.records import Record

_MOST_RELATED, _MOST_NAMED = 10, 3


class Options(Record):
    """The limit."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"max": (1, None)}

    max: int = 5
    """Most key results that one person may own in a quarter, over all teams."""


def note(plan: Plan, context: Context) -> dict[str, int] | None:
    """How many key results each person owns in a plan that is not closed."""
    company = context.company
    if plan.status == "closed" or (company is not None and len(company.people) == 1):
        return None
    counts = Counter(person for _, person in _owned(plan, company))
    slots = {person for person in counts if not _is_person(person, company) and is_slot(person, context.language)}
    return {person: count for person, count in counts.items() if person not in slots} or None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Count the key results of every person, quarter by quarter."""
    for _, found in groupby(notes, _period):
        quarter = tuple(found)
        counts = sum((Counter(noted.value) for noted in quarter), Counter())
        loaded = {person for person, count in counts.items() if count > context.options.max}
        plans = (notes.plan(noted) for noted in quarter if not loaded.isdisjoint(noted.value))
        for person, owned in _by_person(plans, context.company, loaded).items():
            yield _too_many(person, owned, context.options.max)


def _by_person(plans: Iterable[Plan], company: Company | None, people: set[str]) -> dict[str, list[KeyResult]]:
    found: dict[str, list[KeyResult]] = {}
    for plan in plans:
        for key_result, person in _owned(plan, company):
            if person in people:
                found.setdefault(person, []).append(key_result)
    return found


def _period(noted: Noted) -> str:
    """The first day of the quarter; a plan without a readable one stands alone."""
    return noted.order[0] or noted.path


def _owned(plan: Plan, company: Company | None) -> Iterator[tuple[KeyResult, str]]:
    for key_result in plan.counted_key_results:
        for person in key_result.owners:
            if person != plan.team or _is_person(person, company):
                yield key_result, person


def _is_person(person_id: str, company: Company | None) -> bool:
    return company is not None and company.person(person_id) is not None


def _too_many(person: str, owned: list[KeyResult], limit: int) -> Problem:
    first, *others = owned
    plan = first.plan
    where = f" in {plan.quarter_text}" if plan.quarter is not None else ""
    teams = sorted({key_result.plan.team or "" for key_result in owned} - {""})
    spread = f", in the plans of {_listed(teams)}" if len(teams) > 1 else ""
    return Problem(
        first.at("owner"),
        f"{person} owns {len(owned)} key results{where}{spread}; the limit is {limit}",
        f"hand {_at_least(len(owned) - limit)} to somebody else, or leave out what matters least",
        tuple(Related(kr.at("owner"), f"owns {quoted(kr.name)} too") for kr in others[:_MOST_RELATED]),
        first.address,
    )


def _listed(teams: list[str]) -> str:
    more = len(teams) - _MOST_NAMED
    return " and ".join((*teams[:_MOST_NAMED], f"{more} more")) if more > 0 else " and ".join(teams)


def _at_least(number: int) -> str:
    return "one" if number == 1 else str(number)


RULE = Rule(
    id="owner-overload",
    group="people",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    note=note,
    options=Options,
    bad=(
        Example(
            """
key_results:
  - id: leads
    title: Increase leads by 25%
    owner: ben  # <- ben owns 6 key results in 2026-Q4; the limit is 5
    baseline: 1881
    growth: 25%
  - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
  - {id: referrals, title: Raise the referral share to 12%, owner: ben, baseline: 8%, target: 12%}
  - {id: partners, title: Raise certified partners to 12, owner: ben, baseline: 8, target: 12}
""",
            at="objective",
        ),
    ),
    good=(
        Example(
            """
key_results:
  - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
  - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
  - {id: referrals, title: Raise the referral share to 12%, owner: ben, baseline: 8%, target: 12%}
  - {id: partners, title: Raise certified partners to 12, owner: chloe, baseline: 8, target: 12}
""",
            at="objective",
        ),
    ),
)
