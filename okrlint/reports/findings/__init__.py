"""The linter's findings: a page for each quarter, by rule with its reason, and one for the whole site."""

from __future__ import annotations

from okrlint.reports.findings.view import REPORT

__all__ = ["REPORT"]
