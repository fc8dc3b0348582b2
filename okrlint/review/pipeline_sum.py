"""What the key results of a quarter add up to against its revenue plan, before and after a change."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from okrlint.model.pipeline import Pipeline
from okrlint.model.portfolio import Portfolio
from okrlint.tuples import NamedTuple


class PipelineSum(NamedTuple):
    """Leads of one quarter, when every target is reached."""

    quarter: str
    before: Decimal | None
    after: Decimal | None
    need: Decimal

    @property
    def words(self) -> str:
        """The sum in one sentence, whole leads: promises rounded down and the need up."""
        was, now = (_whole(value) for value in (self.before, self.after))
        need = f"{self.need.to_integral_value(ROUND_CEILING):,}"
        return f"pipeline of {self.quarter}: the targets add up to {now} leads, before {was}; the plan needs {need}"


def _whole(value: Decimal | None) -> str:
    return "none" if value is None else f"{value.to_integral_value(ROUND_FLOOR):,}"


def pipeline_sums(before: Portfolio, after: Portfolio, language: str) -> tuple[PipelineSum, ...]:
    """The quarters whose sum changed, those of today's pipeline files."""
    found = (_sum(pipeline, before, after, language) for pipeline in after.pipelines)
    return tuple(entry for entry in found if entry is not None and entry.before != entry.after)


def _sum(pipeline: Pipeline, before: Portfolio, after: Portfolio, language: str) -> PipelineSum | None:
    from okrlint.linting.pipeline_sum import pipeline_sum

    if pipeline.quarter is None:
        return None
    old, new = (pipeline_sum(state, pipeline.quarter, language) for state in (before, after))
    stated = new or old
    if stated is None:
        return None
    was, now = (found.whole if found is not None else None for found in (old, new))
    return PipelineSum(pipeline.quarter.label, was, now, stated.need)
