"""Every team with its plan of the quarter that runs."""

from __future__ import annotations

from okrlint.reports.teams.view import REPORT

__all__ = ["REPORT"]
