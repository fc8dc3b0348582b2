"""What a quarter taught, from whatever wrote it down."""

from __future__ import annotations

from decimal import Decimal

from okrlint.linting.pipeline_learning import learning_of
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.model.quarter import Quarter
from okrlint.source.reader import read
from tests.planning.worked_example import PATH, WHOLE
from tests.rules.pipeline_plans import channel, leads, quarter

THIS = Quarter(2026, 3)
ENDED = "check_ins: {2026-07-06: 5, 2026-09-28: 2100}"
OF_SEARCH = "check_ins: {2026-09-28: 390}"
SESSIONS = "check_ins: {2026-09-28: 13000}"


def _portfolio(files: dict[str, str]) -> Portfolio:
    return build_portfolio(read(text.encode(), path) for path, text in files.items())


def test_last_check_ins_of_closed_plans_stand_in() -> None:
    """All leads, and by channel; sessions only where somebody counted them."""
    files = quarter(
        leads("35%", ENDED),
        channel("paid-search", "82%", 380, extra=OF_SEARCH),
        channel("content", "20%", 285),
        channel("paid-search", "82%", 12600, "sessions", SESSIONS),
        status="closed",
    )
    found = learning_of(_portfolio(files), THIS)

    assert found is not None
    assert found.leads == 2100
    actual = {lesson.plan.channel.id: lesson.actual for lesson in found.channels}
    assert {name: tuple(one) for name, one in actual.items() if one is not None} == {
        "paid-search": (Decimal(390), Decimal(13000))
    }
    assert "content" in actual


def test_channels_alone_leave_the_whole_open() -> None:
    """Nobody wrote down all leads."""
    found = learning_of(_portfolio(quarter(channel("paid-search", "82%", 380, extra=OF_SEARCH), status="closed")), THIS)

    assert found is not None
    assert found.leads is None
    assert found.error is None


def test_nothing_is_learned_while_a_plan_is_open() -> None:
    """Nor without a plan of the pipeline, nor where nobody checked in."""
    assert learning_of(_portfolio(quarter(leads("35%", ENDED))), THIS) is None
    assert learning_of(_portfolio(quarter(leads("35%"), status="closed")), THIS) is None
    assert learning_of(_portfolio(quarter(leads("35%", ENDED), status="closed")), THIS.next()) is None


def test_months_of_the_next_file_come_first() -> None:
    """They are counted, a check-in is only the last word of a plan."""
    following = WHOLE.replace("2026-Q3", "2026-Q4")
    for old, new in (("2026-04", "2026-07"), ("2026-05", "2026-08"), ("2026-06", "2026-09")):
        following = following.replace(old, new)
    files = quarter(leads("35%", ENDED), status="closed") | {PATH.replace("Q3", "Q4"): following}
    found = learning_of(_portfolio(files), THIS)

    assert found is not None
    assert found.leads == 1900
    assert all(lesson.actual is not None for lesson in found.channels)
