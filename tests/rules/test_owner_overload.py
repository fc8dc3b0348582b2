"""One person and many key results."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]


def owned(*owners: str, status: str = "active", team: str = "marketing", quarter: str = "2026-Q4") -> str:
    """A plan with one key result for each owner; the first owner stands in column 36 of line 9."""
    rows = "\n".join(f"      - {{id: k{n}, title: K{n}, owner: {owner}}}" for n, owner in enumerate(owners))
    head = f"kind: plan\nversion: 1\nteam: {team}\nquarter: {quarter}\nstatus: {status}\n"
    return f"{head}objectives:\n  - id: a\n    key_results:\n{rows}"


def test_six_are_one_too_many(lint: Lint) -> None:
    """Five are allowed; the place is the first one."""
    assert lint("owner-overload", owned(*["ben"] * 5)) == []
    assert lint("owner-overload", owned(*["ben"] * 6)) == [
        "9:36 warning ben owns 6 key results in 2026-Q4; the limit is 5"
    ]


def test_teams_count_together_and_quarters_apart(lint: Lint) -> None:
    """A person is the same in every plan, and every quarter is new."""
    other = owned("ben", "ben", "ben", team="product")
    same, later = (
        {"okrs/2026-Q4/product.yaml": other},
        {"okrs/2027-Q1/product.yaml": other.replace("2026-Q4", "2027-Q1")},
    )
    plan = owned("ben", "ana", "ben", "ben")

    assert lint("owner-overload", plan, files=same) == [
        "9:36 warning ben owns 6 key results in 2026-Q4, in the plans of marketing and product; the limit is 5"
    ]
    assert lint("owner-overload", plan, files=later) == []


def test_what_does_not_count(lint: Lint) -> None:
    """Closed plans, drafts and dropped ones weigh nothing."""
    assert lint("owner-overload", owned(*["ben"] * 6, status="closed")) == []
    assert lint("owner-overload", owned(*["ben"] * 5, "ben, status: dropped")) == []
    assert lint("owner-overload", owned(*["ben"] * 6).replace("id: a\n", "id: a\n    status: draft\n")) == []


def test_every_owner_of_a_list_counts(lint: Lint) -> None:
    """Two owners of one key result both carry it."""
    assert lint("owner-overload", owned(*["[ana, ben]"] * 4), options={"max": 3}) == [
        "9:36 warning ana owns 4 key results in 2026-Q4; the limit is 3",
        "9:36 warning ben owns 4 key results in 2026-Q4; the limit is 3",
    ]


def test_a_team_is_no_person(lint: Lint) -> None:
    """Another rule asks for a name; unless company.yaml knows somebody of that name."""
    plan = owned(*["marketing"] * 6)
    company = {"okrs/company.yaml": "kind: company\nversion: 1\npeople: [{id: marketing}, {id: ana}]"}

    assert lint("owner-overload", plan) == []
    assert lint("owner-overload", plan, files=company) == [
        "9:36 warning marketing owns 6 key results in 2026-Q4; the limit is 5"
    ]


def test_a_company_of_one_hears_nothing(lint: Lint) -> None:
    """There is nobody to hand anything to."""
    company = {"okrs/company.yaml": "kind: company\nversion: 1\npeople: [{id: ben}]"}

    assert lint("owner-overload", owned(*["ben"] * 9), files=company) == []


def test_plans_without_a_quarter_stand_alone(lint: Lint) -> None:
    """Nobody knows whether two of them are about the same time."""
    files = {"okrs/a.yaml": owned(*["ben"] * 3, quarter="soon"), "okrs/b.yaml": owned(*["ben"] * 3, quarter="soon")}

    assert lint("owner-overload", files=files) == []


def test_a_name_that_was_never_filled_in_is_nobody(lint: Lint) -> None:
    """A slot owns nothing, however often it stands there, unless company.yaml knows somebody of that name."""
    company = {"okrs/company.yaml": "kind: company\nversion: 1\npeople: [{id: TBD}, {id: ana}]"}

    assert lint("owner-overload", owned(*["TBD"] * 6)) == []
    assert lint("owner-overload", owned(*["TBD"] * 6), files=company) == [
        "9:36 warning TBD owns 6 key results in 2026-Q4; the limit is 5"
    ]
