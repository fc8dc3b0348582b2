"""What a server shows for an address that is none of the site's: the quarters, to go on from."""

from __future__ import annotations

from okrlint.reports.not_found.view import REPORT

__all__ = ["REPORT"]
