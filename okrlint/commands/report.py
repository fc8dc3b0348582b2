"""`okrlint report`: the HTML site and the Markdown reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from okrlint.escaping import terminal
from okrlint.workspace.workspace import open_workspace

if TYPE_CHECKING:
    from okrlint.rendering.site import Differences
    from okrlint.workspace.site_folder import Compared

_DEFAULT_FOLDER = "reports"


@click.command("report", epilog="Example: okrlint report --as-of 2026-11-15")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to fill; default reports/ of the repository.")
@click.option("--as-of", metavar="DATE|today", help="The day to speak of; default the newest one in the plans.")
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 when the folder is not fresh.")
@click.option("--base-url", metavar="URL", help="Where the site will be: pages name their address, error pages work.")
@click.option("--indexed", is_flag=True, help="Let search engines list the site; with --base-url it gets a map of it.")
@click.option("--open", "open_it", is_flag=True, help="Open the first page in the browser.")
@click.option("--no-cache", is_flag=True, help="Make every page anew.")
def write_reports(out: Path | None, as_of: str | None, **flags: Any) -> int:
    """Write the HTML site and the Markdown reports.

    The same plans give the same bytes on every day: without --as-of the reports speak of the settings' day, else of
    the newest day that the plans record. Pages of an earlier run that are no longer needed are removed, those of
    objectives that are gone stay and say so; files of other people in the folder are left alone.
    """
    from okrlint.rendering.publication import Publication, base_address
    from okrlint.workspace.cache_folder import CacheFolder, user_cache
    from okrlint.workspace.site_building import SiteRequest, write_site

    workspace = open_workspace(Path.cwd())
    folder = workspace.settings_folder / _DEFAULT_FOLDER if out is None else out
    address = base_address(flags["base_url"]) if flags["base_url"] else ""
    request = SiteRequest(folder, as_of, Publication(address, flags["indexed"]))
    cache = CacheFolder(None) if flags["no_cache"] else user_cache()
    compared = write_site(workspace, request, cache, dry=flags["check_only"])
    if flags["check_only"]:
        return _say_whether_fresh(compared.differences, folder)
    _say_what_was_done(compared, folder)
    if flags["open_it"]:
        import webbrowser

        webbrowser.open((folder / "html" / "index.html").resolve().as_uri())
    return 0


def _say_whether_fresh(differences: Differences, folder: Path) -> int:
    for word, paths in differences._asdict().items():
        click.echo("".join(f"{word}: {terminal(path)}\n" for path in paths), nl=False)
    if differences:
        click.echo(f"{terminal(str(folder))} is not what okrlint report writes; run it", err=True)
    return int(bool(differences))


def _say_what_was_done(compared: Compared, folder: Path) -> None:
    missing, changed, stale = map(len, compared.differences)
    removed = f", {stale} removed" if stale else ""
    click.echo(f"{terminal(str(folder))}: {compared.files} files, {missing + changed} written{removed}", err=True)


COMMAND = write_reports
