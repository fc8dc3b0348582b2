"""What a shell completes from the plans of a repository: quick, silent, and only what can be typed as it is.

Each function has the form that click asks for. Whatever is wrong with the repository, the answer is an empty one: a
line that somebody types is no place for messages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio

_MOST_FILES = 150
"""Files that are read: the newest by their path. A shell waits for the answer."""

Completed = list[tuple[str, str]]
"""Words with what they mean."""
Complete = Callable[[object, object, str], list[str]]


def key_results(typed: str) -> Completed:
    """Addresses of open plans, or parts that one of them alone has, that begin with what was typed; with titles."""
    from okrlint.workspace.check_in_writing import open_key_results

    known = open_key_results(_portfolio())
    begun = typed.casefold()
    whole = [(found.address, found.name) for found in known if found.address.casefold().startswith(begun)]
    return _typeable(whole or [pair for found in known for pair in _short(found, known, begun)])


def _short(key_result: KeyResult, known: list[KeyResult], begun: str) -> list[tuple[str, str]]:
    from okrlint.model.naming import endings, named

    fitting = (part for part in endings(key_result) if part.startswith(begun) and named(known, part) == [key_result])
    return [(part, key_result.name) for part in fitting][:1]


def _silent(words: Callable[[Portfolio], Iterable[str]]) -> Complete:
    """A completion that has nothing to offer where the repository cannot be read."""

    @wraps(words)
    def complete(_context: object, _parameter: object, typed: str) -> list[str]:
        try:
            found = dict.fromkeys(words(_portfolio()))
        except Exception:  # noqa: BLE001  the line of a shell is no place for messages
            return []
        return [one for one, _ in _typeable((word, "") for word in found if word.startswith(typed))]

    return complete


@_silent
def plans(portfolio: Portfolio) -> Iterator[str]:
    """Plans as TEAM/QUARTER, the newest first."""
    return (plan.address for plan in reversed(portfolio.plans))


@_silent
def _addresses(portfolio: Portfolio) -> Iterator[str]:
    """Plans with what they hold, the newest first."""
    for plan in reversed(portfolio.plans):
        yield from plan.by_address


def addresses(context: object, parameter: object, typed: str) -> list[str]:
    """Plans, and the objectives and key results of one as soon as no other plan is meant."""
    found = _addresses(context, parameter, typed)
    known = [address for address in found if "#" not in address]
    return known if len(known) > 1 else found


@_silent
def teams(portfolio: Portfolio) -> Iterator[str]:
    """Teams, then their plans."""
    yield from (plan.team for plan in portfolio.plans if plan.team)
    yield from (plan.address for plan in reversed(portfolio.plans))


@_silent
def next_plans(portfolio: Portfolio) -> Iterator[str]:
    """The plan that each team would begin next."""
    newest: dict[str, Plan] = {plan.team: plan for plan in portfolio.plans if plan.team and plan.quarter}
    return (f"{team}/{plan.quarter.next().label}" for team, plan in newest.items() if plan.quarter is not None)


@_silent
def people(portfolio: Portfolio) -> Iterator[str]:
    """Ids of the company's people, else of whoever owns something."""
    known = portfolio.company.people if portfolio.company is not None else ()
    yield from (person.id for person in known if person.id)
    yield from (owner for plan in portfolio.plans for kr in plan.key_results for owner in kr.owners)


def rules(_context: object, _parameter: object, typed: str) -> list[str]:
    """Ids of rules, whatever the repository."""
    from okrlint.discovery import names

    return [name for name in names("okrlint.rules") if name.startswith(typed)]


def _portfolio() -> Portfolio:
    """The newest files, and the company file among them."""
    from okrlint.workspace.workspace import open_workspace

    workspace = open_workspace(Path.cwd())
    paths = workspace.paths()
    return workspace.load(paths[-_MOST_FILES:])


def _typeable(found: Iterable[tuple[str, str]]) -> Completed:
    """Those that mean themselves in every shell."""
    return [(word, help_) for word, help_ in found if re.fullmatch(r"[\w./#-]+", word)]
