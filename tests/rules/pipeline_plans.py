"""A quarter of the worked example: its pipeline file, and plans whose key results are held against it."""

from __future__ import annotations

from textwrap import indent

from tests.planning.worked_example import PATH, WHOLE

PLAN_PATH = "okrs/2026-Q3/marketing.yaml"
PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q3
objectives:
  - id: demand
    title: Fill the funnel
    key_results:
"""


def key_result(fields: str) -> str:
    """One key result, an item of the plan's only objective, given by its lines."""
    first, *rest = fields.strip("\n").split("\n")
    return f"      - {first}\n" + indent("\n".join(rest), " " * 8) + ("\n" if rest else "")


def quarter(*key_results: str, pipeline: str = WHOLE, status: str = "active") -> dict[str, str]:
    """The files of the quarter."""
    plan = PLAN.replace("team: marketing\n", f"team: marketing\nstatus: {status}\n")
    return {PATH: pipeline, PLAN_PATH: plan + "".join(map(key_result, key_results))}


def leads(growth: str, extra: str = "", baseline: str = "1900") -> str:
    """A key result about all leads."""
    return f"id: leads\ntitle: Increase leads by {growth} vs. 2026-Q2\nbaseline: {baseline}\ngrowth: {growth}\n{extra}"


def channel(name: str, growth: str, baseline: int, measure: str = "leads", extra: str = "") -> str:
    """A key result about one channel."""
    return (
        f"id: {name}\ntitle: More {measure}\nmetric: New {measure} of {name}\nchannel: {name}\n"
        f"baseline: {baseline}\ngrowth: {growth}\n{extra}"
    )
