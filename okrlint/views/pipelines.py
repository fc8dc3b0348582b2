"""The pages of a quarter's pipeline file: which there are, where they stand, and what each of them begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from okrlint.planning.read_inputs import calculation_of
from okrlint.tuples import NamedTuple
from okrlint.views.findings import finding_row
from okrlint.views.places import HOME, quarter_path
from okrlint.views.report import Page

if TYPE_CHECKING:
    from okrlint.model.pipeline import Pipeline
    from okrlint.model.quarter import Quarter
    from okrlint.planning.calculation import Calculation
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

PIPELINE, CHANNELS, CAPACITY = "pipeline", "channels", "capacity"
NAMES = {PIPELINE: "Pipeline plan", CHANNELS: "Channels", CAPACITY: "Capacity and budget"}
"""The pages by the last part of their path."""


class PipelineQuarter(NamedTuple):
    """A quarter that has a pipeline file."""

    quarter: Quarter
    pipeline: Pipeline
    calculation: Calculation | None
    """None where the numbers of the file cannot be used."""

    def has(self, kind: str) -> bool:
        """Whether there is a page of this kind: one without numbers would be empty."""
        plan = self.calculation
        if kind == PIPELINE or plan is None:
            return kind == PIPELINE
        return bool(plan.channels) if kind == CHANNELS else bool(plan.cost or plan.inputs.budget or plan.inputs.people)


def pipeline_quarters(survey: Survey) -> tuple[PipelineQuarter, ...]:
    """Every quarter with a pipeline file, in time; the first file by path where a quarter has two."""
    portfolio = survey.given.portfolio
    quarters = sorted({found.quarter for found in portfolio.pipelines if found.quarter is not None}, key=_start)
    rows = ((quarter, portfolio.pipeline(quarter)) for quarter in quarters)
    return tuple(PipelineQuarter(q, found, calculation_of(found)) for q, found in rows if found is not None)


def _start(quarter: Quarter) -> str:
    return quarter.start.isoformat()


def path_of(quarter: Quarter, kind: str) -> str:
    """Where a page stands: beside the folders of the quarter's teams, so that no team can take its place."""
    return f"{quarter_path(quarter.label).rpartition('/')[0]}/{kind}"


def links_of(one: PipelineQuarter) -> list[Row]:
    """The pages that a quarter's pipeline has, for whoever wants to lead there."""
    return [{"text": NAMES[kind], "target": path_of(one.quarter, kind)} for kind in NAMES if one.has(kind)]


def pages_of(survey: Survey, kind: str, work_out: Callable[[PipelineQuarter, Survey], Row]) -> Iterator[Page]:
    """One page of a kind for each quarter that has it; `work_out` gives what is on it beside the frame."""
    found = [one for one in pipeline_quarters(survey) if one.has(kind)]
    overviews = {row["label"] for row in survey.quarters}
    for place, one in enumerate(found):
        label = one.quarter.label
        crumbs = [(survey.site["name"], HOME)]
        if label in overviews:
            crumbs.append((label, quarter_path(label)))
        data = {
            **_frame(one, kind, survey),
            "earlier": _link(found[place - 1], kind) if place else None,
            "later": _link(found[place + 1], kind) if place + 1 < len(found) else None,
            **work_out(one, survey),
        }
        yield Page(path_of(one.quarter, kind), f"{NAMES[kind]} {label}", NAMES[kind], tuple(crumbs), data)


def _frame(one: PipelineQuarter, kind: str, survey: Survey) -> Row:
    path = one.pipeline.document.path
    own = [finding for finding in survey.given.findings if finding.location.path == path]
    return {
        "title": NAMES[kind],
        "quarter": one.quarter.label,
        "file": path,
        "others": [row for row in links_of(one) if row["text"] != NAMES[kind]],
        "usable": one.calculation is not None,
        "findings": [finding_row(finding) for finding in own],
    }


def _link(one: PipelineQuarter, kind: str) -> Row:
    return {"label": one.quarter.label, "target": path_of(one.quarter, kind)}
