"""`okrlint serve`: the site while the plans are being edited."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from okrlint.escaping import terminal
from okrlint.workspace.workspace import open_workspace

_PORT = 8000


@click.command("serve", epilog="Example: okrlint serve --open")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes any that is free."
)
@click.option("--as-of", metavar="DATE|today", help="The day to speak of; default the newest one in the plans.")
@click.option("--theme", type=click.Path(path_type=Path), help="A folder with a look of your own, live too.")
@click.option("--open", "open_it", is_flag=True, help="Open the first page in the browser.")
def serve_site(port: int, as_of: str | None, theme: Path | None, open_it: bool) -> int:
    """Show the site in the browser, and load it anew whenever a plan is saved.

    What is wrong with the file that was saved stands on top of every page; a file that is half typed is shown as it was
    when it could be read. Only this machine can see the site. Ctrl-C ends it; nothing is written.
    """
    from okrlint.rendering.publication import Publication
    from okrlint.workspace.live_site import LiveSite
    from okrlint.workspace.serving import SiteServer
    from okrlint.workspace.theme_folder import read_theme
    from okrlint.workspace.watching import Watch

    gc.enable()  # This run is a long one.
    root = Path.cwd()
    workspace = open_workspace(root)
    server = SiteServer(port)
    site = LiveSite(root, as_of, lambda: Publication(server.url, theme=read_theme(theme) if theme else None))
    watch = Watch([*site.watched(), *([theme] if theme else [])], server.stopped)
    server.start(site)
    click.echo(f"{server.url} shows {terminal(str(workspace.root))}; Ctrl-C ends it", err=True)
    if open_it:
        import webbrowser

        webbrowser.open(server.url)
    try:
        while (changed := watch.wait()) is not None:
            site.refresh(changed)
            click.echo("".join(f"{terminal(path)} has changed\n" for path in sorted(changed)), err=True, nl=False)
    except KeyboardInterrupt:
        server.stop()
    return 0


COMMAND = serve_site
