"""Ids and files that stand for two things."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]


def test_objectives_and_their_key_results(lint: Lint) -> None:
    """An objective's id is unique in the file, a key result's in its objective."""
    text = """
        objectives:
          - {id: demand, title: A, key_results: [{id: leads, title: B}, {id: leads, title: C}, {id: leads, title: D}]}
          - {id: trust, title: E, key_results: [{id: leads, title: F}]}
          - {id: demand, title: G, status: dropped}
    """
    other = 'another key result of this objective has the id "leads" already'

    assert lint("duplicate-id", text) == [
        f"6:70 error {other}",
        f"6:93 error {other}",
        '8:10 error another objective has the id "demand" already',
    ]


def test_missing_ids_are_no_duplicates(lint: Lint) -> None:
    """Two objectives without an id do not share one."""
    assert lint("duplicate-id", "objectives: [{title: A}, {title: B}]") == []


def test_lists_of_the_company_and_channels(lint: Lint) -> None:
    """People, metrics, priorities and channels are referred to by id as well."""
    company = """
        kind: company
        version: 1
        priorities: [{id: a}, {id: a}]
        people: [{id: ana}, {id: ben}, {id: ana}]
        metrics: [{id: ana}]
    """
    pipeline = """
        kind: pipeline
        version: 1
        quarter: 2026-Q4
        channels:
          - id: search
          - id: search
    """

    assert lint("duplicate-id", files={"okrs/company.yaml": company, "okrs/p.yaml": pipeline}) == [
        'okrs/company.yaml:3:28 error another priority has the id "a" already',
        'okrs/company.yaml:4:37 error another person has the id "ana" already',
        'okrs/p.yaml:6:9 error another channel has the id "search" already',
    ]


def test_two_files_for_one_thing(lint: Lint) -> None:
    """The second by path is told, and shows the first."""
    plan = "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q4"
    company = "kind: company\nversion: 1\nname: Acme"
    pipeline = "kind: pipeline\nversion: 1\nquarter: 2026-Q4"
    files = {
        f"okrs/{folder}/{name}.yaml": text
        for folder in "ab"
        for name, text in zip("xyz", (plan, company, pipeline), strict=True)
    }

    assert lint("duplicate-id", files=files) == [
        "okrs/b/x.yaml:3:7 error sales has another plan for 2026-Q4",
        "okrs/b/y.yaml:3:7 error there is another company file",
        "okrs/b/z.yaml:3:10 error there is another pipeline file for 2026-Q4",
    ]


def test_one_team_in_two_quarters_is_fine(lint: Lint) -> None:
    """The next quarter's plan has the same ids on purpose."""
    plans = {
        f"okrs/{quarter}/sales.yaml": f"kind: plan\nversion: 1\nteam: sales\nquarter: {quarter}\nobjectives: [{{id: a, title: A}}]"
        for quarter in ("2026-Q3", "2026-Q4")
    }

    assert lint("duplicate-id", files=plans) == []


def test_files_without_a_quarter_are_not_the_same(lint: Lint) -> None:
    """What does not say its quarter is another finding."""
    files = {f"okrs/{name}.yaml": "kind: plan\nversion: 1\nteam: sales" for name in "ab"}

    assert lint("duplicate-id", files=files) == []
