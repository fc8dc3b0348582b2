"""`okrlint presets`: what each preset allows, and which one is in force."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.linting.presets import PRESETS
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Settings
from okrlint.workspace.workspace import open_workspace


@click.command("presets", epilog="Example: okrlint presets")
def show_presets() -> None:
    """Print the presets side by side, where they differ."""
    workspace = open_workspace(Path.cwd())
    rows = [("rule", *PRESETS), *(_row(rule) for rule in workspace.rules)]
    shown = [rows[0], *(row for row in rows[1:] if len(set(row[1:-1])) > 1)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(shown[0]))]
    for row in shown:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    click.echo(f"\nIn force: {workspace.settings.preset}", err=True)


def _row(rule: Rule) -> tuple[str, ...]:
    return rule.id, *(_cell(rule, Settings(preset=preset)) for preset in PRESETS)


def _cell(rule: Rule, settings: Settings) -> str:
    severity = settings.severity(rule)
    if severity is None:
        return "off"
    limits = settings.chosen.options.get(rule.id, {})
    return " ".join([str(severity), *(f"{name} {value}" for name, value in limits.items())])


COMMAND = show_presets
