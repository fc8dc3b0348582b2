"""One table for a spreadsheet: a key result in each row, with where it stands; tabs, so that it can be pasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.escaping import one_line
from okrlint.exchange.exporter import Exporter
from okrlint.exchange.safe_cells import row_of
from okrlint.model.as_of import newest_recorded
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity
from okrlint.model.scoring import score

_COLUMNS = (
    "Team", "Quarter", "Objective", "Key result", "Owner", "Baseline", "Growth", "Target", "Unit", "Current", "Date",
    "Confidence", "Score", "Score today", "Status", "Due", "Note",
)  # fmt: skip
_PLACES = 2


def render(plans: Sequence[Plan]) -> str:
    """The table, scores as of the newest day in the plans."""
    lines = [row_of(list(_COLUMNS), "\t")]
    lines += [row_of([one_line(cell) for cell in row], "\t") for plan in plans for row in _rows(plan, plans)]
    return "".join(lines)


def _rows(plan: Plan, plans: Sequence[Plan]) -> Iterator[list[str]]:
    for objective in plan.objectives:
        for key_result in objective.key_results:
            yield _row(key_result, plans)
        if not objective.key_results:
            cells = [plan.team or "", plan.quarter_text or "", objective.title or "", "", ", ".join(objective.owners)]
            yield [*cells, *[""] * (len(_COLUMNS) - len(cells) - 1), objective.note or ""]


def _row(key_result: KeyResult, plans: Sequence[Plan]) -> list[str]:
    plan, objective = key_result.plan, key_result.objective
    last = key_result.check_ins[-1] if key_result.check_ins else None
    baseline = key_result.baseline.value if key_result.baseline is not None else None
    target = key_result.target or key_result.band
    return [
        plan.team or "", plan.quarter_text or "", objective.title or "", key_result.title or "",
        ", ".join(key_result.owners or objective.owners), _shown(baseline), _shown(key_result.growth), _shown(target),
        key_result.unit, _shown(last.value if last else None), last.date_text if last else "",
        "" if last is None or last.confidence is None else f"{last.confidence}", *_scores(key_result, plans),
        "" if key_result.status == "active" else key_result.status,
        key_result.stated_due.isoformat() if key_result.stated_due else "", key_result.note or "",
    ]  # fmt: skip


def _shown(value: object) -> str:
    """A quantity, a band of two, or yes or no, as in the plan."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    if isinstance(value, Quantity):
        return value.text
    return " to ".join(map(_shown, value)) if isinstance(value, tuple) else ""


def _scores(key_result: KeyResult, plans: Sequence[Plan]) -> tuple[str, str]:
    """As recorded where the key result is closed; else worked out for the newest day, which is no record."""
    if key_result.close is not None and key_result.close.score is not None:
        return f"{key_result.close.score}", ""
    day = newest_recorded(tuple(plans))
    found = score(key_result, day).score if day is not None else None
    return "", "" if found is None else f"{round(found, _PLACES)}"


EXPORTER = Exporter(id="table", render=render)
