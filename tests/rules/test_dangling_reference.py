"""References that lead nowhere, or round in a circle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


COMPANY = """
    kind: company
    version: 1
    focus: {metric: mrr}
    priorities: [{id: self-serve}]
    people: [{id: ana, name: Ana Lee}, {id: ben, name: Ben}]
    metrics: [{id: mrr}, {id: leads}, {id: cost-per-lead}]
"""
FILES = {"okrs/company.yaml": COMPANY}


def objective(*lines: str) -> str:
    """A plan whose only objective has these fields."""
    return "objectives:\n  - title: A\n" + "\n".join(f"    {line}" for line in lines)


def key_result(*lines: str) -> str:
    """A plan whose only key result has these fields; the first stands on line 9."""
    rows = "\n".join(f"        {line}" for line in lines)
    return f"objectives:\n  - title: A\n    key_results:\n      - title: B\n{rows}"


def test_without_a_company_file_nothing_is_looked_up(lint: Lint) -> None:
    """A small team that lists nobody hears nothing."""
    plan = "lead: zoe\n" + objective("owner: zoe", "supports: [moon, focus]")

    assert lint("dangling-reference", plan) == []


def test_a_company_that_lists_no_people_and_no_metrics_asks_for_none(lint: Lint) -> None:
    """Lists are checked where there are lists."""
    files = {"okrs/company.yaml": "kind: company\nversion: 1\nname: Acme"}

    assert lint("dangling-reference", key_result("owner: zoe", "metric: leeds", "guard: cost"), files=files) == []


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("lead: an", '5:7 error `lead` names "an"'),
        ("agreed: {date: 2026-09-24, by: [ana, bean]}", '5:38 error `by` names "bean"'),
        (objective("owner: Ana Lee"), '7:12 error `owner` names "Ana Lee"'),
        (objective("owner: [ana, zoe]"), '7:18 error `owner` names "zoe"'),
        (key_result("actions: [{title: C, owner: zoe}]"), '9:37 error `owner` names "zoe"'),
        (key_result("check_ins: {2026-10-05: {value: 1, by: zoe}}"), '9:48 error `by` names "zoe"'),
        (
            key_result("revisions: [{approved_by: zoe, field: due, date: 2026-10-05, from: a, to: b, reason: c}]"),
            '9:35 error `approved_by` names "zoe"',
        ),
    ],
    ids=["lead", "agreed", "name", "second owner", "action", "check-in", "revision"],
)
def test_people(lint: Lint, plan: str, expected: str) -> None:
    """Wherever a person is named, the id must be known."""
    message = f"{expected}, who is not among the people of company.yaml"

    assert lint("dangling-reference", plan, files=FILES) == [message]


@pytest.mark.parametrize(
    ("field", "value", "known"),
    [
        ("metric", "leads", True),
        ("metric", "leeds", False),
        ("metric", "Leads of partners", True),
        ("metric", "lead volume", True),
        ("guard", "cost-per-lead", True),
        ("guard", "refund-rate", False),
        ("guard", "Refunds", True),
    ],
    ids=str,
)
def test_metrics(lint: Lint, field: str, value: str, known: bool) -> None:
    """A space or a capital makes free words; everything else is an id."""
    expected = (
        []
        if known
        else [f'9:{11 + len(field)} error `{field}` names "{value}", which is not among the metrics of company.yaml']
    )

    assert lint("dangling-reference", key_result(f"{field}: {value}"), files=FILES) == expected


def test_the_focus_metric_is_looked_up_too(lint: Lint) -> None:
    """The company file refers to its own metrics."""
    files = {"okrs/company.yaml": "kind: company\nversion: 1\nfocus: {metric: mmr}\nmetrics: [{id: mrr}]"}

    assert lint("dangling-reference", files=files) == [
        'okrs/company.yaml:3:17 error `metric` names "mmr", which is not among the metrics of company.yaml'
    ]


def test_channels_of_the_quarters_pipeline(lint: Lint) -> None:
    """Looked up only where the pipeline file lists channels."""
    pipeline = "kind: pipeline\nversion: 1\nquarter: 2026-Q4\n"
    listed = {"okrs/p.yaml": pipeline + "channels: [{id: organic-search}]"}
    plan = key_result("channel: organic")

    assert lint("dangling-reference", plan, files={"okrs/p.yaml": pipeline}) == []
    assert lint("dangling-reference", plan, files=listed) == [
        '9:18 error `channel` names "organic", which is not among the channels of okrs/p.yaml'
    ]


@pytest.mark.parametrize(
    "target",
    [
        "focus",
        "health",
        "self-serve",
        "company#focus",
        "sales/2026-Q4#deals",
        "sales/2026-Q4#deals.won",
        "sales/2026-Q4#2",
    ],
    ids=str,
)
def test_targets_that_exist(lint: Lint, target: str) -> None:
    """Focus, health, priorities, objectives and key results of any team; by position where the id is missing."""
    sales = "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q4\nobjectives:\n  - {id: deals, title: A, key_results: [{id: won, title: B}]}\n  - title: C"

    assert lint("dangling-reference", objective(f"supports: [{target}]"), files={**FILES, "okrs/s.yaml": sales}) == []


@pytest.mark.parametrize(
    ("field", "target", "reason"),
    [
        ("supports", "self-service", "which is not among the priorities of company.yaml"),
        ("supports", "mrr", "which is not among the priorities of company.yaml"),
        ("supports", "sales/2026-Q4#deals", "which does not exist"),
        ("supports", "marketing/2026-Q4#gone", "which does not exist"),
        ("carried_from", "marketing/2026-Q3#a", "which does not exist"),
        ("shared_with", "[sales/2026-Q4#deals]", "which does not exist"),
    ],
    ids=str,
)
def test_targets_that_do_not(lint: Lint, field: str, target: str, reason: str) -> None:
    """The message says what was looked for, and where."""
    name = target.strip("[]")
    column = 7 + len(field) + target.startswith("[")

    assert lint("dangling-reference", objective(f"{field}: {target}"), files=FILES) == [
        f'7:{column} error `{field}` names "{name}", {reason}'
    ]


def test_closed_plans_and_dropped_ones_keep_people_who_left(lint: Lint) -> None:
    """History names who was there; only references between plans must hold."""
    closed = "status: closed\nlead: zoe\n" + objective(
        "owner: zoe", "supports: [moon]", "carried_from: sales/2026-Q3#a"
    )
    dropped = objective("status: dropped", "owner: zoe")

    assert lint("dangling-reference", dropped, files=FILES) == []
    assert lint("dangling-reference", closed, files=FILES) == [
        '11:19 error `carried_from` names "sales/2026-Q3#a", which does not exist'
    ]


def test_a_circle_is_told_once(lint: Lint) -> None:
    """Two objectives that support each other support nothing."""
    plan = """
        objectives:
          - {id: a, title: A, supports: [focus, "marketing/2026-Q4#b"]}
          - {id: b, title: B, supports: "marketing/2026-Q4#c.k"}
          - {id: c, title: C, supports: "marketing/2026-Q4#a", key_results: [{id: k, title: K}]}
    """

    assert lint("dangling-reference", plan) == [
        "6:33 error `supports` leads back to marketing/2026-Q4#a through marketing/2026-Q4#b and 1 more"
    ]


def test_an_objective_that_supports_its_own_key_result(lint: Lint) -> None:
    """The smallest circle."""
    plan = 'objectives:\n  - {id: a, title: A, supports: "marketing/2026-Q4#a.k", key_results: [{id: k, title: K}]}'

    assert lint("dangling-reference", plan) == ["6:33 error `supports` leads back to marketing/2026-Q4#a"]


def test_key_results_carried_from_each_other(lint: Lint) -> None:
    """A history that begins nowhere."""
    plan = """
        objectives:
          - id: a
            title: A
            key_results:
              - {id: k, title: K, carried_from: "marketing/2026-Q4#a.l"}
              - {id: l, title: L, carried_from: "marketing/2026-Q4#a.k"}
    """

    assert lint("dangling-reference", plan) == [
        "9:41 error `carried_from` leads back to marketing/2026-Q4#a.k through marketing/2026-Q4#a.l"
    ]
