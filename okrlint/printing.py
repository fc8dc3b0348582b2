"""Words on standard output and error, with the same bytes as `click.echo` and without waiting for its import."""

from __future__ import annotations

import sys


def echo(text: str, *, nl: bool = True, err: bool = False, color: bool | None = None) -> None:
    """Print a text at once; one that is no colour on purpose (`color`) keeps its escapes from all but a terminal."""
    if sys.platform == "win32":  # where a console needs more than characters
        import click

        click.echo(text, nl=nl, err=err, color=color)
        return
    stream = sys.stderr if err else sys.stdout
    if not color and "\x1b" in text and not stream.isatty():
        from click import unstyle

        text = unstyle(text)
    stream.write(f"{text}\n" if nl else text)
    stream.flush()
