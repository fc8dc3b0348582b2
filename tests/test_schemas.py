"""The published schemas: sound, closed, explained field by field, and about the same fields as the model."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from okrlint.discovery import discover
from okrlint.errors import SettingsError
from okrlint.linting.finding import SEVERITIES
from okrlint.linting.presets import DEFAULT_PRESET, OFF, preset_names
from okrlint.linting.settings import PerFile, Settings
from okrlint.linting.wording.words import LANGUAGES
from okrlint.model import schema_files
from okrlint.model.action import Action
from okrlint.model.baseline import Baseline
from okrlint.model.check_in import CheckIn
from okrlint.model.close import CAUSES, Close
from okrlint.model.company import Company, Focus, Metric, Person, Priority
from okrlint.model.key_result import TYPES, KeyResult
from okrlint.model.located import Located
from okrlint.model.milestone import Milestone
from okrlint.model.objective import Objective
from okrlint.model.pipeline import Channel, Churn, Conversion, Pipeline
from okrlint.model.plan import Agreed, Plan, Review
from okrlint.model.quantity import parse_quantity
from okrlint.model.revision import Revision
from okrlint.model.schema_files import FILE_KINDS, SCHEMAS, load_schema, schema_text
from okrlint.model.shape_tree import choices, nouns, types
from okrlint.model.shape_types import must_be
from okrlint.workspace.settings_file import FAIL_ON, KEYS, read_settings
from tests import settings_schema
from tests.model.whole_files import TEXTS, data_of

NOUNS: dict[str, dict[str, type[Located]]] = {
    "plan": {
        "a plan": Plan,
        "`agreed`": Agreed,
        "an objective": Objective,
        "a key result": KeyResult,
        "`baseline`": Baseline,
        "a milestone": Milestone,
        "an action": Action,
        "a check-in": CheckIn,
        "a revision": Revision,
        "`close`": Close,
        "a review": Review,
    },
    "company": {
        "a company file": Company,
        "`focus`": Focus,
        "a focus": Focus,
        "a priority": Priority,
        "a person": Person,
        "a metric": Metric,
    },
    "pipeline": {
        "a pipeline file": Pipeline,
        "`churn`": Churn,
        "`lead_to_customer`": Conversion,
        "a channel": Channel,
    },
}


def parts(schema: Any, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every subschema with the way to it: `plan:objectives.*.title`."""
    yield name, schema
    joint = "" if name.endswith(":") else "."
    for field, inner in schema.get("properties", {}).items():
        yield from parts(inner, f"{name}{joint}{field}")
    for keyword in ("items", "additionalProperties"):
        if schema.get(keyword):
            yield from parts(schema[keyword], f"{name}{joint}*")
    for definition, inner in schema.get("definitions", {}).items():
        yield from parts(inner, f"{name}{joint}#{definition}")


CLOSED = tuple(name for name in SCHEMAS if name != "okr-file")
"""All but the one that leads to the kinds of files, by the names of their schemas."""
PARTS = {name: part for schema in CLOSED for name, part in parts(load_schema(schema), f"{schema}:")}
FIELDS = {
    name: part for name, part in PARTS.items() if not name.endswith((":", "*", "#focus")) and list(part) != ["$ref"]
}
DESCRIBED = pytest.mark.parametrize("name", sorted(FIELDS))


def resolved(name: str) -> dict[str, Any]:
    """A part that can be asked on its own, its references included."""
    root = load_schema(name.partition(":")[0])
    return {**FIELDS[name], "definitions": root.get("definitions", {})}


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_draft_7_schema(name: str) -> None:
    """Both libraries, and so editors, accept it."""
    schema = load_schema(name)

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_published_as_readable_text(name: str) -> None:
    """UTF-8 with one final line break and lines that fit a review."""
    text = schema_text(name)

    assert text.endswith("}\n")
    assert max(map(len, text.splitlines())) <= 160


@pytest.mark.parametrize("name", [name for name, part in PARTS.items() if "properties" in part])
def test_groups_of_fields_are_closed(name: str) -> None:
    """A field that nobody knows is an error everywhere."""
    assert PARTS[name].get("additionalProperties") is False


@DESCRIBED
def test_fields_are_explained(name: str) -> None:
    """Editors show a sentence without a full stop for every field."""
    words = FIELDS[name]["description"]

    assert words[0].isupper()
    assert not words.endswith(".")


