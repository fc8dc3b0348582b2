"""The alignment of a quarter: from the focus and the priorities down to the key results that carry them."""

from __future__ import annotations

from okrlint.reports.alignment.view import REPORT

__all__ = ["REPORT"]
