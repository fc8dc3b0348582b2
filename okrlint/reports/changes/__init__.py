"""What changed since the plans were agreed: a page for each quarter, one for all, and a feed."""

from __future__ import annotations

from okrlint.reports.changes.view import REPORT

__all__ = ["REPORT"]
