"""A check with nothing but paths and plain flags: the short way in means what the long one means."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.commands.check import COMMAND
from okrlint.workspace.check_run import NOT_GIVEN, plain_flags
from tests.commands.conftest import Call

FLAGS = tuple(f"--{name.replace('_', '-')}" for name, value in NOT_GIVEN.items() if value is False)


def understood(*words: str) -> tuple[object, object]:
    """The paths and flags as the reader of command lines has them."""
    given = dict(COMMAND.make_context("check", list(words)).params)
    return given.pop("paths"), given


def test_what_is_not_given_is_what_the_command_line_says() -> None:
    """Every flag of the command is known at the short way, with the same default."""
    assert understood() == ((), NOT_GIVEN)


@pytest.mark.parametrize("flag", FLAGS)
def test_a_flag_means_the_same_on_the_short_way(flag: str) -> None:
    """A flag without a value, between paths."""
    words = ("okrs/a.yaml", flag, "b c.yaml", "")

    assert plain_flags(words) == understood(*words)


@pytest.mark.parametrize(
    "word",
    [
        "-",
        "--",
        "-h",
        "--help",
        "--format",
        "--format=json",
        "--all=1",
        "--no-cach",
        "--no_cache",
        "-afix",
        "--show-all",
    ],
)
def test_any_other_word_is_left_to_the_command_line(word: str) -> None:
    """What takes a value, is misspelt or has a meaning of its own is not guessed at."""
    assert plain_flags(("okrs", word)) is None


@pytest.mark.parametrize("words", [(), ("okrs",), ("nowhere",), ("../elsewhere.yaml",)])
def test_both_ways_end_the_same(repository: Path, inside: Call, words: tuple[str, ...]) -> None:
    """The same code and the same bytes, with findings, without, and where the call is wrong."""
    (repository / "okrs" / "odd.yaml").write_text("kind: plan\n", "utf-8")

    assert inside("check", *words) == inside("check", *words, "--format", "text")
