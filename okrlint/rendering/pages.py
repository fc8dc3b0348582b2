"""Pages to bytes: a template, the values of the page, and links that fit its place in the site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from okrlint.rendering.links import NOT_FOUND, html_link, markdown_link, root_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment


def html_page(
    environment: Environment, template: str, path: str, values: Mapping[str, Any], site_root: str = ""
) -> bytes:
    """One HTML page. Templates get `root` and `link(target)` besides the values.

    The page for what is not found is seen at any depth, so its links begin at the root of the site, where it is known.
    """
    root = site_root if path == NOT_FOUND else root_of(path)
    return _rendered(environment, template, {**values, "root": root, "link": partial(html_link, root)})


def markdown_page(environment: Environment, template: str, path: str, values: Mapping[str, Any]) -> bytes:
    """One Markdown page. Templates get `link(target)` besides the values."""
    root = root_of(path)

    def link(target: str) -> Markup:
        # The parts of a path are slugs: nothing in them means anything to Markdown.
        return Markup(markdown_link(root, target))  # noqa: S704

    return _rendered(environment, template, {**values, "link": link})


def _rendered(environment: Environment, template: str, values: Mapping[str, Any]) -> bytes:
    return environment.get_template(template).render(values).encode("utf-8")
