"""Quarters, days, numbers, people and names of parts, as people write them."""

from __future__ import annotations

import pytest

from okrlint.exchange.headings import context_of, looks_like_team, team_id
from okrlint.exchange.periods import find_period
from okrlint.exchange.values import day_of, people_of, quantity_of, score_of
from okrlint.exchange.vocabulary import field_of, label_of, section


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *[
            (text, "2026-Q4")
            for text in ("Q4 2026", "2026-Q4", "2026 Q4", "okrs_2026_q4", "4Q26", "Q4'26", "Q4 of 2026")
        ],
        *[(text, "2026-Q4") for text in ("4. Quartal 2026", "Quartal 4/2026", "T4 2026", "4th quarter of 2026")],
        *[
            (text, "2026-Q4")
            for text in ("Oct–Dec 2026", "Okt-Dez 2026", "2026年第4四半期", "Q4: 2026", "Trimestre 4 2026")
        ],
        ("FY27 Q1", "FY27-Q1"),
        ("Q1 FY2027", "FY27-Q1"),
        *[(text, None) for text in ("Q4", "2026", "Q5 2026", "iQ4 2026x", "10 Q 2026", "ship v4 2026", "")],
    ],
)
def test_quarters(text: str, label: str | None) -> None:
    """A quarter needs its year."""
    found = find_period(text)

    assert (found.label if found else None) == label


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[(text, "2026-12-31") for text in ("2026-12-31", "31.12.2026", "31/12/2026", "12/31/2026", "Dec 31, 2026")],
        *[
            (text, "2026-12-31")
            for text in ("31 December 2026", "31. Dez. 2026", "31 de diciembre de 2026", "2026/12/31")
        ],
        ("31/Dec/26", "2026-12-31"),
        ("31-Dec-1999", "1999-12-31"),
        ("2026-10-12T10:00:00Z", "2026-10-12"),
        ("10.11.2026", "2026-11-10"),
        *[(text, None) for text in ("10/11/2026", "31.02.2026", "soon", "", "2026", "0001-01-01")],
    ],
)
def test_days(text: str, day: str | None) -> None:
    """A day whose month could be another is nobody's guess."""
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1.234,5 €", "1234.5 €"),
        ("25 %", "25%"),
        ("$1.2M", "$1.2M"),
        ("1,000", "1,000"),
        ("0,7", 0.7),
        ("−4%", "-4%"),
        ("1.50", "1.50"),
        (12, 12),
        *[(raw, None) for raw in ("XX", "5% per month", "", "1e5", True, None, float("nan"), "9" * 40, "1.2.3", [1])],
    ],
    ids=str,
)
def test_quantities(raw: object, value: object) -> None:
    """What the format takes for a number, in its own form; None for anything else."""
    assert quantity_of(raw) == value


@pytest.mark.parametrize(
    ("raw", "score"),
    [
        ("0.7", 0.7),
        ("0,65", 0.65),
        (".5", 0.5),
        ("70%", 0.7),
        ("7/10", 0.7),
        ("1.0", 1),
        ("\U0001f7e2 0.8", 0.8),
        ("\U0001f7e2", None),
        ("0", 0),
        (0.4, 0.4),
        ("70", None),
        ("1.2", None),
        ("good", None),
        (-1, None),
        (True, None),
        ("11/10", None),
    ],
    ids=str,
)
def test_scores(raw: object, score: float | None) -> None:
    """From 0 to 1."""
    assert score_of(raw) == score


def test_people() -> None:
    """Names apart from one another, without the sign of a handle."""
    assert people_of("@ana, @ben") == ["ana", "ben"]
    assert people_of("Ana Lopez; Ben & Cid") == ["Ana Lopez", "Ben", "Cid"]
    assert people_of({"id": 7, "name": "Ana"}) == ["Ana"]
    assert people_of("Lopez,Ana") == ["Lopez,Ana"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Objective 1: Win", ("objective", "Win")),
        ("**Objective: Win more**", ("objective", "Win more")),
        ("**KR 1.2** – Ten", ("key_result", "Ten")),
        ("O1 Win", ("objective", "Win")),
        ("Key Results", ("key_result", "")),
        ("Objectif 2 : Gagner", ("objective", "Gagner")),
        ("关键结果1：增加", ("key_result", "增加")),
        *[
            (text, None)
            for text in ("Objectives are qualitative", "Our goals", "Goal 5% more", "KR", "OKR tips", "O", "")
        ],
    ],
)
def test_labels(text: str, found: tuple[str, str] | None) -> None:
    """A label is apart from its text by a sign or a number."""
    label = label_of(text)

    assert (label and (label.role, label.text)) == found


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("keyResults", "key_result"),
        ("owner_id", "owner"),
        ("Score (0.0–1.0)", "score"),
        ("Q4 Target", "target"),
        ("**Owner**:", "owner"),
        ("Ausgangswert", "baseline"),
        ("Mid-Q score", None),
        ("x" * 100, None),
    ],
)
def test_names_of_columns(name: str, field: str | None) -> None:
    """Capitals, marks, quarters and brackets make no difference."""
    assert field_of(name) == field


def test_teams() -> None:
    """A team is a usual name, one that is known, or a short one with a colon; ids never clash with reserved ones."""
    for text in ("Marketing", "Team Rocket", "Research:", "## Sales OKRs Q4 2026", "Falcon"):
        assert looks_like_team(text, context_of(text), ("falcon",)), text
    for text in ("Improve infrastructure", "Bring code to market with enterprises", "Q4 2026", "5 teams"):
        assert not looks_like_team(text, context_of(text), ()), text
    assert [team_id(name) for name in ("Team Rocket", "Company", "Ärzte", "目標")] == [
        "rocket",
        "company-team",
        "arzte",
        "team",
    ]


def test_no_word_means_two_fields() -> None:
    """Lists of words share none, so that no field is a matter of their order."""
    from okrlint.exchange import vocabulary

    tables = vocabulary._words()["fields"]  # noqa: SLF001 - the lists themselves are looked at
    every = [word for words in tables.values() for word in words]

    assert sorted(word for word in set(every) if every.count(word) > 1) == []
    assert all(word == word.lower() for word in every)
    assert section("labels", "objective") & section("labels", "key_result") == set()
