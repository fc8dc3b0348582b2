"""Everything by its first letter: a search that needs no script."""

from __future__ import annotations

from okrlint.reports.a_to_z.view import REPORT

__all__ = ["REPORT"]
