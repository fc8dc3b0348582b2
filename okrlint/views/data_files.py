"""The data files of a site: JSON with one row a line, so that a changed number is a changed line, and CSV."""

from __future__ import annotations

import csv
import io
import json
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from okrlint.escaping import csv as csv_text
from okrlint.escaping import one_line
from okrlint.model.schema_files import schema_text
from okrlint.tuples import NamedTuple
from okrlint.views.data_rows import VERSION, file_name, key_result_data, objective_data, quarter_data, team_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from okrlint.model.plan import Plan
    from okrlint.views.survey import Survey

ROOT = "api/v1"
"""Below the HTML pages; the number is that of the shapes."""
SHAPES = ("quarters", "teams", "objectives", "key-results")
"""What there is, from the whole to the part; `api-` before it is the name of its schema."""
COLUMNS = (
    *("address", "title", "owners", "metric", "channel", "type", "commitment", "status", "weight", "due", "unit"),
    *("baseline", "growth", "target", "current", "score", "state", "checked_in", "confidence", "note", "path", "line"),
)
"""Of a CSV file: fields of a key result."""


_ANSWERS = {True: "yes", False: "no"}


class DataFile(NamedTuple):
    """A file below the root of the data."""

    path: str
    shape: str
    """One of `SHAPES`."""
    label: str
    """The quarter that it is about, or nothing."""
    rows: Callable[[], Iterable[dict[str, Any]]]

    @property
    def is_csv(self) -> bool:
        """Whether it is for spreadsheets."""
        return self.path.endswith(".csv")


def data_files(survey: Survey) -> Iterator[DataFile]:
    """Every data file, those of a quarter after those of the whole; rows are worked out when they are asked for."""
    quarters = survey.plans_by_quarter
    yield DataFile("quarters.json", "quarters", "", partial(_quarters, quarters))
    yield DataFile("teams.json", "teams", "", partial(_teams, survey))
    for label, plans in quarters.items():
        name = file_name(label)
        yield DataFile(f"objectives/{name}.json", "objectives", label, partial(_objectives, plans, survey))
        rows = cache(partial(_key_results, plans, survey))  # for two files, and forgotten with them
        yield DataFile(f"key-results/{name}.json", "key-results", label, rows)
        yield DataFile(f"key-results/{name}.csv", "key-results", label, rows)


def _quarters(quarters: Mapping[str, tuple[Plan, ...]]) -> Iterable[dict[str, Any]]:
    return (quarter_data(label, plans) for label, plans in quarters.items())


def _teams(survey: Survey) -> Iterable[dict[str, Any]]:
    teams: dict[str, list[Plan]] = {}
    for plan in survey.given.portfolio.plans:
        if plan.team:
            teams.setdefault(plan.team, []).append(plan)
    return (team_data(team, teams[team], survey) for team in sorted(teams))


def _objectives(plans: Iterable[Plan], survey: Survey) -> Iterable[dict[str, Any]]:
    return (objective_data(objective, survey) for plan in plans for objective in plan.objectives)


def _key_results(plans: Iterable[Plan], survey: Survey) -> Iterable[dict[str, Any]]:
    return [key_result_data(key_result, survey) for plan in plans for key_result in plan.key_results]


def content(file: DataFile, survey: Survey) -> bytes:
    """The bytes of a data file."""
    return _csv(file.rows()) if file.is_csv else _json(file, survey)


def _json(file: DataFile, survey: Survey) -> bytes:
    head = {"version": VERSION, "as_of": survey.given.as_of.isoformat()}
    if file.label:
        head["quarter"] = file.label
    rows = ",\n".join(_line(row) for row in file.rows())
    body = f"\n{rows}\n" if rows else ""
    return f'{_line(head)[:-1]},"{file.shape.replace("-", "_")}":[{body}]}}\n'.encode()


def _line(data: Mapping[str, Any]) -> str:
    # ASCII, so that no character means anything to a terminal, a log or an editor.
    return json.dumps(data, allow_nan=False, separators=(",", ":"))


def _csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(row[name]) for name in COLUMNS] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    """A cell: numbers as they are, text on one line and never a formula."""
    if value is None:
        return ""
    if isinstance(value, (bool, int, float)):
        return _ANSWERS[value] if isinstance(value, bool) else str(value)
    words = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return csv_text(one_line(words.encode("utf-8", "replace").decode("utf-8")))


def schema_files() -> Iterator[tuple[str, bytes]]:
    """The schema of each shape beside the data, by its path below the root of the data."""
    for shape in SHAPES:
        yield f"schemas/{shape}.schema.json", schema_text(f"api-{shape}").encode()
