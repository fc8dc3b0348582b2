"""What people see who edit a plan with the YAML language server: completions, explanations, and red under a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from okrlint.model.schema_files import FILE_KINDS, load_schema
from tests.model.whole_files import TEXTS

if TYPE_CHECKING:
    from tests.editors.language_server import LanguageServer

PLAN = """\
# yaml-language-server: $schema=../../schemas/plan.schema.json
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
objectives:
  - id: demand
    title: Create predictable demand
    key_results:
      - id: mqls
        title: Grow qualified leads
        growth: 25%
        {}
"""
NAME = "okrs/2026-Q4/{}.yaml"


def key_result() -> dict[str, Any]:
    """The published shape of a key result."""
    objective = load_schema("plan")["properties"]["objectives"]["items"]["properties"]
    found: dict[str, Any] = objective["key_results"]["items"]["properties"]
    return found


def place(text: str, word: str, after: int = 0) -> dict[str, int]:
    """Where an editor's cursor is that stands in a word, counted from zero."""
    *before, last = text[: text.index(word)].split("\n")
    return {"line": len(before), "character": len(last) + after}


def completions(editor: LanguageServer, name: str, text: str, at: dict[str, int]) -> dict[str, str]:
    """What is offered at a place of a plan: the words and what they are said to mean."""
    uri = editor.open(NAME.format(name), text)
    answer = editor.ask("textDocument/completion", textDocument={"uri": uri}, position=at)
    items = answer["items"] if isinstance(answer, dict) else answer
    return {item["label"]: str(item.get("documentation", "")) for item in items}


def test_fields_of_a_key_result_are_offered(editor: LanguageServer) -> None:
    """Every field that is not there yet, each with its explanation, and no field of another noun."""
    text = PLAN.format("")
    offered = completions(editor, "fields", text, {"line": text.count("\n") - 1, "character": 8})
    fields = key_result()

    assert {name for name in offered if name in fields} == set(fields) - {"id", "title", "growth"}
    assert "quarter" not in offered
    assert "key_results" not in offered
    assert fields["baseline"]["description"] in offered["baseline"]


def test_words_of_a_field_are_offered(editor: LanguageServer) -> None:
    """A field that takes one of a few words offers exactly these, and to leave it empty."""
    text = PLAN.format("type: ")
    offered = completions(editor, "words", text, place(text, "type: ", 6))

    assert set(offered) - {"null"} == {branch["const"] for branch in key_result()["type"]["oneOf"] if "const" in branch}


@pytest.mark.parametrize("field", ["growth", "key_results", "team"])
def test_hovering_explains_a_field(editor: LanguageServer, field: str) -> None:
    """The sentence of the schema appears where the cursor rests."""
    text = PLAN.format("owner: ana")
    uri = editor.open(NAME.format(f"hover-{field}"), text)
    answer = editor.ask("textDocument/hover", textDocument={"uri": uri}, position=place(text, f"{field}:", 2))
    plan = load_schema("plan")["properties"]
    shapes = {**plan, **plan["objectives"]["items"]["properties"], **key_result()}

    assert _plain(shapes[field]["description"]) in _plain(answer["contents"]["value"])


def _plain(words: str) -> str:
    """Without what Markdown needs around words."""
    return " ".join(words.replace("\\", "").replace("&emsp;", " ").replace("&nbsp;", " ").split())


def test_a_slip_is_told(editor: LanguageServer) -> None:
    """A misspelt field is marked at its place while one types."""
    text = PLAN.format("gruard: churn")
    problems = editor.diagnostics(editor.open(NAME.format("slip"), text))

    (problem,) = problems
    assert "gruard" in problem["message"]
    assert problem["range"]["start"] == place(text, "gruard")


def test_a_wrong_word_is_told(editor: LanguageServer) -> None:
    """A value that is none of the words of its field is marked too."""
    text = PLAN.format("type: upwards")
    problems = editor.diagnostics(editor.open(NAME.format("word"), text))

    assert [problem["range"]["start"] for problem in problems] == [place(text, "upwards")]


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_a_whole_file_is_clean(editor: LanguageServer, kind: str) -> None:
    """A file that uses every field of its kind has nothing red in it."""
    modeline = f"# yaml-language-server: $schema=../schemas/{kind}.schema.json\n"

    assert editor.diagnostics(editor.open(f"okrs/{kind}.yaml", modeline + TEXTS[kind])) == []


@pytest.mark.parametrize(
    ("name", "kind"), [("okrs/company.yaml", "company"), ("okrs/2026-Q4/pipeline.yaml", "pipeline"), (NAME, "plan")]
)
def test_a_file_is_known_by_its_kind(editor_with_catalogue: LanguageServer, name: str, kind: str) -> None:
    """Through the entry of the public list: whole files are clean and slips are told."""
    editor = editor_with_catalogue
    clean = editor.diagnostics(editor.open(name.format("whole"), TEXTS[kind]))
    slip = editor.diagnostics(
        editor.open(name.format("slip").replace("okrs/", "other/okrs/"), TEXTS[kind] + "\nx: 1\n")
    )

    assert clean == []
    assert [problem["range"]["start"]["line"] for problem in slip] == [TEXTS[kind].count("\n") + 1]


def test_fields_are_offered_by_kind(editor_with_catalogue: LanguageServer) -> None:
    """The same completions as with a line that names the schema."""
    text = PLAN.format("").partition("\n")[2]
    offered = completions(editor_with_catalogue, "fields", text, {"line": text.count("\n") - 1, "character": 8})

    assert set(key_result()) - {"id", "title", "growth"} <= set(offered)


def test_the_kind_is_offered_first(editor_with_catalogue: LanguageServer) -> None:
    """With what each kind is for."""
    offered = completions(editor_with_catalogue, "kind", "kind: ", {"line": 0, "character": 6})

    assert set(offered) - {"null"} == set(FILE_KINDS)
    assert all(offered[kind] for kind in FILE_KINDS)
