"""What a call of the check asks for."""

from __future__ import annotations

import datetime
from pathlib import Path

from okrlint.records import Record
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.workspace.typed import Typed


class Request(Record):
    """One call, after its flags are read."""

    arguments: tuple[Path, ...] = ()
    force_exclude: bool = False
    """Pass over named files that the settings' paths do not hold."""
    allow_empty: bool = False
    as_of: datetime.date | None = None
    limits: Limits = DEFAULT_LIMITS
    since: str | None = None
    """A revision: the focus is what has changed since."""
    staged: bool = False
    """The focus is what the next commit changes."""
    typed: Typed | None = None
    """A text in the place of a file, which then is the focus."""
    why_no_history: str = ""
    """Why the call does not want the history read, in words; empty where it does."""
    jobs: int = 0
    """Processes for a run over many files; 0 for as many as there are processors."""
    cache: bool = True
    """Whether what was worked out is remembered for the next run."""
