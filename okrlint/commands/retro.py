"""`okrlint retro`: the page for the end of a quarter, and its answers back into the plan."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import one_line, terminal
from okrlint.workspace.completing import plans


@click.command(
    "retro",
    short_help="Print the page for the end of a quarter, or read it back.",
    epilog="Example: okrlint retro marketing/2026-Q3 --out retro.md",
)
@click.argument("plan", metavar="TEAM/QUARTER", shell_complete=plans)
@click.option("--out", type=click.Path(path_type=Path), help="A new file to write instead of printing.")
@click.option("--import", "file", type=click.Path(path_type=Path), help="Write the answers of this file into the plan.")
@click.option("--dry-run", is_flag=True, help="With --import: say what is new and write nothing.")
@click.option("--diff", "as_diff", is_flag=True, help="With --import: show it as a diff and write nothing.")
def look_back(plan: str, out: Path | None, file: Path | None, dry_run: bool, as_diff: bool) -> None:
    """Print the retrospective of a plan as Markdown, with boxes to check.

    It asks of everything that ended below par for one of five causes, and of each key result for what was learned and
    decided. With --import the filled in file is read back: cause, learned and decision go into `close`, and every other
    byte of the plan stays.
    """
    if file is None:
        from okrlint.workspace.meeting import hand_over, retro_text

        if dry_run or as_diff:
            raise OkrlintError("--dry-run and --diff go with --import")
        hand_over(retro_text(Path.cwd(), plan), out, click.echo, is_form=True)
        return
    if out is not None:
        raise OkrlintError("--out and --import are two directions; give one of them")
    _import(plan, file, writes=not (dry_run or as_diff), as_diff=as_diff)


def _import(plan: str, file: Path, *, writes: bool, as_diff: bool) -> None:
    from okrlint.workspace.plan_choice import find_plan
    from okrlint.workspace.plan_writing import write_change
    from okrlint.workspace.retro_import import import_answers
    from okrlint.workspace.turns import turn
    from okrlint.workspace.workspace import open_workspace

    workspace = open_workspace(Path.cwd())
    with turn(workspace.root):
        imported = import_answers(workspace, find_plan(workspace.load(workspace.paths()), plan), file)
        if writes:
            write_change(workspace, imported.change)
    if as_diff:
        from okrlint.linting.diff import unified

        click.echo(unified(*imported.change), nl=False)
    else:
        click.echo("".join(f"{terminal(one_line(line))}\n" for line in imported.words), nl=False)
    count = len(imported.words)
    verb = "written" if writes else "would be written"
    told = f"{count} answer{'s' * (count != 1)} {verb}" if count else "no answer is new; nothing to write"
    click.echo(terminal(f"{imported.change.path}: {told}"), err=True)


COMMAND = look_back
