"""`okrlint presets` shows the table."""

from __future__ import annotations

from tests.commands.conftest import Call


def test_presets_stand_side_by_side(okrlint: Call) -> None:
    """Only rules that differ are shown, with severity and limit."""
    ran = okrlint("presets")
    rows = {line.split()[0]: line for line in ran.out.splitlines()}

    assert rows["rule"].split() == ["rule", "geckoboard", "t2d3", "saas", "google", "minimal", "all"]
    assert "error max 4" in rows["too-many-objectives"]
    assert "warning max 5" in rows["too-many-objectives"]
    assert "syntax" not in rows
    assert ran.err.strip() == "In force: geckoboard"
