"""What stands in the place of an objective that the plans no longer have: its title, and where to go on."""

from __future__ import annotations

from okrlint.reports.gone.view import REPORT

__all__ = ["REPORT"]
