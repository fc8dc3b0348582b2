"""R22: a file takes the same work among many as among few; docs/benchmarks.md has the times."""

from __future__ import annotations

import cProfile
import pstats
from datetime import date

from okrlint.discovery import discover
from okrlint.linting.run import run as run_rules
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read
from tests.bars.conftest import Figure, Size
from tests.benchmarks.corpus import plan

_MOST = 1.1
"""Calls a file among many, against among few."""


def test_work_grows_with_the_number_of_files(size: Size, figure: Figure) -> None:
    """A file of a larger corpus needs as many calls of functions as one of a smaller: counted, so never by chance."""
    counts = (64, 2_000) if size.full else (16, 64)
    few, many = (_calls_a_file(count) for count in counts)
    figure(f"{few:,.0f} calls a file among {counts[0]:,}, {many:,.0f} among {counts[1]:,}")
    assert many <= _MOST * few


def _calls_a_file(count: int) -> float:
    rules = discover("okrlint.rules", "RULE")
    documents = [read(plan(index, count).encode(), f"okrs/{index:04}.yaml") for index in range(count)]
    profile = cProfile.Profile()
    profile.enable()
    run_rules(build_portfolio(documents), rules, Settings(), None, date(2026, 11, 15))
    profile.disable()
    calls: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]  # typeshed does not know it
    return calls / count
