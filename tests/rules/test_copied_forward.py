"""Key results that are those of last quarter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]

COMPANY = "kind: company\nversion: 1\nmetrics: [{id: leads}]"


def plan(row: str, quarter: str = "2026-Q4", status: str = "active", objective: str = "id: a") -> str:
    """A plan of one key result with these fields, which stands on line 9."""
    head = f"kind: plan\nversion: 1\nteam: marketing\nquarter: {quarter}\nstatus: {status}\n"
    return f"{head}objectives:\n  - {objective}\n    key_results:\n      - {{{row}}}"


def after(lint: Lint, earlier: str, row: str, quarter: str = "2026-Q3", objective: str = "id: a") -> list[str]:
    """The findings of a plan after an earlier, closed one."""
    files = {
        "okrs/company.yaml": COMPANY,
        "okrs/earlier.yaml": plan(earlier, quarter, "closed", objective),
    }
    return lint("copied-forward", plan(row), files=files)


LEADS = "title: Grow leads from partners, id: leads, baseline: 650, growth: 25%"
COPY = '9:17 warning "Grow leads from partners" has the numbers of 2026-Q3: baseline 650, growth 25%'


def test_the_same_numbers_in_the_same_words(lint: Lint) -> None:
    """Ids do not matter, nor does the quarter in the title."""
    assert after(lint, LEADS, LEADS) == [COPY]
    assert after(lint, LEADS.replace("id: leads", "id: other"), LEADS) == [COPY]
    assert (
        len(
            after(
                lint,
                LEADS.replace("partners", "partners vs. 2026-Q2"),
                LEADS.replace("partners", "partners vs. 2026-Q3"),
            )
        )
        == 1
    )


def test_what_it_came_to_is_told(lint: Lint) -> None:
    """The number to start from stands in the message."""
    ended = f"{LEADS}, check_ins: {{2026-09-28: 790}}"

    assert after(lint, ended, LEADS) == [COPY.replace("2026-Q3:", "2026-Q3, which came to 790:")]


@pytest.mark.parametrize(
    "row",
    [
        LEADS.replace("650", "790"),
        LEADS.replace("25%", "20%"),
        "title: Grow leads from agencies, id: agencies, baseline: 650, growth: 25%",
        f"{LEADS}, status: dropped",
        f"{LEADS}, carried_from: marketing/2026-Q3#a.leads",
        "title: Grow leads from partners, id: leads, type: at-least, target: 650",
    ],
    ids=["other baseline", "other growth", "another key result", "dropped", "carried on purpose", "now a limit"],
)
def test_what_is_no_copy(lint: Lint, row: str) -> None:
    """One changed number is a thought."""
    assert after(lint, LEADS, row) == []


def test_limits_may_stay(lint: Lint) -> None:
    """They are held, quarter after quarter."""
    row = "title: At least 99.5% of syncs in time, id: syncs, type: at-least, target: 99.5%"

    assert after(lint, row, row) == []


def test_reworded_and_yet_the_same(lint: Lint) -> None:
    """Metric or ids tell it, where there are numbers; without numbers only words do."""
    assert len(after(lint, LEADS.replace("Grow leads", "Win contacts"), LEADS)) == 1
    metric = "metric: leads, baseline: 650, growth: 25%"
    assert len(after(lint, f"title: Win more contacts, id: x, {metric}", f"title: Grow the list, id: y, {metric}")) == 1
    assert after(lint, "title: Move the importer, id: a, type: done", "title: Sign the report, id: a, type: done") == []


def test_yes_or_no_again(lint: Lint) -> None:
    """Left open on purpose says so."""
    row = "title: The auditor signs our report, id: audit, type: done"

    assert after(lint, row, row) == ['9:17 warning "The auditor signs our report" is the same as in 2026-Q3']
    assert after(lint, row, f"{row}, carried_from: marketing/2026-Q3#a.audit") == []


STEPS = "title: Customers can trace a number, id: trace, milestones: [{title: Three connectors}, {title: All%s}]"


def test_steps_are_told_even_when_carried(lint: Lint) -> None:
    """They would count twice; other weights or other steps are a new plan."""
    same, weighed = STEPS % "", STEPS % ", weight: 0.8"
    carried = ", carried_from: marketing/2026-Q3#a.trace"
    words = ['9:77 warning "Customers can trace a number" has the steps of 2026-Q3 with the same weights']

    assert [line.split(" ", 1)[1] for line in after(lint, same, same)] == [words[0].split(" ", 1)[1]]
    assert len(after(lint, same, same + carried)) == 1
    assert after(lint, same, weighed + carried) == []
    assert after(lint, same, weighed) == []
    assert (
        after(lint, same, same + carried, objective="{id: a, status: dropped}".strip("{}").replace(", ", "\n    "))
        == []
    )


def test_which_plan_is_looked_at(lint: Lint) -> None:
    """The team's last quarter, and only for plans that are not closed."""
    assert after(lint, LEADS, LEADS, quarter="2026-Q2") == []
    assert after(lint, f"{LEADS}, status: draft", LEADS) == []
    closed = {"okrs/earlier.yaml": plan(LEADS, "2026-Q3"), "okrs/2026-Q4/m.yaml": plan(LEADS, status="closed")}
    assert lint("copied-forward", files=closed) == []
