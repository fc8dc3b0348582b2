"""A number that the pipeline is worked out from is missing, or cannot be what was meant.

Six numbers lead from revenue to leads: MRR, its growth, the price, the churn, the conversion and the sales
cycle; the leads of the last three months are the seventh. A slip in one of them goes through to every target of
the quarter: 4 for 4% asks for a hundredth of the leads. So nothing is guessed. Rates say of which time they are,
amounts are in one currency, and a price or churn beside its parts is what the parts come to.

When to ignore: for numbers of another day than the last one before the quarter, when you plan anew in the middle
of it and say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.pipeline import Pipeline

if TYPE_CHECKING:
    from okrlint.planning.input_problem import Derived


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Read the inputs as the calculator does, and pass on what it says."""
    from okrlint.planning.read_inputs import read_inputs

    for found in read_inputs(pipeline).problems:
        fix = _fix(found.derived) if found.derived is not None else None
        yield Problem(found.location, found.message, found.hint, address=pipeline.address, fix=fix)


def _fix(derived: Derived) -> Fix:
    """The books are right, not the number that somebody typed."""
    from okrlint.linting.fixes import write_number

    return write_number(derived.owner, derived.field, derived.text)


RULE = Rule(
    id="pipeline-inputs",
    group="pipeline plan",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
lead_to_customer:
  rate: 4  # <- `rate` is a bare 4, which may mean 4% or 400%
  source: measured
""",
            at="pipeline",
        ),
        Example("growth: 5%  # <- does not say of which time", at="pipeline"),
        Example(
            """
average_sale_price: 250  # <- `average_sale_price` is 250, but new_mrr ÷ new_customers come to 280
new_mrr: 7280
new_customers: 26
""",
            at="pipeline",
            fixed="""
- average_sale_price: 250
+ average_sale_price: 280
""",
        ),
        Example(
            "quarter: 2026-Q4  # <- cannot be worked out without `sales_cycle`", at="pipeline", without=("sales_cycle",)
        ),
    ),
    good=(
        Example("growth: 15% per quarter", at="pipeline"),
        Example(
            """
churn:
  opening_mrr: 98000
  churned: 3000
  contraction: 500
  expansion: 1200
  reactivation: 340
""",
            at="pipeline",
            without=("net_mrr_churn",),
        ),
    ),
)
