"""Plans as Markdown with a label in front of each part, for documents and chats; `okrlint import` reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.escaping import one_line
from okrlint.exchange.exporter import Exporter
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity


def render(plans: Sequence[Plan]) -> str:
    """One document."""
    return "\n".join("".join(f"{line}\n" for line in _plan(plan)) for plan in plans)


def _plan(plan: Plan) -> Iterator[str]:
    yield f"# OKRs {plan.quarter_text or ''}".rstrip()
    yield ""
    yield f"Team: {_text(plan.team)}"
    if plan.note:
        yield from ("", _text(plan.note))
    for objective in plan.objectives:
        yield ""
        yield from _objective(objective)


def _objective(objective: Objective) -> Iterator[str]:
    yield f"## Objective: {_struck(_text(objective.name), objective.status)}"
    yield ""
    values = {
        "Owner": ", ".join(objective.owners),
        "Why": objective.why,
        "Commitment": objective.commitment,
        "Supports": ", ".join(objective.supports),
        "Status": _draft(objective.status),
        "Note": objective.note,
    }
    stated = list(_values(values, "- "))
    yield from stated
    if stated:
        yield ""
    for key_result in objective.key_results:
        yield from _key_result(key_result)


def _key_result(key_result: KeyResult) -> Iterator[str]:
    yield f"- **Key result:** {_struck(_text(key_result.name), key_result.status)}"
    baseline = key_result.baseline.value if key_result.baseline is not None else None
    close = key_result.close
    values = {
        "Owner": ", ".join(key_result.owners),
        "Status": _draft(key_result.status),
        "Metric": key_result.metric,
        "Type": key_result.stated_type,
        "Unit": key_result.stated_unit,
        "Baseline": _quantity(baseline),
        "Growth": _quantity(key_result.growth),
        "Target": _quantity(key_result.target),
        "Due": key_result.stated_due.isoformat() if key_result.stated_due else None,
        "Score": None if close is None or close.score is None else f"{close.score}",
        "Note": key_result.note,
    }
    yield from _values(values, "  - ")
    for action in key_result.actions:
        box = "x" if action.status == "done" else " "
        owner = f" (Owner: {_text(action.owner)})" if action.owner else ""
        due = f" (Due: {action.due})" if action.due else ""
        yield f"  - [{box}] Action: {_text(action.title)}{owner}{due}"
    yield from _check_ins(key_result)


def _check_ins(key_result: KeyResult) -> Iterator[str]:
    for check_in in key_result.check_ins:
        value = (
            {True: "yes", False: "no"}.get(check_in.value)
            if isinstance(check_in.value, bool)
            else _quantity(check_in.value)
        )
        note = f" – {_text(check_in.note)}" if check_in.note else ""
        yield f"  - {check_in.date_text}: {value or '?'}{note}"


def _values(values: dict[str, str | None], start: str) -> Iterator[str]:
    for name, value in values.items():
        if value:
            yield f"{start}{name}: {_text(value)}"


def _quantity(value: Quantity | None) -> str | None:
    return None if value is None else value.text


def _draft(status: str) -> str | None:
    return status if status == "draft" else None


def _struck(title: str, status: str) -> str:
    return f"~~{title}~~" if status == "dropped" else title


def _text(text: str | None) -> str:
    """A text on one line, in which no element of HTML begins."""
    return one_line(text or "").replace("<", "\\<")


EXPORTER = Exporter(id="markdown", render=render)
