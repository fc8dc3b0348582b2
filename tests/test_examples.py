"""Every example of every rule is a test: bad ones give exactly the marked findings, good ones none."""

from __future__ import annotations

import pytest

from okrlint.discovery import discover
from okrlint.linting.examples import documents_of, files_of, findings_of, fixes_of, marks_of
from okrlint.linting.finding import Finding
from okrlint.linting.rule import Example, Rule
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.portfolio import build_portfolio

RULES: tuple[Rule, ...] = discover("okrlint.rules", "RULE")


def _cases(kind: str) -> list[object]:
    cases = ((rule, example, number) for rule in RULES for number, example in enumerate(getattr(rule, kind), 1))
    return [pytest.param(rule, example, id=f"{rule.id}-{number}") for rule, example, number in cases]


@pytest.mark.parametrize(("rule", "example"), _cases("bad"))
def test_a_bad_example_gives_exactly_its_marked_findings(rule: Rule, example: Example) -> None:
    """Each marked line has a finding of the rule with these words, about the OKR there, and nothing else is found."""
    marks = marks_of(files_of(example))
    findings = findings_of(example, rule, RULES)
    own = sorted((f.location.path, f.location.span.start.line, f.message) for f in findings if f.rule == rule.id)

    assert marks, "a bad example marks its line with `# <- words`"
    assert [f"{f.rule}: {f.message}" for f in findings if f.rule != rule.id] == []
    assert [(path, line) for path, line, _ in own] == [(mark.path, mark.line) for mark in marks]
    for (_, _, message), mark in zip(own, marks, strict=True):
        assert mark.words in message
    is_of_text = rule.id == "syntax" or rule.subject == "Suppressions"
    for found in findings:
        assert found.address == ("" if is_of_text else _okr_around(found, example) or found.address)


def _okr_around(found: Finding, example: Example) -> str | None:
    """The address of the innermost OKR that a finding stands in."""
    plans = build_portfolio(documents_of(files_of(example))).plans
    items: list[Objective | KeyResult] = []
    for plan in plans:
        items += (*plan.objectives, *plan.key_results)
    start = found.location.span.start.offset
    around = [item for item in items if item.document.path == found.location.path and _holds(item, start)]
    return max(around, key=lambda item: len(item.path)).address if around else None


def _holds(item: Objective | KeyResult, offset: int) -> bool:
    start, end = item.document.span(item.path)
    return start.offset <= offset < end.offset


@pytest.mark.parametrize(("rule", "example"), _cases("bad"))
def test_a_bad_example_shows_what_its_fixes_write(rule: Rule, example: Example) -> None:
    """The lines that fixes change are those that the example says, and none where it says nothing."""
    lines = fixes_of(example, rule, findings_of(example, rule, RULES)).lines

    assert list(lines) == example.fixed.strip("\n").splitlines()


@pytest.mark.parametrize(("rule", "example"), _cases("good"))
def test_a_good_example_gives_no_finding(rule: Rule, example: Example) -> None:
    """Docs never teach what the rule, or an error of another rule, rejects."""
    findings = findings_of(example, rule, RULES)

    assert [f"{f.location.span.start.line}: {f.rule}: {f.message}" for f in findings] == []
    assert marks_of(files_of(example)) == ()


def test_the_clean_portfolio_is_clean() -> None:
    """Examples lie over a portfolio that has no finding under any rule of the default preset."""
    portfolio = build_portfolio(documents_of(files_of(Example(""))))

    outcome = run(portfolio, RULES, Settings())

    assert [f"{f.location.path}:{f.location.span.start.line} {f.rule}: {f.message}" for f in outcome.findings] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule: Rule) -> None:
    """A rule has a one-sentence summary, a reason, examples of both kinds and a known subject."""
    assert rule.bad
    assert rule.good
    assert rule.subject
    assert rule.summary.endswith(".")
    assert "\n\n" in rule.explanation
    assert rule.id not in rule.summary
