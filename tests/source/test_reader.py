from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.source.limits import DEFAULT_LIMITS
from okrlint.source.reader import libyaml_events, pure_events, read

PARSERS = pytest.mark.parametrize("parser", [libyaml_events, pure_events], ids=["libyaml", "pure"])

VALUES: tuple[tuple[str, object], ...] = (
    ("text", "text"), ("yes", "yes"), ("no", "no"), ("on", "on"), ("1:30", "1:30"), ("2026-10-19", "2026-10-19"), ("25%", "25%"),
    ("1,000", "1,000"), ("$1.2M", "$1.2M"), ("1_000", "1_000"), ("0b11", "0b11"), ("1e", "1e"), ("1.2.3", "1.2.3"), ("+", "+"),
    ("-", None), ("nil", "nil"), ("None", "None"), ("TrUe", "TrUe"), ("", None), ("~", None), ("null", None), ("Null", None),
    ("NULL", None), ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False), ("0", 0),
    ("12", 12), ("-12", -12), ("+12", 12), ("007", 7), ("0o17", 15), ("0xfF", 255), ("1.5", 1.5), ("-1.5", -1.5), (".5", 0.5),
    ("+.5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("1.5E-3", 0.0015), ("12e03", 12000.0), ('"1"', "1"), ("'true'", "true"),
    ('"~"', "~"), ("''", ""), ("123456789012345", 123456789012345),
)  # fmt: skip


@PARSERS
@pytest.mark.parametrize(
    ("written", "value"),
    [row for row in VALUES if row[0] != "-"],
    ids=[ascii(row[0]) for row in VALUES if row[0] != "-"],
)
def test_plain_scalars_are_those_of_yaml_1_2(written: str, value: object, parser: Any) -> None:
    """The core schema and nothing else: what older versions take for booleans, times and dates is text."""
    document = read(f"a: {written}\n".encode(), "x", parser=parser)

    assert document.problems == ()
    assert document.data == {"a": value}
    assert type(document.data["a"]) is type(value)


@pytest.mark.parametrize(
    "written",
    [".inf", "-.INF", ".nan", "1e999", "-1e999", "1234567890123456", "0x1234567890abcdef", "1.2345678901234567"],
)
def test_numbers_that_nobody_means_are_problems(written: str) -> None:
    """Infinity and numbers of more than 15 digits are told about, and are no values."""
    document = read(f"a: {written}\nb: 1\n".encode(), "x")

    assert document.data == {"a": None, "b": 1}
    assert [problem.span.start[:2] for problem in document.problems] == [(1, 4)]


def test_keys_are_text_as_written() -> None:
    """A date, a number, a word for true: keys are never anything but text."""
    document = read(b"2026-10-19: 1\n1: 2\ntrue: 3\n~: 4\n'': 5\n1.0: 6\n", "x")

    assert list(document.data) == ["2026-10-19", "1", "true", "~", "", "1.0"]


def test_the_first_of_two_equal_keys_counts() -> None:
    """Both lines are named, and the value is the one that stands first."""
    document = read(b"a: 1\nb: 2\na: 3\n", "x")
    (problem,) = document.problems

    assert document.data == {"a": 1, "b": 2}
    assert problem.span.start.line == 3
    assert problem.first is not None
    assert problem.first.start.line == 1


def test_a_hundred_problems_are_enough() -> None:
    """A file with more is no plan with mistakes; reading ends there."""
    assert len(read(b"a: 1\n" * 1000, "x").problems) == 100


LIMITS = (
    ("file_bytes", 20, b"a: " + b"x" * 18, "the file is larger than 20 bytes"),
    ("line_bytes", 20, b"a: 1\nb: " + b"x" * 18, "line 2 is longer than 20 bytes"),
    ("scalar_characters", 70, b"a: |\n" + b"  xxxxxxxxx\n" * 8, "a text of 80 characters; 70 are allowed"),
    ("depth", 3, b"[[[[]]]]", "nested more than 3 levels deep"),
    ("nodes", 3, b"[1, 2, 3, 4]", "more than 3 values in one file"),
    ("digits", 3, b"a: 1234", "`1234` is a number of more than 3 digits"),
)


@pytest.mark.parametrize(("name", "limit", "data", "message"), LIMITS, ids=[row[0] for row in LIMITS])
def test_each_limit_holds_and_can_be_raised(name: str, limit: int, data: bytes, message: str) -> None:
    """One more than the limit is a problem; with a limit of one more it is none."""
    below, above = (DEFAULT_LIMITS._replace(**{name: value}) for value in (limit, limit * 2))

    assert [problem.message for problem in read(data, "x", below).problems] == [message]
    assert read(data, "x", above).problems == ()


def test_nesting_is_counted_from_the_outermost_collection() -> None:
    """Fifty levels are read, fifty-one are not."""
    assert read(b"[" * 50 + b"]" * 50, "x").problems == ()
    assert read(b"[" * 51 + b"]" * 51, "x").problems != ()


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    """Whatever a file holds, there is a document with data or with problems that lie inside the text."""
    document = read(data, "x")

    assert document.readable or document.problems
    for problem in document.problems:
        assert 0 <= problem.span.start.offset <= problem.span.end.offset <= len(document.text.text)


_PIECES = [
    *"-?:,[]{}#&*!|>'\"%@` \n\t~<",
    "a",
    "1",
    "\r\n",
    "- ",
    ": ",
    "...",
    "---",
    "<<",
    "&a ",
    "*a",
    "!!str ",
    "%YAML 1.2",
    "\\",
    "é",
]


@PARSERS
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=40))
def test_no_text_breaks_the_reader(pieces: list[str], parser: Any) -> None:
    """Any row of YAML's own signs is read, or has a problem in words."""
    document = read("".join(pieces).encode(), "x", parser=parser)

    assert document.readable or document.problems
    assert all(problem.message and problem.hint for problem in document.problems)


def test_a_parser_that_breaks_is_a_problem_of_the_file() -> None:
    """Parsers raise foreign exceptions on odd input; that ends the file and not the run."""

    def broken(text: str) -> Any:
        raise AssertionError(text)

    (problem,) = read(b"a: 1\n", "x", parser=broken).problems

    assert problem.message == "this is not YAML that can be read (AssertionError)"


def test_the_parser_is_loaded_when_it_is_needed() -> None:
    """Libyaml reads where it is there."""
    assert type(libyaml_events("a: 1").__self__).__module__ == "yaml._yaml"  # type: ignore[attr-defined]
    assert "yaml._yaml" in sys.modules
