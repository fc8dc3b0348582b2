"""One finding a place: what is said already is not said again, and what can be read is judged."""

from __future__ import annotations

import pytest

from okrlint.discovery import discover
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read

RULES = discover("okrlint.rules", "RULE")
COMPANY = "kind: company\nversion: 1\nfocus:\n  metric: mrr\n  since: soon\npeople:\n  - id: ana\n"
PLAN = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\nlead: ana\nagreed:\n  date: 2026-10-30\n  by: [ana, ana]\nobjectives:\n  - id: a\n    title: Win\n    owner: ana\n"


def found(plan: str = PLAN, company: str = COMPANY) -> set[tuple[str, int]]:
    """Rule and line of every error and warning."""
    before = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q3\nstatus: draft\n"
    files = {"okrs/2026-Q3/marketing.yaml": before, "okrs/2026-Q4/marketing.yaml": plan, "okrs/company.yaml": company}
    documents = (read(text.encode(), path) for path, text in files.items())
    outcome = run(build_portfolio(documents), RULES, Settings())
    shown = (one for one in outcome.findings if str(one.severity) != "info" and "2026-Q3" not in one.location.path)
    return {(one.rule, one.location.span.start.line) for one in shown}


WHOLE = {("too-few-objectives", 9), ("too-few-key-results", 11), ("agreed-late", 7), ("period-not-a-quarter", 5)}


def test_the_plan_in_one_piece() -> None:
    """What there is to say where every value can be read."""
    assert found() >= WHOLE


@pytest.mark.parametrize(
    ("old", "new", "hidden"),
    [
        pytest.param("lead: ana", "lead: [ana]", set(), id="a field that says nothing of the rest"),
        pytest.param("date: 2026-10-30", "date: soon", {("agreed-late", 7)}, id="a field that is judged itself"),
        pytest.param("quarter: 2026-Q4", "quarter: [2026-Q4]", {("too-few-objectives", 9), ("agreed-late", 7)}, id="a field that all leans on"),
    ],
)  # fmt: skip
def test_a_value_of_the_plan_that_cannot_be_read(old: str, new: str, hidden: set[tuple[str, int]]) -> None:
    """It hides what is about it, and no more than that."""
    known = found(PLAN.replace(old, new))
    assert any(rule == "schema" for rule, _ in known)
    assert known & WHOLE == WHOLE - hidden


def test_a_value_of_the_company_that_cannot_be_read() -> None:
    """The other fields of its file are judged."""
    assert ("period-not-a-quarter", 5) in found(company=f"{COMPANY}    emails: 5\n")
    assert ("period-not-a-quarter", 5) not in found(company=f"{COMPANY}fiscal_year_start: 13\n")


@pytest.mark.parametrize("owner", ["TBD", "'??'"])
def test_a_slot_is_no_reference(owner: str) -> None:
    """A name that was never filled in is told as that, and not also as a name that nobody knows."""
    told = {rule for rule, line in found(PLAN.replace("    owner: ana", f"    owner: {owner}")) if line == 12}
    assert told == {"placeholder"}
    assert ("dangling-reference", 12) in found(PLAN.replace("    owner: ana", "    owner: zoe"))
