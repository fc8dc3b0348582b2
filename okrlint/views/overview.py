"""A plan as pages about several plans show it: without what only its own pages tell, which is most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.views.report import Row

_OBJECTIVE = (
    *("number", "anchor", "target", "title", "owners", "commitment", "status", "apart", "place", "score", "minimum"),
    *("scored", "pending", "unscorable", "bullet", "promised", "statuses", "findings"),
)
_KEY_RESULT = (
    *("number", "anchor", "plan_anchor", "target", "title", "owners", "status", "score", "gap", "bullet", "latest"),
    "findings",
)


def overview_of(plan: Row) -> Row:
    """The row of a plan with short rows of its objectives and key results."""
    return {**plan, **{name: [_objective(row) for row in plan[name]] for name in ("objectives", "others")}}


def _objective(row: Row) -> Row:
    own = {name: row[name] for name in _OBJECTIVE}
    return {**own, **{name: [_key_result(each) for each in row[name]] for name in ("key_results", "others")}}


def _key_result(row: Row) -> Row:
    return {name: row[name] for name in _KEY_RESULT}
