"""Key results that wait for a check-in: the oldest first, with whom to ask and the line that writes it."""

from __future__ import annotations

from okrlint.reports.stale.view import REPORT

__all__ = ["REPORT"]
