"""A plan named on the command line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError

if TYPE_CHECKING:
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio


def check_there_are(portfolio: Portfolio) -> None:
    """Raises OkrlintError where there is no plan at all."""
    if not portfolio.plans:
        raise OkrlintError("no plan was found here; okrlint init writes a first one")


def find_plan(portfolio: Portfolio, words: str) -> Plan:
    """The plan of an address such as marketing/2026-Q4, or of a team or quarter that has only one.

    Raises OkrlintError with the candidates.
    """
    check_there_are(portfolio)
    text = words.strip().casefold()
    whole = [plan for plan in portfolio.plans if plan.address.casefold() == text]
    found = whole or [plan for plan in portfolio.plans if text in plan.address.casefold().split("/")]
    if len(found) == 1:
        return found[0]
    if not found:
        known = {plan.address.casefold(): plan.address for plan in portfolio.plans}
        close = get_close_matches(text, known, n=1)
        raise OkrlintError(f"there is no plan {words}{f'; did you mean {known[close[0]]}?' if close else ''}")
    if len({plan.address for plan in found}) == 1:
        files = ", ".join(plan.document.path for plan in found)
        raise OkrlintError(f"{found[0].address} is written in {len(found)} files: {files}")
    raise OkrlintError(f"{words} may be {', '.join(plan.address for plan in found[:10])}")
