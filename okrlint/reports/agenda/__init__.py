"""What a team talks about every week, on one page."""

from __future__ import annotations

from okrlint.reports.agenda.view import REPORT

__all__ = ["REPORT"]
