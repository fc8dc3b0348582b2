"""Key results written into a plan, its layout kept and every other byte of it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from okrlint.errors import OkrlintError
from okrlint.model.objective import Objective
from okrlint.source.edit import EditRefused, apply, bytes_of
from okrlint.source.insertion import append_items
from okrlint.workspace.fixing import FileChange, write_changes
from okrlint.workspace.turns import turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.model.portfolio import Portfolio
    from okrlint.model.quarter import Quarter
    from okrlint.workspace.workspace import Workspace


def find_objective(portfolio: Portfolio, address: str, quarter: Quarter) -> Objective:
    """The objective of an address in an open plan of a quarter. Raises OkrlintError."""
    found = portfolio.find(address)
    if not isinstance(found, Objective):
        known = [objective.address for plan in portfolio.plans for objective in plan.objectives]
        close = get_close_matches(address, known, n=1)
        hint = f"did you mean {close[0]}?" if close else "write it like marketing/2026-Q4#demand"
        raise OkrlintError(f"--write: there is no objective {address}; {hint}")
    if found.plan.quarter != quarter:
        raise OkrlintError(f"--write: {address} is not of {quarter.label}, the quarter of the pipeline file")
    if found.plan.status == "closed":
        raise OkrlintError(f"--write: the plan of {address} is closed")
    return found


def write_key_results(workspace: Workspace, objective: Objective, items: Sequence[dict[str, Any]]) -> None:
    """Add key results at the end of an objective's list. Raises OkrlintError; then the file is as it was."""
    taken = {kr.id for kr in objective.key_results} & {item["id"] for item in items}
    if taken:
        raise OkrlintError(f"--write: {objective.address}.{min(str(one) for one in taken)} is there already")
    document = objective.document
    try:
        insertion = append_items(document, objective.path, "key_results", items)
        after = apply(document, insertion.edits, insertion.changes)
    except EditRefused as error:
        raise OkrlintError(f"--write: {document.path} cannot be edited: {error}") from error
    with turn(workspace.root):
        refused = write_changes(workspace, (FileChange(document.path, bytes_of(document), after),))
    for sentence in refused.values():
        raise OkrlintError(sentence)
