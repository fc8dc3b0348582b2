"""A call of `okrlint import`, from foreign files to new plans."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrlint.errors import OkrlintError
from okrlint.exchange.decoding import MOST_BYTES, decode
from okrlint.exchange.finishing import Finished, finish, named
from okrlint.exchange.guessing import importer_for
from okrlint.exchange.headings import context_of, team_id
from okrlint.exchange.importer import Source
from okrlint.files import Unreadable, read_regular
from okrlint.linting.final_score import last_day
from okrlint.model.quarter import NotAQuarter, parse_quarter
from okrlint.records import Record
from okrlint.source.new_yaml import dump, modeline
from okrlint.source.reader import read
from okrlint.tuples import NamedTuple
from okrlint.workspace.listing import ENDINGS, relative
from okrlint.workspace.new_files import create_files

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from okrlint.exchange.draft import Reading
    from okrlint.model.company import Company
    from okrlint.model.portfolio import Portfolio
    from okrlint.workspace.workspace import Workspace

STANDARD_INPUT = "-"
_SCHEMAS = ("schemas/plan.schema.json", "plan.schema.json")
"""Where the schema of plans may lie in a repository, best first."""
_SHOWN = 10


class Call(NamedTuple):
    """What was asked for beside the files."""

    form: str | None = None
    team: str | None = None
    quarter: str | None = None
    day: datetime.date | None = None


class NewPlan(NamedTuple):
    """A plan that is to be written."""

    path: str
    """From the root of the repository."""
    text: str
    data: Mapping[str, Any]
    origin: str
    """The foreign file."""


class Import(Record):
    """What an import would write, and how it read the files."""

    workspace: Workspace
    portfolio: Portfolio
    plans: tuple[NewPlan, ...]
    remarks: tuple[str, ...]
    """Sentences for the user."""

    def obstacles(self) -> list[str]:
        """What keeps the plans from being written: files and plans that are there already."""
        found: list[str] = []
        for plan in self.plans:
            address = f"{plan.data['team']}/{plan.data['quarter']}"
            there = next((one for one in self.portfolio.plans if one.address == address), None)
            if (self.workspace.root / plan.path).exists():
                found.append(f"{plan.path} is there already")
            elif there is not None:
                found.append(f"{there.document.path} is the plan {there.address} already")
        return found

    def write(self) -> None:
        """Write all plans or none. Raises OkrlintError."""
        for obstacle in self.obstacles():
            raise OkrlintError(f"{obstacle}; nothing was written")
        create_files({self.workspace.root / plan.path: plan.text.encode() for plan in self.plans}, self.workspace.root)


def start(workspace: Workspace, files: Sequence[str], call: Call) -> Import:
    """Read foreign files. Raises OkrlintError for one that cannot be read, or does not say whose plan it is."""
    portfolio = workspace.load(workspace.paths())
    plans: list[NewPlan] = []
    remarks: list[str] = []
    for file in files:
        source = _source(file, portfolio, call)
        importer = importer_for(source, call.form)
        reading = importer.read(source)
        remarks.append(f"{file}: read as {importer.label}: {'; '.join(reading.how)}")
        language = workspace.settings.language(workspace.rules)
        found = [*finish(reading, language), *map(_whole, reading.whole)]
        plans += [_new_plan(one, file, workspace, portfolio.company, call) for one in found]
        remarks += _doubts(file, reading)
    _refuse_twice(plans)
    return Import(workspace=workspace, portfolio=portfolio, plans=tuple(plans), remarks=tuple(remarks))


def _source(file: str, portfolio: Portfolio, call: Call) -> Source:
    company = portfolio.company
    data = bytes_of_file(file)
    text = decode(data, file).text
    teams = frozenset(plan.team for plan in portfolio.plans if plan.team)
    people = frozenset(person.team for person in company.people if person.team) if company is not None else frozenset()
    fiscal_start = company.fiscal_year_start if company is not None else 1
    day = call.day.isoformat() if call.day is not None else None
    return Source(file, text, data, teams | people, fiscal_start, day)


def bytes_of_file(file: str) -> bytes:
    """The bytes of a file, or of standard input, one more than is read at most. Raises OkrlintError."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    if not os.path.lexists(file):
        raise OkrlintError(f"{file} does not exist")
    try:
        return read_regular(file, MOST_BYTES)
    except Unreadable as error:
        raise OkrlintError(f"{file} cannot be read: {error}") from error


def _whole(data: dict[str, Any]) -> Finished:
    """A plan that stood in the file in our own shape."""
    return Finished(data.get("quarter"), data.get("team"), data)


def _new_plan(found: Finished, file: str, workspace: Workspace, company: Company | None, call: Call) -> NewPlan:
    quarter = _quarter(found.quarter or call.quarter or _of_name(file).quarter, file, company)
    team: Any = found.team or call.team or _team_of_name(file)
    if not team:
        raise OkrlintError(f"{file} says nowhere whose plan it is; add --team marketing")
    if not isinstance(team, str) or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", team):
        raise OkrlintError(f"{file}: {team} is no team's id; write it with small letters, digits and hyphens")
    is_whole = found.data.get("quarter") == quarter and found.data.get("team") == team
    data = found.data if is_whole else named(found, quarter, team)
    _name_people(data, company)
    _check_day(data, call.day, quarter, company)
    path = _path(workspace, quarter, team)
    return NewPlan(path, _text(workspace, path, data, file), data, file)


