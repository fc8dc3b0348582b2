"""One call about a pipeline file: the plan in the file, the one with other numbers, and what is said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from okrlint.discovery import load, names
from okrlint.errors import OkrlintError
from okrlint.linting.finding import SEVERITIES
from okrlint.linting.format import FormatInput
from okrlint.linting.pipeline_measures import leads_metric
from okrlint.model.pipeline import Pipeline
from okrlint.planning.key_results import propose
from okrlint.planning.read_inputs import calculation_of
from okrlint.planning.what_if import changed
from okrlint.records import Record
from okrlint.views.proposed import item, key_results_yaml
from okrlint.workspace.key_result_writing import find_objective, write_key_results
from okrlint.workspace.pipeline_file import find_file, findings_of, load_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.linting.run import Outcome
    from okrlint.model.portfolio import Portfolio
    from okrlint.planning.calculation import Calculation
    from okrlint.planning.key_results import Proposal
    from okrlint.workspace.workspace import Workspace

_FORMATS = "okrlint.formats"


class PipelineRun(Record):
    """A pipeline file, read and worked out."""

    workspace: Workspace
    portfolio: Portfolio
    path: str
    outcome: Outcome
    """What is wrong with its numbers."""
    settings: tuple[str, ...]
    """`NAME=VALUE` of other numbers."""
    stated: Calculation | None
    """By the numbers of the file; None where they cannot be used."""
    calculation: Calculation | None
    """By the other numbers, where there are any."""

    @property
    def plan(self) -> Calculation:
        """The calculation that the call is about. Raises OkrlintError where there is none."""
        if self.calculation is None:
            raise OkrlintError(f"{self.path} cannot be worked out")
        return self.calculation

    @property
    def fails(self) -> bool:
        """Whether a number fails the check, or there are leads that no channel can bring."""
        limit = SEVERITIES.get(self.workspace.settings.fail_on)
        has_findings = limit is not None and any(finding.severity >= limit for finding in self.outcome.findings)
        return has_findings or self.plan.shortfall > 0

    def findings(self, form: str) -> str:
        """What is wrong with the numbers, in the form asked for where findings have it."""
        if not self.outcome.findings:
            raise OkrlintError(f"{self.path} cannot be worked out: what is wrong with it is suppressed")
        known = form if form in names(_FORMATS) else "text"
        sources = {file.path: file.document.text for file in self.portfolio.files}
        rules = {rule.id: rule for rule in self.workspace.rules}
        text: str = load(_FORMATS, known, "FORMAT").render(FormatInput(self.outcome, sources, rules))
        return text

    def document(self, form: str) -> str:
        """The plan, below a comparison where the call gives other numbers."""
        if form == "json":
            return _json(self._data())
        from okrlint.rendering.sections import Section, as_markdown, as_text
        from okrlint.views.pipeline_plan import sections_of, short_sections_of, title_of
        from okrlint.views.what_if import comparison

        sections = list(sections_of(self.plan))
        if self.settings and self.stated is not None:
            sections = [comparison(self.stated, self.plan, self.settings), *short_sections_of(self.plan)]
        if self.outcome.findings:
            sections.append(Section("Findings", self._finding_lines(), listed=True))
        return (as_text if form == "text" else as_markdown)(title_of(self.plan), sections)

    def _finding_lines(self) -> tuple[str, ...]:
        return tuple(
            f"{found.location.path}:{found.location.span.start.line}: {found.severity} {found.rule}: {found.message}"
            for found in self.outcome.findings
        )

    def _data(self) -> dict[str, Any]:
        from okrlint.views.pipeline_json import plan_data

        data: dict[str, Any] = {"version": 1, "path": self.path, "findings": list(self._finding_lines())}
        data["plan"] = plan_data(self.stated or self.plan)
        if self.settings:
            data["what_if"] = {"set": list(self.settings), "plan": plan_data(self.plan)}
        return data

    def key_results(self, form: str, commitments: Sequence[str], owner: str | None, channels: Sequence[str]) -> str:
        """Key results to paste, each way of committing to them apart."""
        found = {one: self._proposals(one, channels) for one in commitments}
        if form == "json":
            return _json({one: [item(proposal, owner) for proposal in rows] for one, rows in found.items()})
        blocks = [key_results_yaml(rows, one, owner) for one, rows in found.items()]
        return "\n".join(f"```yaml\n{block}```\n" if form == "markdown" else block for block in blocks)

    def _proposals(self, commitment: str, channels: Sequence[str]) -> tuple[Proposal, ...]:
        known = [row.channel.id for row in self.plan.channels]
        for channel in channels:
            if channel not in known:
                raise OkrlintError(f"--channel: {channel} is none of {', '.join(known) or 'no channels at all'}")
        language = self.workspace.settings.language(self.workspace.rules)
        metric = leads_metric(self.portfolio.company, language)
        return propose(self.plan, commitment, source=self.path, leads_metric=metric, channels=channels or None)

    def write(self, address: str, commitment: str | None, owner: str | None, channels: Sequence[str]) -> str:
        """Write the key results into a plan; the sentence that says so. Raises OkrlintError."""
        objective = find_objective(self.portfolio, address, self.plan.inputs.quarter)
        own = objective.commitment or "aspirational"
        items = [item(found, owner, without=own) for found in self._proposals(commitment or own, channels)]
        if not items:
            raise OkrlintError("--write: nothing needs to grow, so there is no key result to write")
        write_key_results(self.workspace, objective, items)
        count = f"{len(items)} key result{'s' if len(items) > 1 else ''}"
        return f"{objective.document.path}: {count} added to {address}; okrlint check says what they lack"


def start(workspace: Workspace, file: str | None, settings: tuple[str, ...]) -> PipelineRun:
    """Read the file of a call and work it out. Raises OkrlintError for a bad call."""
    portfolio = load_with(workspace, file)
    found = find_file(workspace, portfolio, file)
    pipeline = found.item if isinstance(found.item, Pipeline) else None
    stated = None if pipeline is None else calculation_of(pipeline)
    other = None if pipeline is None or stated is None else calculation_of(_with(pipeline, settings))
    outcome = findings_of(workspace, portfolio, found.path)
    return PipelineRun(
        workspace=workspace,
        portfolio=portfolio,
        path=found.path,
        outcome=outcome,
        settings=settings,
        stated=stated,
        calculation=other,
    )


def _with(pipeline: Pipeline, settings: Sequence[str]) -> Pipeline:
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not value.strip():
            raise OkrlintError(f"--set: {setting} is not NAME=VALUE, such as conversion=3.5%")
        pipeline = changed(pipeline, name.strip(), value.strip())
    return pipeline


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    """A decimal of a key result as a number."""
    return int(value) if value == int(value) else float(value)
