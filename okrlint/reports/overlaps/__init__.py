"""What teams of a quarter hold together: the same metric, channel or words, and who should talk about it."""

from __future__ import annotations

from okrlint.reports.overlaps.view import REPORT

__all__ = ["REPORT"]
