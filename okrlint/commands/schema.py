"""`okrlint schema`: the JSON Schema of a kind of file, for editors and other programs."""

from __future__ import annotations

import click

from okrlint.model.schema_files import SCHEMAS, load_schema, schema_text


@click.command("schema", epilog="Example: okrlint schema plan > plan.schema.json")
@click.argument("kind", required=False, metavar="[KIND]", type=click.Choice(SCHEMAS))
def print_schema(kind: str | None) -> None:
    """Print the JSON Schema of a KIND of file; without KIND, the kinds that there are.

    Editors complete and explain fields with it. Most read a first line such as
    `# yaml-language-server: $schema=../../plan.schema.json`.
    """
    if kind is not None:
        click.echo(schema_text(kind), nl=False)
        return
    width = max(map(len, SCHEMAS))
    for name in SCHEMAS:
        click.echo(f"{name.ljust(width)}  {load_schema(name)['description']}")


COMMAND = print_schema
