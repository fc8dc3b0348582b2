"""An objective as a row, with its key results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.findings import finding_row
from okrlint.views.key_result import key_result_row
from okrlint.views.names import person_name, reference
from okrlint.views.numbers import score_text
from okrlint.views.statuses import status_counts

if TYPE_CHECKING:
    from okrlint.model.objective import Objective
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def objective_row(objective: Objective, survey: Survey) -> Row:
    """All that is known of an objective; key results that do not count stand apart under `others`."""
    result = survey.objective_score(objective)
    counted = set(objective.counted)
    rows = [(key_result_row(kr, survey), kr in counted) for kr in objective.key_results]
    return {
        "anchor": survey.places.anchor(objective),
        "target": survey.places.target(objective),
        "title": objective.name,
        "why": objective.why or "",
        "note": objective.note or "",
        "owners": [person_name(survey.given.company, owner) for owner in objective.owners],
        "commitment": objective.commitment or "",
        "status": objective.status,
        "supports": [reference(survey, text) for text in objective.supports],
        "score": score_text(result.score),
        "minimum": score_text(result.minimum),
        "scored": result.scored,
        "pending": result.pending,
        "unscorable": result.unscorable,
        "key_results": [row for row, counts in rows if counts],
        "others": [row for row, counts in rows if not counts],
        "statuses": status_counts(row["status"] for row, counts in rows if counts),
        "findings": [finding_row(f) for f in survey.findings_at(objective)],
    }
