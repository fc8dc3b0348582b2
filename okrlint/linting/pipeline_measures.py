"""Which key results can be set against the pipeline plan of their quarter: they count leads, sessions or revenue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from okrlint.linting.wording.pipeline import counts_all_leads, is_pipeline, is_rate, measured_text, tokens
from okrlint.linting.wording.words import LANGUAGE, words
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from okrlint.model.company import Company
    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio
    from okrlint.model.quarter import Quarter
    from okrlint.planning.promised import Promise
    from okrlint.source.span import Location

_FILE = "pipeline_measures"


def measure_of(key_result: KeyResult, language: str = LANGUAGE) -> str | None:
    """`leads` or `sessions` for a key result of a channel, `leads` for one about leads of every kind, else None."""
    if not is_pipeline(key_result, language):
        return None
    found = {token for token in tokens(measured_text(key_result)) if not token[0].isdigit()}
    if key_result.channel is not None:
        return next((measure for measure in ("leads", "sessions") if found & words(_FILE, measure, language)), None)
    if counts_all_leads(key_result, language) or _is_filled(found, language):
        return "leads"
    return None


def _is_filled(found: set[str], language: str) -> bool:
    """Whether a title names leads and nothing that makes them a part of all leads."""
    allowed = words("pipeline", "all leads", language) | words(_FILE, "filler", language)
    return bool(found & words(_FILE, "leads", language)) and found <= allowed


def leads_metric(company: Company | None, language: str = LANGUAGE) -> str | None:
    """The company's registered metric that counts leads of every kind, by its id."""
    metrics = (metric for metric in (company.metrics if company is not None else ()) if metric.category == "pipeline")
    names = ((metric.id, set(tokens(metric.name or metric.id or ""))) for metric in metrics)
    return next((metric_id for metric_id, name in names if _is_filled(name, language)), None)


def is_revenue(key_result: KeyResult, language: str = LANGUAGE) -> bool:
    """Whether a key result counts recurring revenue: by the category of its metric, else by its words."""
    if is_rate(key_result):
        return False
    registered = key_result.registered
    if registered is not None and registered.category is not None:
        return registered.category == "revenue"
    return not words(_FILE, "revenue", language).isdisjoint(tokens(measured_text(key_result)))


def promises_of(plans: Iterable[Plan], language: str = LANGUAGE) -> tuple[Promise, ...]:
    """The key results of some plans that can be set against a pipeline plan, in order."""
    from okrlint.planning.promised import Promise

    rows = ((kr, measure_of(kr, language)) for plan in plans for kr in plan.counted_key_results)
    return tuple(Promise(kr, measure, kr.channel) for kr, measure in rows if measure is not None)


def plans_of(portfolio: Portfolio, quarter: Quarter | None) -> tuple[Plan, ...]:
    """Every team's plan for a quarter."""
    return portfolio.plans_of_quarter(quarter)


def open_plans_of(portfolio: Portfolio, quarter: Quarter | None) -> tuple[Plan, ...]:
    """Those that are not closed: what is over can no longer be planned better."""
    return tuple(plan for plan in plans_of(portfolio, quarter) if plan.status != "closed")


class SumBefore(NamedTuple):
    """What a pipeline file says of the quarter before its own."""

    value: Decimal
    location: Location
    """Of the months that were added up."""
    label: str
    """The quarter before."""
    path: str
    """The pipeline file."""


def sum_before(key_result: KeyResult, portfolio: Portfolio, language: str = LANGUAGE) -> SumBefore | None:
    """Last quarter's sum of what a key result counts: all leads, or the leads or sessions of its channel."""
    quarter = key_result.plan.quarter
    pipeline = portfolio.pipeline(quarter) if quarter is not None and portfolio.pipelines else None
    measure = measure_of(key_result, language) if pipeline is not None else None
    if quarter is None or pipeline is None or measure is None:
        return None
    channel = next((found for found in pipeline.channels if found.id == key_result.channel), None)
    source = pipeline if key_result.channel is None else channel
    if source is None:
        return None
    from okrlint.planning.month import months_of

    counts = getattr(source, measure)
    labels = [month.label for month in months_of(quarter.previous())]
    if not all(label in counts for label in labels):
        return None
    total = sum(counts[label].value for label in labels)
    return SumBefore(total, source.at(measure), quarter.previous().label, pipeline.document.path)
