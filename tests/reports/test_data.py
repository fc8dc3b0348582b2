"""The data of a site: of the shape that its schemas tell, safe in a spreadsheet, small and steady."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from okrlint.model.as_of import newest_recorded
from okrlint.model.portfolio import build_portfolio
from okrlint.model.schema_files import load_schema
from okrlint.reports import build_site
from okrlint.source.reader import read
from okrlint.views.data_files import COLUMNS, SHAPES, content, data_files
from okrlint.views.report import ReportInput
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import COMPANY, MARKETING, everything, part, plan_text, survey

ROOT = "html/api/v1/"
FORMULA = re.compile(r"\s*[=+\-@|%]")
NUMBER = re.compile(r"-?[0-9.e+-]+")


@pytest.fixture(scope="module")
def example(checkout: Path) -> dict[str, str]:
    """The site of our own example company."""
    files = sorted((checkout / "okrs").rglob("*.yaml"))
    portfolio = build_portfolio(read(file.read_bytes(), file.relative_to(checkout).as_posix()) for file in files)
    day = newest_recorded(portfolio.plans)
    assert day is not None
    return {
        path: data.decode() for path, data in build_site(ReportInput(portfolio, (), day, portfolio.company)).items()
    }


def _data(built: dict[str, str]) -> dict[str, Any]:
    """The JSON files by their path below the root of the data, schemas left out."""
    found = {
        path.removeprefix(ROOT): text
        for path, text in built.items()
        if path.startswith(ROOT) and path.endswith(".json")
    }
    return {path: json.loads(text) for path, text in found.items() if not path.startswith("schemas/")}


def _check(data: dict[str, Any]) -> None:
    for path, document in data.items():
        shape = path.partition("/")[0].removesuffix(".json")
        errors = [
            error.message for error in jsonschema_rs.Draft7Validator(load_schema(f"api-{shape}")).iter_errors(document)
        ]
        assert errors == [], path


def test_every_file_is_of_its_schema(example: dict[str, str]) -> None:
    """Each of the shapes occurs, and each document holds to it."""
    data = _data(example)

    assert {path.partition("/")[0].removesuffix(".json") for path in data} == set(SHAPES)
    _check(data)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_odd_plans_are_of_the_schema_too(payload: str) -> None:
    """Whatever is written: the shape holds, JSON is ASCII, and no cell of the CSV is a formula."""
    found = survey(everything(payload))
    built = {f"{ROOT}{file.path}": content(file, found).decode() for file in data_files(found)}
    data = _data(built)

    _check(data)
    for path, text in built.items():
        if path.startswith(ROOT) and path.endswith(".json") and "/schemas/" not in path:
            assert text.isascii(), path
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(text)):
                assert len(row) == len(COLUMNS)
                assert not [cell for cell in row if FORMULA.match(cell) and not NUMBER.fullmatch(cell)], path
    assert "x@example.com" not in json.dumps(data)


def test_titles_stay_as_they_are_written() -> None:
    """Data is no page: Markdown, tags and signs are not touched."""
    title = '<b>"=1+1"</b> *more* &amp; {{ x }}'
    text = plan_text(f"- {{id: k, title: {json.dumps(title)}, target: 10}}")
    built = part({"okrs/company.yaml": COMPANY, MARKETING: text}, "api/")

    assert _data(built)["key-results/2026-q4.json"]["key_results"][0]["title"] == title


def test_numbers_and_where_they_come_from() -> None:
    """Levels as numbers, rates as fractions, the score on the day, the line in the file and the place on the site."""
    text = plan_text("- {id: k, title: T, metric: mqls, baseline: 200, growth: 25%, check_ins: {2026-11-02: 210}}")
    row = _data(part({"okrs/company.yaml": COMPANY, MARKETING: text}, "api/"))["key-results/2026-q4.json"][
        "key_results"
    ][0]
    told = {name: row[name] for name in ("baseline", "growth", "target", "current", "score", "unit", "checked_in")}

    assert told == {
        "baseline": 200,
        "growth": 0.25,
        "target": 250,
        "current": 210,
        "score": 0.2,
        "unit": "leads",
        "checked_in": "2026-11-02",
    }
    assert (row["path"], row["line"]) == (MARKETING, 10)
    assert row["page"] == "quarters/2026-q4/marketing/demand.html#k"


def test_files_name_one_another(example: dict[str, str]) -> None:
    """The quarters lead to the files of their parts, and every page that a row names is there."""
    data = _data(example)
    for quarter in data["quarters.json"]["quarters"]:
        for name in ("objectives", "key_results", "csv"):
            assert f"{ROOT}{quarter[name]}" in example
    rows = [
        row
        for path, document in data.items()
        if "/" in path
        for row in document[path.partition("/")[0].replace("-", "_")]
    ]
    assert len(rows) > 100
    for row in rows:
        path, _, anchor = row["page"].partition("#")
        assert not anchor or f'id="{anchor}"' in example[f"html/{path}"]


def test_a_row_is_a_line(example: dict[str, str]) -> None:
    """So that a check-in changes one line of a committed file."""
    text = example[f"{ROOT}key-results/2026-q4.json"]
    rows = json.loads(text)["key_results"]

    assert text.count("\n") == len(rows) + 2
    assert len(text) < 1000 * len(rows)


def test_the_table_has_the_rows_of_the_data(example: dict[str, str]) -> None:
    """CSV and JSON tell the same key results in one order."""
    table = list(csv.DictReader(io.StringIO(example[f"{ROOT}key-results/2026-q4.csv"])))
    rows = json.loads(example[f"{ROOT}key-results/2026-q4.json"])["key_results"]

    assert [row["address"] for row in table] == [row["address"] for row in rows]
    assert [row["target"] for row in table] == ["" if row["target"] is None else str(row["target"]) for row in rows]


def test_the_page_lists_every_file(example: dict[str, str]) -> None:
    """With its schema and all fields explained."""
    page = Parsed(example["html/data.html"])
    files = {path.removeprefix("html/") for path in example if path.startswith(ROOT)}

    assert files == {link for link in page.values("href") if link.startswith("api/")}
    assert "shared_with" in page.text


@pytest.mark.parametrize("shape", SHAPES)
def test_schemas_are_published_beside_the_data(example: dict[str, str], checkout: Path, shape: str) -> None:
    """The same bytes as in the folder of the schemas."""
    assert example[f"{ROOT}schemas/{shape}.schema.json"] == (checkout / f"schemas/api-{shape}.schema.json").read_text(
        "utf-8"
    )
