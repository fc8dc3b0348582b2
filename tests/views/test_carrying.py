"""The next plan from the last one: what goes on, from where, and what stays behind."""

from __future__ import annotations

from typing import Any

import pytest

from okrlint.discovery import discover
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.plan import Plan
from okrlint.model.portfolio import build_portfolio
from okrlint.source.new_yaml import dump
from okrlint.source.reader import read
from okrlint.views.carrying import Carried, carry_over
from tests.reports.sites import COMPANY, MARKETING, plan_text, report_input


def carried(key_results: str, more: str = "") -> Carried:
    """What goes on of a plan of marketing for 2026-Q4 with these key results."""
    given = report_input({MARKETING: plan_text(key_results, more=more), "okrs/company.yaml": COMPANY})
    (plan,) = given.portfolio.plans
    assert isinstance(plan, Plan)
    assert plan.quarter is not None
    return carry_over(plan, plan.quarter.next(), given.portfolio)


def only(key_results: str) -> dict[str, Any]:
    """The one key result that goes on, without what every one has."""
    (found,) = carried(key_results).data["objectives"][0]["key_results"]
    assert found.pop("carried_from") == "marketing/2026-Q4#demand.it"
    assert found.pop("id") == "it"
    del found["title"]
    return dict(found)


MEASURED = {
    "growth": (
        "- {id: it, title: T, baseline: {value: 650, period: 2026-Q3, source: CRM}, growth: 25%, check_ins: {2026-12-28: 700}}",
        {"baseline": {"value": 700, "period": "2026-Q4", "source": "CRM"}, "growth": "XX%"},
    ),
    "a decrease in money, and a long check-in": (
        "- {id: it, title: T, baseline: $40, target: $34, check_ins: {2026-12-21: $39, 2026-12-28: {value: $37.50, note: N}}}",
        {"baseline": {"value": "$37.50", "period": "2026-Q4"}, "target": "$XX"},
    ),
    "never checked in": (
        "- {id: it, title: T, baseline: 3%, target: 5%}",
        {"baseline": {"value": "XX%", "period": "2026-Q4"}, "target": "XX%"},
    ),
    "a count": (
        "- {id: it, title: T, target: 8, weight: 2, check_ins: {2026-12-28: 7}}",
        {"target": "XX", "weight": 2},
    ),
    "a limit": (
        "- {id: it, title: T, type: at-most, target: 60 days, guard: mqls}",
        {"type": "at-most", "target": "XX", "guard": "mqls"},
    ),
    "a band": ("- {id: it, title: T, type: between, target: [4, 5]}", {"type": "between", "target": ["XX", "XX"]}),
    "a first measurement becomes the baseline": (
        "- {id: it, title: T, type: establish-baseline, unit: '%', check_ins: {2026-12-28: 11%}}",
        {"unit": "%", "baseline": {"value": "11%", "period": "2026-Q4"}, "target": "XX%"},
    ),
    "open steps": (
        "- {id: it, title: T, milestones: [{title: A, done: 2026-11-02}, {title: B, weight: 0.5, due: 2026-12-01}]}",
        {"milestones": [{"title": "B"}]},
    ),
    "not done": ("- {id: it, title: T, type: done}", {"type": "done"}),
    "the source of a registered metric, a day and a status of last quarter": (
        "- {id: it, title: T, metric: mqls, owner: [ana, ben], due: 2026-11-30, baseline: 5, growth: 5%, commitment: committed}",
        {
            "owner": ["ana", "ben"],
            "metric": "mqls",
            "baseline": {"value": "XX", "period": "2026-Q4"},
            "growth": "XX%",
            "commitment": "committed",
        },
    ),
}


@pytest.mark.parametrize(("written", "next_one"), MEASURED.values(), ids=MEASURED)
def test_every_type_goes_on(written: str, next_one: dict[str, Any]) -> None:
    """The baseline is what the quarter ended at, with its period; the target is a slot with its sign."""
    assert only(written) == next_one


