"""How much of an opening plan is still alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.history.goalposts import goalpost_changes
from okrlint.history.matching import matched
from okrlint.views.names import plan_name
from okrlint.views.numbers import plural

if TYPE_CHECKING:
    from okrlint.history.ledger import PlanLedger
    from okrlint.model.key_result import KeyResult
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def alive_row(ledger: PlanLedger, survey: Survey) -> Row:
    """What became of the key results that were agreed, in numbers that add up to all of them."""
    pairs = [(old, new) for old, new in matched(ledger.promised.key_results, ledger.current.key_results)]
    fates = [_fate(old, new) for old, new in pairs if old is not None and old.status == "active"]
    added = sum(old is None for old, _ in pairs)
    counted = [(word, fates.count(word)) for word in ("as agreed", "moved", "dropped", "gone")]
    words = ", ".join(f"{count} {word}" for word, count in counted if count)
    more = f"; {plural(added, 'key result')} added since" if added else ""
    return {
        "text": plan_name(ledger.current),
        "target": survey.places.target(survey.given.portfolio.find(ledger.address)),
        "agreed": f"{ledger.agreed.date} in {ledger.agreed.commit}" if ledger.agreed.commit else ledger.agreed.date,
        "words": f"{plural(len(fates), 'key result')}: {words}{more}" if fates else "no key result was agreed",
    }


def _fate(old: KeyResult, new: KeyResult | None) -> str:
    if new is None:
        return "gone"
    if new.status != "active":
        return "dropped"
    return "moved" if any(goalpost_changes(old, new, None)) else "as agreed"
