"""Where objectives lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]

COMPANY = {"okrs/company.yaml": "kind: company\nversion: 1\nfocus: {metric: mrr}\npriorities: [{id: self-serve}]"}
NOWHERE = "leads neither to the focus nor to a priority"


def objectives(*rows: str) -> str:
    """A plan with these objectives, each a flow mapping's inside; the first stands on line 6."""
    return "objectives:\n" + "\n".join(f"  - {{{row}}}" for row in rows)


def product(*rows: str, status: str = "active") -> dict[str, str]:
    """The company, and a plan of the product team."""
    head = f"kind: plan\nversion: 1\nteam: product\nquarter: 2026-Q4\nstatus: {status}\n"
    return {**COMPANY, "okrs/2026-Q4/product.yaml": head + objectives(*rows)}


@pytest.mark.parametrize(
    ("supports", "expected"),
    [
        ("focus", []),
        ("self-serve", []),
        ("[health, focus]", []),
        ("company#focus", []),
        ("company#priorities.self-serve", []),
        ("marketing/2026-Q4#b", []),
        ("marketing/2026-Q4#b.c", []),
        ("health", []),
        ("moon", []),
        ("marketing/2026-Q4#moon", []),
        ("marketing/2026-Q4#a", []),
        ("company#metrics.mrr", [f'6:33 warning "A" {NOWHERE}']),
        ("[]", [f'6:33 warning "A" {NOWHERE}']),
    ],
    ids=[
        *("focus", "priority", "health and more", "address of the focus", "address of a priority", "objective"),
        *("key result", "health", "unknown name", "unknown address", "itself", "a metric", "empty list"),
    ],
)
def test_one_step(lint: Lint, supports: str, expected: list[str]) -> None:
    """Unknown names and circles belong to another rule; a metric is no goal."""
    text = objectives(
        f"id: a, title: A, supports: {supports}", "id: b, title: B, supports: focus, key_results: [{id: c, title: C}]"
    )
    metric = {"okrs/company.yaml": COMPANY["okrs/company.yaml"] + "\nmetrics: [{id: mrr}]"}

    assert lint("not-aligned", text, files=metric) == expected


def test_a_chain_is_followed_to_its_end(lint: Lint) -> None:
    """Over teams, and however long."""
    rows = [f"id: o{n}, title: O{n}, supports: product/2026-Q4#o{n + 1}" for n in range(3000)]
    text = objectives("id: a, title: A, supports: product/2026-Q4#o0")

    assert lint("not-aligned", text, files=product(*rows, "id: o3000, title: Last, supports: focus")) == []
    assert lint("not-aligned", text, files=product(*rows, "id: o3000, title: Last")) == [
        f'okrs/2026-Q4/product.yaml:3007:24 warning "Last" {NOWHERE}'
    ]


def test_the_end_of_the_path_is_the_place(lint: Lint) -> None:
    """What supports an island is mended with it; where the end is closed, each is told."""
    text = objectives("id: a, title: A, supports: product/2026-Q4#b", "id: c, title: C, supports: marketing/2026-Q4#a")

    assert lint("not-aligned", text, files=product("id: b, title: B")) == [
        f'okrs/2026-Q4/product.yaml:7:20 warning "B" {NOWHERE}'
    ]
    assert lint("not-aligned", text, files=product("id: b, title: B", status="closed")) == [
        '6:33 warning "A" leads only to product/2026-Q4#b, which supports nothing',
        '7:33 warning "C" leads only to product/2026-Q4#b, which supports nothing',
    ]


def test_any_path_is_enough(lint: Lint) -> None:
    """A dead end beside a way through does not count, nor does a circle beside one."""
    text = objectives(
        "id: a, title: A, supports: [product/2026-Q4#island, product/2026-Q4#b]",
        "id: c, title: C, supports: [marketing/2026-Q4#d, marketing/2026-Q4#a]",
        "id: d, title: D, supports: marketing/2026-Q4#c",
    )
    files = product("id: b, title: B, supports: focus", "id: island, title: I, status: draft")

    assert lint("not-aligned", text, files=files) == []


def test_one_objective_of_a_team_may_be_health(lint: Lint) -> None:
    """Also through others; each team has its own."""
    text = objectives("title: A, supports: health", "title: B, supports: product/2026-Q4#x")

    assert lint("not-aligned", text, files=product("id: x, title: X, supports: health")) == [
        '7:26 warning "B" supports only `health`, as does "A"; one of a team may'
    ]


@pytest.mark.parametrize(
    "plan",
    [
        objectives("title: A, status: draft", "title: B, status: dropped"),
        "status: closed\n" + objectives("title: A"),
    ],
    ids=["draft and dropped", "closed"],
)
def test_what_is_not_asked(lint: Lint, plan: str) -> None:
    """What is no promise yet, or none any more."""
    assert lint("not-aligned", plan, files=COMPANY) == []


def test_a_company_without_goals_gives_nothing_to_support(lint: Lint) -> None:
    """A team alone, or a company file that lists only people, hears nothing."""
    people = {"okrs/company.yaml": "kind: company\nversion: 1\npeople: [{id: ana}]"}

    assert lint("not-aligned", objectives("title: A")) == []
    assert lint("not-aligned", objectives("title: A"), files=people) == []
