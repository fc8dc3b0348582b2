"""What the page of the data shows, and the files themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from okrlint.model.schema_files import load_schema
from okrlint.views.data_files import ROOT, SHAPES, DataFile, content, data_files, schema_files
from okrlint.views.places import DATA, HOME
from okrlint.views.report import File, Later, Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_NAME = "Data"


def _pages(survey: Survey) -> Iterator[Page]:
    files = list(data_files(survey))
    shapes = [
        {**_shape_row(shape), "files": [_file_row(file) for file in files if file.shape == shape]} for shape in SHAPES
    ]
    yield Page(DATA, _NAME, _NAME, ((survey.site["name"], HOME),), {"shapes": shapes})


def _file_row(file: DataFile) -> Row:
    words = file.label or file.path
    return {"text": words, "format": "CSV" if file.is_csv else "JSON", "path": f"{ROOT}/{file.path}"}


def _shape_row(shape: str) -> Row:
    schema = load_schema(f"api-{shape}")
    rows = schema["definitions"]["row"]["properties"]
    return {
        "title": schema["title"],
        "anchor": f"_{shape}",
        "words": schema["description"],
        "schema": f"{ROOT}/schemas/{shape}.schema.json",
        "fields": [(name, field["description"]) for name, field in rows.items()],
    }


def _files(survey: Survey) -> Iterator[File | Later]:
    for file in data_files(survey):
        path, make = f"html/{ROOT}/{file.path}", partial(_file, file, survey)
        yield Later(path, survey.plans_by_quarter[file.label], make) if file.label else make()
    for path, data in schema_files():
        yield File(f"html/{ROOT}/{path}", data)


def _file(file: DataFile, survey: Survey) -> File:
    return File(f"html/{ROOT}/{file.path}", content(file, survey))


REPORT = Report("data", _pages, _files)