@DESCRIBED
def test_fields_have_an_example(name: str) -> None:
    """Every field shows values that can be read, or the words that it may hold with what each of them means."""
    field = FIELDS[name]
    branches = [branch for branch in field.get("oneOf", ()) if "const" in branch]
    validator = jsonschema.Draft7Validator(resolved(name), format_checker=jsonschema.FormatChecker(("date",)))

    assert bool(branches) is not bool(field.get("examples"))
    assert all(branch["description"] for branch in branches)
    for value in [*field.get("examples", ()), *([field["default"]] if "default" in field else ())]:
        assert [error.message for error in validator.iter_errors(value)] == []


@DESCRIBED
def test_examples_of_quantities_are_quantities(name: str) -> None:
    """What the schema cannot check holds for its examples too."""
    field = FIELDS[name]
    if {"number", "string"} <= types(field):
        for value in field["examples"]:
            if isinstance(value, (int, float, str)) and not isinstance(value, bool):
                parse_quantity(value)


def test_a_reference_stands_alone() -> None:
    """Draft 7 passes over whatever stands beside a `$ref`, descriptions among them."""

    def references(value: Any) -> Iterator[dict[str, Any]]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if isinstance(value, dict) and "$ref" in value:
            yield value
        for item in inner:
            yield from references(item)

    found = [reference for name in CLOSED for reference in references(load_schema(name))]
    assert found
    assert [reference for reference in found if len(reference) > 1 or not reference["$ref"].startswith("#/")] == []


def test_patterns_mean_the_same_to_editors_and_to_python() -> None:
    """No class that takes in other digits and spaces elsewhere, and no `$` that lets a line break pass."""
    patterns = {part["pattern"] for part in PARTS.values() if "pattern" in part}
    patterns |= {part["propertyNames"].get("pattern", "^") for part in PARTS.values() if "propertyNames" in part}

    for pattern in sorted(patterns):
        re.compile(pattern)
        assert not re.search(r"\\[^nrt]|\(\?[^!:]", pattern), pattern
        assert "$" not in pattern or pattern.endswith("$(?!\\n)"), pattern


def test_every_type_has_words() -> None:
    """A value of another type can be told what its field wants."""
    for kind in FILE_KINDS:
        for name, part in parts(load_schema(kind), f"{kind}:"):
            if types(part):
                assert must_be(part), name


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_schema_and_model_have_the_same_nouns(kind: str) -> None:
    """A noun with fields in the schema is one of the model, and the other way round."""
    assert {noun.phrase for noun in nouns(load_schema(kind))} == set(NOUNS[kind])


@pytest.mark.parametrize(
    ("kind", "phrase"), [(kind, phrase) for kind, found in NOUNS.items() for phrase in found], ids=str
)
def test_schema_and_model_have_the_same_fields(kind: str, phrase: str) -> None:
    """Nothing can be written that the model does not read, and nothing is read that cannot be written."""
    described = [set(noun.fields) for noun in nouns(load_schema(kind)) if noun.phrase == phrase]

    assert described
    assert all(fields == set(NOUNS[kind][phrase].FIELDS) for fields in described)


def test_every_noun_of_the_model_is_published() -> None:
    """A new noun needs a line in the table above."""
    listed = {noun for found in NOUNS.values() for noun in found.values()}

    assert {noun for noun in Located.__subclasses__() if noun.__module__.startswith("okrlint.")} == listed


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_the_whole_files_use_every_field(kind: str) -> None:
    """The files that the shape check is tried on leave no field out."""
    used = set(keys_of(data_of(TEXTS[kind])))

    assert {field for noun in nouns(load_schema(kind)) for field in noun.fields} <= used


