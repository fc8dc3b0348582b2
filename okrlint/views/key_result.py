"""A key result as a row: everything that a page says about it, in words and plain numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.pace import Pace, pace_of
from okrlint.model.quantity import format_number
from okrlint.views.actions import action_row, milestone_row
from okrlint.views.bars import bullet_row, line_row
from okrlint.views.check_ins import check_in_rows
from okrlint.views.close import close_row, revision_row
from okrlint.views.findings import finding_row
from okrlint.views.key_result_numbers import before, numbers_of, outlook_of
from okrlint.views.names import metric_name, person_name, reference, relative
from okrlint.views.numbers import score_text
from okrlint.views.past import confidence_row, origins_of, promised_facts, with_commits, with_origin, with_recorded
from okrlint.views.statuses import DRAFT, DROPPED, status_of

if TYPE_CHECKING:
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def key_result_row(key_result: KeyResult, survey: Survey) -> Row:
    """All that is known of a key result on the day of the survey."""
    as_of = survey.given.as_of
    result = survey.score(key_result)
    going = pace_of(key_result, result, as_of)
    status = status_of(key_result, result, going)
    if status in (DRAFT, DROPPED):
        going = Pace("none")
    last = before(key_result, survey)
    line = line_row(with_recorded(key_result, survey), going, as_of)
    bullet = bullet_row(key_result, result, going, last.value if last else None)
    facts = [
        *(with_origin(fact, key_result, survey) for fact in numbers_of(key_result, result, last, as_of)),
        *promised_facts(key_result, survey),
        *outlook_of(key_result, going, as_of),
    ]
    return {
        **_identity(key_result, survey),
        **_relations(key_result, survey),
        "status": status,
        "score": score_text(result.score),
        "reason": result.reason,
        "beyond": _beyond(result.raw),
        "gap": going.gap,
        "dot": None if result.score is None else (float(result.score), status.tone),
        "facts": facts,
        "origins": origins_of(facts),
        "bullet": bullet and {**bullet, "tone": status.tone},
        "line": line and {**line, "tone": status.tone},
        "sure": confidence_row(key_result, survey),
        **_work(key_result, survey),
    }


def _identity(key_result: KeyResult, survey: Survey) -> Row:
    company = survey.given.company
    return {
        "number": key_result.number,
        "anchor": survey.places.anchor(key_result),
        "plan_anchor": survey.places.plan_anchor(key_result),
        "target": survey.places.target(key_result),
        "title": key_result.name,
        "owners": [person_name(company, owner) for owner in key_result.owners],
        "metric": metric_name(company, key_result.metric) if key_result.metric else "",
        "guard": metric_name(company, key_result.guard) if key_result.guard else "",
        "commitment": key_result.commitment,
        "note": key_result.note or "",
        "due": key_result.stated_due,
        "weight": format_number(key_result.weight) if key_result.weight != 1 else "",
        "line_number": key_result.at().span.start.line,
    }


def _relations(key_result: KeyResult, survey: Survey) -> Row:
    """Whom it is shared with, in whichever file that is said, and what is there to support it."""
    named = [reference(survey, address) for address in key_result.shared_with]
    return {
        "shared_with": named + [relative(survey, found) for found in survey.relations.sharers(key_result)],
        "supporters": [relative(survey, found) for found in survey.relations.supporters(key_result)],
    }


def _beyond(raw: Decimal | None) -> str:
    if raw is None or 0 <= raw <= 1:
        return ""
    return f"went backwards: {score_text(raw)}" if raw < 0 else f"overshot: {score_text(raw)}"


def _work(key_result: KeyResult, survey: Survey) -> Row:
    company, as_of = survey.given.company, survey.given.as_of
    open_until = None if key_result.plan.status == "closed" else as_of
    return {
        "actions": [action_row(action, company, open_until) for action in key_result.actions],
        "milestones": [milestone_row(step, open_until) for step in key_result.milestones],
        **with_commits(check_in_rows(with_recorded(key_result, survey), company, as_of), key_result, survey),
        "revisions": [revision_row(revision, company) for revision in key_result.revisions],
        "close": close_row(key_result),
        "findings": [finding_row(f) for f in survey.findings_at(key_result)],
    }
