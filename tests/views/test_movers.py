from __future__ import annotations

from okrlint.views.movers import mover_rows, next_step
from okrlint.views.survey import Survey
from tests.reports.sites import MARKETING, plan_text, survey


def _key_result(title: str, before: int, now: int) -> str:
    days = f"{{2026-11-02: {before}, 2026-11-09: {now}}}"
    return f"- title: {title}\n  baseline: 0 leads\n  target: 100\n  check_ins: {days}\n"


def _survey(key_results: str, more: str = "") -> Survey:
    return survey({MARKETING: plan_text(key_results, more=more)})


def test_the_greatest_moves_of_a_week() -> None:
    """The key result whose score rose most, and the one that fell most; never a person."""
    found = _survey(_key_result("Some", 10, 20) + _key_result("Most", 10, 40) + _key_result("Less", 30, 25))
    rows = mover_rows(found.given.portfolio.plans, found)
    assert (rows["up"]["title"], rows["up"]["words"]) == ("Most", "from 10 to 40")
    assert (rows["down"]["title"], rows["down"]["words"]) == ("Less", "from 30 to 25")
    assert "Ana" not in str(rows)


def test_nothing_moved() -> None:
    """Where nothing rose or fell there is nothing to show; a closed plan no longer moves."""
    for found in (_survey(_key_result("Still", 10, 10)), _survey(_key_result("Over", 10, 90), "status: closed\n")):
        assert mover_rows(found.given.portfolio.plans, found) == {"up": None, "down": None}


def test_what_comes_next() -> None:
    """The open step that is due first; one that is over, done or without any day is not."""
    steps = (
        "- title: Launch\n  milestones:\n"
        "    - {title: Over, due: 2026-11-01}\n    - {title: Done, due: 2026-11-20, done: 2026-11-02}\n"
        "    - {title: Later, due: 2026-12-20}\n    - {title: Soon, due: 2026-11-27}\n"
    )
    found = _survey(steps)
    row = next_step(found.given.portfolio.plans, found)
    assert row is not None
    assert (row["title"], row["words"], row["team"]) == ("Soon", "due 2026-11-27", "Marketing")
    assert next_step((), found) is None
