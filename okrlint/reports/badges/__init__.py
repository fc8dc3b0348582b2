"""Badges for a README, as pictures and as data, and the block that shows them."""

from __future__ import annotations

from okrlint.reports.badges.view import REPORT

__all__ = ["REPORT"]
