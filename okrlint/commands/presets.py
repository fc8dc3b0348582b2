"""`okrlint presets`: what each preset allows, and which one is in force."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.escaping import json_document
from okrlint.linting.presets import PRESETS
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Settings
from okrlint.workspace.workspace import open_workspace


@click.command("presets", epilog="Example: okrlint presets")
@click.option("--format", "format_id", type=click.Choice(("text", "json")), default="text", help="How it is printed.")
def show_presets(format_id: str) -> None:
    """Print the presets side by side, where they differ.

    They are those of the newest edition; `--format json` has every edition, and what each preset makes of each rule.
    """
    workspace = open_workspace(Path.cwd())
    if format_id == "json":
        from okrlint.linting.rule_data import presets_data

        click.echo(json_document(presets_data(workspace.rules, workspace.settings), indent=2), nl=False)
        return
    rows = [("rule", *PRESETS), *(_row(rule) for rule in workspace.rules)]
    shown = [rows[0], *(row for row in rows[1:] if len(set(row[1:-1])) > 1)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(shown[0]))]
    for row in shown:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    settings = workspace.settings
    pinned = "" if "@" in settings.preset else f", edition {settings.chosen.edition}"
    click.echo(f"\nIn force: {settings.preset}{pinned}", err=True)


def _row(rule: Rule) -> tuple[str, ...]:
    return rule.id, *(_cell(rule, Settings(preset=preset)) for preset in PRESETS)


def _cell(rule: Rule, settings: Settings) -> str:
    severity = settings.severity(rule)
    if severity is None:
        return "off"
    limits = settings.chosen.options.get(rule.id, {})
    return " ".join([str(severity), *(f"{name} {value}" for name, value in limits.items())])


COMMAND = show_presets
