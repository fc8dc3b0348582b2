"""The only place that asks what day it is."""

from __future__ import annotations

import datetime

from okrlint.errors import OkrlintError
from okrlint.linting.settings import Settings
from okrlint.workspace.settings_file import parse_as_of


def today() -> datetime.date:
    """The day in the zone of this machine: what the people around it call today."""
    return datetime.datetime.now().astimezone().date()


def day_of_run(flag: str | None, settings: Settings) -> datetime.date:
    """The day of a flag, else that of the settings, else today. Raises OkrlintError for a flag that is no day."""
    return stated_day(flag, settings) or today()


def stated_day(flag: str | None, settings: Settings) -> datetime.date | None:
    """The day of a flag, else that of the settings, if any. Raises OkrlintError for a flag that is no day."""
    if flag is None:
        return settings.as_of
    if flag == "today":
        return today()
    day = parse_as_of(flag)
    if day is None:
        raise OkrlintError(f"--as-of: {flag} is not a day such as 2026-11-15, nor the word today")
    return day
