"""The same plan with one number changed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.errors import OkrlintError
from okrlint.planning.read_inputs import calculation_of, read_inputs
from okrlint.planning.what_if import changed
from tests.planning.worked_example import HEAD, WHOLE, near, pipeline


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("mrr", "120k", "mrr", "120000"), ("growth", "4% per month", "growth", "0.04"), ("price", "$300", "price", "300"),
        ("churn", "3% a month", "churn", "0.03"), ("conversion", "3.5%", "conversion", "0.035"), ("cycle", "45 days", "cycle", "45"),
        ("budget", "200000", "budget", "200000"), ("lead_to_customer", "0.035", "conversion", "0.035"),
    ],
    ids=str,
)  # fmt: skip
def test_each_input_can_be_set(name: str, value: str, field: str, expected: str) -> None:
    """By its short name or that of the field, written as in the file."""
    inputs = read_inputs(changed(pipeline(), name, value)).inputs

    assert near(getattr(inputs, field), expected)


def test_caps_and_costs_of_channels_can_be_set() -> None:
    """By the channel's id."""
    inputs = read_inputs(
        changed(changed(pipeline(), "paid-search.cap", "50%"), "paid-search.cost_per_session", "5")
    ).inputs

    assert inputs is not None
    assert (inputs.channels[3].cap, inputs.channels[3].cost_per_session) == (Decimal("0.5"), Decimal(5))


def test_a_whole_takes_the_place_of_its_parts() -> None:
    """A price that is set is not held against what was signed last month."""
    text = HEAD.replace("average_sale_price: 250", "new_mrr: 6912\nnew_customers: 27")

    inputs = read_inputs(changed(pipeline(text), "price", "300")).inputs

    assert inputs is not None
    assert inputs.price == 300


def test_the_plan_itself_stays() -> None:
    """What-if is beside the plan."""
    before = pipeline()
    changed(before, "conversion", "1%")

    result = calculation_of(before)
    assert result is not None
    assert near(result.need, "2564.0659")


def test_known_problems_of_the_file_are_not_told_again() -> None:
    """Only what the setting brings is a mistake of the call."""
    odd = pipeline(WHOLE.replace("as_of: 2026-06-30", "as_of: 2026-07-15"))

    assert read_inputs(changed(odd, "conversion", "3%")).inputs is not None


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        pytest.param("conversion", "0", "--set conversion=0: `rate` is 0", id="a value that cannot be meant"),
        pytest.param("mrr", "a lot", "the value cannot be read", id="no number"),
        pytest.param("mmr", "1", "did you mean mrr?", id="misspelt"),
        pytest.param("weather", "1", "one of mrr, growth, price, churn, conversion, cycle, budget", id="unknown"),
        pytest.param("paid-search.leads", "1", "there is no paid-search.leads to set", id="a number that is measured"),
    ],
)
def test_a_setting_that_cannot_be(name: str, value: str, words: str) -> None:
    """One sentence that says what was expected."""
    with pytest.raises(OkrlintError) as refusal:
        changed(pipeline(), name, value)

    assert words in str(refusal.value)
