"""The weekly meeting of a team on one page: progress first, three at most that are behind, and what comes first."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.key_result import HOLDS
from okrlint.model.limit_score import limits
from okrlint.model.pace import pace_of
from okrlint.model.progress import within
from okrlint.model.quantity import format_number
from okrlint.tuples import NamedTuple
from okrlint.views.due import due_on
from okrlint.views.names import metric_name, person_name, reference
from okrlint.views.numbers import score_text, value_text
from okrlint.views.places import quarter_label, team_name
from okrlint.views.statuses import NO_SCORE, status_of
from okrlint.views.weeks import week_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from okrlint.model.action import Action
    from okrlint.model.key_result import KeyResult
    from okrlint.model.pace import Pace
    from okrlint.model.plan import Plan
    from okrlint.model.score import Score
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

QUESTION = "Which activity comes first this week, to get back on track?"
MOST_BEHIND = 3
LINES = 80
"""Of the whole as Markdown: one sheet of paper."""
_MOST = {"steps": 1, "ahead": 2, "shared": 3, "health": 3, "silent": 3, "late": 3}
"""Rows of each part; what is over is counted. The progress of all key results gets the lines that are left."""
_FRAME = 29
"""Lines of the headings, and of what is always there."""
_HEADING = 4
"""Lines of a part beside its rows: a heading, blank lines, and how many more there are."""
_LATE = Decimal("0.1")
_FALLEN = Decimal("0.2")
"""A fall of confidence between two check-ins that is worth a word even on pace."""
_WEEK = timedelta(days=7)


class _Standing(NamedTuple):
    """A key result on the day of the meeting."""

    key_result: KeyResult
    score: Score
    pace: Pace
    row: Row
    fall: Decimal
    """By how much confidence fell from one check-in to the next; 0 where it did not."""

    @property
    def weight(self) -> Decimal:
        """How much it needs the meeting: its gap, more of it where confidence falls."""
        return max(self.pace.gap or Decimal(0), _LATE / 2) * (1 + 2 * self.fall)

    @property
    def is_behind(self) -> bool:
        return (self._lags and not self._is_well_held) or self.fall >= _FALLEN

    @property
    def _lags(self) -> bool:
        return self.pace.gap is not None and self.pace.gap > _LATE

    @property
    def _is_well_held(self) -> bool:
        """A limit that is held now, and was at par pace: no activity brings back a week in which it was not."""
        current, going = self.score.current, self.pace
        if self.key_result.type not in HOLDS or not isinstance(current, Decimal) or going.progress is None:
            return False
        return within(current, *limits(self.key_result)) and going.progress >= (going.par or Decimal(1))


def agenda_row(plan: Plan, survey: Survey) -> Row:
    """What a team talks about in its week; every list is cut to what fits."""
    standings = [_standing(key_result, survey) for key_result in plan.counted_key_results]
    behind = sorted((one for one in standings if one.is_behind), key=lambda one: (-one.weight, one.key_result.address))
    day = survey.given.as_of
    parts: dict[str, Row] = {
        "ahead": _cut((one.row for one in standings if _is_ahead(one)), _MOST["ahead"]),
        "shared": _cut(_shared(plan, survey), _MOST["shared"]),
        "health": _cut(_health(standings, survey), _MOST["health"]),
        "silent": _cut(_silent(plan, survey), _MOST["silent"]),
    }
    rows = [{**one.row, **_steps(one.key_result, survey)} for one in behind[:MOST_BEHIND]]
    used = sum(1 + bool(row["next"]) + len(row["steps"]) for row in rows)
    used += sum(_HEADING + len(part["rows"]) for part in parts.values() if part["rows"])
    return {
        "team": team_name(plan.team) if plan.team else plan.document.path,
        "quarter": quarter_label(plan),
        "day": day,
        "week": week_row(plan.quarter, day),
        "focus": survey.focus,
        "progress": _cut((one.row for one in standings), LINES - _FRAME - used),
        "behind": rows,
        "question": QUESTION,
        **parts,
        **_actions(plan, survey),
    }


def _cut(rows: Iterable[Row], most: int) -> Row:
    """The first rows of a part, and how many more there are."""
    every = list(rows)
    return {"rows": every[:most], "more": max(0, len(every) - most)}


def _is_ahead(standing: _Standing) -> bool:
    """Whether something could be spared: a limit that is held has nothing to give."""
    return standing.pace.word == "ahead" and standing.key_result.type not in (*HOLDS, "milestones")


def _standing(key_result: KeyResult, survey: Survey) -> _Standing:
    result = survey.score(key_result)
    going = pace_of(key_result, result, survey.given.as_of)
    told, fall = _confidence(key_result, survey)
    status = status_of(key_result, result, going)
    row = {
        "text": key_result.name,
        "target": survey.places.target(key_result),
        "owners": ", ".join(person_name(survey.given.company, owner) for owner in key_result.owners) or "no owner",
        "moved": _moved(key_result, survey),
        "score": score_text(result.score),
        "expected": "" if going.expected is None or status == NO_SCORE else score_text(going.expected),
        "confidence": told,
        "status": status,
    }
    return _Standing(key_result, result, going, row, fall)


def _moved(key_result: KeyResult, survey: Survey) -> str:
    """The last value and the one before it."""
    entries = [e for e in key_result.check_ins if e.value is not None and e.date and e.date <= survey.given.as_of]
    values = [value_text(key_result, entry.value) for entry in entries[-2:] if entry.value is not None]
    if not values and key_result.milestones:
        done = sum(step.done is not None and step.done <= survey.given.as_of for step in key_result.milestones)
        return f"{done} of {len(key_result.milestones)} steps"
    return " → ".join(values) or "–"


def _confidence(key_result: KeyResult, survey: Survey) -> tuple[str, Decimal]:
    """The last two confidences in words, and by how much they fell."""
    known = [
        entry.confidence
        for entry in key_result.check_ins
        if entry.confidence is not None and entry.date is not None and entry.date <= survey.given.as_of
    ][-2:]
    if not known:
        return "–", Decimal(0)
    if len(known) == 1 or known[0] == known[1]:
        return format_number(known[-1]), Decimal(0)
    arrow = "↓" if known[1] < known[0] else "↑"
    return f"{format_number(known[0])} → {format_number(known[1])} {arrow}", max(known[0] - known[1], Decimal(0))


def _steps(key_result: KeyResult, survey: Survey) -> Row:
    """What is to be done for a key result: the step of its last check-in, and its open actions."""
    entries = [entry for entry in key_result.check_ins if entry.date and entry.date <= survey.given.as_of]
    actions = sorted((one for one in key_result.actions if _is_open(one)), key=lambda one: (one.due is None, one.due))
    return {
        "next": (entries[-1].next or "") if entries else "",
        "steps": [_action(one, survey) for one in actions[: _MOST["steps"]]],
    }


def _is_open(action: Action) -> bool:
    return action.status not in {"done", "dropped"}


def _action(action: Action, survey: Survey) -> Row:
    day = survey.given.as_of
    late = (day - action.due).days if action.due is not None and action.due < day else 0
    when = f"{late} day{'s' * (late != 1)} late" if late else f"due {action.due}" if action.due else ""
    owner = person_name(survey.given.company, action.owner) if action.owner else ""
    return {"text": action.title or "untitled action", "words": ", ".join(filter(None, (owner, when)))}


def _shared(plan: Plan, survey: Survey) -> Iterator[Row]:
    """What is carried together with others."""
    for key_result in plan.counted_key_results:
        for address in key_result.shared_with:
            yield {"text": key_result.name, "with": reference(survey, address)}


def _health(standings: Iterable[_Standing], survey: Survey) -> Iterator[Row]:
    """What must not suffer: limits that are held, and guards of what grows."""
    held = set()
    rows = list(standings)
    for one in rows:
        if one.key_result.type in HOLDS:
            held.add(one.key_result.metric)
            known = one.score.reason if one.score.held is not None else one.row["status"].word
            yield {"text": one.key_result.name, "words": f"{one.row['moved']}, {known}"}
    guards = dict.fromkeys(one.key_result.guard for one in rows if one.key_result.guard)
    for guard in (found for found in guards if found not in held):
        found = survey.measured(quarter_label(rows[0].key_result.plan)).get(guard)
        words = "measured by nobody" if found is None else f"{_moved(found, survey)} ({found.plan.address})"
        yield {"text": metric_name(survey.given.company, guard), "words": words}


def _silent(plan: Plan, survey: Survey) -> Iterator[Row]:
    """Key results whose check-in is owed."""
    seen: set[str] = set()
    for item in due_on((plan,), survey.given.as_of):
        if item.kind == "check-in" and item.address not in seen:
            seen.add(item.address)
            yield {"text": item.title, "words": item.words}


def _actions(plan: Plan, survey: Survey) -> Row:
    """How the work of the last week went: what got done, what is open, and what of it is late."""
    day = survey.given.as_of
    every = [action for key_result in plan.counted_key_results for action in key_result.actions]
    late = sorted(
        (one for one in every if _is_open(one) and one.due is not None and one.due < day),
        key=lambda one: (one.due, one.title or ""),
    )
    done = sum(one.done is not None and day - _WEEK < one.done <= day for one in every)
    rows = (_action(action, survey) for action in late)
    return {"done": done, "open": sum(map(_is_open, every)), "late": _cut(rows, _MOST["late"])}
