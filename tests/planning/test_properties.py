"""What holds for any valid inputs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from okrlint.model.progress import travelled
from okrlint.model.quarter import Quarter
from okrlint.planning.calculation import Calculation
from okrlint.planning.channels import fill
from okrlint.planning.inputs import ChannelInput, Inputs
from okrlint.planning.month import Month
from okrlint.planning.reverse import PLANNED, leads_on_target_path, reverse_path
from okrlint.planning.sensitivity import leads_needed
from okrlint.planning.simulation import simulate
from okrlint.planning.uplift import grown, percent_up

SMALL = Decimal("1e-6")
MONTHS = [Month(2026, 4), Month(2026, 5), Month(2026, 6)]


def _decimals(low: str, high: str, places: int = 4) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(low), Decimal(high), places=places, allow_nan=False, allow_infinity=False)


CHANNEL = st.builds(
    ChannelInput,
    id=st.text("abc", min_size=1, max_size=3),
    name=st.just("A channel"),
    kind=st.sampled_from(("organic", "owned", "referral", "paid", None)),
    leads=st.integers(0, 5000).map(Decimal),
    sessions=st.one_of(st.none(), st.integers(5000, 500_000).map(Decimal)),
    cap=st.one_of(st.none(), _decimals("-0.5", "3", 2)),
    cost_per_session=st.one_of(st.none(), _decimals("0", "20", 2)),
)


@st.composite
def any_inputs(draw: st.DrawFn, /, **fixed: Any) -> Inputs:
    """Inputs as a company between its first customers and its listing could have them."""
    values: dict[str, Any] = {
        "quarter": Quarter(2026, 3),
        "mrr": draw(_decimals("1", "100000000", 2)),
        "growth": draw(_decimals("-0.5", "1")),
        "churn": draw(_decimals("-0.2", "0.9")),
        "price": draw(_decimals("0.5", "50000", 2)),
        "conversion": draw(_decimals("0.0005", "1")),
        "cycle": Decimal(draw(st.integers(0, 400))),
        "leads": {month: Decimal(draw(st.integers(0, 20_000))) for month in MONTHS},
        "channels": tuple(draw(st.lists(CHANNEL, max_size=6))),
        "budget": draw(st.one_of(st.none(), _decimals("0", "1000000", 0))),
    }
    return Inputs(**{**values, **fixed})


def _is_near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= SMALL * max(Decimal(1), abs(one), abs(other))


@given(any_inputs())
def test_the_simulation_reaches_what_the_way_back_aims_at(inputs: Inputs) -> None:
    """Forward(reverse(x)) is the target in every planned month, or above it where nothing new is needed."""
    steps = reverse_path(inputs)
    found = simulate(inputs.mrr, inputs.churn, inputs.price * inputs.conversion, [step.leads for step in steps])

    for mrr, step in zip(found, steps, strict=True):
        assert _is_near(mrr, step.mrr)
        if step.source == PLANNED:
            assert _is_near(mrr, step.target) if step.leads else mrr >= step.target - SMALL * max(Decimal(1), mrr)


@given(any_inputs(cycle=Decimal(0)), _decimals("1.1", "5", 1))
def test_leads_scale_with_one_over_price_and_conversion(inputs: Inputs, factor: Decimal) -> None:
    """Where no lead exists yet, half the conversion or half the price needs twice the leads."""
    need = leads_needed(inputs)

    assert _is_near(leads_needed(inputs.changed(conversion=inputs.conversion / factor)), need * factor)
    assert _is_near(leads_needed(inputs.changed(price=inputs.price / factor)), need * factor)


@given(any_inputs(), _decimals("0", "0.09"))
def test_more_churn_never_needs_fewer_leads(inputs: Inputs, more: Decimal) -> None:
    """Raising k never lowers the leads of a quarter on its target path."""
    assume(inputs.growth + inputs.churn >= 0)
    lag = inputs.lag

    before = leads_on_target_path(inputs, lag, inputs.churn)
    assert leads_on_target_path(inputs, lag, inputs.churn + more) >= before


@given(any_inputs(), _decimals("0", "0.09"))
def test_more_churn_never_needs_fewer_leads_in_sum(inputs: Inputs, more: Decimal) -> None:
    """The same with the months simulated."""
    assert leads_needed(inputs.changed(churn=inputs.churn + more)) >= leads_needed(inputs) * (1 - SMALL)


@given(any_inputs(), st.integers(0, 5))
def test_a_month_more_of_lag_moves_the_schedule_by_a_month(inputs: Inputs, lag: int) -> None:
    """On the target path the leads of a lag are those that the shorter lag needs a month later."""
    shifted = inputs.changed(mrr=inputs.mrr * (1 + inputs.growth))

    longer = leads_on_target_path(inputs, lag + 1, inputs.churn)
    assert _is_near(longer, leads_on_target_path(shifted, lag, inputs.churn))


@given(any_inputs())
def test_each_lead_closes_after_the_lag(inputs: Inputs) -> None:
    """The month that needs a lead lies L months before the one whose revenue it moves."""
    steps = reverse_path(inputs)

    assert all(step.lead_month.shifted(inputs.lag) == step.month for step in steps)
    assert [step.lead_month for step in steps if step.source == PLANNED] == list(inputs.months)


@given(any_inputs())
def test_channels_add_up_and_none_passes_its_cap(inputs: Inputs) -> None:
    """After rebalancing the leads are those needed, unless all channels stop; then the shortfall says what is missing."""
    result = Calculation(inputs=inputs)
    if not result.channels:
        return
    total = sum((row.leads for row in result.channels), Decimal(0))

    assert _is_near(total + result.shortfall, result.need)
    assert result.shortfall >= 0
    for row in result.channels:
        limit = row.channel.limit
        assert limit is None or not row.channel.leads or row.leads <= max(limit, Decimal(0)) + SMALL * abs(limit)
    if result.shortfall > SMALL * result.need:
        assert all(row.capped for row in result.channels if row.channel.leads)


@given(any_inputs())
def test_without_caps_all_channels_grow_alike(inputs: Inputs) -> None:
    """The identity that makes the split say nothing: every growth is need ÷ baseline − 1."""
    free = inputs.changed(channels=tuple(channel._replace(cap=None) for channel in inputs.channels))
    growths = [row.growth for row in Calculation(inputs=free).channels if row.growth is not None]

    assert all(_is_near(growth, growths[0]) for growth in growths)


@given(
    st.integers(0, 100_000).map(Decimal),
    st.lists(st.tuples(st.integers(0, 9000).map(Decimal), st.one_of(st.none(), st.integers(0, 20_000).map(Decimal)))),
)
def test_filling_ends_and_keeps_its_limits(need: Decimal, channels: list[tuple[Decimal, Decimal | None]]) -> None:
    """For any numbers: nobody above the limit, nobody below 0, and all of the need or every limit used."""
    baselines, limits = [b for b, _ in channels], [limit for _, limit in channels]
    filled, stopped = fill(need, baselines, limits)

    assert all(leads >= 0 for leads in filled)
    assert all(limit is None or leads <= limit + SMALL for leads, limit in zip(filled, limits, strict=True))
    if any(b and not stop for b, stop in zip(baselines, stopped, strict=True)):
        assert _is_near(sum(filled, Decimal(0)), need)


@given(st.integers(1, 100_000).map(Decimal), _decimals("-0.9", "20", 9))
def test_rounded_growth_covers_the_need(baseline: Decimal, fraction: Decimal) -> None:
    """The percentage that people read means at least the need, and less than a tenth of a point more."""
    reached = grown(baseline, percent_up(fraction))

    assert reached >= baseline * (1 + fraction) - SMALL
    assert reached < baseline * (1 + fraction) + baseline * Decimal("0.001") + SMALL


@given(_decimals("1", "100000", 0), _decimals("0.001", "5", 3), _decimals("0", "600000", 0))
def test_a_score_above_nothing_is_growth(baseline: Decimal, growth: Decimal, actual: Decimal) -> None:
    """Whatever uplift is promised: above 0 means more than last quarter, and 1 means that the need is met."""
    goal = grown(baseline, percent_up(growth))
    progress = travelled(baseline, goal, actual)

    assert progress is not None
    assert (progress > 0) is (actual > baseline)
    assert (progress >= 1) is (actual >= goal)


@given(any_inputs())
@settings(max_examples=60)
def test_nothing_that_is_worked_out_breaks(inputs: Inputs) -> None:
    """Whatever valid inputs say, every result is there and finite."""
    result = Calculation(inputs=inputs)

    assert result.need >= 0
    assert result.affordable <= result.reachable
    assert all(row.probability is None or 0 <= row.probability <= 1 for row in result.chances)
    assert all(row.leads.is_finite() for row in result.sensitivity)
