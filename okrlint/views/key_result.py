"""A key result as a row: everything that a page says about it, in words and plain numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from okrlint.model.key_result import HOLDS
from okrlint.model.limit_score import limits
from okrlint.model.pace import pace_of
from okrlint.model.quantity import format_number
from okrlint.model.score_reasons import limit_words
from okrlint.views.actions import action_row, milestone_row
from okrlint.views.bars import bullet_row, line_row
from okrlint.views.check_ins import check_in_rows, latest_words
from okrlint.views.close import close_row, revision_row
from okrlint.views.findings import finding_row
from okrlint.views.names import metric_name, person_name, reference
from okrlint.views.numbers import goal_text, plural, score_text, signed, unit_word, value_text
from okrlint.views.statuses import status_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.pace import Pace
    from okrlint.model.score import Score
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def key_result_row(key_result: KeyResult, survey: Survey) -> Row:
    """All that is known of a key result on the day of the survey."""
    as_of = survey.given.as_of
    result = survey.score(key_result)
    going = pace_of(key_result, result, as_of)
    status = status_of(key_result, result, going)
    before = _before(key_result, survey)
    line = line_row(key_result, result, as_of)
    bullet = bullet_row(key_result, result, going, before.value if before else None)
    return {
        **_identity(key_result, survey),
        "status": status,
        **_measured(key_result, result, going),
        "dot": None if result.score is None else (float(result.score), status.tone),
        "facts": list(_facts(key_result, result, before, as_of)),
        "bullet": bullet and {**bullet, "tone": status.tone},
        "line": line and {**line, "tone": status.tone},
        **_work(key_result, survey),
    }


def _identity(key_result: KeyResult, survey: Survey) -> Row:
    company = survey.given.company
    return {
        "anchor": survey.places.anchor(key_result),
        "plan_anchor": survey.places.plan_anchor(key_result),
        "target": survey.places.target(key_result),
        "title": key_result.name,
        "owners": [person_name(company, owner) for owner in key_result.owners],
        "metric": metric_name(company, key_result.metric) if key_result.metric else "",
        "guard": metric_name(company, key_result.guard) if key_result.guard else "",
        "shared_with": [reference(survey, address) for address in key_result.shared_with],
        "commitment": key_result.commitment,
        "note": key_result.note or "",
        "due": key_result.stated_due,
        "weight": format_number(key_result.weight) if key_result.weight != 1 else "",
    }


def _measured(key_result: KeyResult, result: Score, going: Pace) -> Row:
    return {
        "score": score_text(result.score),
        "reason": result.reason,
        "beyond": _beyond(result.raw),
        "pace": _pace_words(key_result, going),
        "gap": going.gap,
    }


def _beyond(raw: Decimal | None) -> str:
    if raw is None or 0 <= raw <= 1:
        return ""
    return f"went backwards: {score_text(raw)}" if raw < 0 else f"overshot: {score_text(raw)}"


def _pace_words(key_result: KeyResult, going: Pace) -> str:
    """Where it should be by now and where it leads; nothing once the plan is closed."""
    if going.expected is None or key_result.plan.status == "closed":
        return ""
    if key_result.type in HOLDS:
        return ""
    words = f"expected by now {score_text(going.expected)}, for par {score_text(going.par)}"
    return words if going.forecast is None else f"{words}; at this pace it ends at {score_text(going.forecast)}"


class _Before(NamedTuple):
    """The key result that another one carries on."""

    key_result: KeyResult
    value: Decimal
    """At which it ended."""
    scored: str
    """Its score in words, or nothing."""


def _before(key_result: KeyResult, survey: Survey) -> _Before | None:
    """How the key result that this one carries on ended; None where there is none, or no number."""
    found = survey.given.portfolio.predecessor(key_result)
    if found is None or found is key_result:
        return None
    result = survey.score(found)
    if result.current is None or isinstance(result.current, bool) or found.type == "milestones":
        return None
    return _Before(found, result.current, f"scored {score_text(result.score)}" if result.score is not None else "")


def _facts(key_result: KeyResult, result: Score, before: _Before | None, as_of: date) -> Iterator[Row]:
    """Where it comes from, where it should go and where it is, in this order."""
    start = key_result.baseline.value if key_result.baseline else None
    if before is not None and (start is None or before.value != start.value):
        yield _fact("Last quarter", value_text(before.key_result, before.value), before.scored)
    if start is not None:
        yield _fact("Baseline", value_text(key_result, start), _baseline_note(key_result, before))
    if result.current is not None and key_result.type != "milestones":
        label = "Reached" if key_result.plan.status == "closed" else "Now"
        yield _fact(label, value_text(key_result, result.current), latest_words(key_result, as_of))
    goal, growth = _goal_words(key_result), key_result.growth
    if goal:
        yield _fact("Target", f"{goal} {unit_word(key_result)}", signed(growth) if growth else "")


def _baseline_note(key_result: KeyResult, before: _Before | None) -> str:
    """When and where it was measured, and the last score where that quarter ended at just this value."""
    start = key_result.baseline
    if start is None or start.value is None:
        return ""
    same = before is not None and before.value == start.value.value
    return ", ".join(filter(None, (start.period, start.source, before.scored if same and before else "")))


def _fact(label: str, text: str, note: str) -> Row:
    return {"label": label, "text": text.strip(), "note": note}


def _goal_words(key_result: KeyResult) -> str:
    if key_result.type in HOLDS:
        low, high = limits(key_result)
        return "" if low is None and high is None else limit_words(low, high, key_result.unit)
    if key_result.type == "milestones":
        return plural(len(key_result.milestones), "step")
    return "" if key_result.goal is None else goal_text(key_result, key_result.goal)


def _work(key_result: KeyResult, survey: Survey) -> Row:
    company, as_of = survey.given.company, survey.given.as_of
    open_until = None if key_result.plan.status == "closed" else as_of
    return {
        "actions": [action_row(action, company, open_until) for action in key_result.actions],
        "milestones": [milestone_row(step, open_until) for step in key_result.milestones],
        **check_in_rows(key_result, company, as_of),
        "revisions": [revision_row(revision, company) for revision in key_result.revisions],
        "close": close_row(key_result),
        "findings": [finding_row(f) for f in survey.findings_at(key_result)],
    }
