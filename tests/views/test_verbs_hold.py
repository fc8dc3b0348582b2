"""Whatever stands in a plan, the verbs of a quarter say something or refuse it; none of them breaks."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from okrlint.errors import OkrlintError
from okrlint.linting.settings import Settings
from okrlint.source.new_yaml import dump
from okrlint.views.agenda import agenda_row
from okrlint.views.carrying import carry_over
from okrlint.views.documents import document
from okrlint.views.retro import retro_row
from okrlint.workspace.closing import close_plan
from okrlint.workspace.workspace import Workspace
from tests.reports.sites import survey

PLAN = "okrs/2026-Q3/marketing.yaml"
VALUES = ("null", "[]", "{}", "yes", "12", "-4%", "2026-13-45", "[1, 2]", "{a: 1}", "XX", "1e999", "0", "''")


def damaged(lines: list[str], chance: random.Random) -> str:
    """A plan in which three lines are gone or hold something else."""
    kept = list(lines)
    for _ in range(3):
        place = chance.randrange(len(kept))
        field, colon, _ = kept[place].partition(":")
        kept[place : place + 1] = [f"{field}: {chance.choice(VALUES)}"] if colon and chance.random() < 0.7 else []
    return "\n".join(kept)


def test_no_plan_breaks_a_verb(checkout: Path) -> None:
    """Forty damaged plans go through agenda, retrospective, close and the next plan."""
    lines = (checkout / PLAN).read_text("utf-8").split("\n")
    workspace = Workspace(root=checkout, settings=Settings(), rules=())
    chance = random.Random(8)  # noqa: S311  the same plans at each run
    refusals: list[str] = []
    done = 0
    for _ in range(40):
        found = survey({PLAN: damaged(lines, chance)}, date(2026, 10, 14))
        for plan in found.given.portfolio.plans:
            document("agenda", agenda_row(plan, found))
            document("retro", retro_row(plan, found))
            if plan.quarter is not None:
                dump(carry_over(plan, plan.quarter.next(), found.given.portfolio).data)
            try:
                close_plan(workspace, plan, date(2026, 10, 14))
            except OkrlintError as refusal:
                refusals.append(str(refusal))
            done += 1
    assert done > 20
    assert [sentence for sentence in refusals if "\n" in sentence] == []
