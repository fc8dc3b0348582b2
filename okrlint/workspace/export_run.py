"""A call of `okrlint export`: which plans, and in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.discovery import load
from okrlint.errors import OkrlintError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.exchange.exporter import Exporter
    from okrlint.model.plan import Plan
    from okrlint.workspace.workspace import Workspace

EXPORTERS = "okrlint.exchange.exporters"


def export(workspace: Workspace, form: str, words: Sequence[str]) -> str:
    """The plans that were asked for in a form. Raises OkrlintError where there is none."""
    exporter: Exporter = load(EXPORTERS, form, "EXPORTER")
    return exporter.render(chosen_plans(workspace, words))


def chosen_plans(workspace: Workspace, words: Sequence[str]) -> tuple[Plan, ...]:
    """The plans of teams, quarters or addresses, all without any, by quarter and team. Raises OkrlintError."""
    plans = workspace.load(workspace.paths()).plans
    if not plans:
        raise OkrlintError(f"no plan was found under {', '.join(workspace.settings.paths)}")
    found: list[Plan] = []
    for word in words:
        named = [plan for plan in plans if word.strip().casefold() in _names(plan)]
        if not named:
            raise OkrlintError(f"there is no plan {word}{_near(plans, word)}")
        found += named
    return tuple(plan for plan in plans if plan in found or not words)


def _names(plan: Plan) -> tuple[str, ...]:
    label = plan.quarter.label if plan.quarter is not None else plan.quarter_text or ""
    return tuple(name.casefold() for name in (plan.address, plan.team or "", label) if name)


def _near(plans: Sequence[Plan], word: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word.casefold(), [name for plan in plans for name in _names(plan)], n=1)
    return f"; did you mean {close[0]}?" if close else ""
