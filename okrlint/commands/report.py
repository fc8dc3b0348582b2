"""`okrlint report`: the HTML site and the Markdown reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import terminal
from okrlint.files import reason, write_atomically
from okrlint.workspace.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.rendering.publication import Publication
    from okrlint.rendering.site import Differences
    from okrlint.workspace.site_folder import Compared

_DEFAULT_FOLDER = "reports"


@click.command("report", epilog="Example: okrlint report --as-of 2026-11-15")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to fill; default reports/ of the repository.")
@click.option("--as-of", metavar="DATE|today", help="The day to speak of; default the newest one in the plans.")
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 when the folder is not fresh.")
@click.option("--base-url", metavar="URL", help="Where the site will be: pages name their address, error pages work.")
@click.option("--indexed", is_flag=True, help="Let search engines list the site; with --base-url it gets a map of it.")
@click.option("--theme", type=click.Path(path_type=Path), help="A folder with a look of your own.")
@click.option(
    "--single-file",
    "page",
    is_flag=False,
    flag_value="index",
    metavar="[PAGE]",
    help="Print one page as a file of its own, to mail; --out names the file. PAGE: a path, a quarter, or an address.",
)
@click.option("--history", is_flag=True, help="Show what only git can tell: changes, scores as promised, a feed.")
@click.option("--at", metavar="REVISION", help="The site as it was then, with the settings of that state.")
@click.option(
    "--inject",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Put badges and a line for each team into a document such as README.md, between its markers.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the first page in the browser.")
@click.option("--no-cache", is_flag=True, help="Make every page anew.")
def write_reports(out: Path | None, as_of: str | None, **flags: Any) -> int:
    """Write the HTML site and the Markdown reports.

    The same plans give the same bytes on every day: without --as-of the reports speak of the settings' day, else of
    the newest day that the plans record. Pages of an earlier run that are no longer needed are removed, those of
    objectives that are gone stay and say so; files of other people in the folder are left alone.
    """
    from okrlint.workspace.cache_folder import CacheFolder, user_cache
    from okrlint.workspace.site_building import SiteRequest, write_site

    workspace = _workspace(flags)
    publication = _publication(flags)
    if flags["page"] is not None:
        return _single(workspace, out, as_of, publication, flags)
    folder = workspace.settings_folder / _DEFAULT_FOLDER if out is None else out
    cache = CacheFolder(None) if flags["no_cache"] else user_cache()
    request = SiteRequest(folder, as_of, publication, flags["history"])
    compared = write_site(workspace, request, cache, dry=flags["check_only"])
    if flags["check_only"]:
        return _say_whether_fresh(compared.differences, folder) or _inject(flags["inject"], folder, dry=True)
    _say_what_was_done(compared, folder)
    _inject(flags["inject"], folder, dry=False)
    if flags["open_it"]:
        _open(folder / "html" / "index.html")
    return 0


def _workspace(flags: dict[str, Any]) -> Workspace:
    """What the site shows: the disk, or a state of the past. Committed reports have neither that nor the history."""
    if flags["check_only"] and (flags["history"] or flags["at"]):
        raise OkrlintError(
            "--check is about committed reports, which never depend on git: leave out --history and --at"
        )
    if flags["at"] is None:
        return open_workspace(Path.cwd())
    from okrlint.workspace.past_workspace import open_past

    return open_past(Path.cwd(), flags["at"])


def _publication(flags: dict[str, Any]) -> Publication:
    from okrlint.rendering.publication import Publication, base_address

    address = base_address(flags["base_url"]) if flags["base_url"] else ""
    if flags["theme"] is None:
        return Publication(address, flags["indexed"])
    from okrlint.workspace.theme_folder import read_theme

    return Publication(address, flags["indexed"], read_theme(flags["theme"]))


def _single(
    workspace: Workspace, out: Path | None, as_of: str | None, publication: Publication, flags: dict[str, Any]
) -> int:
    """One page to standard output, or to a file."""
    from okrlint.workspace.cache_folder import CacheFolder, user_cache
    from okrlint.workspace.single_page import single_page

    if flags["check_only"] or (flags["open_it"] and out is None):
        raise OkrlintError(
            "--single-file cannot be combined with --check, and with --open only where --out names a file"
        )
    cache = CacheFolder(None) if flags["no_cache"] else user_cache()
    text = single_page(workspace, flags["page"], as_of, publication, cache if flags["history"] else None)
    if out is None:
        click.echo(text, nl=False)
        return 0
    try:
        write_atomically(out, text.encode())
    except OSError as error:
        raise OkrlintError(f"{out} cannot be written: {reason(error)}") from error
    if flags["open_it"]:
        _open(out)
    return 0


def _open(page: Path) -> None:
    """Show a page that was just written in the browser of the user."""
    import webbrowser

    webbrowser.open(page.resolve().as_uri())


def _say_whether_fresh(differences: Differences, folder: Path) -> int:
    for word, paths in differences._asdict().items():
        click.echo("".join(f"{word}: {terminal(path)}\n" for path in paths), nl=False)
    if differences:
        click.echo(f"{terminal(str(folder))} is not what okrlint report writes; run it", err=True)
    return int(bool(differences))


def _inject(documents: Sequence[Path], folder: Path, *, dry: bool) -> int:
    """Put the block of the reports into documents, or, dry, say which of them have an old one."""
    if not documents:
        return 0
    from okrlint.workspace.injecting import inject

    stale = [document for document in documents if inject(document, folder, dry=dry)]
    for document in stale if dry else ():
        click.echo(f"{terminal(str(document))} has an old block; run okrlint report --inject", err=True)
    return int(dry and bool(stale))


def _say_what_was_done(compared: Compared, folder: Path) -> None:
    missing, changed, stale = map(len, compared.differences)
    removed = f", {stale} removed" if stale else ""
    click.echo(f"{terminal(str(folder))}: {compared.files} files, {missing + changed} written{removed}", err=True)


COMMAND = write_reports
