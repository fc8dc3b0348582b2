from __future__ import annotations

import datetime
import time

import pytest

from okrlint.errors import OkrlintError
from okrlint.linting.settings import Settings
from okrlint.workspace.clock import day_of_run, stated_day, today

PINNED = Settings(as_of=datetime.date(2026, 11, 15))


def test_a_flag_wins_over_the_settings() -> None:
    """Who calls knows best."""
    assert day_of_run("2026-12-01", PINNED) == datetime.date(2026, 12, 1)


def test_the_settings_pin_the_day() -> None:
    """A pinned repository never changes its findings by itself."""
    assert day_of_run(None, PINNED) == datetime.date(2026, 11, 15)
    assert stated_day(None, PINNED) == datetime.date(2026, 11, 15)


def test_today_is_a_word() -> None:
    """It takes a pin off."""
    assert abs(day_of_run("today", PINNED) - datetime.date.fromtimestamp(time.time())).days <= 1  # noqa: DTZ012  people's day


def test_without_anything_it_is_today() -> None:
    """Stated is only what somebody stated."""
    assert abs(day_of_run(None, Settings()) - today()).days <= 1
    assert stated_day(None, Settings()) is None


@pytest.mark.parametrize(
    "text", ["", "2026-13-01", "2026-02-30", "yesterday", "15.11.2026", "2026-11", "\x1b[2J"], ids=ascii
)
def test_what_is_no_day_is_a_bad_call(text: str) -> None:
    """The sentence shows what a day looks like."""
    with pytest.raises(OkrlintError, match="is not a day such as 2026-11-15, nor the word today"):
        day_of_run(text, PINNED)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no time zones to switch")
def test_today_is_the_day_of_the_people_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the two ends of the world it is never the same day."""
    days = set()
    for zone in ("Etc/GMT+12", "Etc/GMT-14"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        days.add(today())
    monkeypatch.delenv("TZ")
    time.tzset()

    assert len(days) == 2
