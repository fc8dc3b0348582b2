"""Days as text in the one form that plans use."""

from __future__ import annotations

import datetime
from functools import lru_cache


@lru_cache(maxsize=4096)
def parse_date(text: object) -> datetime.date | None:
    """The day of `2026-12-31`; None for anything else, days that do not exist among them."""
    if not isinstance(text, str) or len(text) != len("2026-12-31"):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
