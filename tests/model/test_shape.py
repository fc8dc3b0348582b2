"""The shape check as a whole: its verdict, and what holds for every problem that it tells."""

from __future__ import annotations

import copy
import json
import math
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrlint.model.schema_files import FILE_KINDS, load_schema
from okrlint.model.shape import MOST, ShapeProblem, _verdict_of, check_shape, faults_of, is_valid
from okrlint.model.shape_verdict import Verdict
from tests.model.whole_files import TEXTS, data_of

WHOLE = {kind: data_of(text) for kind, text in TEXTS.items()}
STRANGE: list[Any] = [
    None, True, False, 0, 1, 2, -1, 1.5, 1.0, 10**20, "", " ", "x", "Two words", "25%", "1.000,50", "five", "yes", "plan",
    "2026-Q4", "2026-02-28", "2026-02-30", "2026-2-3", "0000-01-01", "abc\n", "a--b", "é", "\ud800", [], [1], [None],
    ["x", 2], [1, 2, 3], {}, {"a": 1}, {"title": "x"}, {"2026-10-12": 1}, {"2026-13-01": "x"}, {"value": "x"}, [{"title": 1}],
]  # fmt: skip
NAMES = ["title", "titel", "id", "due", "value", "Owner", "bonus", "2026-10-30", "2026-04", "", "from", "check_ins"]


def paths_of(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value inside some data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for step, value in inner for found in ((*path, step), *paths_of(value, (*path, step)))]


def value_at(data: Any, path: tuple[str | int, ...]) -> Any:
    """The value at a path; KeyError or IndexError where there is none."""
    for step in path:
        data = data[step]
    return data


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, Any]:
    """A good file in which one to three places were changed, taken away, renamed or added to."""
    kind = draw(st.sampled_from(FILE_KINDS))
    data = copy.deepcopy(WHOLE[kind])
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(paths_of(data) or [("kind",)]))
        holder = value_at(data, tuple(way))
        damage = draw(st.sampled_from(["replace", "remove", "rename", "add"]))
        if damage == "remove":
            del holder[last]
        elif damage == "replace" or not isinstance(holder, dict):
            holder[last] = copy.deepcopy(draw(st.sampled_from(STRANGE)))
        elif damage == "rename":
            holder[draw(st.sampled_from(NAMES))] = holder.pop(last)
        else:
            holder[draw(st.sampled_from(NAMES))] = copy.deepcopy(draw(st.sampled_from(STRANGE)))
    return kind, data


def check_words(data: Any, problems: tuple[ShapeProblem, ...]) -> None:
    """Hold problems to what is promised about every one of them."""
    for problem in problems:
        assert problem.rule in ("schema", "unknown-field")
        value_at(data, problem.path)
        for words in (problem.message, problem.hint):
            assert words == words.strip() != ""
            assert not words.endswith(".")
            assert "\n" not in words
            assert len(words) < 300
    assert len({(problem.path, problem.on_key) for problem in problems}) == len(problems)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_file_with_every_field_can_be_read(kind: str) -> None:
    """A good file has no problem, whatever of the format it uses."""
    assert check_shape(kind, WHOLE[kind]) == ()


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_fields_may_be_empty_while_editing(kind: str) -> None:
    """Every field but the few that a thing cannot be without may stand there without a value."""
    needed = {"kind", "version", "team", "id", "title", "date", "field"}
    for path in paths_of(WHOLE[kind]):
        if path[-1] not in needed and isinstance(path[-1], str):
            data = copy.deepcopy(WHOLE[kind])
            value_at(data, path[:-1])[path[-1]] = None
            assert check_shape(kind, data) == (), path


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(damaged_files())
def test_both_libraries_give_the_same_verdict(damaged: tuple[str, Any]) -> None:
    """What the quick library finds valid the explaining one finds valid, and the other way round."""
    kind, data = damaged
    if "\\ud8" not in json.dumps(data):
        assert is_valid(kind, data) is not any(True for _ in faults_of(kind, data))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(damaged_files())
