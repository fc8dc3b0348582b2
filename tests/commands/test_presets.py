"""`okrlint presets` shows the table."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from okrlint.discovery import names
from okrlint.linting.presets import PRESETS
from okrlint.model.schema_files import load_schema
from tests.commands.conftest import Call


def test_presets_stand_side_by_side(okrlint: Call) -> None:
    """Only rules that differ are shown, with severity and limit."""
    ran = okrlint("presets")
    table, _, words = ran.out.partition("\n\n")
    rows = {line.split()[0]: line for line in table.splitlines()}

    assert rows["rule"].split() == ["rule", "geckoboard", "t2d3", "saas", "google", "minimal", "all"]
    assert "error max 4" in rows["too-many-objectives"]
    assert "warning max 5" in rows["too-many-objectives"]
    assert "syntax" not in rows
    assert "owner-missing" not in rows, "a preset that leaves out its whole group does not count"
    assert "minimal runs the groups structure, measure, compensation and housekeeping alone" in words
    assert ran.err.strip() == "In force: geckoboard, edition 2026"


def test_a_pinned_preset_is_in_force_as_it_is_pinned(okrlint: Call, repository: Path) -> None:
    """The edition stands behind its name."""
    (repository / "okrlint.toml").write_text('preset = "google@2026"\n', "utf-8")

    assert okrlint("presets").err.strip() == "In force: google@2026"


def test_presets_are_data_for_programs(okrlint: Call) -> None:
    """Every preset of every edition with what it makes of each rule, in the published shape."""
    data = json.loads(okrlint("presets", "--format", "json").out)
    found = {(preset["name"], preset["edition"]): preset["rules"] for preset in data["presets"]}

    jsonschema.validate(data, load_schema("presets"), jsonschema.Draft7Validator)
    assert [name for name, _ in found] == list(PRESETS)
    assert {len(rules) for rules in found.values()} == {len(names("okrlint.rules"))}
    (limit,) = [rule for rule in found["google", "2026"] if rule["id"] == "too-many-objectives"]
    assert limit == {"id": "too-many-objectives", "severity": "warning", "options": {"max": 5}}
    assert "off" not in {rule["severity"] for rule in found["all", "2026"]}