TITLES = {
    "growth and the quarter before": (
        "Increase leads by 25% vs. 2026-Q3",
        "baseline: 650, growth: 25%, check_ins: {2026-12-28: 700}",
        "Increase leads by XX% vs. 2026-Q4",
    ),
    "from and to": (
        "Raise activation from 41.2% to 45%",
        "baseline: 41.2%, target: 45%, check_ins: {2026-12-28: 43%}",
        "Raise activation from 43% to XX%",
    ),
    "the goal of a growth": (
        "Grow from 1,881 to 2,351 leads",
        "baseline: 1881, growth: 25%, check_ins: {2026-12-28: 2100}",
        "Grow from 2100 to XX leads",
    ),
    "a sign and a window": (
        "Answer tickets under $56 within 4 hours",
        "type: at-most, target: $56",
        "Answer tickets under $XX within 4 hours",
    ),
    "the own quarter": ("Win 8 references in 2026-Q4", "target: 8", "Win XX references in 2027-Q1"),
    "a number as a word": ("Win eight references", "target: 8", "Win XX references"),
    "no number": ("Win references", "target: 8", "Win references"),
}


@pytest.mark.parametrize(("title", "fields", "next_one"), TITLES.values(), ids=TITLES)
def test_titles_do_not_tell_last_quarters_numbers(title: str, fields: str, next_one: str) -> None:
    """A number of the title is open where it is the promise, new where it is the baseline; others stay."""
    data = carried(f"- {{id: it, title: '{title}', {fields}}}").data
    assert data["objectives"][0]["key_results"][0]["title"] == next_one


LEFT = {
    "dropped": ("status: dropped", "dropped"),
    "a draft": ("status: draft", "draft"),
    "stopped at the close": ("close: {score: 0.2, decision: stop}", "decided to stop"),
    "done": ("type: done, check_ins: {2026-12-28: true}", "done"),
    "all steps taken": ("milestones: [{title: A, done: 2026-11-02}]", "done"),
}


@pytest.mark.parametrize(("fields", "reason"), LEFT.values(), ids=LEFT)
def test_what_is_over_stays_behind(fields: str, reason: str) -> None:
    """It is named with the reason, and an objective of which nothing goes on is left behind with it."""
    found = carried(f"- {{id: it, title: T, {fields}}}")
    assert found.left == (f"demand.it: {reason}", "demand: none of its key results goes on")
    assert (found.data["objectives"], found.key_results) == ([], 0)


def test_a_reference_to_what_stays_behind_stays_in_the_old_quarter() -> None:
    """What goes on is meant in the new quarter; what does not is only there in the old one."""
    data = carried(
        """
        - {id: it, title: T, target: 8, shared_with: [marketing/2026-Q4#demand.gone, marketing/2026-Q4#demand, sales/2026-Q4#x]}
        - {id: gone, title: T, target: 8, status: dropped}
        """
    ).data
    assert data["objectives"][0]["key_results"][0]["shared_with"] == [
        "marketing/2026-Q4#demand.gone",
        "marketing/2027-Q1#demand",
        "sales/2026-Q4#x",
    ]


def test_the_frame_of_a_plan() -> None:
    """Team, lead and objectives stay, status and agreement begin anew, and each part says where it comes from."""
    data = carried(
        "- {id: it, title: T, target: 8, shared_with: [marketing/2026-Q4#demand]}", "lead: ana\nstatus: closed\n"
    ).data
    assert [*data] == ["kind", "version", "team", "quarter", "status", "lead", "objectives"]
    assert (data["quarter"], data["status"], data["lead"]) == ("2027-Q1", "draft", "ana")
    (objective,) = data["objectives"]
    assert (objective["carried_from"], objective["owner"]) == ("marketing/2026-Q4#demand", "ana")
    assert objective["key_results"][0]["shared_with"] == ["marketing/2027-Q1#demand"]


def test_the_linter_reads_it() -> None:
    """As YAML the plan has no finding but for what is left open, whatever types are in it."""
    rows = "\n".join(row.replace("id: it", f"id: it-{n}") for n, (row, _) in enumerate(MEASURED.values()))
    old = plan_text(rows)
    new = dump(carried(rows).data)
    documents = [read(text.encode(), path) for path, text in ((MARKETING, old), ("okrs/2027-Q1/marketing.yaml", new))]
    portfolio = build_portfolio(documents)
    outcome = run(portfolio, discover("okrlint.rules", "RULE"), Settings(), None, None)
    found = [
        one for one in outcome.findings if one.location.path.startswith("okrs/2027") and str(one.severity) == "error"
    ]
    wrong = {(one.rule, one.message) for one in found if "XX" not in one.message}
    assert {rule for rule, _ in wrong} <= {
        "too-many-key-results",
        "dangling-reference",
        "not-measurable",
        "baseline-missing",
        "owner-missing",
    }, wrong
