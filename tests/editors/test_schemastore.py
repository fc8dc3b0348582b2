"""What is prepared for the public list of schemas, and the one schema for files of any kind."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest

from okrlint.model.schema_files import FILE_KINDS, load_schema


@pytest.fixture
def entries(checkout: Path) -> list[dict[str, Any]]:
    """The entries of the list."""
    found = json.loads((checkout / "docs" / "schemastore.json").read_text("utf-8"))
    assert isinstance(found, list)
    return found


def test_entries_are_as_the_list_asks(entries: list[dict[str, Any]]) -> None:
    """A name and a description that need not say what every entry is, patterns with an ending, an address of ours."""
    for entry in entries:
        assert set(entry) == {"name", "description", "fileMatch", "url"}
        assert "schema" not in f"{entry['name']} {entry['description']}".lower()
        assert all(pattern.endswith((".yaml", ".yml", ".toml")) for pattern in entry["fileMatch"])
        assert entry["url"].startswith("https://")


def test_entries_lead_to_what_is_published(entries: list[dict[str, Any]], checkout: Path) -> None:
    """The file that each address ends in is there."""
    assert all((checkout / "schemas" / entry["url"].rpartition("/")[2]).is_file() for entry in entries)


def test_entries_find_every_file_of_our_example(entries: list[dict[str, Any]], checkout: Path) -> None:
    """Plans, the company file and the pipeline files all match, and the reports do not."""
    patterns = [pattern.removeprefix("**/") for pattern in entries[0]["fileMatch"]]
    paths = [path.relative_to(checkout) for path in (checkout / "okrs").rglob("*.yaml")]

    assert paths
    assert all(any(PurePosixPath(path).match(pattern) for pattern in patterns) for path in paths)
    assert not any(PurePosixPath("reports/markdown/README.md").match(pattern) for pattern in patterns)


def test_a_file_of_any_kind_has_the_shape_of_its_kind(checkout: Path) -> None:
    """The schema for all kinds names each of them once, with its own words, and leads to its schema."""
    schema = json.loads((checkout / "schemas" / "okr-file.schema.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)

    named = {branch["const"]: branch["description"] for branch in schema["properties"]["kind"]["oneOf"]}
    assert named == {kind: load_schema(kind)["description"] for kind in FILE_KINDS}
    assert {rule["if"]["properties"]["kind"]["const"]: rule["then"]["$ref"] for rule in schema["allOf"]} == {
        kind: f"{kind}.schema.json" for kind in FILE_KINDS
    }


def test_our_own_settings_are_of_their_schema(checkout: Path) -> None:
    """The schema of the settings is that of `okrlint.toml` and of `[tool.okrlint]` alike."""
    import tomllib

    jsonschema.validate(
        tomllib.loads((checkout / "okrlint.toml").read_text("utf-8")),
        load_schema("settings"),
        jsonschema.Draft7Validator,
    )
