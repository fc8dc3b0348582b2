"""The trend of a year: how plans ended, how well that was foreseen, and what got in the way. Never per person."""

from __future__ import annotations

from okrlint.reports.year.view import REPORT

__all__ = ["REPORT"]
