"""The presets, as data: how many, how strict, and what is off. These are the only differences between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from okrlint.linting.finding import SEVERITIES, Severity

DEFAULT_PRESET = "geckoboard"
OFF = "off"
HOUSEKEEPING = "housekeeping"
_NAMES = ("geckoboard", "t2d3", "saas", "google", "minimal")
_MINIMAL_GROUPS = ("structure", "measure", "compensation", HOUSEKEEPING)

_SEVERITY: dict[str, tuple[str, ...]] = {
    "too-many-objectives": ("error", "error", "error", "warning", "warning"),
    "too-many-key-results": ("error", "error", "error", "warning", "warning"),
    "too-few-key-results": ("error", "error", "error", "warning", "info"),
    "too-few-objectives": ("warning", "warning", "warning", "info", OFF),
    "pipeline-not-percentage-growth": ("error", OFF, "error", OFF, OFF),
    "actions-missing": ("info", "error", "error", OFF, OFF),
    "commitment-missing": (OFF, OFF, "info", "error", OFF),
    "check-in-stale": ("warning", "warning", "warning", "warning", OFF),
}
"""One column a preset, in the order of `_NAMES`; rules without a row keep their own severity."""

_OPTIONS: dict[tuple[str, str], tuple[int | None, ...]] = {
    ("too-many-objectives", "max"): (4, 5, 4, 5, 7),
    ("too-few-objectives", "min"): (3, 3, 3, 1, 1),
    ("too-many-key-results", "max"): (5, 3, 3, 5, 7),
    ("too-few-key-results", "min"): (3, 1, 3, 1, 1),
    ("check-in-stale", "days"): (7, 7, 7, 30, None),
}


class Preset(NamedTuple):
    """A named choice of limits and severities."""

    id: str
    groups: tuple[str, ...] | None
    """The groups of rules that run; None for all of them."""
    severities: Mapping[str, Severity | None]
    """Where it differs from the rule's own; None means off."""
    options: Mapping[str, Mapping[str, Any]]
    everything: bool = False
    """True where no rule is off."""


def _preset(column: int, preset_id: str, groups: tuple[str, ...] | None) -> Preset:
    severities = {rule: SEVERITIES.get(row[column]) for rule, row in _SEVERITY.items()}
    options: dict[str, dict[str, Any]] = {}
    for (rule, option), row in _OPTIONS.items():
        if row[column] is not None:
            options.setdefault(rule, {})[option] = row[column]
    return Preset(preset_id, groups, severities, options)


def _all() -> Preset:
    strict = PRESETS["saas"]
    severities = {rule: severity for rule, severity in strict.severities.items() if severity is not None}
    return Preset("all", None, severities, strict.options, everything=True)


PRESETS: dict[str, Preset] = {
    name: _preset(column, name, _MINIMAL_GROUPS if name == "minimal" else None) for column, name in enumerate(_NAMES)
}
PRESETS["all"] = _all()
