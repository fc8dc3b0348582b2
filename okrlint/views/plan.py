"""A plan as a row: one team, one quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.scoring import mean_of_objectives
from okrlint.views.bars import PAR, mean_row
from okrlint.views.findings import finding_row, severity_counts
from okrlint.views.names import person_name
from okrlint.views.numbers import score_text
from okrlint.views.objective import objective_row
from okrlint.views.places import quarter_label, team_name, team_path
from okrlint.views.statuses import mean_tone, status_counts
from okrlint.views.weeks import week_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from okrlint.linting.finding import Finding
    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def plan_row(plan: Plan, survey: Survey) -> Row:
    """All that is known of a plan; objectives that do not count stand apart under `others`."""
    counted = set(plan.counted)
    rows = [(objective_row(objective, survey), objective in counted) for objective in plan.objectives]
    active = [row for row, counts in rows if counts]
    result = mean_of_objectives(survey.objective_score(objective) for objective in plan.counted)
    return {
        **_identity(plan, survey),
        "score": score_text(result.score),
        "minimum": score_text(result.minimum),
        "bullet": mean_row(result.score, None, PAR, mean_tone(result.score, plan)),
        "objectives": active,
        "others": [row for row, counts in rows if not counts],
        "key_result_count": sum(len(row["key_results"]) for row in active),
        "statuses": status_counts(kr["status"] for row in active for kr in row["key_results"]),
        "dots": [kr["dot"] for row in active for kr in row["key_results"] if kr["dot"]],
        "newest": (newest := _newest(plan, survey.given.as_of)),
        "age": None if newest is None else (survey.given.as_of - newest).days,
        "findings": [finding_row(finding) for finding in survey.findings_at(plan)],
        "severities": severity_counts(findings_of(plan, survey)),
    }


def _identity(plan: Plan, survey: Survey) -> Row:
    company = survey.given.company
    return {
        "path": survey.places.plan(plan),
        "team_path": team_path(plan.team) if plan.team else None,
        "file": plan.document.path,
        "team": team_name(plan.team) if plan.team else plan.document.path,
        "quarter": quarter_label(plan),
        "status": plan.status,
        "lead": person_name(company, plan.lead) if plan.lead else "",
        "agreed": plan.agreed.date if plan.agreed else None,
        "agreed_by": [person_name(company, person) for person in plan.agreed.by] if plan.agreed else [],
        "note": plan.note or "",
        "reviews": [{"date": review.date or "", "note": review.note or ""} for review in reversed(plan.reviews)],
        "week": week_row(plan.quarter, survey.given.as_of),
    }


def _newest(plan: Plan, as_of: date) -> date | None:
    """The day of the newest check-in of anything that counts."""
    days = (entry.date for kr in plan.counted_key_results for entry in kr.check_ins if entry.date)
    return max((day for day in days if day <= as_of), default=None)


def findings_of(plan: Plan, survey: Survey) -> Iterator[Finding]:
    """Every finding about a plan or any part of it."""
    yield from survey.findings_at(plan)
    for objective in plan.objectives:
        yield from survey.findings_at(objective)
        for key_result in objective.key_results:
            yield from survey.findings_at(key_result)
