"""Days as text in the one form that plans use."""

from __future__ import annotations

import datetime
from functools import lru_cache


def parse_date(text: object) -> datetime.date | None:
    """The day of `2026-12-31`; None for anything else, days that do not exist among them."""
    return _parse(text) if isinstance(text, str) and len(text) == len("2026-12-31") else None


@lru_cache(maxsize=4096)
def _parse(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
