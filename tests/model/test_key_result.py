"""What the model resolves into a key result."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from okrlint.model.portfolio import build_portfolio
from okrlint.model.scoring import score
from okrlint.source.reader import read
from tests.model.written_plans import key_result

COMPANY = """
    kind: company
    version: 1
    metrics:
      - {id: mrr, name: Revenue, cadence: monthly}
      - {id: leads, name: Leads, cadence: weekly}
      - {id: visits, name: Visits}
"""
HELD = """
    kind: plan
    version: 1
    team: marketing
    quarter: 2026-Q4
    objectives:
      - title: Spend with care
        key_results:
          - {title: Cost, type: at-most, target: 40, check_ins: {2026-10-30: 38, 2026-11-30: 39, 2026-12-30: 40}}
"""


@pytest.mark.parametrize(
    ("metric", "cadence"), [("mrr", "monthly"), ("leads", "weekly"), ("visits", "weekly"), ("Free words", "weekly")]
)
def test_the_cadence_is_the_metrics(metric: str, cadence: str) -> None:
    """A metric without one, or one that nobody registered, is read weekly."""
    assert key_result(f"metric: {metric}", company=COMPANY).cadence == cadence


@pytest.mark.parametrize(("cadence", "expected"), [("weekly", Decimal(3) / 13), ("monthly", Decimal(1))])
def test_the_cadence_of_the_run_is_for_the_rest(cadence: str, expected: Decimal) -> None:
    """Three check-ins are every month of a quarter, and few of its weeks: the score of a limit says so."""
    portfolio = build_portfolio([read(HELD.encode(), "okrs/2026-Q4/marketing.yaml")], cadence)
    (held,) = portfolio.plans[0].key_results

    assert held.cadence == cadence
    assert score(held, date(2026, 12, 31)).raw == expected
