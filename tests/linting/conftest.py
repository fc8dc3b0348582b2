"""Small rules and portfolios for the tests of the machine, so that no real rule can disturb them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Rule
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.reader import read


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Complain about every key result whose title begins with Bad."""
    for key_result in plan.key_results:
        if (key_result.title or "").startswith("Bad"):
            message = f"bad under {context.preset}"
            yield Problem(key_result.at("title"), message, "mend it", address=key_result.address)


@pytest.fixture
def bad_title() -> Rule:
    """A rule that finds key results whose title begins with Bad."""
    return Rule(id="bad-title", group="wording", severity=Severity.WARNING, since="0.1.0", check=check, bad=(), good=())


@pytest.fixture
def portfolio_of() -> Callable[..., Portfolio]:
    """Build a portfolio of plans from text by path."""

    def build(**files: str) -> Portfolio:
        return build_portfolio(read(text.encode(), f"okrs/2026-Q4/{name}.yaml") for name, text in files.items())

    return build
