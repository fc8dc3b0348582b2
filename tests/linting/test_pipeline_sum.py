"""The sum of a quarter's pipeline key results, for comparing two states of the files."""

from __future__ import annotations

import pytest

from okrlint.linting.pipeline_sum import pipeline_sum
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.model.quarter import Quarter
from okrlint.source.reader import read
from tests.planning.worked_example import PATH, WHOLE, near
from tests.rules.pipeline_plans import leads, quarter

Q3 = Quarter(2026, 3)


def _portfolio(files: dict[str, str]) -> Portfolio:
    return build_portfolio(read(text.encode(), path) for path, text in files.items())


def test_two_states_can_be_compared() -> None:
    """A target that was eased from 50% to 40% is 190 leads less, and par misses the need."""
    before, after = (pipeline_sum(_portfolio(quarter(leads(growth))), Q3) for growth in ("50%", "40%"))

    assert before is not None
    assert after is not None
    assert near(before.whole - after.whole, "190")
    assert before.at_par >= before.need > after.at_par


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({PATH: WHOLE}, id="no plan"),
        pytest.param(
            {path: text for path, text in quarter(leads("50%")).items() if path != PATH}, id="no pipeline file"
        ),
        pytest.param(
            quarter(leads("50%"), pipeline=WHOLE.replace("rate: 4%", "rate: 4")), id="numbers that cannot be used"
        ),
        pytest.param(quarter("title: Something else\ntarget: 5"), id="no pipeline key result"),
    ],
)
def test_where_there_is_no_sum(files: dict[str, str]) -> None:
    """Nothing is nothing, and not 0."""
    assert pipeline_sum(_portfolio(files), Q3) is None
