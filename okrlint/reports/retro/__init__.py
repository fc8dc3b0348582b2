"""What a team looks back at when its quarter is over."""

from __future__ import annotations

from okrlint.reports.retro.view import REPORT

__all__ = ["REPORT"]
