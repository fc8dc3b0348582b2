"""Documents for the meetings of a team, from what was typed to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.escaping import terminal
from okrlint.files import reason, write_atomically
from okrlint.views.report import ReportInput
from okrlint.views.survey import Survey
from okrlint.workspace.clock import day_of_run
from okrlint.workspace.plan_choice import find_plan
from okrlint.workspace.workspace import open_workspace

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from pathlib import Path

    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio
    from okrlint.workspace.workspace import Workspace


def agenda_text(folder: Path, words: str, as_of: str | None) -> str:
    """The agenda of a team, or of one of its plans. Raises OkrlintError."""
    from okrlint.views.agenda import agenda_row
    from okrlint.views.documents import document

    workspace = open_workspace(folder)
    portfolio = workspace.load(workspace.paths())
    day = day_of_run(as_of, workspace.settings)
    plan = _running(portfolio, words, day)
    if plan.status == "draft":
        raise OkrlintError(f"{plan.address} is a draft; a meeting needs a plan that was agreed")
    return document("agenda", agenda_row(plan, survey_of(workspace, portfolio, day)))


def _running(portfolio: Portfolio, words: str, day: datetime.date) -> Plan:
    """The plan of a team whose quarter holds the day, else its newest one; any plan that is named with its quarter."""
    team = [plan for plan in portfolio.plans if plan.team is not None and plan.team.casefold() == words.casefold()]
    holding = [plan for plan in team if plan.quarter is not None and plan.quarter.contains(day)]
    begun = [plan for plan in team if plan.quarter is not None and plan.quarter.start <= day]
    return (holding or begun[-1:] or [find_plan(portfolio, words)])[0]


def retro_text(folder: Path, words: str) -> str:
    """The retrospective of a plan whose quarter is over. Raises OkrlintError."""
    from okrlint.linting.final_score import last_day
    from okrlint.views.documents import document
    from okrlint.views.retro import retro_row

    workspace = open_workspace(folder)
    portfolio = workspace.load(workspace.paths())
    plan = find_plan(portfolio, words)
    if plan.quarter is None:
        raise OkrlintError(f"{plan.address} names no quarter that can be read")
    if plan.status == "draft":
        raise OkrlintError(f"{plan.address} is a draft; there is nothing to look back at")
    day = day_of_run(None, workspace.settings)
    if plan.status != "closed" and day < plan.quarter.end:
        raise OkrlintError(f"{plan.quarter.label} runs until {plan.quarter.end}; until then okrlint agenda is the page")
    return document("retro", retro_row(plan, survey_of(workspace, portfolio, last_day(plan.quarter))))


def survey_of(workspace: Workspace, portfolio: Portfolio, day: datetime.date) -> Survey:
    """What documents are made of; findings are no part of a meeting."""
    language = workspace.settings.language(workspace.rules)
    return Survey(ReportInput(portfolio, (), day, portfolio.company, language))


def hand_over(text: str, out: Path | None, echo: Callable[..., None], *, is_form: bool = False) -> None:
    """Print a document, or write it to a file and say so; a form that people fill in is never written over.

    Raises OkrlintError where that cannot be.
    """
    if out is None:
        echo(text, nl=False)
        return
    try:
        _refuse_loss(text.encode(), out, is_form=is_form)
        is_new = write_atomically(out, text.encode())
    except OSError as error:
        raise OkrlintError(f"{out} cannot be written: {reason(error)}") from error
    echo(terminal(f"{out}: {'written' if is_new else 'as it was'}"), err=True)


def _refuse_loss(data: bytes, out: Path, *, is_form: bool) -> None:
    """Raises OkrlintError for a file whose words would be gone: answers in a form, or a plan."""
    if not out.is_file() or out.read_bytes() == data:
        return
    if out.suffix in (".yaml", ".yml"):
        raise OkrlintError(f"{out} is there already and is no document; name a file that ends in .md")
    if is_form:
        raise OkrlintError(f"{out} is there already and may hold answers; name another file, or remove it first")
