"""`okrlint rule` explains."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from okrlint.discovery import load, names
from okrlint.linting.rule import Rule
from okrlint.linting.rule_page import rule_page
from okrlint.model.schema_files import load_schema
from tests.commands.conftest import Call

TOO_MANY = "too-many-objectives"
SETTINGS = """\
preset = "t2d3"
[rules.owner-missing]
severity = "info"
[rules.placeholder]
severity = "off"
[rules.too-many-objectives]
max = 9
[rules.vague-wording]
allow = ["a\\u001b"]
"""


@pytest.fixture
def bad_rule() -> Rule:
    """A rule whose page is quickly made."""
    rule: Rule = load("okrlint.rules", TOO_MANY, "RULE")
    return rule


def test_a_rule_is_explained_with_real_output(okrlint: Call) -> None:
    """Why, bad with what okrlint says of it, good, options, how to suppress."""
    out = okrlint("rule", "too-many-objectives").out

    assert out.startswith("# too-many-objectives\n")
    assert "error too-many-objectives: 5 objectives; preset geckoboard allows 4" in out
    assert "# okrlint: ignore[too-many-objectives]" in out
    assert "<-" not in out


def test_without_an_id_all_rules_are_listed(okrlint: Call, repository: Path) -> None:
    """One line a rule, with what it weighs, whether it is on, and who says so."""
    (repository / "okrlint.toml").write_text(SETTINGS, "utf-8")
    head, *rows = (line.split() for line in okrlint("rule").out.splitlines())
    found = {row[0]: " ".join(row[1:]) for row in rows}

    assert head == ["rule", "severity", "state", "set", "by", "group"]
    assert tuple(found) == names("okrlint.rules")
    assert found["too-many-objectives"] == "error on preset t2d3 structure"
    assert found["owner-missing"] == "info on okrlint.toml:3 people"
    assert found["placeholder"] == "error off okrlint.toml:5 measure"
    assert found["pipeline-not-percentage-growth"] == "error off preset t2d3 pipeline growth"
    assert found["syntax"] == "error on always housekeeping"


def test_a_rule_shows_what_is_in_force(okrlint: Call, repository: Path) -> None:
    """Its severity and options under the settings of the repository, with the line that sets them."""
    (repository / "okrlint.toml").write_text(SETTINGS, "utf-8")

    assert "| severity | error | preset t2d3 |\n| max | `9` | okrlint.toml:7 |\n" in okrlint("rule", TOO_MANY).out
    assert "| allow | `a\\x1b` | okrlint.toml:9 |\n" in okrlint("rule", "vague-wording").out


def test_rules_are_data_for_programs(okrlint: Call, repository: Path) -> None:
    """All of them or one, in the published shape."""
    (repository / "okrlint.toml").write_text(SETTINGS, "utf-8")
    every, one = (json.loads(okrlint("rule", *call, "--format", "json").out) for call in ((), (TOO_MANY,)))

    for data in (every, one):
        jsonschema.validate(data, load_schema("rules"), jsonschema.Draft7Validator)
        assert (data["preset"], data["edition"]) == ("t2d3", "2026")
    assert [rule["id"] for rule in every["rules"]] == list(names("okrlint.rules"))
    (rule,) = one["rules"]
    assert (rule["on"], rule["severity"], rule["set_by"]) == (True, "error", "preset t2d3")
    assert rule["options"][0] == {
        "name": "max",
        "type": "int",
        "value": 9,
        "default": 4,
        "set_by": "okrlint.toml:7",
        "meaning": "Most objectives that a team may have in a quarter.",
    }


def test_a_former_name_explains_the_rule(bad_rule: Rule) -> None:
    """The page says what it was called."""
    renamed = Rule(**{**bad_rule.__dict__, "aliases": ("too-many-goals",)})

    assert "| Former names | too-many-goals |" in rule_page(renamed, (renamed,))


def test_an_unknown_rule_names_the_nearest(okrlint: Call) -> None:
    """One sentence, exit 2."""
    ran = okrlint("rule", "owner-mising")

    assert ran.code == 2
    assert ran.err == "okrlint: there is no rule `owner-mising`; did you mean owner-missing?\n"


def test_the_pages_in_docs_are_what_the_rules_say(okrlint: Call, tmp_path: Path, checkout: Path) -> None:
    """Docs are generated; run `make docs` when this fails."""
    okrlint("rule", "--pages", str(tmp_path / "pages"))
    fresh = {path.name: path.read_text("utf-8") for path in sorted((tmp_path / "pages").iterdir())}
    committed = {path.name: path.read_text("utf-8") for path in sorted((checkout / "docs" / "rules").iterdir())}

    assert committed == fresh, "docs/rules is stale: run `make docs`"
