"""Pay in the names of fields and in every text for people, of every kind of file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in ("title: Win 5 deals", "target: 5", *lines))
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


FIELDS = ["bonus", "bonus_weight", "payout", "incentive", "rating", "performance-rating", "payShare", "Bonus"]


@pytest.mark.parametrize("field", FIELDS)
def test_forbidden_fields(lint: Lint, field: str) -> None:
    """A field with a word for pay in its name is enough, wherever it stands."""
    assert lint("compensation-link", plan(f"{field}: 20%")) == [f"12:9 error the field `{field}` ties pay to OKRs"]


@pytest.mark.parametrize("field", ["payload", "paypal_leads", "ratings_count_of_app", "weight"])
def test_fields_about_something_else(lint: Lint, field: str) -> None:
    """Words that only begin like pay are another rule's unknown fields."""
    expected = ["12:9 error the field `ratings_count_of_app` ties pay to OKRs"] if "rating" in field else []

    assert lint("compensation-link", plan(f"{field}: 1")) == expected


TEXTS = [
    ("note", ["note: Hitting 0.7 unlocks the bonus"], ['12:27 error "unlocks the bonus" in `note` ties pay to OKRs']),
    (
        "learned",
        ["close:", "  learned: Raises depend on OKR scores"],
        ['13:20 error "Raises depend on OKR scores" in `learned` ties pay to OKRs'],
    ),
    (
        "an action",
        ["actions: [{title: Tie bonuses to OKRs}]"],
        ['12:27 error "Tie bonuses to OKRs" in `title` ties pay to OKRs'],
    ),
    (
        "a reason",
        ["revisions: [{reason: The payout depends on the score}]"],
        ['12:34 error "payout depends on the score" in `reason` ties pay to OKRs'],
    ),
    ("a negation", ["note: Bonuses do not depend on OKR scores"], []),
    ("a metric of that name", ["metric: bonus-uptake"], []),
    ("a comment", ["note: Fine  # the bonus depends on OKR scores"], []),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_texts(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """Every text for people is read, and the words that link are pointed at."""
    assert lint("compensation-link", plan(*lines)) == expected


def test_the_company_file(lint: Lint) -> None:
    """The link is as bad in the company file."""
    text = "kind: company\nversion: 1\nname: Northwind\npeople:\n  - {id: ana, name: Ana, bonus: 10%}\n"

    found = lint("compensation-link", files={"okrs/company.yaml": text})
    assert found == ["okrs/company.yaml:5:26 error the field `bonus` ties pay to OKRs"]
