"""A pipeline file as numbers to reckon with, or what keeps it from being that."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from okrlint.model.quantity import format_number
from okrlint.planning.calculation import Calculation
from okrlint.planning.input_channels import read_channels
from okrlint.planning.input_counts import read_count, read_days, read_months
from okrlint.planning.input_money import Till, read_money, sign_of
from okrlint.planning.input_parts import read_net_churn, read_price
from okrlint.planning.input_problem import InputProblem, Problems
from okrlint.planning.input_rates import read_growth, read_share
from okrlint.planning.inputs import Inputs
from okrlint.planning.month import Month, months_of
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.model.pipeline import Conversion, Pipeline
    from okrlint.model.quarter import Quarter

Range = tuple[Decimal, Decimal]


class Reading(NamedTuple):
    """What became of a pipeline file."""

    inputs: Inputs | None
    """None where a number that is needed is missing or cannot be meant."""
    problems: tuple[InputProblem, ...]
    """In the order in which they were found; what breaks the shape of the file is not among them."""


@lru_cache(maxsize=512)
def read_inputs(pipeline: Pipeline) -> Reading:
    """The inputs of a pipeline file. Nothing is guessed: what is unclear is a problem at its place."""
    quarter = pipeline.quarter
    if quarter is None:
        return Reading(None, ())
    problems, till = Problems(), Till(pipeline.currency)
    _look_at_day(pipeline, quarter, problems)
    months = months_of(quarter.previous())
    values: dict[str, Any] = {
        "mrr": _needed(pipeline, "mrr", "mrr: 100000", read_money(pipeline, "mrr", till, problems), problems),
        "growth": _needed(
            pipeline, "growth", "growth: 5% per month", read_growth(pipeline, "growth", problems), problems
        ),
        "price": read_price(pipeline, till, problems),
        "churn": read_net_churn(pipeline, till, problems),
        "conversion": _conversion(pipeline, problems),
        "cycle": _needed(
            pipeline, "sales_cycle", "sales_cycle: 60 days", read_days(pipeline, "sales_cycle", problems), problems
        ),
        "leads": _leads(pipeline, months, problems),
        "channels": read_channels(pipeline, months, till, problems),
    }
    asides: dict[str, Any] = {
        "budget": read_money(pipeline, "budget", till, problems, zero=True),
        "people": read_count(pipeline, "people", problems),
        "conversion_source": pipeline.lead_to_customer.source if pipeline.lead_to_customer else None,
        "conversion_range": _range(pipeline.lead_to_customer, Problems()),
    }
    # A number that YAML itself cannot read looks as if it were missing; it has a finding of its own.
    found = () if pipeline.document.problems else (*_missing(pipeline, problems), *problems.found)
    if any(value is None for value in values.values()):
        return Reading(None, found)
    return Reading(Inputs(quarter=quarter, currency=sign_of(till.currency), **values, **asides), found)


@lru_cache(maxsize=512)
def calculation_of(pipeline: Pipeline) -> Calculation | None:
    """The calculation of a pipeline file; None where its inputs cannot be used."""
    inputs = read_inputs(pipeline).inputs
    return None if inputs is None else Calculation(inputs=inputs)


def _needed(pipeline: Pipeline, field: str, example: str, value: Decimal | None, problems: Problems) -> Decimal | None:
    if not pipeline.has(field):
        problems.miss(field, example)
    return value


def _leads(pipeline: Pipeline, months: tuple[Month, ...], problems: Problems) -> dict[Month, Decimal] | None:
    if pipeline.has("leads"):
        return read_months(pipeline, "leads", months, problems)
    problems.miss("leads", f"leads with a number for each of {', '.join(month.label for month in months)}")
    return None


def _missing(pipeline: Pipeline, problems: Problems) -> tuple[InputProblem, ...]:
    """One problem for all fields that are not there."""
    if not problems.missing:
        return ()
    names = ", ".join(f"`{field}`" for field, _ in problems.missing)
    examples = ", ".join(example if example.startswith("leads") else f"`{example}`" for _, example in problems.missing)
    return (
        InputProblem(pipeline.at("quarter"), f"the pipeline cannot be worked out without {names}", f"add {examples}"),
    )


def _look_at_day(pipeline: Pipeline, quarter: Quarter, problems: Problems) -> None:
    """The numbers must be of the last day before the quarter."""
    wanted = quarter.start - datetime.timedelta(days=1)
    if not pipeline.has("as_of"):
        problems.miss("as_of", f"as_of: {wanted}")
    elif pipeline.as_of is not None and pipeline.as_of != wanted:
        problems.add(
            pipeline,
            "as_of",
            f"`as_of` is {pipeline.as_of}, but {quarter.label} begins on {quarter.start}",
            f"expected the numbers of {wanted}, the last day before the quarter",
        )


def _conversion(pipeline: Pipeline, problems: Problems) -> Decimal | None:
    """The stated rate, else the low end of the range of a benchmark."""
    conversion = pipeline.lead_to_customer
    if conversion is None:
        if not pipeline.has("lead_to_customer"):
            problems.miss("lead_to_customer", "lead_to_customer: {rate: 4%, source: measured}")
        return None
    limits = _range(conversion, problems)
    if conversion.rate is not None:
        return read_share(conversion, "rate", conversion.rate, problems)
    if conversion.has("rate"):
        return None
    if not conversion.has("range"):
        problems.add(conversion, None, "`lead_to_customer` has no `rate`", "add one such as `rate: 4%`")
    return None if limits is None else limits[0]


def _range(conversion: Conversion | None, problems: Problems) -> Range | None:
    """Low and high end of a benchmark, None where there is no range or it cannot be used."""
    if conversion is None or len(conversion.range) != len(("low", "high")):
        return None
    low, high = (read_share(conversion, "range", end, problems) for end in conversion.range)
    if low is None or high is None:
        return None
    if low > high:
        words = f"`range` goes from {format_number(low * 100)}% to {format_number(high * 100)}%"
        problems.add(conversion, "range", words, "expected the low end first")
        return None
    return low, high
