"""`okrlint presets`: what each preset allows, and which one is in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from okrlint.escaping import json_document
from okrlint.linting.presets import PRESETS
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Settings
from okrlint.workspace.workspace import open_workspace

_ALIKE = "All other rules are the same everywhere"


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
    rows = [("rule", *PRESETS), *(_row(rule) for rule in workspace.rules if _differs(rule))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    click.echo(f"\n{_ALIKE}{''.join(f'; {words}' for words in _grouped())}.")
    settings = workspace.settings
    pinned = "" if "@" in settings.preset else f", edition {settings.chosen.edition}"
    click.echo(f"\nIn force: {settings.preset}{pinned}", err=True)


def _differs(rule: Rule) -> bool:
    """Whether presets weigh or limit a rule in different ways; one that leaves out its whole group does not count."""
    asked = [preset for preset in PRESETS.values() if preset.groups is None or rule.group in preset.groups]
    return len({_cell(rule, Settings(preset=preset.id)) for preset in asked}) > 1


def _grouped() -> Iterator[str]:
    """What presets leave out as a whole."""
    for preset in PRESETS.values():
        if preset.groups is not None:
            yield f"{preset.id} runs the groups {', '.join(preset.groups[:-1])} and {preset.groups[-1]} alone"


def _row(rule: Rule) -> tuple[str, ...]:
    return rule.id, *(_cell(rule, Settings(preset=preset)) for preset in PRESETS)


def _cell(rule: Rule, settings: Settings) -> str:
    severity = settings.severity(rule)
    if severity is None:
        return "off"
    limits = settings.chosen.options.get(rule.id, {})
    return " ".join([str(severity), *(f"{name} {value}" for name, value in limits.items())])


COMMAND = show_presets
