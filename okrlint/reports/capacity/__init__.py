"""Money and people of a quarter's plan, and the questions to ask at its start."""

from __future__ import annotations

from okrlint.reports.capacity.view import REPORT

__all__ = ["REPORT"]
