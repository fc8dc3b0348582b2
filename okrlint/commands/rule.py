"""`okrlint rule`: why a rule is there, what it accepts, and the list of all."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import json_document
from okrlint.files import write_atomically
from okrlint.linting.nearest import near, shown
from okrlint.linting.rule import Rule
from okrlint.linting.rule_index import rule_index, rule_table
from okrlint.linting.rule_page import rule_page
from okrlint.workspace.completing import rules
from okrlint.workspace.settings_file import rule_names
from okrlint.workspace.workspace import Workspace, open_workspace


@click.command("rule", epilog="Example: okrlint rule pipeline-not-percentage-growth")
@click.argument("rule_id", metavar="[ID]", required=False, shell_complete=rules)
@click.option("--format", "format_id", type=click.Choice(("text", "json")), default="text", help="How it is printed.")
@click.option(
    "--pages", type=click.Path(path_type=Path), metavar="DIR", help="Write the page of every rule to a folder."
)
def explain_rule(rule_id: str | None, format_id: str, pages: Path | None) -> None:
    """Explain a rule with examples and their real output; without ID list all rules.

    Both say what is in force under the settings of this repository, and where that was set.
    """
    workspace = open_workspace(Path.cwd())
    if pages is not None:
        _write(workspace, pages)
    elif format_id == "json":
        click.echo(_data(workspace, rule_id), nl=False)
    elif rule_id is None:
        click.echo(rule_table(workspace.rules, workspace.settings), nl=False)
    else:
        click.echo(rule_page(_rule(workspace, rule_id), workspace.rules, workspace.settings), nl=False)


def _rule(workspace: Workspace, rule_id: str) -> Rule:
    """The rule of an id or a former name. Raises OkrlintError where there is none."""
    rules = rule_names(workspace.rules)
    if rule_id not in rules:
        raise OkrlintError(f"there is no rule {shown(rule_id)}{near(rule_id, rules)}")
    return rules[rule_id]


def _data(workspace: Workspace, rule_id: str | None) -> str:
    from okrlint.linting.rule_data import rules_data

    rules = workspace.rules if rule_id is None else (_rule(workspace, rule_id),)
    return json_document(rules_data(rules, workspace.settings), indent=2)


def _write(workspace: Workspace, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / "index.md", rule_index(workspace.rules).encode())
    for rule in workspace.rules:
        write_atomically(folder / f"{rule.id}.md", rule_page(rule, workspace.rules).encode())


COMMAND = explain_rule
