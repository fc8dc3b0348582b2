"""A quarter from an empty folder to the next plan, verb by verb, as a team goes through it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from okrlint.workspace import check_in_run
from okrlint.workspace.workspace import open_workspace
from tests.commands.conftest import Call
from tests.commands.test_init import fill

PLAN = "okrs/2026-Q4/marketing.yaml"


def errors(inside: Call, day: str) -> list[str]:
    """What the linter reports on a day, but for questions."""
    out = inside("check", "--as-of", day, "--format", "concise").out
    return [line for line in out.splitlines() if " info " not in line]


def test_from_the_first_draft_to_the_next_one(inside: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each verb takes up what the one before has left, and the linter asks for just what people have to decide."""
    monkeypatch.setattr(check_in_run, "today", lambda: datetime.date(2026, 12, 29))
    inside("init", "--quarter", "2026-Q4")
    fill(tmp_path)
    path = tmp_path / PLAN
    path.write_text(path.read_text("utf-8").replace("2027-01-02", "2026-10-02"), "utf-8")
    assert errors(inside, "2026-10-02") == []

    workspace = open_workspace(tmp_path)
    for key_result in workspace.load(workspace.paths()).plans[0].key_results:
        value = {"%": "22%", "$": "$22"}.get(key_result.unit, "22")
        ran = inside("check-in", key_result.address, value, "--date", "2026-12-28", "--confidence", "0.5")
        assert ran.code == 0, ran.err

    agenda = inside("agenda", "marketing", "--as-of", "2026-12-29").out
    assert "Which activity comes first this week" in agenda
    assert inside("close", "marketing/2026-Q4", "--as-of", "2027-01-05").code == 0
    assert {line.split()[2] for line in errors(inside, "2027-01-05") if "error" in line} == {"placeholder:"}

    inside("retro", "marketing/2026-Q4", "--out", "retro.md")
    form = tmp_path / "retro.md"
    text = re.sub(r"- \[ \] channel-slower", "- [x] channel-slower", form.read_text("utf-8"))
    form.write_text(text.replace("Learned: \n", "Learned: Ask each channel first\n"), "utf-8")
    assert inside("retro", "marketing/2026-Q4", "--import", "retro.md").code == 0
    assert [line for line in errors(inside, "2027-01-05") if "error" in line] == []

    assert inside("new", "marketing/2027-Q1").code == 0
    asked = [line for line in errors(inside, "2027-01-05") if "2027-Q1" in line and "error" in line]
    assert asked
    assert [line for line in asked if " placeholder: " not in line] == []
    assert "# pipeline.leads ended at 0.40 (channel-slower): Ask each channel first\n" in (
        tmp_path / "okrs/2027-Q1/marketing.yaml"
    ).read_text("utf-8")
