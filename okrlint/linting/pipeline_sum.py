"""What the key results of a quarter add up to against its pipeline plan, from a portfolio alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.linting.pipeline_measures import plans_of, promises_of
from okrlint.linting.wording.words import LANGUAGE
from okrlint.planning.promised import promised
from okrlint.planning.read_inputs import calculation_of

if TYPE_CHECKING:
    from okrlint.model.portfolio import Portfolio
    from okrlint.model.quarter import Quarter
    from okrlint.planning.promised import Promised


def pipeline_sum(portfolio: Portfolio, quarter: Quarter, language: str = LANGUAGE) -> Promised | None:
    """The sum of a quarter's pipeline key results beside the need of its plan; for comparing two states of the files.

    None without a pipeline file whose numbers can be used, and where no key result can be set against it.
    """
    pipeline = portfolio.pipeline(quarter)
    calculation = None if pipeline is None else calculation_of(pipeline)
    if calculation is None:
        return None
    return promised(promises_of(plans_of(portfolio, quarter), language), calculation)
