"""A run in one line, and rule by rule."""

from __future__ import annotations

from okrlint.linting.finding import Finding, Fix, Severity
from okrlint.linting.run import Outcome
from okrlint.linting.summary import statistics, summary
from okrlint.source.span import Location, Position, Span

PLACE = Location("okrs/a.yaml", Span(Position(1, 1, 0), Position(1, 2, 1)))


def _finding(rule: str, severity: Severity, fix: Fix | None = None) -> Finding:
    return Finding(rule, severity, "is so", "", PLACE, (), "", fix)


SAFE, UNSAFE = Fix("write", (), ()), Fix("write", (), (), safe=False)
MANY = (
    _finding("b-rule", Severity.INFO),
    _finding("a-rule", Severity.ERROR, SAFE),
    _finding("c-rule", Severity.WARNING, UNSAFE),
    _finding("c-rule", Severity.WARNING, SAFE),
    *[_finding("c-rule", Severity.WARNING)] * 10,
)


def test_rules_are_counted_most_first() -> None:
    """With how many of their findings can be mended, and by which flag."""
    assert statistics(Outcome(MANY, 1, 0, 3, known=2)) == (
        "findings  severity  rule    can be mended\n"
        "      12  warning   c-rule  1 with --fix, 1 with --unsafe-fixes\n"
        "       1  error     a-rule  1 with --fix\n"
        "       1  info      b-rule\n"
        "\n"
        "1 error, 12 warnings, 1 info in 3 files; 1 suppressed with a reason; 2 known from the baseline.\n"
    )


def test_nothing_is_one_line() -> None:
    """A clean run has no table."""
    assert statistics(Outcome((), 0, 0, 1)) == "No findings in 1 file.\n"
    assert summary(Outcome((), 0, 0, 2, known=1)) == "No findings in 2 files; 1 known from the baseline."
