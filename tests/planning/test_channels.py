"""The channels of the worked example before and after rebalancing, and water-filling at its edges."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.planning.calculation import Calculation
from okrlint.planning.channels import fill
from tests.planning.worked_example import calculation, inputs, near

# fmt: off
BEFORE = {  # rate in percent, share in percent, leads
    "organic-search": ("1.3333", "40", "1025.6264"), "content": ("1.0179", "15", "384.6099"),
    "referral": ("2.2800", "15", "384.6099"), "paid-search": ("3.0159", "20", "512.8132"),
    "paid-social": ("1.2102", "10", "256.4066"),
}
SESSIONS_BEFORE = ("76921.9763", "37786.2339", "16868.8544", "17003.8053", "21187.2812")
AFTER = {  # leads, share in percent, growth in percent, sessions, cost
    "organic-search": ("874.0000", "34.0865", "15.0000", "65550.0000", "0"),
    "content": ("342.0000", "13.3382", "20.0000", "33600.0000", "0"),
    "referral": ("313.5000", "12.2267", "10.0000", "13750.0000", "0"),
    "paid-search": ("689.7106", "26.8991", "81.5028", "22869.3509", "96051.2739"),
    "paid-social": ("344.8553", "13.4495", "81.5028", "28495.9373", "45593.4996"),
}
# fmt: on


def _with_paid_cap(cap: str | None) -> Calculation:
    given = inputs()
    cap_or_none = None if cap is None else Decimal(cap)
    channels = (c._replace(cap=cap_or_none) if c.kind == "paid" else c for c in given.channels)
    return Calculation(inputs=given.changed(channels=tuple(channels)))


def test_the_split_by_last_quarters_shares() -> None:
    """Pooled rate, share and leads of each channel, and the sessions that they take."""
    for row, sessions in zip(calculation().channels, SESSIONS_BEFORE, strict=True):
        rate, share, leads = BEFORE[row.channel.id]
        assert row.channel.rate is not None
        assert near(row.channel.rate * 100, rate)
        assert near(row.share * 100, share)
        assert near(row.split, leads)
        assert near(row.split / row.channel.rate, sessions)


def test_before_caps_every_channel_needs_the_same_growth() -> None:
    """Share and rate are of one window, so the split says nothing of the channels: 34.9508% for each."""
    for row in calculation().channels:
        assert row.channel.sessions is not None
        assert row.channel.rate is not None
        assert near((row.split / row.channel.rate / row.channel.sessions - 1) * 100, "34.9508")


def test_rebalancing_under_caps() -> None:
    """The slow channels stop at their caps, and the paid ones carry the rest."""
    result = calculation()

    for row in result.channels:
        leads, share, growth, sessions, cost = AFTER[row.channel.id]
        assert near(row.leads, leads)
        assert near(row.leads / result.need * 100, share)
        assert row.growth is not None
        assert near(row.growth * 100, growth)
        assert near(row.sessions, sessions)
        assert near(row.cost, cost)
    assert [row.capped for row in result.channels] == [True, True, True, False, False]
    assert result.shortfall == 0


def test_what_it_costs() -> None:
    """Total and last quarter's spend, sessions, and spend for a customer, overall and of the paid channels."""
    result = calculation()
    paid = result.paid_leads * result.inputs.conversion

    assert near(result.cost, "141644.7735")
    assert result.cost_before == 78040
    assert near(sum((row.sessions or Decimal(0) for row in result.channels), Decimal(0)), "164265.2882")
    assert near(result.cost / result.customers, "1381.0563")
    assert near(result.cost / result.customers / 250, "5.5242")
    assert near(result.cost / paid, "3422.8070")
    assert near(result.cost / paid / 250, "13.6912")


def test_caps_that_cannot_be_met() -> None:
    """With paid at +50% there are at most 2,384.5 leads; the shortfall is told and no lead invented."""
    result = _with_paid_cap("0.5")

    assert near(result.reachable, "2384.5000")
    assert near(result.shortfall, "179.5659")
    assert all(row.capped for row in result.channels)
    assert result.reachable_mrr < result.path[-1].target


def test_the_ceiling_of_the_channels() -> None:
    """With paid at +100% the channels could bring 2,669.5 leads, 40.5% more than before."""
    limits = [channel.limit for channel in inputs().channels]

    assert sum(limit for limit in limits if limit is not None) == Decimal("2669.5")


def test_a_channel_without_cap_takes_the_rest() -> None:
    """Nobody said how far it can grow, so nothing stops it."""
    result = _with_paid_cap(None)

    assert result.shortfall == 0
    assert near(result.channels[3].leads, "689.7106")


def test_a_smaller_budget_buys_fewer_leads() -> None:
    """Half of the cost buys half of the paid leads."""
    result = calculation()
    half = Calculation(inputs=result.inputs.changed(budget=result.cost / 2))

    assert result.affordable == result.need
    assert near(half.affordable, "2046.7830")


@pytest.mark.parametrize(
    ("need", "baselines", "limits", "filled", "stopped"),
    [
        pytest.param(10, (5, 0), (None, None), (10, 0), (False, False), id="a channel that brought none brings none"),
        pytest.param(5, (5, 5), (5, 5), ("2.5", "2.5"), (False, False), id="a decline needs no cap"),
        pytest.param(10, (5, 5), (5, 5), (5, 5), (False, False), id="just at the cap is not stopped by it"),
        pytest.param(12, (5, 5), (5, 5), (5, 5), (True, True), id="all stop, and the rest is missing"),
        pytest.param(14, (5, 5), (4, None), (4, 10), (True, False), id="a cap below 0"),
        pytest.param(0, (5, 5), (None, None), (0, 0), (False, False), id="nothing is needed"),
        pytest.param(
            30, (10, 4, 4), (11, 7, None), (11, 7, 12), (True, True, False), id="a second round freezes another one"
        ),
    ],
)
def test_filling(
    need: int,
    baselines: tuple[int, ...],
    limits: tuple[int | None, ...],
    filled: tuple[str | int, ...],
    stopped: tuple[bool, ...],
) -> None:
    """All grow alike until one meets its limit."""
    numbers, stops = fill(
        Decimal(need), [Decimal(b) for b in baselines], [None if x is None else Decimal(x) for x in limits]
    )

    assert numbers == [Decimal(number) for number in filled]
    assert tuple(stops) == stopped
