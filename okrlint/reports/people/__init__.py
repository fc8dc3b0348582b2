"""Everybody who leads, owns or helps: what it is, what is due, and with whom it is shared."""

from __future__ import annotations

from okrlint.reports.people.view import REPORT

__all__ = ["REPORT"]
