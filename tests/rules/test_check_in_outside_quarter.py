"""Check-ins with days that cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.discovery import load
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read
from tests.rules.conftest import lines_of

Lint = Callable[..., list[str]]
RULE = "check-in-outside-quarter"
BEGINS = "before 2026-Q4, which begins on 2026-10-01"
ENDED = "after 2026-Q4, which ended on 2026-12-31"


def plan(*days: str, more: str = "", status: str = "active", other: str = "") -> str:
    """A plan whose key result has check-ins on these days; the first stands on line 11."""
    rows = "".join(f"          {day}: 5\n" for day in days)
    head = f"status: {status}\nobjectives:\n  - title: A\n    key_results:\n"
    return f"{head}      - title: Leads{more}\n        check_ins:\n{rows}{other}"


ROWS = [
    ("inside", ["2026-10-01", "2026-12-31"], []),
    ("the day before", ["2026-09-30"], [f"11:11 error the check-in of 2026-09-30 lies {BEGINS}"]),
    ("last year", ["2025-10-12", "2026-10-19"], [f"11:11 error the check-in of 2025-10-12 lies {BEGINS}"]),
    ("last year, written last", ["2026-10-19", "2025-10-12"], [f"12:11 error the check-in of 2025-10-12 lies {BEGINS}"]),
    ("read two weeks later", ["2027-01-14"], []),
    ("read too late", ["2027-01-15"], [f"11:11 error the check-in of 2027-01-15 lies 15 days {ENDED}"]),
    ("next year", ["2027-11-02"], [f"11:11 error the check-in of 2027-11-02 lies 306 days {ENDED}"]),
    ("several are told once", ["2026-09-28", "2026-10-05", "2027-10-05"], [f"11:11 error the check-in of 2026-09-28 lies {BEGINS}"]),
]  # fmt: skip


@pytest.mark.parametrize(("days", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_days(lint: Lint, days: list[str], expected: list[str]) -> None:
    """From the quarter's first day to two weeks after its last; no clock is needed."""
    assert lint(RULE, plan(*days)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-11-09", []),
        ("2026-11-08", []),
        ("2026-11-07", ["12:11 error the check-in of 2026-11-09 lies in the future"]),
        (None, []),
    ],
)
def test_the_future(lint: Lint, as_of: str | None, expected: list[str]) -> None:
    """Tomorrow has begun in other time zones; the day after has not."""
    assert lint(RULE, plan("2026-10-05", "2026-11-09"), as_of=as_of) == expected


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(lint: Lint, as_of: str) -> None:
    """Any day may be given for the run, even one without a day before or after it."""
    assert len(lint(RULE, plan("2025-10-12"), as_of=as_of)) == 1


def test_the_future_after_the_quarter(lint: Lint) -> None:
    """A day of the two weeks may not have come yet."""
    assert lint(RULE, plan("2027-01-12"), as_of="2027-01-05") == [
        "11:11 error the check-in of 2027-01-12 lies in the future"
    ]


OTHERS = "".join(f"      - {{title: K{n}, check_ins: {{2026-10-05: 1, 2026-11-09: 2}}}}\n" for n in range(3))
BACK = [
    ("two days of one key result", plan("2026-10-05", "2026-11-02", "2026-11-09")),
    ("a later review", plan("2026-10-05", "2026-11-02", other="reviews: [{date: 2026-11-09}]\n")),
    ("one day of all key results", plan("2026-10-05", "2026-11-09", other=OTHERS)),
]


@pytest.mark.parametrize("text", [row[1] for row in BACK], ids=[row[0] for row in BACK])
def test_a_run_that_looks_back(lint: Lint, text: str) -> None:
    """With `--as-of` in the past all that came later lies in its future, and nothing is wrong with it."""
    assert lint(RULE, text, as_of="2026-10-20") == []


def test_one_slip_among_many(lint: Lint) -> None:
    """A run of today with one mistyped month."""
    text = plan("2026-10-05", "2026-12-09", other=OTHERS)

    assert lint(RULE, text, as_of="2026-11-15") == ["12:11 error the check-in of 2026-12-09 lies in the future"]


def test_looking_back_sees_the_quarter_all_the_same(lint: Lint) -> None:
    """What is outside of the quarter is so on every day."""
    text = plan("2025-10-05", "2026-11-02", "2026-11-09")

    assert lint(RULE, text, as_of="2026-10-20") == [f"11:11 error the check-in of 2025-10-05 lies {BEGINS}"]


SILENT = [
    ("a draft plan", plan("2026-07-06", status="draft")),
    ("a draft key result", plan("2026-07-06", more="\n        status: draft")),
    ("no readable quarter", "kind: plan\nversion: 1\nteam: marketing\n" + plan("2026-07-06")),
    ("no check-ins", "objectives:\n  - title: A\n    key_results:\n      - title: Leads"),
]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_nothing_to_say(lint: Lint, text: str) -> None:
    """Drafts may be copies of the last plan."""
    assert lint(RULE, text) == []


def test_dropped_key_results_keep_true_dates(lint: Lint) -> None:
    """They are still shown, and their history with them."""
    assert len(lint(RULE, plan("2025-10-12", more="\n        status: dropped"))) == 1


def test_a_closed_plan_is_read_for_as_long(lint: Lint) -> None:
    """Closing changes no date."""
    assert lint(RULE, plan("2027-01-14", status="closed")) == []
    assert len(lint(RULE, plan("2027-02-01", status="closed"))) == 1


def test_a_fiscal_quarter(lint: Lint) -> None:
    """February to April."""
    files = {"okrs/company.yaml": "kind: company\nversion: 1\nfiscal_year_start: 2"}
    head = "kind: plan\nversion: 1\nteam: marketing\nquarter: FY27-Q1\n"

    assert lint(RULE, head + plan("2026-02-01", "2026-04-30"), files=files) == []
    assert lint(RULE, head + plan("2026-01-31"), files=files) == [
        "11:11 error the check-in of 2026-01-31 lies before FY27-Q1, which begins on 2026-02-01"
    ]


HINTS = [
    ("2025-10-12", "if the year is mistyped, write 2026-10-12"),
    ("2027-11-02", "if the year is mistyped, write 2026-11-02"),
    ("2026-09-28", "write what 2026-Q3 ended at as `baseline`, and leave the check-in to the plan of 2026-Q3"),
    ("2027-02-29", None),
    ("2027-03-01", "correct the date, or move it to the plan of 2027-Q1"),
    ("2024-02-29", "correct the date, or move it to the plan of 2024-Q1"),
]


@pytest.mark.parametrize(("day", "expected"), HINTS)
def test_hints(day: str, expected: str | None) -> None:
    """The likeliest slip; what is no day at all is another rule's."""
    text = f"kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\n{plan(day)}"
    portfolio = build_portfolio([read(text.encode(), "okrs/2026-Q4/marketing.yaml")])
    findings = run(portfolio, (load("okrlint.rules", RULE, "RULE"),), Settings()).findings

    assert [finding.hint for finding in findings] == ([expected] if expected else [])


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2033, 1, 1)), st.integers(0, 60))
def test_the_law(day: datetime.date, grace: int) -> None:
    """Inside, to the end of the grace, it is silent; outside it speaks."""
    last = datetime.date(2026, 12, 31) + datetime.timedelta(days=grace)
    found = lines_of(RULE, plan(day.isoformat()), options={"grace_days": grace})

    assert bool(found) is not (datetime.date(2026, 10, 1) <= day <= last)
