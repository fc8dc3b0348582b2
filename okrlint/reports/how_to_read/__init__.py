"""The help page: every symbol, word and formula of the other pages."""

from __future__ import annotations

from okrlint.reports.how_to_read.view import REPORT

__all__ = ["REPORT"]
