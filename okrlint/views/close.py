"""How a key result ended, and how it was changed on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.names import person_name
from okrlint.views.numbers import score_text

if TYPE_CHECKING:
    from okrlint.model.company import Company
    from okrlint.model.key_result import KeyResult
    from okrlint.model.revision import Revision
    from okrlint.views.report import Row

CAUSES = {
    "unrealistic-goal": "the goal was not realistic",
    "channel-slower": "the channel grows slower than planned",
    "budget-short": "the budget did not reach",
    "ran-out-of-time": "we ran out of time",
    "wrong-key-result": "it was the wrong key result",
    "priority-changed": "the priority changed",
    "dependency-late": "somebody we wait for was late",
    "target-too-easy": "the target was too easy",
    "other": "another reason",
}
"""Ids of causes in words; an unknown one is shown as it stands."""


def close_row(key_result: KeyResult) -> Row | None:
    """The words at the close; None before."""
    close = key_result.close
    if close is None:
        return None
    return {
        "score": "" if close.score is None else score_text(close.score),
        "score_reason": close.score_reason or "",
        "cause": CAUSES.get(close.cause, close.cause) if close.cause else "",
        "learned": close.learned or "",
        "decision": close.decision or "",
    }


def revision_row(revision: Revision, company: Company | None) -> Row:
    """One open change of an agreed key result."""
    return {
        "date": revision.date or "",
        "field": revision.field or "",
        "before": _plain(revision.before),
        "after": _plain(revision.after),
        "reason": revision.reason or "",
        "approved_by": person_name(company, revision.approved_by) if revision.approved_by else "",
    }


def _plain(value: object) -> str:
    """A value of any shape as a few words; what is nested is only named."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value if not isinstance(item, (dict, list)))
    return "several fields" if isinstance(value, dict) else str(value)
