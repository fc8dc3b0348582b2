"""Every number of the worked example's months, and the way back on paths of every kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.planning.reverse import ceiling, flat_new_mrr, leads_on_target_path, volume_needed
from okrlint.planning.simulation import simulate
from tests.planning.worked_example import HEAD, calculation, inputs, near

PATH = (
    ("2026-07", "105,000.0000", "104,400.0000", "-600.0000", "640", "2026-05", "measured"),
    ("2026-08", "110,250.0000", "108,912.0000", "-1338.0000", "660", "2026-06", "measured"),
    ("2026-09", "115,762.5000", "115,762.5000", "0", "902.8740", "2026-07", "planned"),
    ("2026-10", "121,550.6250", "121,550.6250", "0", "810.3375", "2026-08", "planned"),
    ("2026-11", "127,628.15625", "127,628.15625", "0", "850.8544", "2026-09", "planned"),
)


def test_the_months_of_the_worked_example() -> None:
    """Target, MRR with history, gap and leads of each month, and where the leads come from."""
    steps = calculation().path

    assert [(s.month.label, s.lead_month.label, s.source) for s in steps] == [(r[0], r[5], r[6]) for r in PATH]
    for step, (_, target, mrr, gap, leads, _, _) in zip(steps, PATH, strict=True):
        assert near(step.target, target)
        assert near(step.mrr, mrr)
        assert near(step.gap, gap)
        assert near(step.leads, leads)


@pytest.mark.parametrize(
    ("month", "new_mrr", "customers"),
    [
        (0, "6400", "25.6"),
        (1, "6600", "26.4"),
        (2, "9028.7400", "36.1150"),
        (3, "8103.3750", "32.4135"),
        (4, "8508.5438", "34.0342"),
    ],
    ids=["Jul", "Aug", "Sep", "Oct", "Nov"],
)
def test_new_revenue_and_customers(month: int, new_mrr: str, customers: str) -> None:
    """What each month's leads bring."""
    step = calculation().path[month]

    assert near(step.new_mrr, new_mrr)
    assert near(step.customers, customers)


def test_what_the_quarter_needs() -> None:
    """Leads of the quarter and their growth over the 1,900 before."""
    result = calculation()

    assert near(result.need, "2564.0659")
    assert result.inputs.baseline == 1900
    assert result.uplift is not None
    assert near(result.uplift.committed * 100, "34.9508")
    assert near(result.uplift.stretch * 100, "49.9298")
    assert near(result.customers, "102.5626")


def test_what_other_ways_of_reckoning_would_say() -> None:
    """Without making up for the months before, without the lag, without churn, and at a lower conversion."""
    given = inputs()
    others = calculation().other_ways.values()

    assert all(near(found, leads) for found, leads in zip(others, ("2432.9419", "2206.7500", "1737.8156"), strict=True))

    assert near(leads_on_target_path(given, 2, given.churn), "2432.9419")
    assert near(leads_on_target_path(given, 0, given.churn), "2206.7500")
    assert near(leads_on_target_path(given, 2, Decimal(0)), "1737.8156")
    assert near(leads_on_target_path(given.changed(conversion=Decimal("0.035")), 2, given.churn), "2780.5050")


@pytest.mark.parametrize(
    ("lag", "leads"), [(0, "2206.7500"), (1, None), (2, "2432.9419")], ids=["no lag", "a month", "two months"]
)
def test_leads_of_three_months_on_the_target_path(lag: int, leads: str | None) -> None:
    """The closed form (g + k) M ((1 + g)^3 − 1) ÷ g gives the same sum, wherever the three months begin."""
    given = inputs()
    start = given.mrr * (1 + given.growth) ** lag
    closed = (given.growth + given.churn) * start * ((1 + given.growth) ** 3 - 1) / given.growth / 10

    assert abs(leads_on_target_path(given, lag, given.churn) - closed) < Decimal("1e-15")
    assert leads is None or near(closed, leads)


def test_the_same_effort_every_month() -> None:
    """7,360.6652 of new MRR a month, 736.0665 leads, reach the September target exactly."""
    given = inputs()
    flat = flat_new_mrr(given.mrr, Decimal("115762.5"), given.churn, 3)

    assert near(flat, "7360.6652")
    assert near(flat / 10, "736.0665")
    assert near(simulate(given.mrr, given.churn, Decimal(1), [flat] * 3)[-1], "115762.5")


def test_the_same_effort_without_churn() -> None:
    """Without churn the way to the target is divided by the months."""
    assert near(flat_new_mrr(Decimal(100000), Decimal("115762.5"), Decimal(0), 3), "5254.1667")


def test_the_same_leads_in_every_month_of_the_quarter() -> None:
    """With 640 and 660 leads already there, 854.3 in each of July, August and September end where the plan ends."""
    result = calculation()
    found = result.simulated([Decimal(640), Decimal(660), *[result.flat_leads] * 3])

    assert near(result.flat_leads, "854.3414")
    assert near(found[-1], "127628.15625")


def test_the_ceiling_of_a_steady_effort() -> None:
    """640 leads a month can never pass 320,000; without churn there is no ceiling."""
    given = inputs()

    assert ceiling(Decimal(640), given) == 320000
    assert near(calculation().ceiling, "316666.6667")
    assert ceiling(Decimal(640), given.changed(churn=Decimal("-0.01"))) is None


def test_expansion_that_outgrows_the_goal_needs_no_leads() -> None:
    """With 2% growth wanted and 3% added by customers who stay, MRR reaches 103,000 unaided and no lead is carried."""
    text = HEAD.replace("growth: 5%", "growth: 2%").replace("net_mrr_churn: 2%", "net_mrr_churn: -3%")
    result = calculation(text.replace("sales_cycle: 60 days", "sales_cycle: 0 days"))

    assert near(result.path[0].mrr, "103000.0000")
    assert near(result.path[0].target - (result.path[0].opening - result.path[0].lost), "-1000.0000")
    assert result.need == 0


def test_months_before_the_file_begins_have_the_mean_of_the_known_ones() -> None:
    """A cycle of five months asks for leads of February, which the file does not have: the plan says so."""
    result = calculation(HEAD.replace("60 days", "150 days"))

    assert [(s.lead_month.label, s.source, s.leads) for s in result.path[:3]] == [
        ("2026-02", "assumed", Decimal(1900) / 3),
        ("2026-03", "assumed", Decimal(1900) / 3),
        ("2026-04", "measured", Decimal(600)),
    ]
    assert [s.lead_month.label for s in result.planned] == ["2026-07", "2026-08", "2026-09"]
    assert result.planned[0].month.label == "2026-12"


def test_a_funnel_of_several_steps() -> None:
    """Each step's volume is the next one's divided by its rate; Digital Body Language needs 31,250 inquiries."""
    deals = Decimal(10_000_000) / Decimal(100_000)

    assert volume_needed(deals, Decimal("0.10"), Decimal("0.80"), Decimal("0.40"), Decimal("0.10")) == 31250
