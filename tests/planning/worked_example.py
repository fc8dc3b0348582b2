"""The worked example of docs/pipeline.md as a file and as inputs, for every test of the calculator."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.okr_file import build_file
from okrlint.model.pipeline import Pipeline
from okrlint.planning.calculation import Calculation
from okrlint.planning.read_inputs import read_inputs
from okrlint.source.reader import read

if TYPE_CHECKING:
    from okrlint.planning.inputs import Inputs

CLOSE = Decimal("0.0001")
"""To this the results agree with the design."""

PATH = "okrs/2026-Q3/pipeline.yaml"
HEAD = """\
kind: pipeline
version: 1
quarter: 2026-Q3
as_of: 2026-06-30
currency: USD
mrr: 100000
growth: 5% per month
average_sale_price: 250
net_mrr_churn: 2% per month
lead_definition: Trial sign-up or contact details captured
lead_to_customer:
  rate: 4%
  source: measured
sales_cycle: 60 days
leads:
  2026-04: 600
  2026-05: 640
  2026-06: 660
"""
_ROWS = (
    ("organic-search", "Organic search", "organic", (18600, 19100, 19300), (240, 256, 264), "15%", ""),
    ("content", "Content and social", "owned", (9100, 9300, 9600), (90, 96, 99), "20%", ""),
    ("referral", "Referral and direct", "referral", (4100, 4150, 4250), (90, 96, 99), "10%", ""),
    ("paid-search", "Paid search", "paid", (4100, 4200, 4300), (120, 128, 132), "100%", "4.20"),
    ("paid-social", "Paid social", "paid", (5100, 5200, 5400), (60, 64, 66), "100%", "1.60"),
)
_MONTHS = ("2026-04", "2026-05", "2026-06")


def _months(counts: tuple[int, ...]) -> str:
    return ", ".join(f"{month}: {count}" for month, count in zip(_MONTHS, counts, strict=True))


def _channel(row: tuple[str, str, str, tuple[int, ...], tuple[int, ...], str, str]) -> str:
    channel, name, kind, sessions, leads, cap, cost = row
    lines = (
        f"  - id: {channel}",
        f"    name: {name}",
        f"    class: {kind}",
        f"    sessions: {{{_months(sessions)}}}",
        f"    leads: {{{_months(leads)}}}",
        f"    cap: {cap}",
        *([f"    cost_per_session: {cost}"] if cost else []),
    )
    return "\n".join(lines) + "\n"


CHANNELS = "channels:\n" + "".join(map(_channel, _ROWS))
WHOLE = HEAD + CHANNELS + "budget: 150000\npeople: 4\n"


def pipeline(text: str = WHOLE) -> Pipeline:
    """The pipeline of a file's text, which is plain YAML of the right shape."""
    file = build_file(read(text.encode(), PATH), None)
    assert isinstance(file.item, Pipeline)
    return file.item


def inputs(text: str = WHOLE) -> Inputs:
    """The inputs of a file that has nothing wrong with it."""
    reading = read_inputs(pipeline(text))
    assert reading.problems == ()
    assert reading.inputs is not None
    return reading.inputs


def calculation(text: str = WHOLE) -> Calculation:
    """The calculation of such a file."""
    return Calculation(inputs=inputs(text))


def near(value: Decimal | None, expected: str) -> bool:
    """Whether a result agrees with the design."""
    return value is not None and abs(value - Decimal(expected.replace(",", ""))) <= CLOSE
