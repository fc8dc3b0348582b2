"""The numbers behind the pipeline key results of a quarter."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from okrlint.model.fields import Fields, quantity_or_none
from okrlint.model.located import Located
from okrlint.model.quantity import Quantity
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter

if TYPE_CHECKING:
    from okrlint.source.document import Document


class Churn(Located):
    """The parts of net churn, in the last month."""

    FIELDS: ClassVar = ("opening_mrr", "churned", "contraction", "expansion", "reactivation")
    GRIP: ClassVar = ("opening_mrr",)

    opening_mrr: Quantity | None = None
    churned: Quantity | None = None
    contraction: Quantity | None = None
    expansion: Quantity | None = None
    reactivation: Quantity | None = None


class Conversion(Located):
    """The share of leads that become customers, and where the number comes from."""

    FIELDS: ClassVar = ("rate", "source", "range")
    GRIP: ClassVar = ("rate",)

    rate: Quantity | None = None
    source: str | None = None
    """measured or benchmark."""
    range: tuple[Quantity, ...] = ()
    """Low and high end of a benchmark."""


class Channel(Located):
    """Where leads come from."""

    FIELDS: ClassVar = ("id", "name", "class", "sessions", "leads", "cap", "cost_per_session")

    id: str | None = None
    name: str | None = None
    kind: str | None = None
    """organic, owned, referral or paid (`class`)."""
    sessions: dict[str, Quantity]
    """By month, such as 2026-04."""
    leads: dict[str, Quantity]
    """By month."""
    cap: Quantity | None = None
    """The most that it can grow in a quarter."""
    cost_per_session: Quantity | None = None


class Pipeline(Located):
    """The pipeline file of a quarter."""

    FIELDS: ClassVar = (
        *("kind", "version", "quarter", "as_of", "currency", "mrr", "growth", "average_sale_price", "new_mrr"),
        *("new_customers", "net_mrr_churn", "churn", "lead_definition", "lead_to_customer", "sales_cycle"),
        *("leads", "channels", "budget", "people"),
    )
    GRIP: ClassVar = ("quarter", "kind")

    quarter_text: str | None = None
    quarter: Quarter | None = None
    as_of: datetime.date | None = None
    currency: str | None = None
    mrr: Quantity | None = None
    growth: Quantity | None = None
    average_sale_price: Quantity | None = None
    new_mrr: Quantity | None = None
    new_customers: Quantity | None = None
    net_mrr_churn: Quantity | None = None
    churn: Churn | None = None
    lead_definition: str | None = None
    lead_to_customer: Conversion | None = None
    sales_cycle: Quantity | None = None
    leads: dict[str, Quantity]
    """By month, such as 2026-04."""
    channels: tuple[Channel, ...] = ()
    budget: Quantity | None = None
    people: Quantity | None = None

    @property
    def address(self) -> str:
        """How other files refer to it."""
        return f"pipeline/{self.quarter_text or ''}"


def build_pipeline(document: Document, fiscal_start: int) -> Pipeline:
    """The pipeline of a document whose data is a mapping; never raises on any data."""
    fields = Fields(document, (), document.data)
    text = fields.text("quarter")
    return Pipeline(
        document=document,
        path=(),
        quarter_text=text,
        quarter=_quarter(text, fiscal_start),
        as_of=fields.date("as_of"),
        currency=fields.text("currency"),
        mrr=fields.quantity("mrr"),
        growth=fields.quantity("growth"),
        average_sale_price=fields.quantity("average_sale_price"),
        new_mrr=fields.quantity("new_mrr"),
        new_customers=fields.quantity("new_customers"),
        net_mrr_churn=fields.quantity("net_mrr_churn"),
        churn=_churn(fields.inner("churn")),
        lead_definition=fields.text("lead_definition"),
        lead_to_customer=_conversion(fields.inner("lead_to_customer")),
        sales_cycle=fields.quantity("sales_cycle"),
        leads=_months(fields, "leads"),
        channels=fields.build("channels", _channel),
        budget=fields.quantity("budget"),
        people=fields.quantity("people"),
    )


def _quarter(text: str | None, fiscal_start: int) -> Quarter | None:
    try:
        return parse_quarter(text, fiscal_start) if text else None
    except NotAQuarter:
        return None


def _months(fields: Fields, name: str) -> dict[str, Quantity]:
    value = fields.data.get(name)
    if not isinstance(value, dict):
        return {}
    read = ((month, quantity_or_none(number)) for month, number in value.items())
    return {month: number for month, number in read if number is not None}


def _churn(fields: Fields | None) -> Churn | None:
    if fields is None:
        return None
    return Churn(
        **fields.place(),
        opening_mrr=fields.quantity("opening_mrr"),
        churned=fields.quantity("churned"),
        contraction=fields.quantity("contraction"),
        expansion=fields.quantity("expansion"),
        reactivation=fields.quantity("reactivation"),
    )


def _conversion(fields: Fields | None) -> Conversion | None:
    if fields is None:
        return None
    ends = fields.data.get("range")
    limits = (quantity_or_none(item) for item in (ends if isinstance(ends, list) else ()))
    return Conversion(
        **fields.place(),
        rate=fields.quantity("rate"),
        source=fields.text("source"),
        range=tuple(limit for limit in limits if limit is not None),
    )


def _channel(fields: Fields) -> Channel:
    return Channel(
        **fields.place(),
        id=fields.text("id"),
        name=fields.text("name"),
        kind=fields.text("class"),
        sessions=_months(fields, "sessions"),
        leads=_months(fields, "leads"),
        cap=fields.quantity("cap"),
        cost_per_session=fields.quantity("cost_per_session"),
    )
