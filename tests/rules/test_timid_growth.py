"""Goals against what last quarter brought."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.conftest import lines_of

Lint = Callable[..., list[str]]
BEFORE = """
    kind: plan
    version: 1
    team: marketing
    quarter: {quarter}
    status: {status}
    objectives:
      - id: o
        title: A
        key_results:
          - {{id: k, title: Leads, {fields}}}
"""
GREW = "baseline: 1000, target: 1300, check_ins: {2026-09-21: 1050, 2026-09-28: 1120}"
FELL = "baseline: 400, target: 300, check_ins: {2026-09-28: 340}"


def before(fields: str = GREW, quarter: str = "2026-Q3", status: str = "closed") -> dict[str, str]:
    """The plan of a quarter before, whose leads grew by 12%."""
    text = BEFORE.format(quarter=quarter, status=status, fields=fields)
    return {f"okrs/{quarter}/marketing.yaml": text}


def plan(*lines: str) -> str:
    """A plan whose only key result has these fields; the first stands on line 10."""
    rows = "".join(f"        {line}\n" for line in lines)
    return f"objectives:\n  - id: o\n    title: A\n    key_results:\n      - id: k\n{rows}"


ROWS = [
    ("less", ("growth: 10%",), "growth: 10%", "asks for 10% growth, no more than the 12% that 2026-Q3 brought"),
    ("the same", ("growth: 12%",), "growth: 12%", "asks for 12% growth, no more than the 12% that 2026-Q3 brought"),
    ("more", ("growth: 12.1%",), "", None),
    ("less, as a target", ("target: 1200",), "target: 1200", "asks for 7.1% growth, no more than the 12% that 2026-Q3 brought"),
    ("more, as a target", ("target: 1300",), "", None),
    ("committed", ("growth: 10%", "commitment: committed"), "", None),
    ("counted from zero", ("type: count", "target: 1200"), "", None),
    ("a limit", ("type: at-least", "target: 1120"), "", None),
    ("a draft", ("growth: 10%", "status: draft"), "", None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "place", "message"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_growth(lint: Lint, lines: tuple[str, ...], place: str, message: str | None) -> None:
    """Growth in percent of the baseline, against growth in percent."""
    text = plan("title: Leads", "baseline: 1120", *lines)
    column = 9 + len(place.partition(":")[0]) + 2

    assert lint("timid-growth", text, files=before()) == ([f"12:{column} info {message}"] if message else [])


def test_a_cut_is_compared_with_a_cut(lint: Lint) -> None:
    """From 400 to 340 is 15% less."""
    for target, expected in (("300", 1), ("270", 0)):
        text = plan("title: Leads", "baseline: 340", f"target: {target}")
        found = lint("timid-growth", text, files=before(FELL))
        assert found == ["12:17 info asks for 11.8% less, no more than the 15% that 2026-Q3 brought"] * expected


NOTHING = [
    ("no plan before", {}),
    ("a quarter between", before(quarter="2026-Q2")),
    ("nothing was read", before("baseline: 1000, target: 1300")),
    ("it shrank", before("baseline: 1200, target: 1300, check_ins: {2026-09-28: 1120}")),
    ("it went the other way", before("baseline: 1200, target: 900, check_ins: {2026-09-28: 1000}")),
    ("it was dropped", before(GREW + ", status: dropped")),
    ("it was counted from zero", before("type: count, target: 1300, check_ins: {2026-09-28: 1120}")),
    ("it began at nothing", before("baseline: 0, target: 1300, check_ins: {2026-09-28: 1120}")),
]


@pytest.mark.parametrize("files", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_nothing_to_compare_with(lint: Lint, files: dict[str, str]) -> None:
    """Only the growth of the quarter right before is a measure."""
    assert lint("timid-growth", plan("title: Leads", "baseline: 1120", "growth: 1%"), files=files) == []


def test_a_running_quarter_is_a_measure_too(lint: Lint) -> None:
    """Next quarter is planned while this one runs; what it has brought already can be seen."""
    text = plan("title: Leads", "baseline: 1120", "growth: 10%")

    assert len(lint("timid-growth", text, files=before(status="active"))) == 1


def test_shares_near_the_whole_slow_down(lint: Lint) -> None:
    """From 80% to 92% and then to 96% is no lack of courage, and neither is a churn that halves again and again."""
    rose = before("baseline: 80%, target: 95%, check_ins: {2026-09-28: 92%}")
    fell = before("baseline: 4%, target: 2%, check_ins: {2026-09-28: 3%}")

    assert lint("timid-growth", plan("title: Leads", "baseline: 92%", "target: 96%"), files=rose) == []
    assert len(lint("timid-growth", plan("title: Leads", "baseline: 3%", "target: 2.5%"), files=fell)) == 1


@pytest.mark.parametrize(("period", "number"), [("2026-Q3", 1), ("2025-Q4", 0), ("before the fair", 1)])
def test_the_season(lint: Lint, period: str, number: int) -> None:
    """A baseline of a year ago is compared with no summer."""
    text = plan("title: Leads", f"baseline: {{value: 1120, period: {period}}}", "growth: 10%")

    assert len(lint("timid-growth", text, files=before())) == number


def test_carried_from_another_team(lint: Lint) -> None:
    """What a team takes over is measured by what the other one reached."""
    files = {"okrs/2026-Q3/sales.yaml": before()["okrs/2026-Q3/marketing.yaml"].replace("marketing", "sales")}
    text = plan("title: Leads", "baseline: 1120", "growth: 10%")

    assert lint("timid-growth", text, files=files) == []
    assert len(lint("timid-growth", text + "        carried_from: sales/2026-Q3#o.k\n", files=files)) == 1


@given(grown=st.integers(1, 300), asks=st.integers(1, 300))
def test_the_law(grown: int, asks: int) -> None:
    """It speaks exactly where no more is asked than was brought."""
    ended = 1000 + 10 * grown
    files = before(f"baseline: 1000, target: 9000, check_ins: {{2026-09-28: {ended}}}")
    found = lines_of("timid-growth", plan("title: Leads", f"baseline: {ended}", f"growth: {asks}%"), files=files)

    assert bool(found) is (Decimal(asks) <= grown)
