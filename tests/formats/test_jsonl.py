from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from okrlint.formats.json import render as render_json
from okrlint.formats.jsonl import render
from okrlint.linting.format import FormatInput


def test_each_line_is_an_object_and_the_last_is_the_summary(given: FormatInput) -> None:
    """The same findings as in the json format, one a line."""
    lines = [json.loads(line) for line in render(given).splitlines()]
    whole = json.loads(render_json(given))

    assert lines[:-1] == whole["findings"]
    assert lines[-1] == {"version": 1, "summary": whole["summary"]}
    assert render(given).isascii()


def test_each_line_has_the_published_shape(given: FormatInput, checkout: Path) -> None:
    """Programs can rely on the schema for every line."""
    schema = json.loads((checkout / "schemas" / "findings.schema.json").read_text("utf-8"))
    line = jsonschema.Draft7Validator(
        {"$ref": "#/definitions/line", **{k: schema[k] for k in ("definitions", "properties")}}
    )

    for text in render(given).splitlines():
        line.validate(json.loads(text))
    assert not line.is_valid({"version": 1})
    assert not line.is_valid({"rule": "placeholder"})
