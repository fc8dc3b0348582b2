"""The channels of a quarter: what each must bring, how fast it grew, and whether that can be."""

from __future__ import annotations

from okrlint.reports.channels.view import REPORT

__all__ = ["REPORT"]
