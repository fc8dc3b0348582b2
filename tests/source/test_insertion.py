from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.source.edit import EditRefused, apply
from okrlint.source.insertion import append_items
from okrlint.source.reader import read

ITEM = {"id": "leads", "baseline": {"value": 1900}}
LINES = "{0}- id: leads\n{0}  baseline:\n{0}    value: 1900\n"


def _appended(text: str, field: str = "a") -> str:
    document = read(text.encode(), "plan.yaml")
    insertion = append_items(document, (), field, [ITEM])
    return apply(document, insertion.edits, insertion.changes).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a:\n  - id: x\nb: 2\n", "a:\n  - id: x\n" + LINES.format("  ") + "b: 2\n", id="behind the last item"),
        pytest.param("a:\n- id: x\n", "a:\n- id: x\n" + LINES.format(""), id="a list at the margin of its field"),
        pytest.param("a:\n    - id: x\n", "a:\n    - id: x\n" + LINES.format("    "), id="a list further in"),
        pytest.param("a:\n  -\n    id: x\n", "a:\n  -\n    id: x\n" + LINES.format("  "), id="a dash on its own line"),
        pytest.param("a:\n  - id: x  # c\n\n# d\nb: 2\n", "a:\n  - id: x  # c\n" + LINES.format("  ") + "\n# d\nb: 2\n", id="comments stay with their lines"),
        pytest.param("a:\n  - t: |\n      x\n\nb: 2\n", "a:\n  - t: |\n      x\n" + LINES.format("  ") + "\nb: 2\n", id="behind a block of text"),
        pytest.param("a:\n  - id: x", "a:\n  - id: x\n" + LINES.format("  ").rstrip("\n"), id="no line break at the end"),
        pytest.param("a:\nb: 2\n", "a:\n" + LINES.format("  ") + "b: 2\n", id="an empty field"),
        pytest.param("a: null\nb: 2\n", "a:\n" + LINES.format("  ") + "b: 2\n", id="null"),
        pytest.param("a: []  # none yet\nb: 2\n", "a:  # none yet\n" + LINES.format("  ") + "b: 2\n", id="an empty list"),
        pytest.param("b: 2\n", "b: 2\na:\n" + LINES.format("  "), id="a field that is missing"),
        pytest.param("a:\r\n  - id: x\r\n", "a:\r\n  - id: x\r\n" + LINES.format("  ").replace("\n", "\r\n"), id="Windows line breaks"),
    ],
)  # fmt: skip
def test_items_stand_at_the_end_of_the_list(before: str, after: str) -> None:
    """The list keeps its layout, and every other byte of the file stays."""
    assert _appended(before) == after


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("a: [{id: x}]\n", "inside [ ]", id="a list in brackets"),
        pytest.param("{b: 1}\n", "inside { }", id="a mapping in braces"),
    ],
)
def test_what_stands_in_brackets_is_refused(text: str, words: str) -> None:
    """An item of several lines has no place on one line."""
    with pytest.raises(EditRefused) as refusal:
        _appended(text)

    assert words in str(refusal.value)


def test_an_item_of_an_inner_list() -> None:
    """The owner may itself be an item, and its siblings stay where they are."""
    text = "o:\n  - id: one\n    a:\n      - id: x\n  - id: two\n"
    document = read(text.encode(), "plan.yaml")
    insertion = append_items(document, ("o", 1), "a", [ITEM])

    after = apply(document, insertion.edits, insertion.changes).decode()

    assert after == text + "    a:\n" + LINES.format("      ")


@given(st.lists(st.dictionaries(st.sampled_from("xyz"), st.text(max_size=20), min_size=1), min_size=1, max_size=3))
@settings(max_examples=60)
def test_any_text_of_an_item_is_read_back(items: list[dict[str, str]]) -> None:
    """Whatever an item says, the file says it afterwards, or is left as it was."""
    document = read(b"a:\n  - id: x\n", "plan.yaml")
    try:
        insertion = append_items(document, (), "a", items)
        after = apply(document, insertion.edits, insertion.changes)
    except EditRefused as refusal:
        assert "invisible" in str(refusal)  # noqa: PT017  most texts are not refused, so `raises` does not fit
        return
    assert read(after, "plan.yaml").data == {"a": [{"id": "x"}, *items]}
