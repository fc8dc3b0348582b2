"""What a quarter of the pipeline taught, from whatever wrote it down."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.linting.last_value import last_check_in
from okrlint.linting.pipeline_measures import plans_of, promises_of
from okrlint.linting.wording.words import LANGUAGE
from okrlint.model.quantity import Quantity
from okrlint.planning.learning import Actual, Learning, learn, learn_from
from okrlint.planning.read_inputs import calculation_of, read_inputs

if TYPE_CHECKING:
    from okrlint.model.portfolio import Portfolio
    from okrlint.model.quarter import Quarter
    from okrlint.planning.promised import Promise


def learning_of(portfolio: Portfolio, quarter: Quarter, language: str = LANGUAGE) -> Learning | None:
    """Plan against actual of a quarter; None without a plan, or while nobody has written down what became of it.

    The months of the next quarter's pipeline file are the best source. Until it is there, the last check-ins of the
    key results of closed plans stand in: a channel without one then stays open.
    """
    pipeline = portfolio.pipeline(quarter)
    calculation = None if pipeline is None else calculation_of(pipeline)
    if calculation is None:
        return None
    following = portfolio.pipeline(quarter.next())
    inputs = None if following is None else read_inputs(following).inputs
    if inputs is not None:
        return learn_from(calculation, inputs)
    closed = [plan for plan in plans_of(portfolio, quarter) if plan.status == "closed"]
    promises = promises_of(closed, language)
    ended = [(promise, value) for promise in promises if (value := _ended(promise)) is not None]
    if not ended:
        return None
    totals = [value for promise, value in ended if promise.channel is None]
    return learn(calculation, totals[0] if totals else None, _actuals(ended))


def _ended(promise: Promise) -> Decimal | None:
    found = last_check_in(promise.key_result)
    return found.value.value if found is not None and isinstance(found.value, Quantity) else None


def _actuals(ended: list[tuple[Promise, Decimal]]) -> dict[str, Actual]:
    """By channel; sessions are known only where a key result counts them beside one that counts leads."""
    leads = {promise.channel: value for promise, value in ended if promise.channel and promise.counts == "leads"}
    sessions = {promise.channel: value for promise, value in ended if promise.channel and promise.counts == "sessions"}
    return {channel: Actual(value, sessions.get(channel)) for channel, value in leads.items()}
