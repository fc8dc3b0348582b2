"""What was found and noted survives being kept as text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest

from okrlint.discovery import discover
from okrlint.linting.judged_data import judged_data, judged_of
from okrlint.linting.judging import Active, Judged, judge_units
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.reader import read
from tests.linting.webs import web

RULES = discover("okrlint.rules", "RULE")


def _kept(portfolio: Portfolio, active: Sequence[Active]) -> Iterator[Judged]:
    """Every unit after it was written down and read again."""
    for judged in judge_units(portfolio, portfolio.units(), active):
        yield judged_of(json.loads(json.dumps(judged_data(judged))))


@pytest.mark.parametrize("seed", range(4))
def test_a_run_over_kept_units_is_the_run(seed: int) -> None:
    """Rules that compare plans make the same of their notes, and findings keep places, words and fixes."""
    portfolio = build_portfolio(read(text.encode(), path) for path, text in web(seed).items())
    settings = Settings(preset="all")

    assert run(portfolio, RULES, settings, first_half=_kept) == run(portfolio, RULES, settings)
