"""The end of a quarter on paper: how it ended, why, what was learned and what goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.linting.final_score import computed_score, final_score, last_day
from okrlint.linting.owed import ONCE
from okrlint.linting.pipeline_learning import learning_of
from okrlint.model.close import CAUSES
from okrlint.model.quantity import format_number
from okrlint.model.score import pending
from okrlint.model.score_words import band, par_range, par_word
from okrlint.rendering.fenced import fenced
from okrlint.source.new_yaml import dump
from okrlint.views.carrying import carry_over
from okrlint.views.close import revision_row
from okrlint.views.key_result_numbers import numbers_of
from okrlint.views.learning import learning_row
from okrlint.views.names import person_name
from okrlint.views.numbers import score_text
from okrlint.views.places import quarter_label, team_name
from okrlint.views.statuses import BANDS, NO_SCORE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

QUESTIONS = {
    "unrealistic-goal": "Was the goal too high? Well done for thinking big; how much do we ask for next time?",
    "channel-slower": "Can the channel not grow that fast? What would speed it up? If nothing does, put less on it",
    "budget-short": "Did the money not reach? Did it cost more, or convert less? More budget, or a better funnel?",
    "ran-out-of-time": "Did time run out? Do we need another person, or to organise the work better?",
    "wrong-key-result": "Was it the wrong key result or metric for the objective? Which one tells it better?",
    "target-too-easy": "Was the target too easy? Which one would have made us look for a new idea?",
    "priority-changed": "Did something else become more important? Was that decided openly?",
    "dependency-late": "Was somebody late whom we wait for? How do we see it sooner next time?",
    "other": "Another reason? In words behind Learned",
}
"""The questions to ask of what ended below par or at 1, by the cause that they find; the work is asked, not people."""
FIVE = CAUSES[:5]
"""Those of the source article."""
DECISIONS = {
    "continue": "keep it as it is",
    "change": "keep the aim, and go another way",
    "stop": "drop it",
    "retry": "the same again, for the reason behind Learned",
}
_STEPS = "▁▂▃▄▅▆▇█"
_STUB = ("id", "title", "baseline", "growth", "target", "milestones", "carried_from")


def retro_row(plan: Plan, survey: Survey) -> Row:
    """Everything that a team needs to look back at a quarter."""
    rows = [_objective(objective.name, objective.counted, survey) for objective in plan.counted]
    learned = learning_of(survey.given.portfolio, plan.quarter, survey.given.language) if plan.quarter else None
    return {
        "address": plan.address,
        "team": team_name(plan.team) if plan.team else plan.document.path,
        "quarter": quarter_label(plan),
        "closed": plan.status == "closed",
        "objectives": rows,
        "changes": list(_changes(plan, survey)),
        "learning": learning_row(learned) if learned is not None else None,
        "next": plan.quarter.next().label if plan.quarter else "",
        "stubs": (stubs := _stubs(plan, survey)),
        "stubs_block": fenced(stubs, "yaml"),
    }


def _objective(title: str, key_results: tuple[KeyResult, ...], survey: Survey) -> Row:
    return {"title": title, "key_results": [_key_result(one, survey) for one in key_results]}


def _key_result(key_result: KeyResult, survey: Survey) -> Row:
    reached, facts = final_score(key_result), _facts(key_result)
    close = key_result.close
    return {
        "text": key_result.name,
        "name": key_result.address.partition("#")[2],
        "target": survey.places.target(key_result),
        "owners": ", ".join(person_name(survey.given.company, owner) for owner in key_result.owners) or "no owner",
        "baseline": facts.get("Baseline", "–"),
        "goal": facts.get("Target", "–"),
        "reached": facts.get("Reached", facts.get("Now", _steps(key_result))),
        "score": score_text(reached),
        "par": (par := _par(key_result, reached)),
        "status": NO_SCORE if reached is None else BANDS[band(reached)]._replace(word=par),
        "confidence": _path(key_result),
        "causes": list(_causes(key_result, reached)),
        "learned": (close.learned or "").strip() if close is not None else "",
        "decisions": list(_decisions(close.decision if close is not None else None)),
    }


def _steps(key_result: KeyResult) -> str:
    """How many steps were finished; a dash where it has none."""
    done = sum(step.done is not None for step in key_result.milestones)
    return f"{done} of {len(key_result.milestones)}" if key_result.milestones else "–"


def _par(key_result: KeyResult, reached: Decimal | None) -> str:
    """How a score stands to par; what can only be reached or not was not too easy."""
    if reached is None:
        return "no score"
    return "reached" if reached >= 1 and key_result.type in ONCE else par_word(reached, key_result.commitment)


def _facts(key_result: KeyResult) -> dict[str, str]:
    """The numbers of the whole quarter by their label."""
    quarter, result = key_result.plan.quarter, computed_score(key_result)
    if quarter is None:
        return {}
    rows = numbers_of(key_result, result or pending(""), None, last_day(quarter))
    return {row["label"]: row["text"] for row in rows}


def _path(key_result: KeyResult) -> str:
    """Confidence over the quarter as steps, with the first and the last number."""
    known = [entry.confidence for entry in key_result.check_ins if entry.confidence is not None and entry.date]
    if not known:
        return "–"
    steps = "".join(_STEPS[min(len(_STEPS) - 1, max(0, int(one * len(_STEPS))))] for one in known)
    first, last = format_number(known[0]), format_number(known[-1])
    return f"{steps} {first}" if len(known) == 1 else f"{steps} {first} → {last}"


def _causes(key_result: KeyResult, reached: Decimal | None) -> Iterator[Row]:
    """What to ask: the five questions of a miss, one of a 1, none at par; what is recorded is always there."""
    recorded = key_result.close.cause if key_result.close is not None else None
    asked: tuple[str, ...] = ()
    if reached is None or reached < par_range(key_result.commitment)[0]:
        asked = (*FIVE, "other")
    elif reached >= 1 and key_result.commitment != "committed" and key_result.type not in ONCE:
        asked = ("target-too-easy", "other")
    for cause in (one for one in QUESTIONS if one in asked or one == recorded):
        yield {"id": cause, "checked": cause == recorded, "words": QUESTIONS[cause]}


def _decisions(recorded: str | None) -> Iterator[Row]:
    for decision, words in DECISIONS.items():
        yield {"id": decision, "checked": decision == recorded, "words": words}


def _changes(plan: Plan, survey: Survey) -> Iterator[Row]:
    """Every open change of what was agreed."""
    for objective in plan.objectives:
        parts: tuple[Objective | KeyResult, ...] = (objective, *objective.key_results)
        for located in parts:
            for revision in located.revisions:
                yield {"text": located.name, **revision_row(revision, survey.given.company)}


def _stubs(plan: Plan, survey: Survey) -> str:
    """The key results to carry over as YAML, short: `okrlint new` writes them whole."""
    if plan.quarter is None:
        return ""
    carried = carry_over(plan, plan.quarter.next(), survey.given.portfolio, survey.given.language)
    stubs = [_stub(objective) for objective in carried.data["objectives"]]
    return dump(stubs) if stubs else ""


def _stub(objective: dict[str, Any]) -> dict[str, Any]:
    key_results = [{name: one[name] for name in _STUB if name in one} for one in objective["key_results"]]
    return {**{name: objective[name] for name in _STUB if name in objective}, "key_results": key_results}
