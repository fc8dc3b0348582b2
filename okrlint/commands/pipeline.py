"""`okrlint pipeline`: from the growth of revenue to leads, sessions and percentage-growth key results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from okrlint.escaping import terminal
from okrlint.workspace.workspace import open_workspace

_FORMS = ("text", "markdown", "json")
_COMMITMENTS = ("committed", "aspirational")


@click.command("pipeline", epilog="Example: okrlint pipeline 2026-Q4 --set conversion=3.5%")
@click.argument("file", required=False)
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help="How it is printed.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="Plan with another number beside the file's."
)
@click.option("--key-results", is_flag=True, help="Print key results to paste, as a promise and as a stretch.")
@click.option("--write", "address", metavar="ADDRESS", help="Write them into an objective: marketing/2026-Q4#demand.")
@click.option(
    "--commitment", type=click.Choice(_COMMITMENTS), help="Only such key results; of --write: the objective's."
)
@click.option("--channel", "channels", multiple=True, metavar="ID", help="A channel to give a key result; default two.")
@click.option("--owner", metavar="PERSON", help="Who owns the key results.")
def plan_pipeline(file: str | None, settings: tuple[str, ...], **flags: Any) -> int:
    """Work out leads and sessions from the growth of revenue.

    FILE is a pipeline file or a quarter; without it the newest one. Names of --set: mrr, growth, price, churn,
    conversion, cycle, budget, CHANNEL.cap and CHANNEL.cost_per_session. Exits with 1 when the numbers of the file
    cannot be used, or when the channels cannot bring the leads that are needed.
    """
    from okrlint.workspace.pipeline_run import start

    run = start(open_workspace(Path.cwd()), file, settings)
    if run.calculation is None:
        click.echo(run.findings(flags["form"]), nl=False)
        return 1
    commitment, owner, channels = flags["commitment"], flags["owner"], flags["channels"]
    if flags["address"]:
        click.echo(terminal(run.write(flags["address"], commitment, owner, channels)), err=True)
        return 0
    if flags["key_results"]:
        wanted = (commitment,) if commitment else _COMMITMENTS
        click.echo(run.key_results(flags["form"], wanted, owner, channels), nl=False)
    else:
        click.echo(run.document(flags["form"]), nl=False)
    return int(run.fails)


COMMAND = plan_pipeline
