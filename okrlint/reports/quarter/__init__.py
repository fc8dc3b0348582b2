"""The overview of a quarter: every objective of every team in one table."""

from __future__ import annotations

from okrlint.reports.quarter.view import REPORT

__all__ = ["REPORT"]
