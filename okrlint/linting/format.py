"""What a format is: a way to print the findings of a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from okrlint.linting.finding import Severity
from okrlint.linting.rule import Rule
from okrlint.linting.run import Outcome
from okrlint.records import Record
from okrlint.source.text import SourceText
from okrlint.tuples import NamedTuple


class FormatInput(NamedTuple):
    """All that a format may use."""

    outcome: Outcome
    sources: Mapping[str, SourceText]
    """The texts of the run by path, for excerpts."""
    rules: Mapping[str, Rule]
    color: bool = False
    fail_on: Severity | None = Severity.ERROR
    """The severity from which on findings fail the run; None for none."""
    most_of_a_rule: int | None = None
    """So many findings of one rule are enough for people, the others are counted; None for all."""


class Format(Record):
    """One way to print findings; discovered by its file name."""

    id: str
    render: Callable[[FormatInput], str]
    """The whole text, with its final line break; empty where there is nothing to say."""
