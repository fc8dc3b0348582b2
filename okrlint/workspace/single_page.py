"""One page of the site of a workspace, named as people name it, as a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from okrlint.errors import OkrlintError
from okrlint.model.portfolio import Portfolio
from okrlint.rendering.links import html_file
from okrlint.rendering.publication import Publication
from okrlint.rendering.single_file import single_file
from okrlint.reports import site_outputs
from okrlint.views.places import Places, quarter_label, quarter_path
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.site_building import plan_paths, site_input, with_history
from okrlint.workspace.workspace import Workspace

_FOLDER = "html/"


def single_page(
    workspace: Workspace, page: str, as_of: str | None, publication: Publication, cache: CacheFolder | None = None
) -> str:
    """The page as one file; with a cache it shows what only git can tell. Raises OkrlintError where there is none."""
    given = site_input(workspace, plan_paths(workspace), as_of)
    given = given if cache is None else with_history(workspace, given, cache)
    outputs = {output.path: output for output in site_outputs(given, publication)}
    pages = {path.removeprefix(_FOLDER) for path in outputs if path.startswith(_FOLDER) and path.endswith(".html")}
    path = next((name for name in _names(page, given.portfolio) if name in pages), None)
    if path is None:
        raise OkrlintError(f"--single-file: there is no page {page}{_near(page, pages)}")
    files = {name.removeprefix(_FOLDER): one.render() for name, one in outputs.items() if one.values is None}
    return single_file(outputs[_FOLDER + path].render().decode(), path, files)


def _names(page: str, portfolio: Portfolio) -> Iterator[str]:
    """The files that may be meant: by address, by quarter, by path, by file."""
    target = Places(portfolio).target(portfolio.find(page))
    if target is not None:
        yield html_file(target.partition("#")[0])
    if page in map(quarter_label, portfolio.plans):
        yield html_file(quarter_path(page))
    plain = page.removeprefix(_FOLDER).strip("/")
    yield from (plain, html_file(plain), html_file(f"{plain}/index"))


def _near(page: str, pages: set[str]) -> str:
    close = get_close_matches(page, sorted(name.removesuffix(".html") for name in pages), n=1, cutoff=0.5)
    words = "an address such as marketing/2026-Q4, a quarter, or a path such as index will do"
    return f"; did you mean {close[0]}?" if close else f"; {words}"
