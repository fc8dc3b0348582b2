"""Rules and presets as plain data, in the shapes of schemas/rules.schema.json and schemas/presets.schema.json."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from okrlint.linting.presets import EDITIONS, OFF, find_preset, preset_names
from okrlint.linting.rule import Rule, page_of
from okrlint.linting.rule_page import option_words
from okrlint.linting.settings import Settings
from okrlint.linting.settings_shown import option_origin, severity_origin

VERSION = 1
"""Of both shapes; raised when a program that reads them would have to change."""


def rules_data(rules: Sequence[Rule], settings: Settings) -> dict[str, Any]:
    """Some rules as they are under the settings."""
    return {
        "version": VERSION,
        "preset": settings.preset,
        "edition": settings.chosen.edition,
        "rules": [_rule(rule, settings) for rule in rules],
    }


def presets_data(rules: Sequence[Rule], settings: Settings) -> dict[str, Any]:
    """Every preset of every edition with what it makes of each rule."""
    pinned = [name for name in preset_names() if "@" in name]
    return {
        "version": VERSION,
        "in_force": settings.preset,
        "editions": [edition.id for edition in EDITIONS],
        "presets": [_preset(name, rules) for name in pinned],
    }


def _rule(rule: Rule, settings: Settings) -> dict[str, Any]:
    severity = settings.severity(rule)
    return {
        "id": rule.id,
        "group": rule.group,
        "on": severity is not None,
        "severity": str(severity or settings.own_severity(rule) or rule.severity),
        "set_by": severity_origin(settings, rule),
        "since": rule.since,
        "aliases": list(rule.aliases),
        "needs_day": rule.clock,
        "summary": rule.summary,
        "explanation": rule.explanation,
        "options": [_option(rule, settings, name, meaning) for name, meaning in option_words(rule).items()],
        "docs": page_of(rule.id),
    }


def _option(rule: Rule, settings: Settings, name: str, meaning: str) -> dict[str, Any]:
    return {
        "name": name,
        "type": rule.option_types[name],
        "value": _plain(getattr(settings.options(rule), name)),
        "default": _plain(getattr(rule.options, name)),
        "set_by": option_origin(settings, rule, name),
        "meaning": meaning,
    }


def _preset(pinned: str, rules: Sequence[Rule]) -> dict[str, Any]:
    name, _, edition = pinned.partition("@")
    preset, settings = find_preset(pinned), Settings(preset=pinned)
    options = preset.options if preset is not None else {}
    return {
        "name": name,
        "edition": edition,
        "rules": [
            {"id": rule.id, "severity": str(settings.severity(rule) or OFF), "options": dict(options.get(rule.id, {}))}
            for rule in rules
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
