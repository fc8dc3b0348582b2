"""The table of docs/trust.md: what is promised, what is asked, what was reached. Values in, Markdown out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

_HERE = Path(__file__).parent


class Bar(NamedTuple):
    """One promise and the tests that hold it."""

    id: str
    promise: str
    asked: str
    tests: tuple[str, ...]


class Tally(NamedTuple):
    """How a bar's tests ended, and the figures that they told."""

    passed: int
    failed: int
    passed_over: int
    figures: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """Met only if every test ran and passed."""
        if self.failed:
            return "missed"
        return "met" if self.passed and not self.passed_over else "not run"


def bars() -> tuple[Bar, ...]:
    """Every bar, in its order."""
    rows = tomllib.loads((_HERE / "bars.toml").read_text("utf-8"))["bar"]
    return tuple(Bar(row["id"], row["promise"], row["asked"], tuple(row["tests"])) for row in rows)


def tallies(report: str) -> Mapping[str, Tally]:
    """The tally of each bar from pytest's report in XML, by the bar's id."""
    cases = [_case(element) for element in ElementTree.fromstring(report).iter("testcase")]  # noqa: S314 - our own
    return {bar.id: _tally(case for case in cases if _belongs(case, bar)) for bar in bars()}


class _Case(NamedTuple):
    name: str
    """As pytest names it: `tests/a/test_b.py::test_c[d]`."""
    outcome: str
    figures: tuple[str, ...]


def _case(element: ElementTree.Element) -> _Case:
    file = element.get("classname", "").replace(".", "/") + ".py"
    outcome = next((child.tag for child in element if child.tag in ("failure", "error", "skipped")), "passed")
    told = tuple(each.get("value", "") for each in element.iter("property") if each.get("name") == "figure")
    return _Case(f"{file}::{element.get('name')}", outcome, told)


def _belongs(case: _Case, bar: Bar) -> bool:
    plain = case.name.partition("[")[0]
    return any(test in (plain, plain.partition("::")[0]) for test in bar.tests)


def _tally(cases: Iterable[_Case]) -> Tally:
    found = list(cases)
    outcomes = [case.outcome for case in found]
    return Tally(
        passed=outcomes.count("passed"),
        failed=outcomes.count("failure") + outcomes.count("error"),
        passed_over=outcomes.count("skipped"),
        figures=tuple(figure for case in found for figure in case.figures),
    )


def page(reached: Mapping[str, Tally], size: str, day: str, commit: str, versions: str) -> str:
    """docs/trust.md."""
    lines = [
        "# What can be trusted",
        "",
        "okrlint reads files that anyone may have written in a pull request. These are its promises, the bar that each",
        "was given, and what was reached. `make bars` runs them all and writes this page; a part of each runs with every",
        "`make test`. A bar that is missed stays in the table.",
        "",
        f"{size} was run on {day} at commit {commit}, {versions}.",
        "",
        "| | promise | bar | reached | verdict |",
        "|---|---|---|---|---|",
        *(_row(bar, reached[bar.id]) for bar in bars()),
        "",
        "What is outside these promises is in [SECURITY.md](../SECURITY.md).",
    ]
    return "\n".join(lines) + "\n"


def _row(bar: Bar, tally: Tally) -> str:
    counts = [f"{tally.passed} tests passed"]
    counts += [f"{tally.failed} failed"] if tally.failed else []
    counts += [f"{tally.passed_over} passed over"] if tally.passed_over else []
    told = "; ".join((*tally.figures, ", ".join(counts)))
    return f"| {bar.id} | {bar.promise} | {bar.asked} | {told} | {tally.verdict} |"
