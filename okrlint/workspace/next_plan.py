"""`okrlint new`: the plan of the next quarter, from the last one of the team."""

from __future__ import annotations

import re
import textwrap
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.escaping import one_line, terminal
from okrlint.linting.pipeline_learning import learning_of
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter
from okrlint.source.new_yaml import dump
from okrlint.tuples import NamedTuple
from okrlint.views.carrying import carry_over
from okrlint.views.learned import lessons_of, rates_to_use
from okrlint.views.numbers import plural
from okrlint.workspace.clock import day_of_run
from okrlint.workspace.new_files import create_files
from okrlint.workspace.starters import slots_of, starter
from okrlint.workspace.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio

_RESERVED = ("company", "pipeline")
_WIDTH = 118


class _Wanted(NamedTuple):
    """A plan that is to be."""

    team: str
    quarter: Quarter


def begin_plan(folder: Path, address: str, from_text: str | None) -> list[str]:
    """Write the plan of an address such as marketing/2027-Q1; the lines that say what was done.

    Raises OkrlintError; then nothing was written.
    """
    workspace = open_workspace(folder)
    portfolio = workspace.load(workspace.paths())
    wanted = _wanted(address, portfolio)
    source = _source(portfolio, wanted, from_text)
    path = _path(workspace, portfolio, wanted, source)
    language = workspace.settings.language(workspace.rules)
    day = day_of_run(None, workspace.settings)
    text, words = _first(wanted, day) if source is None else _next(source, wanted, portfolio, language)
    create_files({workspace.root / path: text.encode()}, workspace.root)
    return [f"written: {path}", *words, "Next: okrlint check lists what you have to fill in, wherever XX stands"]


def _wanted(address: str, portfolio: Portfolio) -> _Wanted:
    team, slash, label = address.strip().partition("/")
    is_name = re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", team) and team not in _RESERVED
    if not slash or not (is_name or any(plan.team == team for plan in portfolio.plans)):
        raise OkrlintError(f"{address} is no plan to begin; write TEAM/QUARTER, such as marketing/2027-Q1")
    wanted = _Wanted(team, _quarter(label, portfolio, address))
    known = portfolio.plan(*wanted)
    if known is not None:
        raise OkrlintError(f"{address} is there already: {known.document.path}")
    return wanted


def _quarter(label: str, portfolio: Portfolio, shown: str) -> Quarter:
    company = portfolio.company
    try:
        return parse_quarter(label, company.fiscal_year_start if company is not None else 1)
    except NotAQuarter as error:
        raise OkrlintError(f"{shown}: {error}") from error


def _source(portfolio: Portfolio, wanted: _Wanted, text: str | None) -> Plan | None:
    """The plan to carry on: the one that the call names, else the newest earlier one of the team, if any."""
    earlier = [plan for plan in portfolio.plans if plan.quarter is not None and plan.quarter < wanted.quarter]
    if text is None:
        return next((plan for plan in reversed(earlier) if plan.team == wanted.team), None)
    team, _, label = text.rpartition("/")
    team = team or wanted.team
    quarter = _quarter(label, portfolio, f"--from: {text}")
    if quarter >= wanted.quarter:
        raise OkrlintError(f"--from: {quarter.label} is not before {wanted.quarter.label}")
    found = portfolio.plan(team, quarter)
    if found is None:
        close = get_close_matches(f"{team}/{quarter.label}", [plan.address for plan in earlier], n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        raise OkrlintError(f"--from: there is no plan {team}/{quarter.label}{hint}")
    return found


def _path(workspace: Workspace, portfolio: Portfolio, wanted: _Wanted, source: Plan | None) -> str:
    """Where the plan goes: beside the last one, where that has its quarter in its path, else below the first folder."""
    label = wanted.quarter.label
    near = source or next((plan for plan in reversed(portfolio.plans) if plan.quarter_text), None)
    parts = PurePosixPath(near.document.path).parts if near is not None else ()
    old = near.quarter_text if near is not None else None
    if old is not None and old in parts[:-1]:
        folder = PurePosixPath(*(label if part == old else part for part in parts[:-1]))
        return f"{folder}/{wanted.team}.yaml"
    first = (workspace.settings_folder / workspace.settings.paths[0]).relative_to(workspace.root).as_posix()
    return f"{PurePosixPath(first, label)}/{wanted.team}.yaml"


def _first(wanted: _Wanted, day: date) -> tuple[str, list[str]]:
    """A plan of a team that has none yet."""
    text = starter("plan.yaml", team=wanted.team, **slots_of(wanted.quarter, day))
    return text, [f"{wanted.team} has no earlier plan, so this is an empty one"]


def _next(plan: Plan, wanted: _Wanted, portfolio: Portfolio, language: str) -> tuple[str, list[str]]:
    carried = carry_over(plan, wanted.quarter, portfolio, language, wanted.team)
    lessons = list(_lessons(plan, portfolio, language))
    head = [
        f"Carried over from {plan.address}: baselines are what that quarter ended at, targets are yours to set.",
        *(f"Left behind: {one}" for one in carried.left),
        *lessons,
    ]
    objectives, key_results = plural(len(carried.data["objectives"]), "objective"), carried.key_results
    words = [
        f"{objectives} and {plural(key_results, 'key result')} carried over from {plan.address}",
        *(f"left behind: {one}" for one in carried.left),
        *lessons[len(list(lessons_of(plan))) :],
    ]
    if plan.status != "closed":
        words.append(f"{plan.address} is not closed yet: its baselines may still move")
    return f"{''.join(_comments(head))}{dump(carried.data)}", words


def _lessons(plan: Plan, portfolio: Portfolio, language: str) -> Iterator[str]:
    """What the quarter taught: the words at its close, then the rates of its channels to plan with."""
    yield from lessons_of(plan)
    learned = None if plan.quarter is None else learning_of(portfolio, plan.quarter, language)
    if learned is not None:
        yield from rates_to_use(learned, plan.quarter_text or "")


def _comments(texts: Iterable[str]) -> Iterator[str]:
    """Each text as comment lines of a file."""
    for text in texts:
        lines = textwrap.wrap(terminal(one_line(text)), _WIDTH, subsequent_indent="  ", break_on_hyphens=False)
        yield from (f"# {line}\n" for line in lines)
