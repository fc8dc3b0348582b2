"""Price and churn: as stated, or worked out from their parts, and the two of one mind."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity, format_number, format_quantity
from okrlint.planning.input_counts import read_count
from okrlint.planning.input_money import Till, read_money
from okrlint.planning.input_problem import Derived, InputProblem
from okrlint.planning.input_rates import read_churn
from okrlint.planning.rates import average_sale_price, net_churn

if TYPE_CHECKING:
    from okrlint.model.pipeline import Churn, Pipeline
    from okrlint.planning.input_problem import Problems

_TOLERANCE = Decimal("0.01")
"""Share of the derived value by which a stated one may differ."""
_ROUNDING = Decimal("0.0005")
"""Half of a tenth of a percentage point, by which a small churn may."""
_CENT = Decimal("0.01")
"""The least that anything costs a month."""
_PARTS = ("opening_mrr", "churned", "contraction", "expansion", "reactivation")


def read_price(pipeline: Pipeline, till: Till, problems: Problems) -> Decimal | None:
    """What a new customer pays a month: stated, or new MRR ÷ new customers of the last month."""
    stated = _at_least_a_cent(pipeline, read_money(pipeline, "average_sale_price", till, problems), problems)
    derived = _price_of_parts(pipeline, till, problems)
    if stated is None and derived is None:
        if not any(map(pipeline.has, ("average_sale_price", "new_mrr", "new_customers"))):
            problems.miss("average_sale_price", "average_sale_price: 250")
        return None
    if stated is not None and derived is not None:
        _compare(pipeline, "average_sale_price", (stated, derived), "new_mrr ÷ new_customers", problems)
    if pipeline.has("average_sale_price"):
        return stated
    return derived


def _at_least_a_cent(pipeline: Pipeline, price: Decimal | None, problems: Problems) -> Decimal | None:
    if price is not None and price < _CENT:
        shown = format_number(price)
        problems.add(pipeline, "average_sale_price", f"`average_sale_price` is {shown}", "expected at least 0.01")
        return None
    return price


def _price_of_parts(pipeline: Pipeline, till: Till, problems: Problems) -> Decimal | None:
    new_mrr = read_money(pipeline, "new_mrr", till, problems, zero=True)
    customers = read_count(pipeline, "new_customers", problems)
    present = [field for field in ("new_mrr", "new_customers") if pipeline.has(field)]
    if len(present) == 1 and not pipeline.has("average_sale_price"):
        other = "new_customers" if present == ["new_mrr"] else "new_mrr"
        problems.add(
            pipeline, present[0], f"`{present[0]}` without `{other}`", "expected both, or `average_sale_price`"
        )
    if new_mrr is None or customers is None:
        return None
    if not customers or not new_mrr:
        field = "new_mrr" if customers else "new_customers"
        problems.add(
            pipeline, field, f"`{field}` is 0, so that there is no average price", "give `average_sale_price` instead"
        )
        return None
    return max(average_sale_price(new_mrr, customers), _CENT)


def read_net_churn(pipeline: Pipeline, till: Till, problems: Problems) -> Decimal | None:
    """The net churn a month: stated, or from its parts in the last month."""
    stated = read_churn(pipeline, "net_mrr_churn", problems)
    derived = None if pipeline.churn is None else _churn_of_parts(pipeline.churn, till, problems)
    if pipeline.churn is not None and derived is not None and derived >= 1:
        lost = format_number(derived * 100)
        problems.add(pipeline.churn, None, f"the parts of `churn` come to {lost}%", "expected less than 100%")
        return None
    if not pipeline.has("net_mrr_churn") and not pipeline.has("churn"):
        problems.miss("net_mrr_churn", "net_mrr_churn: 2% per month")
    if stated is not None and derived is not None:
        _compare(pipeline, "net_mrr_churn", (stated, derived), "the parts of `churn`", problems)
    return stated if pipeline.has("net_mrr_churn") else derived


def _churn_of_parts(churn: Churn, till: Till, problems: Problems) -> Decimal | None:
    absent = [field for field in _PARTS if not churn.has(field)]
    if absent:
        names = ", ".join(f"`{field}`" for field in absent)
        problems.add(churn, None, f"`churn` lacks {names}", "expected an amount for each part, 0 where there was none")
    amounts = [read_money(churn, field, till, problems, zero=field != "opening_mrr") for field in _PARTS]
    known = [amount for amount in amounts if amount is not None]
    return net_churn(*known) if len(known) == len(_PARTS) else None


def _compare(pipeline: Pipeline, field: str, values: tuple[Decimal, Decimal], source: str, problems: Problems) -> None:
    """Say where a stated value is not what its parts come to, rounding left aside."""
    stated, derived = values
    quantity: Quantity = getattr(pipeline, field)
    if abs(stated - derived) <= max(_TOLERANCE * abs(derived), _ROUNDING):
        return
    text = _written(quantity, derived)
    problems.found.append(
        InputProblem(
            pipeline.at(field),
            f"`{field}` is {format_quantity(quantity)}, but {source} come to {text}",
            f"write `{field}: {text}`, or correct the parts",
            Derived(pipeline, field, text),
        )
    )


def _written(quantity: Quantity, derived: Decimal) -> str:
    """The derived value in the form of the stated one."""
    if quantity.unit == "%":
        return f"{_plain(derived * 100, 2)}% per month"
    sign = quantity.unit if quantity.unit in ("$", "€", "£", "¥") else ""
    return f"{sign}{_plain(derived, 2)}"


def _plain(value: Decimal, places: int) -> str:
    rounded = f"{value:.{places}f}"
    return rounded.rstrip("0").rstrip(".")
