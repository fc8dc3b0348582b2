"""The screen on the wall: one number, the objectives with one word each, what moved and what comes next."""

from __future__ import annotations

from okrlint.reports.tv.view import REPORT

__all__ = ["REPORT"]
