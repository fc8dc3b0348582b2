from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from okrlint.source.new_yaml import dump, modeline
from okrlint.source.reader import read

PLAN = {
    "kind": "plan",
    "version": 1,
    "quarter": "2026-Q4",
    "agreed": {"date": datetime.date(2026, 10, 2), "by": ["ana", "ben"]},
    "objectives": [
        {
            "id": "demand",
            "title": "Q4: win",
            "key_results": [{"id": "leads", "growth": "25%", "baseline": Decimal("1900.50"), "weight": Decimal("2.0")}],
        },
        {"id": "empty", "key_results": [], "extra": {}},
    ],
    "note": "one\n\n  two\n",
    "last": "one\ntwo",
    "done": None,
    "check_ins": {"2026-10-12": 1950, "2026-10-19": True},
    "nested": [["a", ["b"]], []],
}
WRITTEN = """\
kind: plan
version: 1
quarter: 2026-Q4
agreed:
  date: 2026-10-02
  by:
    - ana
    - ben
objectives:
  - id: demand
    title: "Q4: win"
    key_results:
      - id: leads
        growth: 25%
        baseline: 1900.5
        weight: 2
  - id: empty
    key_results: []
    extra: {}
note: |
  one

    two
last: |-
  one
  two
done: null
check_ins:
  2026-10-12: 1950
  2026-10-19: true
nested:
  - - a
    - - b
  - []
"""


def test_the_house_layout() -> None:
    """Block style, lists indented by two, quotes only where needed, keys in their order, nothing wrapped."""
    assert dump(PLAN) == WRITTEN


def test_a_long_text_is_one_line() -> None:
    """Wrapped text makes diffs hard to read."""
    assert dump({"title": "word " * 500 + "end"}).count("\n") == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, "null\n"), (1, "1\n"), ("a", "a\n"), ("x\ny", '"x\\ny"\n'), ([], "[]\n"), ({}, "{}\n"), (["a"], "- a\n")],
    ids=ascii,
)
def test_a_document_may_be_any_value(value: object, written: str) -> None:
    """A value without fields is a document too."""
    assert dump(value) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1950, "1950"),
        (0.6, "0.6"),
        (-0.25, "-0.25"),
        (1e20, "100000000000000000000"),
        (1e-07, "0.0000001"),
        (0, "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("4.20"), "4.2"),
        (Decimal("1900.00"), "1900"),
        (100, "100"),
        (Decimal("0.0"), "0"),
    ],
    ids=str,
)
def test_a_number_is_written_as_people_write_it(number: float, written: str) -> None:
    """No exponent and no zeros behind the point."""
    assert dump({"a": number}) == f"a: {written}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (" two\nlines", '" two\\nlines"'),
        ("two \nlines", '"two \\nlines"'),
        ("two\nlines\n\n", '"two\\nlines\\n\\n"'),
        ("\ntwo", '"\\ntwo"'),
        ("two\n\x1blines", '"two\\n\\x1Blines"'),
        ("two\n\u202elines", '"two\\n\\u202Elines"'),
        ("two\n\tlines", '"two\\n\\tlines"'),
        ("\n", '"\\n"'),
    ],
    ids=ascii,
)
def test_lines_that_a_block_would_change_or_hide_are_quoted(text: str, written: str) -> None:
    """A block shows neither blanks at its ends nor what is invisible."""
    assert dump({"a": text}) == f"a: {written}\n"


def test_what_is_no_plain_data_is_refused() -> None:
    """A key that is no text, a time, a set or an infinite number is a mistake of the caller."""
    for wrong in ({1: "a"}, {"a": {1, 2}}, {"a": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)}, {"a": object()}):
        with pytest.raises(TypeError):
            dump(wrong)
    for infinite in (float("inf"), float("nan"), Decimal("Infinity")):
        with pytest.raises(ValueError, match="not a number that a plan can mean"):
            dump({"a": infinite})


_TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"), max_size=20
)
_NO_DAY = _TEXT.filter(lambda text: re.fullmatch(r"\d{4}-\d\d-\d\d", text) is None)
_LINES = st.lists(_NO_DAY, max_size=4).map("\n".join)
_NUMBERS = st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
_VALUES = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _LINES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(_NO_DAY.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(_TEXT, _VALUES, min_size=1, max_size=5))
def test_all_plain_data_comes_back(data: dict[str, Any]) -> None:
    """Our reader finds the same data, keys in the same order, and nothing that is not plain YAML."""
    document = read(dump(data).encode(), "x")

    assert document.problems == ()
    assert document.data == data
    assert list(document.data) == list(data)


@given(st.dictionaries(_NO_DAY, _VALUES, min_size=1, max_size=3))
def test_other_parsers_find_the_same_data(data: dict[str, Any]) -> None:
    """PyYAML (YAML 1.1) and ruamel.yaml (1.2) agree; days, which stay plain, are left out: older parsers make dates of them."""
    written = dump(data)

    assert yaml.safe_load(written) == data
    assert YAML(typ="safe", pure=True).load(written) == data


def test_a_file_can_begin_with_the_line_for_editors() -> None:
    """A comment, so that the data stays what it is."""
    text = modeline("../../schemas/plan.schema.json") + dump({"kind": "plan"})

    assert text == "# yaml-language-server: $schema=../../schemas/plan.schema.json\nkind: plan\n"
    assert read(text.encode(), "plan.yaml").data == {"kind": "plan"}


@pytest.mark.parametrize("schema", ["", "my schemas/plan.json", "plan.json\nkind: company", "a\u2028b"])
def test_the_line_for_editors_stays_a_line(schema: str) -> None:
    """What would end it or cut it is refused."""
    with pytest.raises(ValueError, match="cannot stand in a line"):
        modeline(schema)