def test_what_surely_fits_is_valid(damaged: tuple[str, Any]) -> None:
    """The verdict without a library never lets pass what the library refuses."""
    kind, data = damaged
    schema = load_schema(kind)
    if Verdict(schema, schema).surely_fits(data):
        assert _verdict_of(kind)(data)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_good_file_needs_no_library(kind: str) -> None:
    """Every keyword of the schemas is known to the verdict without one."""
    schema = load_schema(kind)

    assert Verdict(schema, schema).surely_fits(WHOLE[kind])


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"const": 1}, True),
        ({"const": 1}, 1.0),
        ({"type": "integer"}, True),
        ({"type": "number"}, math.nan),
        ({"type": "number"}, 2**60),
        ({"type": "string"}, "\ud800"),
        ({"type": "object"}, {"\ud800": 1}),
        ({"uniqueItems": True}, [1]),
        ({"additionalProperties": {"type": "string"}, "properties": {"a": {}}}, {"a": 1}),
        ({"not": {"type": "string"}}, 1),
        ({"not": {"enum": [1]}}, 1.0),
        ({"oneOf": [{"const": "a"}, {"const": "a"}]}, "a"),
        ({"oneOf": [{"const": "a"}, {"type": "string"}]}, "b"),
        ({"oneOf": [{"type": "number"}, {"type": "integer"}]}, 1),
        ({"oneOf": [{"type": ["string", "null"]}, {"type": "object"}]}, "a"),
        ({"format": "email"}, "a@example.com"),
        ({"format": "date"}, "2026-W53-4"),
        ({"pattern": "^a$"}, "ab"),
    ],
)
def test_what_is_not_certain_is_left_to_the_library(schema: dict[str, Any], value: Any) -> None:
    """Keywords that no schema of ours has, and values that libraries take for different ones."""
    assert not Verdict(schema, schema).surely_fits(value)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(damaged_files())
def test_every_problem_is_a_sentence_at_a_place(damaged: tuple[str, Any]) -> None:
    """Places exist in the data, sentences are short and on one line, and no place is named twice."""
    kind, data = damaged
    check_words(data, check_shape(kind, data))


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([*FILE_KINDS, None, "roadmap"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(NAMES) | st.text(), inner),
    ),
)
def test_no_data_breaks_it(kind: str | None, data: Any) -> None:
    """Data of any shape has problems, and never an exception."""
    problems = check_shape(kind, data)

    assert problems
    check_words(data, problems)


def test_numbers_that_are_none_are_told() -> None:
    """Infinity and not-a-number pass as empty in one library and as numbers in the other; here they are neither."""
    data = copy.deepcopy(WHOLE["plan"])
    key_result = data["objectives"][0]["key_results"][0]
    key_result |= {"weight": math.inf, "growth": math.nan, "close": {"score": -math.inf}}

    found = {problem.path[4:]: problem for problem in check_shape("plan", data)}

    assert list(found) == [("growth",), ("weight",), ("close", "score")]
    assert found["weight",].message == "`weight` of key result `leads` is not a number that can be read: `inf`"


def test_the_size_of_a_number_is_judged_by_the_model() -> None:
    """A number that the quantities refuse is refused here too, as a number and as text."""
    for big in (10**15, "1,000,000,000,000,000", 1e300):
        data = {"kind": "pipeline", "version": 1, "mrr": big}
        assert [problem.path for problem in check_shape("pipeline", data)] == [("mrr",)], big


def test_half_a_surrogate_pair_is_text() -> None:
    """Text that the quick library cannot take is judged by the other one."""
    assert check_shape("plan", WHOLE["plan"] | {"note": "\ud800"}) == ()


def test_a_thing_that_is_wrong_as_a_whole_is_told_once() -> None:
    """An unknown field's own fields, and the values of a list that should be none, are not judged as well."""
    data = WHOLE["plan"] | {"objectives": {"key_results": [{"growth": "five"}]}, "target": {"value": "five"}}

    assert [problem.path for problem in check_shape("plan", data)] == [("target",), ("objectives",)]


def test_a_file_in_another_format_gets_the_first_hundred() -> None:
    """Thousands of mistakes are one mistake: the list ends with a word about the others."""
    data = WHOLE["plan"] | {"objectives": ["Grow"] * 5000}

    problems = check_shape("plan", data)

    assert len(problems) == MOST + 1
    assert problems[-1].message == "the file has more problems like these; the first 100 are shown"


def test_the_first_hundred_are_always_the_same() -> None:
    """The order in which Python walks a set changes nothing."""
    code = (
        "from okrlint.model.shape import check_shape\n"
        "check_ins = {f'2026-10-{day:02}': {'value': [day], 'nxt': 1} for day in range(1, 32)}\n"
        "data = {'kind': 'plan', 'version': 1, 'team': 'x', **{f'field{n}': n for n in range(30)},\n"
        "    'objectives': [{'title': 'a', 'key_results': [{'title': 'b', 'check_ins': check_ins}]}] * 3}\n"
        "print(check_shape('plan', data))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(printed) == 1


def test_a_good_file_is_checked_without_the_slow_library() -> None:
    """Neither the explaining library nor the words are imported for a file that can be read."""
    code = (
        "import sys; from okrlint.model.shape import check_shape\n"
        "assert check_shape('plan', {'kind': 'plan', 'version': 1, 'team': 'x', 'note': None}) == ()\n"
        "print(*sorted(sys.modules.keys() & {'jsonschema', 'difflib', 'okrlint.model.shape_words'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout == "\n"
