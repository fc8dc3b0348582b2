"""Proposed key results as YAML to paste."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from okrlint.source.new_yaml import dump
from okrlint.views.plan_numbers import had, needed

if TYPE_CHECKING:
    from okrlint.planning.key_results import Proposal

_HEADS = {
    "committed": "what the plan needs, to be reached whole (par 1.0)",
    "aspirational": "a stretch, of which 0.7 meets what the plan needs (par 0.6 to 0.7)",
}


def key_results_yaml(proposals: Sequence[Proposal], commitment: str, owner: str | None) -> str:
    """The items of a `key_results` list, below comments that say what the percentages come to."""
    if not proposals:
        return f"# {commitment}: nothing needs to grow\n"
    lines = [f"# {commitment}: {_HEADS[commitment]}"]
    for found in proposals:
        way = f"{had(found.baseline)} to {needed(found.target)}"
        lines.append(f"# {found.id}: {way}; the plan needs {needed(found.need)}")
    if owner is None:
        lines.append("# add `owner` and `actions` to each")
    return "\n".join(lines) + "\n" + dump([item(found, owner) for found in proposals])


def item(found: Proposal, owner: str | None, without: str | None = None) -> dict[str, Any]:
    """A key result as data: with its owner behind the title, and without a commitment that the objective gives."""
    data: dict[str, Any] = {}
    for field, value in found.data.items():
        if not (field == "commitment" and value == without):
            data[field] = value
        if field == "title" and owner is not None:
            data["owner"] = owner
    return data
