"""Leads and revenue in one objective, with sales cycles of any length."""

from __future__ import annotations

import pytest

from tests.planning.worked_example import WHOLE
from tests.rules.conftest import Lint
from tests.rules.pipeline_plans import PLAN_PATH, leads, quarter

_RULE = "pipeline-lag"
_MRR = "title: Raise MRR from $100,000 to $115,763\nbaseline: $100,000\ntarget: $115,763\n"


def _with_cycle(cycle: str) -> dict[str, str]:
    return quarter(leads("35%"), _MRR, pipeline=WHOLE.replace("60 days", cycle))


@pytest.mark.parametrize(
    ("cycle", "moved"),
    [
        pytest.param("7 days", None, id="within the month"),
        pytest.param("30 days", None, id="a month: two of three are moved"),
        pytest.param("60 days", "only Sep 2026 is moved", id="two months"),
        pytest.param("90 days", "no month of 2026-Q3 is moved", id="the quarter"),
        pytest.param("8 months", "no month of 2026-Q3 is moved", id="longer than the quarter"),
    ],
)
def test_the_cycle_decides(cycle: str, moved: str | None, lint: Lint) -> None:
    """The longer the cycle, the fewer months of the quarter its own leads move."""
    found = f"{PLAN_PATH}:14:16 warning with a sales cycle of {cycle} {moved} by the leads of the same quarter"

    assert lint(_RULE, files=_with_cycle(cycle)) == ([] if moved is None else [found])


def test_the_limit_is_a_setting(lint: Lint) -> None:
    """Whoever wants to hear it only where no month is moved at all says 0."""
    assert lint(_RULE, files=_with_cycle("60 days"), options={"months": 0}) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("title: Raise net revenue retention from 98% to 101%\nbaseline: 98%\ntarget: 101%", id="a rate"),
        pytest.param("title: Raise revenue per account from $210 to $250\nunit: $ per account\nbaseline: 210\ntarget: 250", id="a price"),
        pytest.param("title: Answer in 4 hours\ntype: at-most\ntarget: 4 hours", id="something else"),
    ],
)  # fmt: skip
def test_what_is_no_revenue(other: str, lint: Lint) -> None:
    """Rates and prices beside leads are what keeps them honest."""
    assert lint(_RULE, files=quarter(leads("35%"), other)) == []


def test_two_objectives_are_apart(lint: Lint) -> None:
    """In an objective of its own, revenue is set against the leads of the quarter before."""
    second = "  - id: revenue\n    title: Live on what we earn\n    key_results:\n      - " + _MRR.replace(
        "\n", "\n        "
    )
    files = quarter(leads("35%"))
    files[PLAN_PATH] += second.rstrip() + "\n"

    assert lint(_RULE, files=files) == []
