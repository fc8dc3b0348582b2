"""Two states of a small plan, as text, and what lies between them."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from okrlint.history.change import Change
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.reader import read

PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
objectives:
  - id: demand
    title: Win the agencies
    owner: ana
    key_results:
      - id: leads
        title: Increase leads by 25%
        owner: ben
        baseline: 1000
        growth: 25%
        check_ins:
          2026-10-12: 1050
          2026-11-09: 1100
      - id: cost
        title: Keep the cost per lead at or under $40
        owner: ben
        type: at-most
        target: $40
"""
DAY = datetime.date(2026, 11, 15)
Compare = Callable[..., tuple[Change, ...]]


def portfolio(text: str, path: str = "okrs/2026-Q4/marketing.yaml") -> Portfolio:
    """A portfolio of one file."""
    return build_portfolio([read(text.encode(), path)])
