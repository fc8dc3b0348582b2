"""`okrlint completion`: the script by which a shell completes commands, options and addresses."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion", epilog='Example: eval "$(okrlint completion bash)"')
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def print_script(context: click.Context, shell: str) -> None:
    """Print the script that teaches SHELL to complete okrlint.

    Load it at the start of the shell, as docs/completion.md shows. Addresses come from the plans of the repository that
    the shell stands in.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is not None:
        click.echo(found(context.find_root().command, {}, "okrlint", "_OKRLINT_COMPLETE").source())


COMMAND = print_script