def keys_of(data: Any) -> Iterator[str]:
    """Every key inside some data."""
    for step, value in data.items() if isinstance(data, dict) else ():
        yield step
        yield from keys_of(value)
    for value in data if isinstance(data, list) else ():
        yield from keys_of(value)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plan:objectives.*.key_results.*.type", TYPES),
        ("plan:objectives.*.key_results.*.close.cause", CAUSES),
        ("settings:preset", preset_names()),
        ("settings:fail_on", FAIL_ON),
        ("settings:languages.*", LANGUAGES),
        ("settings:#severity", (*SEVERITIES, OFF)),
        ("findings:#finding.severity", tuple(SEVERITIES)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_choices_are_those_of_the_code(name: str, words: tuple[str, ...]) -> None:
    """A word that can be written is a word that is understood."""
    assert choices(PARTS[name]) == words


def test_settings_have_the_fields_that_are_read() -> None:
    """The settings file, one entry of per_file, and the preset that holds when nothing is said."""
    schema = load_schema("settings")

    assert set(schema["properties"]) == set(KEYS)
    assert set(schema["properties"]["per_file"]["items"]["properties"]) == set(PerFile._fields)
    assert schema["properties"]["preset"]["default"] == DEFAULT_PRESET == Settings().preset
    assert schema["properties"]["paths"]["default"] == list(Settings().paths)
    assert schema["properties"]["languages"]["default"] == list(Settings().languages)


def test_settings_have_every_rule_with_its_options() -> None:
    """The options of each rule by name and type; run `make docs` when this fails."""
    written = settings_schema.PATH.read_text("utf-8")

    assert written == settings_schema.refreshed(written), "schemas/settings.schema.json is stale: run `make docs`"


@pytest.mark.parametrize(
    ("text", "is_valid"),
    [
        pytest.param('preset = "google@2026"\nlanguages = ["en", "de"]', True, id="a pinned preset"),
        pytest.param('[rules.too-many-objectives]\nmax = 5\nseverity = "off"', True, id="an option"),
        pytest.param('[rules.too-many-objectives]\nmax = "5"', False, id="an option of the wrong type"),
        pytest.param("[rules.too-many-objectives]\nmax = -1", False, id="an option below its least"),
        pytest.param("[rules.too-many-objectives]\nmin = 1", False, id="an option of another rule"),
        pytest.param("[rules.too-many-goals]", False, id="no rule"),
        pytest.param('[rules.syntax]\nseverity = "off"', False, id="a rule that nothing switches off"),
        pytest.param('[[per_file]]\nfiles = ["*"]', False, id="an entry without rules"),
        pytest.param("[limits]\ndepth = 90", False, id="a limit"),
    ],
)
def test_schema_and_reader_agree_on_settings(text: str, *, is_valid: bool, tmp_path: Path) -> None:
    """What an editor shows in red is what okrlint refuses, in both files that may hold settings."""
    (tmp_path / "okrlint.toml").write_text(text, "utf-8")
    table = re.sub(r"^(\[+)", r"\1tool.okrlint.", text, flags=re.MULTILINE)
    (tmp_path / "pyproject.toml").write_text(table if table[0] == "[" else f"[tool.okrlint]\n{table}", "utf-8")

    assert jsonschema.Draft7Validator(load_schema("settings")).is_valid(tomllib.loads(text)) is is_valid
    for name in ("okrlint.toml", "pyproject.toml"):
        with nullcontext() if is_valid else pytest.raises(SettingsError):
            read_settings(tmp_path / name, discover("okrlint.rules", "RULE"))


def test_our_own_files_are_of_their_schema(checkout: Path) -> None:
    """An editor that knows only the published schema shows nothing red in the example company."""
    paths = sorted((checkout / "okrs").rglob("*.yaml"))

    assert paths
    for path in paths:
        data = data_of(path.read_text("utf-8"))
        jsonschema.validate(data, load_schema(data["kind"]), jsonschema.Draft7Validator)


def test_our_own_files_name_their_schema(checkout: Path) -> None:
    """The first line leads an editor to the schema, relative to the file."""
    for path in sorted((checkout / "okrs").rglob("*.yaml")):
        first, *_ = text = path.read_text("utf-8").splitlines()
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, path
        schema = json.loads((path.parent / named[1]).read_text("utf-8"))
        assert f"kind: {schema['properties']['kind']['const']}" in text


def test_schemas_are_found_in_a_wheel_and_in_a_checkout(
    tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They lie beside the package in a checkout and inside it where a wheel was installed."""
    for folder in (tmp_path / "checkout" / "schemas", tmp_path / "wheel" / "okrlint" / "schemas"):
        shutil.copytree(checkout / "schemas", folder)
        package = tmp_path / folder.relative_to(tmp_path).parts[0] / "okrlint" / "model" / "schema_files.py"
        monkeypatch.setattr(schema_files, "__file__", str(package))
        schema_files.folder.cache_clear()
        assert schema_files.folder() == folder
    schema_files.folder.cache_clear()
