"""Which key results are held against the pipeline plan, and last quarter's sums behind them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.linting.pipeline_measures import is_revenue, measure_of, open_plans_of, plans_of, promises_of, sum_before
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.reader import read
from tests.planning.worked_example import WHOLE
from tests.rules.pipeline_plans import PLAN_PATH, channel, leads, quarter

# fmt: off
MEASURES = [
    ("title: Increase leads by 35% vs. 2026-Q2\nbaseline: 1900\ngrowth: 35%", "leads"),
    ("title: Grow the number of MQLs from 1,900 to 2,565\nbaseline: 1900\ntarget: 2565", "leads"),
    ("title: Marketing-qualified leads +35%\nbaseline: 1900\ngrowth: 35%", "leads"),
    ("title: x\nmetric: Leads\nbaseline: 1900\ngrowth: 35%", "leads"),
    ("title: Increase leads from agencies by 35%\nbaseline: 1900\ngrowth: 35%", None),
    ("title: Increase partner leads by 35%\nbaseline: 1900\ngrowth: 35%", None),
    ("title: Increase trials by 35%\nbaseline: 1900\ngrowth: 35%", None),
    ("title: Lower the cost per lead by 10%\nbaseline: $40\ngrowth: -10%", None),
    ("title: More leads from search\nchannel: search\nbaseline: 380\ngrowth: 35%", "leads"),
    ("title: More website sessions from search\nchannel: search\nbaseline: 12600\ngrowth: 35%", "sessions"),
    ("title: More trials from search\nchannel: search\nbaseline: 90\ngrowth: 35%", None),
    ("title: Rank first for ten searches\nchannel: search\nbaseline: 2\ntarget: 10", None),
]
REVENUE = [
    ("title: Raise MRR from $100,000 to $115,763\nbaseline: $100,000\ntarget: $115,763", True),
    ("title: Grow annual recurring revenue by 15%\nbaseline: $1.2M\ngrowth: 15%", True),
    ("title: Win 103 customers\ntarget: 103", False),
    ("title: Raise net revenue retention to 101%\nbaseline: 98%\ntarget: 101%", False),
]
# fmt: on


def _portfolio(*key_results: str, pipeline: str = WHOLE) -> Portfolio:
    files = quarter(*key_results, pipeline=pipeline)
    return build_portfolio(read(text.encode(), path) for path, text in files.items())


@pytest.mark.parametrize(("fields", "measure"), MEASURES, ids=[row[0].split("\n")[0] for row in MEASURES])
def test_what_a_key_result_counts(fields: str, measure: str | None) -> None:
    """Leads of every kind, or the leads or sessions of its channel; a part of the leads is nothing to add up."""
    (key_result,) = _portfolio(fields).plans[0].key_results

    assert measure_of(key_result) == measure


@pytest.mark.parametrize(("fields", "expected"), REVENUE, ids=[row[0].split("\n")[0] for row in REVENUE])
def test_revenue(fields: str, expected: bool) -> None:
    """Recurring revenue by name; rates and customers are none."""
    (key_result,) = _portfolio(fields).plans[0].key_results

    assert is_revenue(key_result) is expected


@pytest.mark.parametrize(
    ("key_result", "total", "line"),
    [
        pytest.param(leads("35%"), 1900, 16, id="all leads"),
        pytest.param(channel("paid-search", "82%", 380), 380, 42, id="leads of a channel"),
        pytest.param(channel("paid-search", "82%", 12600, "sessions"), 12600, 41, id="sessions of a channel"),
        pytest.param(channel("webinars", "82%", 380), None, None, id="a channel that the file does not have"),
        pytest.param("title: More trials\nbaseline: 9\ngrowth: 5%", None, None, id="something else"),
    ],
)
def test_last_quarters_sum(key_result: str, total: int | None, line: int | None) -> None:
    """Three months added up, with the place where they stand."""
    portfolio = _portfolio(key_result)

    found = sum_before(portfolio.plans[0].key_results[0], portfolio)

    assert (None if found is None else found.value) == (None if total is None else Decimal(total))
    assert (None if found is None else found.location.span.start.line) == line


def test_a_month_that_is_missing_makes_no_sum() -> None:
    """Two months are no quarter."""
    portfolio = _portfolio(leads("35%"), pipeline=WHOLE.replace("  2026-05: 640\n", ""))

    assert sum_before(portfolio.plans[0].key_results[0], portfolio) is None


def test_plans_of_a_quarter() -> None:
    """By quarter, with and without those that are closed."""
    portfolio = _portfolio(leads("35%"))
    plan = portfolio.plans[0]

    assert plans_of(portfolio, plan.quarter) == open_plans_of(portfolio, plan.quarter) == (plan,)
    assert plans_of(portfolio, None) == ()
    assert plan.document.path == PLAN_PATH


def test_promises_keep_the_order_of_the_plans() -> None:
    """Only what can be added up is among them."""
    portfolio = _portfolio(leads("35%"), "title: Something else\ntarget: 5", channel("content", "20%", 285))

    assert [(found.counts, found.channel) for found in promises_of(portfolio.plans)] == [
        ("leads", None),
        ("leads", "content"),
    ]
