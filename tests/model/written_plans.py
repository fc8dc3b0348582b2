"""Plans and key results for tests, read from the YAML that a person would write."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

from okrlint.model.company import build_company
from okrlint.model.plan import build_plan
from okrlint.source.reader import read

if TYPE_CHECKING:
    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan

QUARTER = "2026-Q4"
"""From Thursday 1 October to Thursday 31 December 2026: 92 days."""


def plan(text: str, company: str = "") -> Plan:
    """The plan of a whole file; `company` is the text of a company file, if there is to be one."""
    owner = build_company(read(dedent(company).encode(), "okrs/company.yaml")) if company else None
    document = read(dedent(text).encode(), f"okrs/{QUARTER}/marketing.yaml")
    assert document.problems == (), document.problems
    return build_plan(document, owner)


def plan_of(*objectives: list[str], quarter: str = QUARTER, extra: str = "", company: str = "") -> Plan:
    """A plan of objectives, each a list of key results given by their fields; `extra` is more of the plan."""
    lines = [
        "kind: plan",
        "version: 1",
        "team: marketing",
        f"quarter: {quarter}",
        dedent(extra),
        "objectives:",
    ]
    for number, key_results in enumerate(objectives, 1):
        lines += [f"  - id: objective-{number}", "    key_results:"]
        lines += [_item(number, fields) for number, fields in enumerate(key_results, 1)]
    return plan("\n".join(lines), company)


def key_result(fields: str, quarter: str = QUARTER, company: str = "") -> KeyResult:
    """A key result given by its fields, alone in its plan."""
    return plan_of([fields], quarter=quarter, company=company).key_results[0]


def _item(number: int, fields: str) -> str:
    return f"      - id: kr-{number}\n" + indent(dedent(fields).strip("\n"), " " * 8)
