"""Numbers that measure, apart from numbers that name; "from A to B" and "by N%"."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.numbers import by_percent, from_to, measures

MEASURES = [
    ("Increase leads by 25% vs. 2026-Q3", ["25 %"]),
    ("From 9 h to 7 h", ["9 h", "7 h"]),
    ("Cut CAC from $400 to $300", ["400 $", "300 $"]),
    ("MRR of €1.2M by 31 December 2026", ["1200000 €"]),
    ("USD 300 per seat", ["300 USD"]),
    ("Reduce churn to 2 percent", ["2 %"]),
    ("10x faster, or 3 × more", ["10 x", "3 "]),
    ("Reach 1,000 upvotes and 5, 6 or 7 stars", ["1000 ", "5 ", "6 ", "7 "]),
    ("10s of millions of files", ["10 "]),
    ("Over 3/4 of users", ["0.75 "]),
    ("Four talks, a dozen posts", ["4 ", "12 "]),
    ("Double output, halve waste", ["2 x", "0.5 x"]),
    ("p95 under 200ms", ["200 ms"]),
    ("In the top 3 for 12 keywords", ["3 ", "12 "]),
    ("200k views per 30 days", ["200000 "]),
    ("P0 Q3 FY23 v2.1 #44 Tier 1 S3 k8s RFC 97", []),
    ("2026-Q4, FY27-Q1, H2, Q1-2, 2026-10-31, 31/12/2026, May 5", []),
    ("COVID-19, GPT-4, ISO 27001, CVE-2026-1234, eu-west-1", []),
    ("1:1s, 24/7, 2FA, 3rd party, 9:30, 5 pm", []),
    ("One-line export, double-check, one of us, half a day", []),
    ("30-day retention over the last 7 days", []),
    ("See [1](https://example.com/25%) or `10%` or a25@example.com", []),
    ("Improve top 5 pages", []),
]


@pytest.mark.parametrize(("text", "expected"), MEASURES, ids=[text for text, _ in MEASURES])
def test_measures_of_a_text(text: str, expected: list[str]) -> None:
    """Every measure is found with its value and unit, and its place holds its words."""
    found = [measure for measure in measures(text) if "[" not in text or measure.text != "1"]

    assert [f"{measure.value.normalize():f} {measure.unit}" for measure in found] == expected
    assert all(text[measure.start : measure.end].strip().startswith(measure.text) for measure in found)


FROM_TO = [
    ("From 9% to 12%", ("9%", "12%")),
    ("Grow from 500 sign-ups to 700", ("500", "700")),
    ("3.5k → 5k", ("3.5k", "5k")),
    ("Cut time from ~9 h to 7 h", ("9 h", "7 h")),
    ("From 1 to 2 and from 3 to 4", None),
    ("Between 5 and 7", None),
    ("5 to 7 posts", None),
    ("Migrate from v1 to v2", None),
    ("Hear from 5 teams. Talk to 7", None),
]


@pytest.mark.parametrize(("text", "expected"), FROM_TO, ids=[text for text, _ in FROM_TO])
def test_only_one_plain_from_and_to_counts(text: str, expected: tuple[str, str] | None) -> None:
    """Two numbers are lifted only where the text leaves no doubt which two."""
    pair = from_to(text)

    assert (pair and (pair[0].text, pair[1].text)) == expected


BY = [
    ("Increase leads by 25%", "25"),
    ("Reduce churn by 5 %", "-5"),
    ("By 5% and by 6%", None),
    ("To 25%", None),
    ("by Q3", None),
]


@pytest.mark.parametrize(("text", "expected"), BY, ids=[text for text, _ in BY])
def test_by_a_percentage(text: str, expected: str | None) -> None:
    """A single "by N%" is a growth, negative behind a verb that lowers."""
    found = by_percent(text)

    assert (found and str(found.value)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Auf 1.234.567 Leads", 1_234_567), ("Auf 1.234,5 Stunden", 1234.5), ("To 1,234.5 hours", 1234.5)],
)
def test_signs_of_numbers_where_plans_are_in_two_languages(text: str, expected: float) -> None:
    """A number that only the other language can mean is read as that one has it."""
    assert [float(measure.value) for measure in measures(text, "en+de")] == [expected]
