"""The pipeline plan of a quarter: from revenue to leads and sessions, with the formula and the numbers in it."""

from __future__ import annotations

from okrlint.reports.pipeline.view import REPORT

__all__ = ["REPORT"]
