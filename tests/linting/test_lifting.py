"""Numbers of titles as fields: what is plain is lifted, everything else is left to people."""

from __future__ import annotations

import pytest

from okrlint.linting.lifting import lift, lifted
from okrlint.model.key_result import KeyResult
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read


def _key_result(title: str, fields: str = "", status: str = "active") -> KeyResult:
    lines = "".join(f"        {line}\n" for line in fields.splitlines())
    text = f"kind: plan\nstatus: {status}\nobjectives:\n  - key_results:\n      - title: {title!r}\n{lines}"
    return build_portfolio([read(text.encode(), "okrs/2026-Q4/a.yaml")]).plans[0].key_results[0]


@pytest.mark.parametrize(
    ("title", "fields", "expected"),
    [
        ("Raise the trial-to-paid rate from 9% to 12%", "", {"baseline": "9%", "target": "12%"}),
        ("Raise stars from 650 to 1,000", "", {"baseline": "650", "target": "1,000"}),
        ("Win from 0 to 40 partners", "", {"baseline": "0", "target": "40"}),
        ("NPS: 31 → 40", "", {"baseline": "31", "target": "40"}),
        ("Cut the price from $40 to 34", "", {"baseline": "$40", "target": "$34"}),
        ("Cut the wait from 26 to 20 hours", "", {"baseline": "26 hours", "target": "20 hours"}),
        ("Raise the rate from 9 to 12%", "", {"baseline": "9%", "target": "12%"}),
        ("Raise stars from 1.2 million to 1.5 million", "", {"baseline": "1200000", "target": "1500000"}),
        ("Raise revenue from $1.2M to $1.5M", "", {"baseline": "$1.2M", "target": "$1.5M"}),
        ("Raise stars from 9 to 12", "type: increase", {"baseline": "9", "target": "12"}),
        ("Raise stars from 9 to 12", "baseline:\n  value: 9\n  period: 2026-Q3", {"target": "12"}),
        ("Raise stars from 9 to 12", "baseline:\ntarget:", {"baseline": "9", "target": "12"}),
        ("Increase stars by 20% vs. 2026-Q3", "baseline: 400", {"growth": "20%"}),
        ("[P1] Increase stars by 20 percent", "baseline: 400", {"growth": "20%"}),
        ("Cut open tickets by 20%", "baseline: 120", {"growth": "-20%"}),
    ],
)
def test_plain_statements_are_lifted(title: str, fields: str, expected: dict[str, str]) -> None:
    """The numbers as they stand in the title, with the unit that both share."""
    found = lifted(_key_result(title, fields))

    assert found is not None
    assert found.fields == expected
    assert found.is_literal


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Raise stars", ""),
        ("Reach 40 stars", ""),
        ("Raise the wait from 26 to 20 hours", ""),
        ("Cut stars from 9 to 12", ""),
        ("Keep stars from 9 to 9", ""),
        ("Raise it from 2 products to 5% of revenue", ""),
        ("Raise it from $2 to 5%", ""),
        ("From 1 to 2 and from 3 to 4", ""),
        ("Speed it up from 1x to 2x", ""),
        ("Raise stars from 9 to 12", "baseline: 8"),
        ("Raise stars from 9 to 12", "growth: 30%"),
        ("Raise stars from 9 to 12", "milestones: [{title: Ask}]"),
        ("Raise stars from 9 to 12", "baseline: 9 hours"),
        ("Raise stars from 9 to 12", "baseline: {period: 2026-Q3}"),
        ("Raise stars from 9 to 12", "type: decrease"),
        ("Raise stars from 9 to 12", "type: count"),
        ("Raise stars from 9 to 12", "target: 12"),
        ("Raise stars from 9 to 12", "targt: 12"),
        ("Increase stars by 20%", ""),
        ("Increase stars by 20%", "baseline: 0"),
        ("Increase conversion by 5%", "baseline: 9%"),
        ("Increase conversion by 5%", "baseline: 9\nunit: '%'"),
        ("Increase the conversion rate by 5%", "baseline: 0.09"),
        ("Increase stars by 5 points", "baseline: 9"),
        ("Take the product from zero to one", ""),
        ("Increase stars by 20% to 480", "baseline: 400"),
        ("Improve the response time by 20%", "baseline: 40"),
        ("Stars up by 20%", "baseline: 400"),
        ("Increase customers who cut costs by 25%", "baseline: 400"),
        ("Cut stars by 100%", "baseline: 400"),
        ("Cut tickets by 20%", "baseline: 400\ntype: increase"),
    ],
)
def test_what_may_mean_something_else_is_left(title: str, fields: str) -> None:
    """A doubt about a number, its unit or its direction is enough."""
    assert lifted(_key_result(title, fields)) is None


def test_a_pipeline_number_becomes_growth_on_request() -> None:
    """An absolute target would be the next finding; growth is worked out and so waits for unsafe fixes."""
    fix = lift(_key_result("Raise leads from 650 to 1,000"))

    assert fix is not None
    assert (fix.words, fix.safe) == ("add `baseline: 650` and `growth: 53.9%`", False)


def test_a_closed_plan_is_left_as_it_was() -> None:
    """Its scores were worked out without these fields."""
    assert lift(_key_result("Raise stars from 9 to 12", status="closed")) is None
    assert lift(_key_result("Raise stars from 9 to 12")) is not None
