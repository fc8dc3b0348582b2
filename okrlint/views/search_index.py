"""The index of the search page: script files that hand their data to a global list, so that a folder on a disk will do.

A chunk has each word of its own once and rows of numbers that refer to them: kind, title, team, owners, metric, path
and anchor; -1 is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.escaping import script_data
from okrlint.rendering.prose import plain
from okrlint.tuples import NamedTuple
from okrlint.views.names import metric_name, person_name
from okrlint.views.places import person_path, quarter_path, team_name, team_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okrlint.model.plan import Plan
    from okrlint.views.survey import Survey

OBJECTIVE, KEY_RESULT, PERSON, TEAM = range(4)
"""In the order in which the script names them."""
LARGEST = 500_000
"""Bytes of one file of the index; where all chunks together take more, each is a file of its own."""
_GLOBAL = "okrlintIndex"


class IndexFile(NamedTuple):
    """A script file of the index."""

    path: str
    """Below the root of the site."""
    label: str
    """The quarter that it is about; empty for people, or for everything."""
    data: bytes


def index_files(survey: Survey) -> tuple[IndexFile, ...]:
    """One file where it stays small, else one for people and teams and one for each quarter, the newest first."""
    chunks = [("", _people_and_teams(survey))]
    chunks += [(label, _quarter(label, plans, survey)) for label, plans in survey.plans_by_quarter.items()]
    scripts = [(label, _script(chunk)) for label, chunk in chunks]
    if sum(len(data) for _, data in scripts) <= LARGEST:
        return (IndexFile("search-index.js", "", b"".join(data for _, data in scripts)),)
    return tuple(IndexFile(f"{_name(label)}.js", label, data) for label, data in scripts)


def _name(label: str) -> str:
    return f"search/{quarter_path(label).split('/')[1]}" if label else "search/people"


def _script(chunk: dict[str, Any]) -> bytes:
    return f"(window.{_GLOBAL}=window.{_GLOBAL}||[]).push({script_data(chunk)});\n".encode()


class _Words:
    """Words of a chunk, each of them once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, word: str) -> int:
        return self._places.setdefault(word, len(self._places)) if word else -1

    def all(self) -> list[str]:
        return list(self._places)


class _Entry(NamedTuple):
    kind: int
    title: str
    team: str
    target: str
    people: tuple[str, ...] = ()
    metric: str = ""


class _Chunk:
    def __init__(self, survey: Survey, label: str) -> None:
        self.survey, self.label = survey, label
        self.teams, self.people, self.metrics, self.paths = _Words(), _Words(), _Words(), _Words()
        self.rows: list[list[Any]] = []

    def add(self, entry: _Entry) -> None:
        path, _, anchor = entry.target.partition("#")
        company = self.survey.given.company
        owners = [self.people.place(person_name(company, person)) for person in entry.people]
        measured = self.metrics.place(metric_name(company, entry.metric)) if entry.metric else -1
        team, page = self.teams.place(entry.team), self.paths.place(path)
        self.rows.append([entry.kind, plain(entry.title), team, owners, measured, page, anchor])

    def data(self) -> dict[str, Any]:
        return {
            "quarter": self.label,
            "teams": self.teams.all(),
            "people": self.people.all(),
            "metrics": self.metrics.all(),
            "paths": self.paths.all(),
            "rows": self.rows,
        }


def _people_and_teams(survey: Survey) -> dict[str, Any]:
    chunk, company = _Chunk(survey, ""), survey.given.company
    for person in survey.people:
        found = company.person(person) if company else None
        team = team_name(found.team) if found and found.team else ""
        chunk.add(_Entry(PERSON, survey.people[person].name, team, person_path(person)))
    for name in dict.fromkeys(plan.team for plan in survey.given.portfolio.plans if plan.team):
        chunk.add(_Entry(TEAM, team_name(name), "", team_path(name)))
    return chunk.data()


def _quarter(label: str, plans: Iterable[Plan], survey: Survey) -> dict[str, Any]:
    chunk = _Chunk(survey, label)
    for plan in plans:
        team = team_name(plan.team or plan.document.path)
        for objective in plan.objectives:
            target = survey.places.target(objective) or ""
            chunk.add(_Entry(OBJECTIVE, objective.name, team, target, objective.owners))
            for kr in objective.key_results:
                target = survey.places.target(kr) or ""
                chunk.add(_Entry(KEY_RESULT, kr.name, team, target, kr.owners, kr.metric or ""))
    return chunk.data()
