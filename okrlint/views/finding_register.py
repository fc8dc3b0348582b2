"""All findings of a quarter or of the files outside of quarters: by rule, with the rule's reason and every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.linting.rule import page_of
from okrlint.linting.suppressions import read_suppressions
from okrlint.model.plan import Plan
from okrlint.views.findings import finding_row, severity_counts
from okrlint.views.names import person_name
from okrlint.views.places import quarter_label, team_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from okrlint.linting.finding import Finding
    from okrlint.linting.rule import Rule
    from okrlint.linting.suppressions import Suppression
    from okrlint.model.located import Located
    from okrlint.model.portfolio import Portfolio
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

OUTSIDE = ""
"""The label of files that belong to no quarter: the company, and what cannot be read."""
_MOST = 50
"""Places that a page lists for one rule; `okrlint check --select` prints all."""


def labels_of_files(portfolio: Portfolio) -> dict[str, str]:
    """The quarter's label of each plan and pipeline file, by its path."""
    labels = {plan.document.path: quarter_label(plan) for plan in portfolio.plans}
    for pipeline in portfolio.pipelines:
        if pipeline.quarter is not None:
            labels[pipeline.document.path] = pipeline.quarter.label
    return labels


def findings_by_quarter(survey: Survey) -> dict[str, list[Finding]]:
    """The findings by the label of their file's quarter; a quarter without plans has no page and counts as none."""
    labels = labels_of_files(survey.given.portfolio)
    found: dict[str, list[Finding]] = {}
    for finding in survey.given.findings:
        label = labels.get(finding.location.path, OUTSIDE)
        found.setdefault(label if label in survey.plans_by_quarter else OUTSIDE, []).append(finding)
    return found


def suppressions_by_quarter(survey: Survey) -> dict[str, list[Suppression]]:
    """The comments that silence a rule, by the label of their file's quarter; those that do not hold are findings."""
    labels = labels_of_files(survey.given.portfolio)
    known = {name: rule.id for rule in survey.given.rules for name in (rule.id, *rule.aliases)}
    found: dict[str, list[Suppression]] = {}
    for file in survey.given.portfolio.files if known else ():
        label = labels.get(file.path, OUTSIDE)
        for one in read_suppressions(file.document, known):
            if not one.fault and not one.expired(survey.given.as_of):
                found.setdefault(label if label in survey.plans_by_quarter else OUTSIDE, []).append(one)
    return found


def register_row(findings: Sequence[Finding], silenced: Iterable[Suppression], survey: Survey) -> Row:
    """What a page of findings shows: how many of each severity, then rule by rule, then what is silenced."""
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: (-one.severity, one.rule)):
        groups.setdefault(finding.rule, []).append(finding)
    rules = {rule.id: rule for rule in survey.given.rules}
    return {
        "severities": severity_counts(findings),
        "count": len(findings),
        "rules": [_rule_row(name, found, rules.get(name), survey) for name, found in groups.items()],
        "silenced": [_silenced_row(one, survey) for one in silenced],
    }


def _rule_row(name: str, found: list[Finding], rule: Rule | None, survey: Survey) -> Row:
    summary, *reasons = rule.explanation.split("\n\n") if rule else ("",)
    return {
        "rule": name,
        "anchor": f"_{name}",
        "page": page_of(name),
        "summary": " ".join(summary.split()),
        "reasons": [" ".join(reason.split()) for reason in reasons],
        "severities": severity_counts(found),
        "findings": [_finding_row(finding, survey) for finding in found[:_MOST]],
        "left": max(0, len(found) - _MOST),
    }


def _finding_row(finding: Finding, survey: Survey) -> Row:
    owner = survey.owner_of(finding.location.path, finding.location.span.start.line)
    return {**finding_row(finding), "about": _about(owner, survey)}


def _about(owner: Located | None, survey: Survey) -> Row | None:
    """Where to look on the site; None for what has no page."""
    if owner is None:
        return None
    name = team_name(owner.team or "") if isinstance(owner, Plan) else getattr(owner, "name", "")
    return {"text": name or owner.document.path, "target": survey.places.target(owner)}


def _silenced_row(one: Suppression, survey: Survey) -> Row:
    path = one.location.path
    owner = survey.owner_of(path, one.line)
    return {
        "rules": list(one.rules),
        "reason": one.reason,
        "until": one.until or "",
        "place": f"{path}:{one.location.span.start.line}",
        "about": _about(owner, survey),
        "owners": list(_asked(owner, survey)),
    }


def _asked(owner: Located | None, survey: Survey) -> Iterator[str]:
    """Whom to ask about it: git may know who wrote the comment, the plan knows who answers for what it is about."""
    people = getattr(owner, "owners", ()) or ((owner.lead,) if isinstance(owner, Plan) and owner.lead else ())
    yield from (person_name(survey.given.company, person) for person in people)
