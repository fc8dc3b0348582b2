"""One page for each plan: a team's objectives of a quarter with all that is known of their key results."""

from __future__ import annotations

from okrlint.reports.plan.view import REPORT

__all__ = ["REPORT"]
