"""`okrlint rule`: why a rule is there, what it accepts, and the list of all."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import terminal
from okrlint.files import write_atomically
from okrlint.linting.nearest import near
from okrlint.linting.rule_index import rule_index, rule_table
from okrlint.linting.rule_page import rule_page
from okrlint.workspace.workspace import Workspace, open_workspace


@click.command("rule", epilog="Example: okrlint rule pipeline-not-percentage-growth")
@click.argument("rule_id", metavar="[ID]", required=False)
@click.option(
    "--pages", type=click.Path(path_type=Path), metavar="DIR", help="Write the page of every rule to a folder."
)
def explain_rule(rule_id: str | None, pages: Path | None) -> None:
    """Explain a rule with examples and their real output; without ID list all rules."""
    workspace = open_workspace(Path.cwd())
    if pages is not None:
        _write(workspace, pages)
    elif rule_id is None:
        click.echo(rule_table(workspace.rules, workspace.settings), nl=False)
    else:
        click.echo(_page(workspace, rule_id), nl=False)


def _page(workspace: Workspace, rule_id: str) -> str:
    rules = {name: rule for rule in workspace.rules for name in (rule.id, *rule.aliases)}
    if rule_id not in rules:
        raise OkrlintError(f"there is no rule {terminal(rule_id)}{near(rule_id, tuple(rules))}")
    return rule_page(rules[rule_id], workspace.rules)


def _write(workspace: Workspace, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / "index.md", rule_index(workspace.rules).encode())
    for rule in workspace.rules:
        write_atomically(folder / f"{rule.id}.md", rule_page(rule, workspace.rules).encode())


COMMAND = explain_rule
