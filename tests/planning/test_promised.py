"""What key results add up to against the need."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.linting.pipeline_measures import promises_of
from okrlint.model.portfolio import build_portfolio
from okrlint.planning.promised import Promised, promised
from okrlint.source.reader import read
from tests.planning.worked_example import calculation, near
from tests.rules.pipeline_plans import channel, leads, quarter


def _promised(*key_results: str) -> Promised | None:
    portfolio = build_portfolio(read(text.encode(), path) for path, text in quarter(*key_results).items())
    return promised(promises_of(portfolio.plans), calculation())


@pytest.mark.parametrize(
    ("key_results", "whole", "at_par"),
    [
        pytest.param([leads("50%")], "2850", "2565", id="aspirational: 0.7 of the way at par"),
        pytest.param([leads("35%", "commitment: committed")], "2565", "2565", id="committed: all of it"),
        pytest.param([leads("20%"), leads("30%").replace("id: leads", "id: more")], "2470", "2299", id="the largest of two"),
        pytest.param([leads("50%"), channel("content", "20%", 285)], "2850", "2565", id="all leads include the channels"),
        pytest.param([channel("content", "20%", 285)], "1957", "1939.9", id="the other channels stay"),
        pytest.param([channel("content", "20%", 28000, "sessions")], "1957", "1939.9", id="sessions at the channel's rate"),
        pytest.param(["title: Reach 2,500 leads\ntarget: 2500"], "2500", "1750", id="a count from zero"),
    ],
)  # fmt: skip
def test_sums(key_results: list[str], whole: str, at_par: str) -> None:
    """Reached in full, and at par."""
    found = _promised(*key_results)

    assert found is not None
    assert near(found.need, "2564.0659")
    assert near(found.whole, whole)
    assert near(found.at_par, at_par)


def test_parts_name_their_channels() -> None:
    """Each channel is a part, with its key result where there is one."""
    found = _promised(channel("content", "20%", 285))

    assert found is not None
    assert [(part.name, part.promise is not None) for part in found.parts] == [
        ("Organic search", False), ("Content and social", True), ("Referral and direct", False),
        ("Paid search", False), ("Paid social", False),
    ]  # fmt: skip
    assert [kr.id for kr in found.key_results] == ["content"]


@pytest.mark.parametrize(
    "key_results",
    [
        pytest.param([], id="no key result"),
        pytest.param([leads("20%", baseline="160")], id="a number that is not the plan's"),
        pytest.param([channel("webinars", "20%", 285)], id="a channel that the plan does not have"),
        pytest.param([channel("content", "-5%", 285)], id="a decrease"),
    ],
)
def test_nothing_to_add_up(key_results: list[str]) -> None:
    """Where no key result can be set against the plan there is no sum, and not a sum of 0."""
    assert _promised(*key_results) is None


def test_the_need_can_be_met() -> None:
    """At par the stretch is just what is needed."""
    found = _promised(leads("49.9298%"))

    assert found is not None
    assert abs(found.at_par - found.need) < Decimal("0.01")
