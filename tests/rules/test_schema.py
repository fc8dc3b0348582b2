"""Values of the wrong kind, with the address of what they belong to."""

from __future__ import annotations

from collections.abc import Callable

from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.rules.schema import RULE
from okrlint.source.reader import read

Lint = Callable[..., list[str]]

PLAN = """objectives:
  - id: demand
    title: Win agencies
    key_results:
      - id: leads
        title: Win 5 deals
        target: many
"""


def test_the_value_is_the_place(lint: Lint) -> None:
    """A value that cannot be read is pointed at."""
    assert lint("schema", PLAN) == [
        "11:17 error `target` of key result `leads` is not a number that can be read: `many`"
    ]


def test_a_missing_field_is_told_at_what_lacks_it(lint: Lint) -> None:
    """There is no value to point at, so the object is the place."""
    found = lint("schema", files={"okrs/2026-Q4/a.yaml": "kind: plan\nversion: 1\nquarter: 2026-Q4\n"})

    assert [line.partition(" ")[2] for line in found] == ["error the plan has no `team`"]


def test_the_address() -> None:
    """The finding names the key result that it is about."""
    text = f"kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\n{PLAN}"
    portfolio = build_portfolio([read(text.encode(), "okrs/2026-Q4/marketing.yaml")])

    assert [finding.address for finding in run(portfolio, (RULE,), Settings()).findings] == [
        "marketing/2026-Q4#demand.leads"
    ]
