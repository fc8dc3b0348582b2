"""Who set a limit: messages name the preset, or say that the settings did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.linting.presets import find_preset

if TYPE_CHECKING:
    from okrlint.linting.rule import Context
    from okrlint.model.plan import Plan


def limit_words(context: Context, rule_id: str, option: str, verb: str, preposition: str = "") -> str:
    """`preset geckoboard allows 4`, or `the settings allow 5` where the user chose another number."""
    limit = getattr(context.options, option)
    preset = find_preset(context.preset)
    of_preset = None if preset is None else preset.options.get(rule_id, {}).get(option)
    subject = f"preset {context.preset} {verb}s" if of_preset == limit else f"the settings {verb}"
    return " ".join(filter(None, (subject, preposition, str(limit))))


def what_to_do(plan: Plan, otherwise: str) -> str:
    """The hint of a limit; a plan that is over keeps what was promised."""
    return "leave it as it was promised, and give the reason in a suppression" if plan.status == "closed" else otherwise


def counted(number: int, noun: str) -> str:
    """`1 objective`, `5 objectives`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
