"""One page for each team, over all its quarters: what it does now, who owns what, where help is wanted."""

from __future__ import annotations

from okrlint.reports.team.view import REPORT

__all__ = ["REPORT"]
