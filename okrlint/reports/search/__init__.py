"""Looking for an objective, a key result or a person by the beginnings of words; it works from a folder too."""

from __future__ import annotations

from okrlint.reports.search.view import REPORT

__all__ = ["REPORT"]
