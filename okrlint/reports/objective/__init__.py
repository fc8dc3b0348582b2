"""One page for each objective: why, who, and all that is known of its key results."""

from __future__ import annotations

from okrlint.reports.objective.view import REPORT

__all__ = ["REPORT"]
