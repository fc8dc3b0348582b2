"""Key results that nobody has checked in on for too long."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.conftest import lines_of

Lint = Callable[..., list[str]]
RULE = "check-in-stale"
START = datetime.date(2026, 10, 1)
ASKS = "; preset geckoboard asks for one every 7 days"
COMPANY = """
    kind: company
    version: 1
    metrics:
      - {id: mrr, name: Revenue, cadence: monthly}
      - {id: leads, name: Leads, cadence: weekly}
      - {id: visits, name: Visits}
"""
FILES = {"okrs/company.yaml": COMPANY}
MONDAYS = ", ".join(f"{START + datetime.timedelta(days=4 + 7 * week)}: {week}" for week in range(13))
CHECKED = f"      - {{title: Other, baseline: 1, target: 9, check_ins: {{{MONDAYS}}}}}\n"


def plan(*lines: str, head: str = "", other: str = CHECKED) -> str:
    """A plan with a key result of these fields, on line 9 its title, and one that is checked in on."""
    rows = "".join(f"        {line}\n" for line in lines)
    return f"status: active\n{head}objectives:\n  - title: A\n    key_results:\n      - title: Leads\n{rows}{other}"


def rising(*check_ins: str) -> tuple[str, ...]:
    """An increase with these check-ins; their key stands on line 12."""
    return ("baseline: 1", "target: 9", f"check_ins: {{{', '.join(check_ins)}}}")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-11-02", []),
        ("2026-11-09", []),
        ("2026-11-10", [f'12:9 warning "Leads" was last checked in on 2026-11-02, 8 days ago{ASKS}']),
        ("2026-11-15", [f'12:9 warning "Leads" was last checked in on 2026-11-02, 13 days ago{ASKS}']),
        (None, []),
    ],
)
def test_seven_days_are_not_eight(lint: Lint, as_of: str | None, expected: list[str]) -> None:
    """Who checks in on Mondays is in time on the next Monday."""
    assert lint(RULE, plan(*rising("2026-10-26: 2", "2026-11-02: 3")), as_of=as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-09-20", []),
        ("2026-10-01", []),
        ("2026-10-08", []),
        ("2026-10-09", [f'9:16 warning "Leads" has no check-in after 8 days{ASKS}']),
    ],
)
def test_the_first_week_is_free(lint: Lint, as_of: str, expected: list[str]) -> None:
    """A plan of the future has nothing to check in, and a new one has a week."""
    assert lint(RULE, plan("baseline: 1", "target: 9"), as_of=as_of) == expected


def test_days_count_from_the_agreement(lint: Lint) -> None:
    """What was agreed on the tenth could not be checked in on the fifth."""
    text = plan("baseline: 1", "target: 9", head="agreed: {date: 2026-10-10}\n")

    early = plan(*rising("2026-10-05: 1"), head="agreed: {date: 2026-10-10}\n")

    assert lint(RULE, early, as_of="2026-10-18") == [
        f'13:9 warning "Leads" was last checked in on 2026-10-05, 13 days ago{ASKS}'
    ]
    assert lint(RULE, text, as_of="2026-10-17") == []
    assert lint(RULE, text, as_of="2026-10-18") == [f'10:16 warning "Leads" has no check-in after 8 days{ASKS}']


@pytest.mark.parametrize(
    ("metric", "as_of", "expected"),
    [
        ("mrr", "2026-11-08", []),
        ("mrr", "2026-11-09", ['9:16 warning "Leads" has no check-in after 39 days; its metric is read monthly']),
        ("leads", "2026-10-08", []),
        ("leads", "2026-10-09", ['9:16 warning "Leads" has no check-in after 8 days; its metric is read weekly']),
        ("visits", "2026-10-09", [f'9:16 warning "Leads" has no check-in after 8 days{ASKS}']),
        ("Free words", "2026-10-09", [f'9:16 warning "Leads" has no check-in after 8 days{ASKS}']),
    ],
)
def test_the_cadence_of_the_metric(lint: Lint, metric: str, as_of: str, expected: list[str]) -> None:
    """A monthly metric has its month and a week to be read; a metric without a cadence has the preset's."""
    assert lint(RULE, plan(f"metric: {metric}", "baseline: 1", "target: 9"), files=FILES, as_of=as_of) == expected


def test_the_preset_of_google(lint: Lint) -> None:
    """30 days, unless the metric says weekly."""
    text = plan("baseline: 1", "target: 9")
    words = "; preset google asks for one every 30 days"

    assert lint(RULE, text, as_of="2026-10-31", preset="google") == []
    assert lint(RULE, text, as_of="2026-11-01", preset="google") == [
        f'9:16 warning "Leads" has no check-in after 31 days{words}'
    ]
    weekly = plan("metric: leads", "baseline: 1", "target: 9")
    assert len(lint(RULE, weekly, files=FILES, as_of="2026-10-09", preset="google")) == 1


def test_days_of_the_settings(lint: Lint) -> None:
    """Every number is an option."""
    text = plan("baseline: 1", "target: 9")

    assert lint(RULE, text, as_of="2026-10-15", options={"days": 14}) == []
    assert lint(RULE, text, as_of="2026-10-16", options={"days": 14}) == [
        '9:16 warning "Leads" has no check-in after 15 days; the settings ask for one every 14 days'
    ]
    monthly = plan("metric: mrr", "baseline: 1", "target: 9")
    assert len(lint(RULE, monthly, files=FILES, as_of="2026-11-02", options={"monthly_days": 31})) == 1


