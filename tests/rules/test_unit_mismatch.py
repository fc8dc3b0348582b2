"""Units that disagree, growth without its sign, and two goals at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]

COMPANY = """
kind: company
version: 1
name: Northwind
metrics:
  - {id: mqls, name: Leads, unit: leads}
"""


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in ("title: Change", *lines))
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


ROWS = [
    ("two currencies", ["baseline: $40", "target: €34"], ["12:17 error the target is in €, the baseline in $"]),
    ("in a baseline with fields", ["baseline:", "  value: 9 h", "target: 7 days"], ["13:17 error the target is in days, the baseline in h"]),
    ("a stated unit", ["unit: leads", "target: 5%"], ["12:17 error the target is in %, `unit` in leads"]),
    ("a limit of a band", ["type: between", "target: [4%, $5]"], ["12:17 error the target is in $, the target in %"]),
    ("a check-in", ["target: 50 leads", "check_ins:", "  2026-10-12: 10 leads", "  2026-10-19: 20%"], ["14:23 error the check-in of 2026-10-19 is in %, the target in leads"]),
    ("bare growth", ["baseline: 4", "growth: 25"], ["12:17 error `growth: 25` has no %, so it may mean a share or a factor"]),
    ("a growth of things", ["baseline: 4", "growth: 25 leads"], ["12:17 error `growth` is in leads; it is a share of the baseline"]),
    ("two goals", ["baseline: 4", "growth: 25%", "target: 5"], ["13:9 error `target` beside `growth`: two goals for one key result"]),
    ("target and milestones", ["target: 5", "milestones: [{title: Terms}]"], ["12:9 error `milestones` beside `target`: two goals for one key result"]),
    ("bare numbers", ["baseline: 40", "target: $34", "check_ins: {2026-10-12: 38}"], []),
    ("one unit under two names", ["unit: USD per lead", "baseline: $40", "target: 34 USD"], []),
    ("growth of a rate", ["baseline: 4%", "growth: 25%"], []),
    ("a yes to a number is no unit", ["type: done", "check_ins: {2026-10-12: yes}"], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_units(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """Numbers of one key result that cannot be compared are told, once."""
    assert lint("unit-mismatch", plan(*lines)) == expected


METRIC = [
    ("a share of a count", ["metric: mqls", "target: 25%"], ["12:17 error the target is in %, metric `mqls` in leads"]),
    ("another word for the same", ["metric: mqls", "target: 25 prospects"], []),
    ("growth is no unit", ["metric: mqls", "baseline: 25", "growth: 25%"], []),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in METRIC], ids=[row[0] for row in METRIC])
def test_the_registered_unit(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """A share or money for something that is counted contradicts the registered metric; a synonym does not."""
    assert lint("unit-mismatch", plan(*lines), files={"okrs/company.yaml": COMPANY}) == expected
