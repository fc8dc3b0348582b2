"""People, metrics and references in words: ids are for files, names are for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.views.places import HOME, quarter_label, team_name

if TYPE_CHECKING:
    from okrlint.model.company import Company
    from okrlint.model.located import Located
    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def person_name(company: Company | None, person: str) -> str:
    """The name that company.yaml gives, else the id. Never an e-mail address."""
    found = company.person(person) if company else None
    return (found.name if found else None) or person


def metric_name(company: Company | None, metric: str) -> str:
    """The registered metric's name, else the words as they stand."""
    found = company.metric(metric) if company else None
    return (found.name if found else None) or metric


def reference(survey: Survey, text: str) -> Row:
    """What a `supports` or `shared_with` means, and where to read on if there is such a place."""
    company = survey.given.company
    if text == "focus":
        return {"text": "the focus", "target": HOME}
    priority = company.priority(text) if company else None
    if priority is not None:
        return {"text": priority.title or text, "target": HOME}
    found = survey.given.portfolio.find(text)
    if isinstance(found, (KeyResult, Objective)):
        return relative(survey, found)
    return {"text": text, "target": survey.places.target(found)}


def relative(survey: Survey, found: Objective | KeyResult) -> Row:
    """An objective or key result as another page names it: its team and quarter, its title, where to read on."""
    return {"text": f"{plan_name(found.plan)}: {found.name}", "target": survey.places.target(found)}


def plan_name(plan: Plan) -> str:
    """A plan as other pages name it: "Marketing 2026-Q4"."""
    return f"{team_name(plan.team or '')} {quarter_label(plan)}".strip()


def place_of(found: Located) -> str:
    """File and line, as editors take them: "okrs/2026-Q4/marketing.yaml:24"."""
    location = found.at()
    return f"{location.path}:{location.span.start.line}"
