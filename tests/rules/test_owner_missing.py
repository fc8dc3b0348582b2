"""Nobody, several people, or a team as owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def test_an_objective_that_nobody_touches_is_told_once(lint: Lint) -> None:
    """Four findings for a plan without owners, not fifteen."""
    text = "objectives:\n  - {id: a, title: Drive demand, key_results: [{id: b, title: B}, {id: c, title: C}]}"

    assert lint("owner-missing", text) == ['6:20 error nobody owns "Drive demand", nor any of its 2 key results']


def test_the_objectives_owner_does_not_own_its_key_results(lint: Lint) -> None:
    """Each key result is somebody's own."""
    text = "objectives:\n  - {id: a, title: A, owner: ana, key_results: [{id: b, title: B}, {id: c, title: C, owner: ben}]}"

    assert lint("owner-missing", text) == ['6:64 error nobody owns "B"']


def test_several_owners_are_a_warning_in_every_preset(lint: Lint) -> None:
    """A person may disagree with one owner, but not with nobody."""
    text = "objectives:\n  - id: a\n    title: A\n    owner:\n      - ana\n      - ben\n"

    assert lint("owner-missing", text, preset="saas") == ['9:7 warning "A" has 2 owners: ana, ben']


@pytest.mark.parametrize(
    ("owner", "owners"),
    [
        ("ana, ben", "2 owners: ana, ben"),
        ("ana, ben, and cid-2", "3 owners: ana, ben, cid-2"),
        ("ana & ben", "2 owners: ana, ben"),
        ("Ana Lopez and Ben Ng", "2 owners: Ana Lopez, Ben Ng"),
        ("Lopez, Ana", ""),
        ("Head of Marketing and Sales", ""),
        ("r&d", ""),
        ("ana", ""),
    ],
    ids=str,
)
def test_several_owners_in_one_text(lint: Lint, owner: str, owners: str) -> None:
    """Two names with a comma or a word between them are two people; where people are listed it is no known id."""
    text = f"objectives:\n  - id: a\n    title: A\n    owner: {owner}\n"
    company = {"okrs/company.yaml": "kind: company\nversion: 1\npeople: [{id: ana}, {id: ben}]"}

    assert lint("owner-missing", text) == ([f'8:12 warning "A" has {owners}'] if owners else [])
    assert lint("owner-missing", text, files=company) == []


def test_a_list_of_one_is_one_owner(lint: Lint) -> None:
    """The form does not matter."""
    assert lint("owner-missing", "objectives:\n  - {id: a, title: A, owner: [ana]}") == []


def test_an_empty_owner_is_nobody(lint: Lint) -> None:
    """The key where the name is missing is the place."""
    assert lint("owner-missing", "objectives:\n  - title: A\n    owner:\n") == ['7:5 error nobody owns "A"']


def test_the_team_is_no_person(lint: Lint) -> None:
    """Unless company.yaml knows a person of that name."""
    text = "objectives:\n  - {id: a, title: A, owner: marketing}"
    company = {"okrs/company.yaml": "kind: company\nversion: 1\npeople: [{id: marketing}]"}

    assert lint("owner-missing", text) == ['6:30 warning the team "marketing" owns "A", and no person does']
    assert lint("owner-missing", text, files=company) == []


def test_drafts_and_dropped_ones_need_none(lint: Lint) -> None:
    """Nobody has to look after what is not agreed or given up."""
    text = """
        objectives:
          - {title: An idea, status: draft}
          - {id: a, title: A, owner: ana, key_results: [{id: b, title: B, status: dropped}]}
    """

    assert lint("owner-missing", text) == []