LATE = "2026-11-15"
SILENT = [
    ("milestones", ("milestones: [{title: A, due: 2026-10-10}, {title: B}]",)),
    ("a yes or no before its day", ("type: done",)),
    ("a yes or no that was answered", ("type: done", "due: 2026-10-10", "check_ins: {2026-10-09: true}")),
    ("a first measurement before its day", ("type: establish-baseline",)),
    ("judged", ("scoring: judged", "note: N", "target: 5")),
    ("nothing to measure", ()),
    ("counted to the end", ("type: count", "target: 31", "check_ins: {2026-10-12: 31}")),
    ("due and read", (*rising("2026-10-26: 2"), "due: 2026-10-30")),
    ("due before the quarter", (*rising(), "due: 2026-09-10")),
    ("dropped", (*rising(), "status: dropped")),
    ("a draft", (*rising(), "status: draft")),
    ("a note instead of a value", ("baseline: 1", "target: 9", "check_ins: {2026-11-12: {note: The survey is out}}")),
]


@pytest.mark.parametrize("lines", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_no_check_in_is_asked_for(lint: Lint, lines: tuple[str, ...]) -> None:
    """What has no number to read in this week."""
    assert lint(RULE, plan(*lines), as_of=LATE) == []


SPOKEN = [
    ("a limit", ("type: at-most", "target: 5"), f'9:16 warning "Leads" has no check-in after 45 days{ASKS}'),
    ("a count below its target", ("type: count", "target: 31", "check_ins: {2026-10-12: 30}"), f'12:9 warning "Leads" was last checked in on 2026-10-12, 34 days ago{ASKS}'),
    ("a level that was reached may fall", rising("2026-10-12: 9"), f'12:9 warning "Leads" was last checked in on 2026-10-12, 34 days ago{ASKS}'),
    ("due and not read at the end", (*rising("2026-10-12: 2"), "due: 2026-10-30"), f'12:9 warning "Leads" was last checked in on 2026-10-12, 18 days before it ended on 2026-10-30{ASKS}'),
    ("due and never read", (*rising(), "due: 2026-10-30"), f'12:9 warning "Leads" has no check-in and ended on 2026-10-30{ASKS}'),
    ("a yes or no after its day", ("type: done", "due: 2026-11-01"), f'9:16 warning "Leads" has no check-in, 14 days after it was due{ASKS}'),
    ("a check-in of tomorrow", rising("2026-11-20: 4"), f'12:9 warning "Leads" has no check-in after 45 days{ASKS}'),
    ("a check-in of before the quarter", rising("2026-09-28: 4"), f'12:9 warning "Leads" has no check-in after 45 days{ASKS}'),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in SPOKEN], ids=[row[0] for row in SPOKEN])
def test_a_check_in_is_asked_for(lint: Lint, lines: tuple[str, ...], expected: str) -> None:
    """What has a number, and nobody read it."""
    assert lint(RULE, plan(*lines), as_of=LATE) == [expected]


@pytest.mark.parametrize("status", ["draft", "closed"])
def test_only_active_plans(lint: Lint, status: str) -> None:
    """A draft is not watched yet, and a closed plan no longer."""
    assert lint(RULE, plan(*rising()).replace("status: active", f"status: {status}"), as_of=LATE) == []


def test_after_the_quarter(lint: Lint) -> None:
    """The last value may be missing for two weeks; then the plan waits to be closed, and another rule says so."""
    text = plan(*rising("2026-12-14: 5"))
    expected = f'12:9 warning "Leads" was last checked in on 2026-12-14, 17 days before it ended on 2026-12-31{ASKS}'

    assert lint(RULE, text, as_of="2027-01-14") == [expected]
    assert lint(RULE, text, as_of="2027-01-15") == []
    assert lint(RULE, plan(*rising("2026-12-28: 5")), as_of="2027-01-10") == []


def test_silence_of_a_whole_plan_is_told_once(lint: Lint) -> None:
    """Nine findings would say no more than one."""
    never = "      - {title: Other, baseline: 1, target: 9}\n      - {title: Sign, type: done}\n"
    ended = "      - {title: Other, baseline: 1, target: 9, check_ins: {2026-10-05: 1}}\n"

    assert lint(RULE, plan(*rising(), other=never), as_of=LATE) == [
        f"6:1 warning none of the 2 key results has a check-in after 45 days{ASKS}"
    ]
    assert lint(RULE, plan(*rising("2026-10-12: 2"), other=ended), as_of=LATE) == [
        f"6:1 warning none of the 2 key results was checked in after 2026-10-12, 34 days ago{ASKS}"
    ]


def test_a_whole_plan_of_metrics_with_cadences(lint: Lint) -> None:
    """The preset asked for none of them."""
    other = "      - {title: Other, metric: leads, baseline: 1, target: 9}\n"

    assert lint(RULE, plan("metric: mrr", *rising(), other=other), files=FILES, as_of=LATE) == [
        "6:1 warning none of the 2 key results has a check-in after 45 days"
    ]


@given(last=st.integers(0, 91), today=st.integers(0, 91), limit=st.integers(1, 60))
def test_the_law(last: int, today: int, limit: int) -> None:
    """A check-in is stale when more than the limit has passed since it, or since the first day if it is of later."""
    checked, run = (START + datetime.timedelta(days=days) for days in (last, today))
    text = plan(*rising(f"{checked}: 2"), other="")
    found = lines_of(RULE, text, as_of=run.isoformat(), options={"days": limit})

    assert bool(found) is (today - (last if last <= today else 0) > limit)
