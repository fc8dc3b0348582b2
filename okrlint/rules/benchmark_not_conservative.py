"""A conversion taken from a benchmark is planned above the low end of its range.

Other companies' numbers are of other prices, other buyers and other definitions of a lead. Planned with the middle
of a range, half of all companies miss; planned with its low end, the leads are enough for most, and more customers
than planned are no problem.

When to ignore: when you have begun to measure and your first numbers lie above the low end; better then, write
`source: measured`.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.pipeline import Conversion, Pipeline
from okrlint.model.quantity import Quantity, format_quantity

_ENDS = 2


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Look at where the conversion comes from."""
    conversion = pipeline.lead_to_customer
    if conversion is None or conversion.source != "benchmark" or conversion.rate is None:
        return
    if len(conversion.range) != _ENDS:
        yield Problem(
            conversion.at("rate"),
            f"a benchmark of {format_quantity(conversion.rate)} without the range that it comes from",
            "give its low and high end, such as `range: [2%, 5%]`, and plan with the low one",
            address=pipeline.address,
        )
        return
    low = min(conversion.range, key=lambda end: end.fraction)
    if conversion.rate.fraction > low.fraction:
        yield _above(pipeline, conversion, conversion.rate, low)


def _above(pipeline: Pipeline, conversion: Conversion, rate: Quantity, low: Quantity) -> Problem:
    return Problem(
        conversion.at("rate"),
        f"planned with {format_quantity(rate)}, and the benchmark begins at {format_quantity(low)}",
        f"plan with {format_quantity(low)} until you have measured your own",
        address=pipeline.address,
        fix=_fix(conversion, low),
    )


def _fix(conversion: Conversion, low: Quantity) -> Fix:
    from okrlint.linting.fixes import write_number

    return write_number(conversion, "rate", low.text.strip(), safe=False)


_CONVERSION = """
lead_to_customer:
  rate: {rate}
  source: {source}
  range: [4%, 8%]
"""

RULE = Rule(
    id="benchmark-not-conservative",
    group="pipeline plan",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            _CONVERSION.format(rate="6%  # <- planned with 6%, and the benchmark begins at 4%", source="benchmark"),
            at="pipeline",
            fixed="""
- rate: 6%
+ rate: 4%
""",
        ),
        Example(
            """
lead_to_customer:
  rate: 4%  # <- a benchmark of 4% without the range
  source: benchmark
""",
            at="pipeline",
        ),
    ),
    good=(
        Example(_CONVERSION.format(rate="4%", source="benchmark"), at="pipeline"),
        Example(_CONVERSION.format(rate="6%", source="measured"), at="pipeline"),
    ),
)
