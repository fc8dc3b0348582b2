"""An objective as a row, with its key results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.bars import PAR, mean_row
from okrlint.views.close import revision_row
from okrlint.views.findings import finding_row
from okrlint.views.key_result import key_result_row
from okrlint.views.names import person_name, place_of, reference, relative
from okrlint.views.numbers import score_text
from okrlint.views.past import promised_mean
from okrlint.views.statuses import DRAFT, DROPPED, mean_tone, status_counts

if TYPE_CHECKING:
    from decimal import Decimal

    from okrlint.model.objective import Objective
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def objective_row(objective: Objective, survey: Survey) -> Row:
    """All that is known of an objective; key results that do not count stand apart under `others`."""
    company = survey.given.company
    counted = set(objective.counted)
    rows = [(key_result_row(kr, survey), kr in counted) for kr in objective.key_results]
    return {
        **_identity(objective, survey),
        **_relations(objective, survey),
        **_measured(objective, survey),
        "promised": promised_mean(objective, survey),
        "key_results": [row for row, counts in rows if counts],
        "others": [row for row, counts in rows if not counts],
        "statuses": status_counts(row["status"] for row, counts in rows if counts),
        "revisions": [revision_row(revision, company) for revision in objective.revisions],
        "findings": [finding_row(f) for f in survey.findings_at(objective)],
    }


def _identity(objective: Objective, survey: Survey) -> Row:
    return {
        "number": objective.number,
        "anchor": survey.places.anchor(objective),
        "target": survey.places.target(objective),
        "title": objective.name,
        "why": objective.why or "",
        "note": objective.note or "",
        "owners": [person_name(survey.given.company, owner) for owner in objective.owners],
        "people": [_person(owner, survey) for owner in objective.owners],
        "helpers": [person_name(survey.given.company, helper) for helper in _helpers(objective)],
        "commitment": objective.commitment or "",
        "status": objective.status,
        "apart": DROPPED if objective.status == "dropped" else DRAFT if objective.status == "draft" else None,
        "place": place_of(objective),
    }


def _person(owner: str, survey: Survey) -> Row:
    """Whoever is named in a plan has a page, unless nobody has one."""
    return {"text": person_name(survey.given.company, owner), "target": survey.page_of(owner)}


def _helpers(objective: Objective) -> dict[str, None]:
    """Who owns a part of the work and not the objective itself, in the order of the plan."""
    named = [name for kr in objective.key_results for name in (*kr.owners, *(action.owner for action in kr.actions))]
    return {name: None for name in named if name and name not in objective.owners}


def _relations(objective: Objective, survey: Survey) -> Row:
    """What it is for, what is there for it, who works on the same, and the same a quarter before and after."""
    relations = survey.relations
    earlier, later = relations.earlier(objective), relations.later(objective)
    shared = [reference(survey, address) for address in objective.shared_with]
    return {
        "supports": [reference(survey, text) for text in objective.supports],
        "supporters": [relative(survey, found) for found in relations.supporters(objective)],
        "shared_with": shared + [relative(survey, found) for found in relations.sharers(objective)],
        "earlier": [_another(earlier, survey)] if earlier else [],
        "later": [_another(later, survey)] if later else [],
    }


def _another(objective: Objective, survey: Survey) -> Row:
    """The same objective in another quarter, with how it ended."""
    return {**relative(survey, objective), "note": f"score {score_text(survey.objective_score(objective).score)}"}


def _measured(objective: Objective, survey: Survey) -> Row:
    result = survey.objective_score(objective)
    earlier = survey.relations.earlier(objective)
    return {
        "score": score_text(result.score),
        "minimum": score_text(result.minimum),
        "scored": result.scored,
        "pending": result.pending,
        "unscorable": result.unscorable,
        "bullet": _bullet(objective, result.score, survey.objective_score(earlier).score if earlier else None),
    }


def _bullet(objective: Objective, reached: Decimal | None, before: Decimal | None) -> Row | None:
    par = PAR if objective.commitment != "committed" else None
    return mean_row(reached, before, par, mean_tone(reached, objective.plan))
