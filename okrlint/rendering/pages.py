"""Pages to bytes: a template, the values of the page, and links that fit its place in the site."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from okrlint.rendering.environment import html_environment, markdown_environment
from okrlint.rendering.links import NOT_FOUND, html_link, html_link_from, markdown_link, root_of
from okrlint.rendering.once import once
from okrlint.rendering.sandbox import Sandbox
from okrlint.rendering.theme import fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from okrlint.rendering.environment import Folders, Making


def html_page(folders: Folders, making: Making, template: str, values: Mapping[str, Any]) -> bytes:
    """One HTML page. Templates get `root` and `link(target)` besides the values.

    The page for what is not found is seen at any depth, so its links begin at the root of the site, where it is known.
    """
    path = values["page"]["path"]
    folder = path[: path.rfind("/") + 1]
    root, link = root_of(folder), _html_links(folder)
    if path == NOT_FOUND:
        root = values["site"]["root"]
        link = partial(html_link, root)
    own = {**values, "root": root, "link": link}
    return once(_rendered(html_environment(folders, making), making, template, own)).encode()


def markdown_page(folders: Folders, making: Making, template: str, values: Mapping[str, Any]) -> bytes:
    """One Markdown page. Templates get `link(target)` besides the values."""
    own = {**values, "link": _markdown_links(root_of(values["page"]["path"]))}
    return _rendered(markdown_environment(folders, making), making, template, own).encode()


@lru_cache(maxsize=16)
def _html_links(folder: str) -> Callable[[str], str]:
    @lru_cache(maxsize=4096)
    def link(target: str) -> str:
        return html_link_from(folder, target)

    return link


@lru_cache(maxsize=16)
def _markdown_links(root: str) -> Callable[[str], Markup]:
    @lru_cache(maxsize=4096)
    def link(target: str) -> Markup:
        # The parts of a path are slugs: nothing in them means anything to Markdown.
        return Markup(markdown_link(root, target))  # noqa: S704

    return link


def _rendered(environment: Environment, making: Making, template: str, values: Mapping[str, Any]) -> str:
    """The page as text. Raises OkrlintError for a fault of the theme."""
    if making.theme is None:
        return environment.get_template(template).render(values)
    if isinstance(environment, Sandbox):
        environment.start()
    try:
        return environment.get_template(template).render(values)
    except Exception as error:
        found = fault(error, making.theme)
        if found is None:
            raise
        raise found from error