def _quarter(label: str | None, file: str, company: Company | None) -> str:
    if not label:
        raise OkrlintError(f"{file} says nowhere which quarter it is of; add --quarter 2026-Q4")
    try:
        return parse_quarter(str(label), company.fiscal_year_start if company is not None else 1).label
    except NotAQuarter as error:
        raise OkrlintError(f"{file}: {label} is no quarter; {error}") from error


def _check_day(data: Mapping[str, Any], day: datetime.date | None, label: str, company: Company | None) -> None:
    """Raises OkrlintError where values would be check-ins of a day on which the quarter is not read."""
    quarter = parse_quarter(label, company.fiscal_year_start if company is not None else 1)
    if day is None or quarter.start <= day <= last_day(quarter):
        return
    if any(day.isoformat() in _mapping(one.get("check_ins")) for one in _key_results(data)):
        raise OkrlintError(f"--as-of: {day} lies outside {label}, whose values are read until {last_day(quarter)}")


def _of_name(file: str) -> Any:
    """What the name of a file says, and, where it says no quarter, that of its folder."""
    path = Path(file)
    stem = context_of(path.stem.replace("_", " "))
    folder = context_of(path.absolute().parent.name)
    return stem if stem.quarter or file == STANDARD_INPUT else stem._replace(quarter=folder.quarter)


def _team_of_name(file: str) -> str | None:
    rest = _of_name(file).rest if file != STANDARD_INPUT else ""
    return team_id(rest) if rest else None


def _path(workspace: Workspace, quarter: str, team: str) -> str:
    first = workspace.settings.paths[0]
    folder = str(Path(first).parent) if first.endswith(ENDINGS) else first
    return relative(workspace.root, workspace.settings_folder / folder / quarter / f"{team}.yaml")


def _text(workspace: Workspace, path: str, data: Mapping[str, Any], file: str) -> str:
    """The text of a plan, read back before anybody else has to."""
    try:
        text = _modeline(workspace.root, path) + dump(dict(data))
    except (TypeError, ValueError) as error:
        raise OkrlintError(f"{file} holds what no plan can hold: {error}") from error
    for problem in read(text.encode(), path).problems:
        raise OkrlintError(f"{file} makes a plan that could not be read again: {problem.message}; {problem.hint}")
    return text


def _modeline(root: Path, path: str) -> str:
    for schema in _SCHEMAS:
        if (root / schema).is_file():
            return modeline(os.path.relpath(schema, Path(path).parent).replace(os.sep, "/"))
    return ""


def _name_people(data: Mapping[str, Any], company: Company | None) -> None:
    """Write people as the company file knows them."""
    if company is None or not company.people:
        return
    known: dict[str, str] = {}
    for person in company.people:
        for name in (person.id, person.name, *person.emails):
            if name and person.id:
                known.setdefault(name.casefold(), person.id)
    for part in _owned(data):
        owner = part["owner"]
        part["owner"] = (
            [known.get(str(one).casefold(), one) for one in owner]
            if isinstance(owner, list)
            else known.get(str(owner).casefold(), owner)
        )


def _owned(data: Mapping[str, Any]) -> list[Any]:
    parts = [data, *_mappings(data.get("objectives")), *_key_results(data)]
    parts += [action for part in parts for action in _mappings(part.get("actions"))]
    return [part for part in parts if part.get("owner")]


def _key_results(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [one for objective in _mappings(data.get("objectives")) for one in _mappings(objective.get("key_results"))]


def _mappings(value: object) -> list[dict[str, Any]]:
    """The mappings of a list; a plan in our own shape may hold anything in its place."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _doubts(file: str, reading: Reading) -> list[str]:
    found = [f"{_place(file, doubt.line)}: kept as a note: {doubt.words}" for doubt in reading.doubts[:_SHOWN]]
    more = len(reading.doubts) - len(found)
    if more:
        found.append(f"{file}: {more} more kept as notes")
    if reading.undated:
        many = (
            f"{reading.undated} values or ticks have no day and are notes"
            if reading.undated > 1
            else "1 value or tick has no day and is a note"
        )
        found.append(f"{file}: {many}; --as-of DATE writes check-ins")
    return found


def _place(file: str, line: int) -> str:
    return f"{file}:{line}" if line else file


def _refuse_twice(plans: Sequence[NewPlan]) -> None:
    origins: dict[str, str] = {}
    for plan in plans:
        if plan.path in origins:
            raise OkrlintError(f"{origins[plan.path]} and {plan.origin} both hold a plan for {plan.path}")
        origins[plan.path] = plan.origin


def summary(plan: NewPlan) -> str:
    """What a plan holds, in numbers."""
    objectives = _mappings(plan.data.get("objectives"))
    key_results = _key_results(plan.data)
    counts = [(len(objectives), "objective"), (len(key_results), "key result")]
    others = [
        (sum(len(_mappings(kr.get("actions"))) for kr in key_results), "action"),
        (sum(bool(kr.get("close")) for kr in key_results), "score"),
    ]
    counts += [(count, word) for count, word in others if count]
    closed = "; closed, as every key result has its score" if plan.data.get("status") == "closed" else ""
    return f"{plan.path}: {', '.join(_counted(*one) for one in counts)}{_noted(plan.data.get('note'))}{closed}"


def _noted(note: object) -> str:
    """How much text about no objective in particular became the note of the plan."""
    lines = sum(bool(line.strip()) for line in note.split("\n")) if isinstance(note, str) else 0
    return f", {_counted(lines, 'line')} of text as the note of the plan" if lines else ""


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"
