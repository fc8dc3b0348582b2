"""Bad input: each at its line with what was expected, and nothing guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.planning.read_inputs import Reading, calculation_of, read_inputs
from tests.planning.worked_example import HEAD, WHOLE, inputs, near, pipeline

_ORGANIC = "leads: {2026-04: 240, 2026-05: 256, 2026-06: 264}"
_SESSIONS = "sessions: {2026-04: 18600, 2026-05: 19100, 2026-06: 19300}"


def _reading(line: str, changed: str, text: str = WHOLE) -> Reading:
    assert text.count(line) == 1, line
    return read_inputs(pipeline(text.replace(line, changed)))


def _said(reading: Reading) -> list[str]:
    return [f"{p.location.span.start.line}: {p.message}; {p.hint}" for p in reading.problems]


# The line of the worked example, what stands in its place, and what is said of it.
# fmt: off
UNUSABLE = {
    "MRR of nothing": ("mrr: 100000", "mrr: 0", "6: `mrr` is 0; expected an amount of more than 0"),
    "negative MRR": ("mrr: 100000", "mrr: -5", "6: `mrr` is −5; expected an amount of more than 0"),
    "MRR in percent": ("mrr: 100000", "mrr: 5%", "6: `mrr` is in %, which is no currency; give all amounts of a file in one currency"),
    "MRR a year": ("mrr: 100000", "mrr: 1.2M per year", "6: `mrr` is 1,200,000 per year; write what it comes to in a month, without the period"),
    "another currency": ("mrr: 100000", "mrr: €100,000", "6: `mrr` is in €, but `currency` is USD; give all amounts of a file in one currency"),
    "growth without a sign": ("growth: 5% per month", "growth: 5", "7: `growth` is 5 and no percentage; write `5% per month`, if that is what you mean"),
    "growth as a fraction": ("growth: 5% per month", "growth: 0.05", "7: `growth` is 0.05 and no percentage; write `5% per month`, if that is what you mean"),
    "growth in money": ("growth: 5% per month", "growth: $5000", "7: `growth` is $5,000 and no percentage; expected a rate such as 5% per month"),
    "growth of no time": ("growth: 5% per month", "growth: 5%", "7: `growth` is 5% and does not say of which time; write `5% per month`, or per quarter or year"),
    "growth a day": ("growth: 5% per month", "growth: 1% per day", "7: `growth` is 1% per day; expected a rate per month, quarter or year"),
    "everything lost": ("growth: 5% per month", "growth: -100% per month", "7: `growth` is −100% per month; expected more than −100%"),
    "beyond measure": ("growth: 5% per month", "growth: 2000% per month", "7: `growth` is 2,000% per month; expected at most 1,000% per month"),
    "price of nothing": ("average_sale_price: 250", "average_sale_price: 0", "8: `average_sale_price` is 0; expected an amount of more than 0"),
    "price a year": ("average_sale_price: 250", "average_sale_price: 3000 / year", "8: `average_sale_price` is 3,000 per year; write what it comes to in a month, without the period"),
    "no customer signed": ("average_sale_price: 250", "new_mrr: 500\nnew_customers: 0", "9: `new_customers` is 0, so that there is no average price; give `average_sale_price` instead"),
    "half of the price": ("average_sale_price: 250", "new_mrr: 500", "8: `new_mrr` without `new_customers`; expected both, or `average_sale_price`"),
    "churn without a sign": ("net_mrr_churn: 2% per month", "net_mrr_churn: 2 per month", "9: `net_mrr_churn` is a bare 2, which may mean 2% or 200%; write `2%` or `0.02`, if that is what you mean"),
    "churn of no time": ("net_mrr_churn: 2% per month", "net_mrr_churn: 2%", "9: `net_mrr_churn` is 2% and does not say of which time; write `2% per month`, or per quarter or year"),
    "all is lost each month": ("net_mrr_churn: 2% per month", "net_mrr_churn: 100% per month", "9: `net_mrr_churn` is 100% per month; expected less than 100%"),
    "conversion 0": ("rate: 4%", "rate: 0", "12: `rate` is 0, so that no number of leads is enough; expected a share above 0, such as 4%"),
    "conversion 4": ("rate: 4%", "rate: 4", "12: `rate` is a bare 4, which may mean 4% or 400%; write `4%` or `0.04`, if that is what you mean"),
    "conversion 1, which is 1% or 100%": ("rate: 4%", "rate: 1", "12: `rate` is a bare 1, which may mean 1% or 100%; write `1%` or `0.01`, if that is what you mean"),
    "conversion 400": ("rate: 4%", "rate: 400", "12: `rate` is a bare 400; expected a rate such as 4%"),
    "conversion above all": ("rate: 4%", "rate: 104%", "12: `rate` is 104%; expected a share between 0.0001% and 100%"),
    "negative conversion": ("rate: 4%", "rate: -4%", "12: `rate` is −4%; expected a share between 0.0001% and 100%"),
    "conversion of a time": ("rate: 4%", "rate: 4% per month", "12: `rate` is 4% per month; write the share alone: it is of leads, not of a time"),
    "conversion in leads": ("rate: 4%", "rate: 4 leads", "12: `rate` is in leads; expected a rate such as 4%"),
    "no rate": ("  rate: 4%\n", "", "12: `lead_to_customer` has no `rate`; add one such as `rate: 4%`"),
    "range upside down": ("rate: 4%", "range: [5%, 2%]", "12: `range` goes from 5% to 2%; expected the low end first"),
    "cycle without a unit": ("sales_cycle: 60 days", "sales_cycle: 60", "14: `sales_cycle` is 60, which is no number of days; write `60 days`, if that is what you mean"),
    "cycle in percent": ("sales_cycle: 60 days", "sales_cycle: 60%", "14: `sales_cycle` is 60%, which is no number of days; expected days, such as 60 days"),
    "negative cycle": ("sales_cycle: 60 days", "sales_cycle: -1 days", "14: `sales_cycle` is −1 days; expected 0 to 730 days"),
    "cycle of decades": ("sales_cycle: 60 days", "sales_cycle: 20000 days", "14: `sales_cycle` is 20,000 days; expected 0 to 730 days"),
    "a month is missing": ("  2026-05: 640\n", "", "15: `leads` lacks 2026-05; expected a number for each of 2026-04, 2026-05, 2026-06"),
    "a month is empty": ("  2026-05: 640", "  2026-05:", "15: `leads` lacks 2026-05; expected a number for each of 2026-04, 2026-05, 2026-06"),
    "negative leads": ("  2026-05: 640", "  2026-05: -1", "17: `leads` of 2026-05 is −1; expected a count of 0 or more"),
    "leads in percent": ("  2026-05: 640", "  2026-05: 64%", "17: `leads` of 2026-05 is 64%; expected a count of 0 or more"),
    "sessions 0 with leads above 0": ("18600", "0", "23: 0 sessions brought 240 leads in 2026-04; expected at least as many sessions as leads; look at how sessions are tracked"),
    "more leads than sessions": ("18600", "239", "23: 239 sessions brought 240 leads in 2026-04; expected at least as many sessions as leads; look at how sessions are tracked"),
    "a month of a channel is missing": (_ORGANIC, "leads: {2026-04: 240, 2026-06: 264}", "24: `leads` lacks 2026-05; expected a number for each of 2026-04, 2026-05, 2026-06"),
    "a channel without leads": (f"    {_ORGANIC}\n", "", "21: `leads` lacks 2026-04 and 2026-05 and 2026-06; expected a number for each of 2026-04, 2026-05, 2026-06"),
    "a month of sessions is missing": (_SESSIONS, "sessions: {2026-04: 18600}", "23: `sessions` lacks 2026-05 and 2026-06; expected a number for each of 2026-04, 2026-05, 2026-06"),
    "a bare cap": ("cap: 15%", "cap: 15", "25: `cap` is a bare 15, which may mean 15% or 1,500%; write `15%` or `0.15`, if that is what you mean"),
    "a cap a month": ("cap: 15%", "cap: 5% per month", "25: `cap` is 5% per month; write the most for the whole quarter"),
    "a cap below nothing": ("cap: 15%", "cap: -101%", "25: `cap` is −101%; expected at least −100%"),
    "cost in another currency": ("4.20", "€4.20", "44: `cost_per_session` is in €, but `currency` is USD; give all amounts of a file in one currency"),
    "negative cost": ("4.20", "-1", "44: `cost_per_session` is −1; expected an amount of 0 or more"),
    "a cost and no sessions": (f"    {_SESSIONS}\n", "    cost_per_session: 2\n", "23: a cost per session, and no sessions; give `sessions` by month"),
}
NOTED = {
    "numbers of another day": ("as_of: 2026-06-30", "as_of: 2026-07-15", "4: `as_of` is 2026-07-15, but 2026-Q3 begins on 2026-07-01; expected the numbers of 2026-06-30, the last day before the quarter"),
    "no day": ("as_of: 2026-06-30\n", "", "3: the pipeline cannot be worked out without `as_of`; add `as_of: 2026-06-30`"),
    "leads of the quarter itself": ("  2026-06: 660", "  2026-06: 660\n  2026-07: 700", "19: `leads` of 2026-07: not before the quarter that is planned; give the months up to 2026-06"),
    "a price that its parts do not give": ("average_sale_price: 250", "average_sale_price: 250\nnew_mrr: 6912\nnew_customers: 27", "8: `average_sale_price` is 250, but new_mrr ÷ new_customers come to 256; write `average_sale_price: 256`, or correct the parts"),
    "churn that its parts do not give": ("net_mrr_churn: 2% per month", "net_mrr_churn: 2% per month\nchurn: {opening_mrr: 98000, churned: 3400, contraction: 500, expansion: 1200, reactivation: 340}", "9: `net_mrr_churn` is 2% per month, but the parts of `churn` come to 2.41% per month; write `net_mrr_churn: 2.41% per month`, or correct the parts"),
    "a budget in another currency": ("budget: 150000", "budget: £150000", "52: `budget` is in £, but `currency` is USD; give all amounts of a file in one currency"),
    "less than no people": ("people: 4", "people: -4", "53: `people` is −4; expected a count of 0 or more"),
}
# fmt: on


@pytest.mark.parametrize(("line", "changed", "said"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_meant_is_said_and_not_used(line: str, changed: str, said: str) -> None:
    """One problem at the line, and no inputs."""
    reading = _reading(line, changed)

    assert _said(reading) == [said]
    assert reading.inputs is None


@pytest.mark.parametrize(("line", "changed", "said"), NOTED.values(), ids=NOTED)
def test_what_is_odd_is_said_and_the_rest_is_worked_out(line: str, changed: str, said: str) -> None:
    """One problem at the line; the numbers themselves are clear."""
    reading = _reading(line, changed)

    assert _said(reading) == [said]
    assert reading.inputs is not None


def test_everything_that_is_missing_is_told_at_once() -> None:
    """An empty plan has one problem, which says what to write."""
    reading = read_inputs(pipeline("kind: pipeline\nversion: 1\nquarter: 2026-Q3\n"))

    (said,) = _said(reading)

    assert said == (
        "3: the pipeline cannot be worked out without `as_of`, `mrr`, `growth`, `average_sale_price`, `net_mrr_churn`, "
        "`lead_to_customer`, `sales_cycle`, `leads`; add `as_of: 2026-06-30`, `mrr: 100000`, `growth: 5% per month`, "
        "`average_sale_price: 250`, `net_mrr_churn: 2% per month`, `lead_to_customer: {rate: 4%, source: measured}`, "
        "`sales_cycle: 60 days`, leads with a number for each of 2026-04, 2026-05, 2026-06"
    )
    assert calculation_of(pipeline("kind: pipeline\nversion: 1\nquarter: 2026-Q3\n")) is None


def test_a_part_of_churn_that_is_missing() -> None:
    """A part without a number is asked for, because 0 is a number that somebody must have looked up."""
    parts = "churn: {opening_mrr: 98000, churned: 3000, contraction: 500, reactivation: 340}"
    reading = _reading("net_mrr_churn: 2% per month", parts)

    assert _said(reading) == ["9: `churn` lacks `expansion`; expected an amount for each part, 0 where there was none"]
    assert reading.inputs is None


def test_churn_of_more_than_all() -> None:
    """Parts that add up to the whole revenue cannot be."""
    parts = "churn: {opening_mrr: 100, churned: 99, contraction: 2, expansion: 0, reactivation: 0}"

    assert _said(_reading("net_mrr_churn: 2% per month", parts)) == [
        "9: the parts of `churn` come to 101%; expected less than 100%"
    ]


@pytest.mark.parametrize(
    ("line", "changed", "name", "value"),
    [
        pytest.param("rate: 4%", "rate: 0.04", "conversion", "0.04", id="a bare fraction"),
        pytest.param("rate: 4%", "rate: 0.5", "conversion", "0.5", id="a bare half"),
        pytest.param("rate: 4%", "range: [2%, 5%]", "conversion", "0.02", id="the low end of a benchmark"),
        pytest.param("growth: 5% per month", "growth: 20% per quarter", "growth", "0.062659", id="growth a quarter"),
        pytest.param("growth: 5% per month", "growth: 0% per month", "growth", "0", id="no growth"),
        pytest.param("net_mrr_churn: 2% per month", "net_mrr_churn: 24% per year", "churn", "0.022610", id="churn a year"),
        pytest.param("net_mrr_churn: 2% per month", "net_mrr_churn: -3% per month", "churn", "-0.03", id="net expansion"),
        pytest.param("sales_cycle: 60 days", "sales_cycle: 2 months", "cycle", "60.87375", id="cycle in months"),
        pytest.param("sales_cycle: 60 days", "sales_cycle: 1 week", "cycle", "7", id="cycle in weeks"),
        pytest.param("sales_cycle: 60 days", "sales_cycle: 0 days", "cycle", "0", id="no cycle"),
        pytest.param("average_sale_price: 250", "new_mrr: 6912\nnew_customers: 27", "price", "256", id="price of its parts"),
        pytest.param("mrr: 100000", "mrr: $100k", "mrr", "100000", id="dollars under USD"),
    ],
)  # fmt: skip
def test_what_can_only_mean_one_thing(line: str, changed: str, name: str, value: str) -> None:
    """Accepted, and turned into the form that formulas use."""
    reading = _reading(line, changed)

    assert reading.problems == ()
    assert near(getattr(reading.inputs, name), value)


def test_stated_numbers_may_be_rounded() -> None:
    """2% beside parts that give 1.998% are of one mind."""
    parts = "churn: {opening_mrr: 98000, churned: 2998, contraction: 500, expansion: 1200, reactivation: 340}"

    assert _said(_reading("net_mrr_churn: 2% per month", f"net_mrr_churn: 2% per month\n{parts}")) == []


def test_an_event_has_leads_and_no_sessions() -> None:
    """A channel that nobody visits on the website is planned in leads alone."""
    changed = WHOLE.replace(f"    {_SESSIONS}\n", "")
    organic = inputs(changed).channels[0]

    assert (organic.sessions, organic.rate, organic.leads) == (None, None, Decimal(760))


def test_a_value_that_breaks_the_shape_is_left_to_the_shape_check() -> None:
    """NaN, 1.000,50 and the like are findings of their own; here they only keep the plan from being worked out."""
    for bad in (".nan", "1.000,50", "soon"):
        reading = _reading("mrr: 100000", f"mrr: {bad}", HEAD)
        assert (reading.inputs, reading.problems) == (None, ())


def test_a_fiscal_quarter_has_its_own_months() -> None:
    """Where the fiscal year begins in February, FY27-Q1 is planned from November, December and January."""
    from okrlint.model.company import build_company
    from okrlint.model.okr_file import build_file
    from okrlint.source.reader import read

    company = build_company(read(b"kind: company\nversion: 1\nfiscal_year_start: 2\n", "company.yaml"))
    text = HEAD.replace("quarter: 2026-Q3", "quarter: FY27-Q1").replace("as_of: 2026-06-30", "as_of: 2026-01-31")
    for calendar, fiscal in (("2026-04", "2025-11"), ("2026-05", "2025-12"), ("2026-06", "2026-01")):
        text = text.replace(calendar, fiscal)
    reading = read_inputs(build_file(read(text.encode(), "p.yaml"), company).item)

    assert reading.problems == ()
    assert reading.inputs is not None
    assert [month.label for month in reading.inputs.months] == ["2026-02", "2026-03", "2026-04"]
