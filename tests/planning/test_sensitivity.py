"""What an input that is off by a tenth costs."""

from __future__ import annotations

from decimal import Decimal

from okrlint.planning.sensitivity import leads_needed, sensitivity
from tests.planning.worked_example import calculation, inputs, near


def test_the_costliest_input_comes_first() -> None:
    """Price and conversion weigh most: a tenth less of either also weakens the months whose leads exist already."""
    rows = sensitivity(inputs())

    assert [row.name for row in rows] == [
        "average_sale_price", "lead_to_customer", "mrr", "growth", "sales_cycle", "net_mrr_churn",
    ]  # fmt: skip
    assert near(rows[0].leads, "2989.1239")
    assert rows == calculation().sensitivity


def test_every_row_is_a_calculation_of_its_own() -> None:
    """A row is the need with this one number changed."""
    given = inputs()
    churn = next(row for row in sensitivity(given) if row.name == "net_mrr_churn")

    assert churn.after == Decimal("0.022")
    assert churn.leads == leads_needed(given.changed(churn=Decimal("0.022")))


def test_a_longer_cycle_is_a_month_longer() -> None:
    """Leads of the quarter then serve the months from October on."""
    given = inputs()
    longer = next(row for row in sensitivity(given) if row.name == "sales_cycle")

    assert given.changed(cycle=longer.after).lag == given.lag + 1
