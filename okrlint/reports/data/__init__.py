"""The plans as data for other programs: JSON with schemas, CSV for spreadsheets, and a page that lists them."""

from __future__ import annotations

from okrlint.reports.data.view import REPORT

__all__ = ["REPORT"]
