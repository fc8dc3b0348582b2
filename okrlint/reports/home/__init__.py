"""The first page: the focus, the quarter, the teams, and what is to be looked at."""

from __future__ import annotations

from okrlint.reports.home.view import REPORT

__all__ = ["REPORT"]
