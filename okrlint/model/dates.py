"""Days as text in the one form that plans use."""

from __future__ import annotations

import datetime
from functools import lru_cache


def parse_date(text: object) -> datetime.date | None:
    """The day of `2026-12-31`; None for anything else, days that do not exist among them."""
    return _parse(text) if isinstance(text, str) and len(text) == len("2026-12-31") else None


@lru_cache(maxsize=4096)
def _parse(text: str) -> datetime.date | None:
    if not text[4] == text[7] == "-":
        return None  # a week of the year, such as 2026-W53-4, is ISO 8601 too
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
