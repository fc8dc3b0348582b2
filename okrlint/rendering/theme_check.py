"""A theme looked at before the first page is made: what does not compile, and what would silently do nothing."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from jinja2 import TemplateError, nodes

from okrlint.errors import OkrlintError
from okrlint.rendering.environment import Folders, Making, html_environment, markdown_environment
from okrlint.rendering.theme import Theme, fault, reason

if TYPE_CHECKING:
    from jinja2 import Environment

_OWN = "own/"
"""Templates of this folder are the theme's own: pieces that its others include."""


def check_theme(theme: Theme, folders: Folders, known: tuple[str, ...]) -> None:
    """Raise OkrlintError, one sentence with file and line, for the first fault that can be seen without a page."""
    for name, text in theme.templates:
        if name not in known and not name.startswith(_OWN):
            raise OkrlintError(f"{theme.file(name)}: there is no such template{_near(name, known)}")
        environment = _environment(name, folders, theme)
        try:
            environment.get_template(name)
            _check_blocks(name, text, environment, theme)
        except (TemplateError, RecursionError) as error:
            raise fault(error, theme) or OkrlintError(f"{theme.file(name)}:1: {reason(error)}") from error


def blocks_of(name: str, folders: Folders) -> tuple[str, ...]:
    """The blocks of one of our templates that a theme may override, sorted; those that it inherits are not repeated."""
    environment = _environment(name, folders, None)
    return tuple(sorted(block.name for block in _tree(environment, name).find_all(nodes.Block)))


def _environment(name: str, folders: Folders, theme: Theme | None) -> Environment:
    make = markdown_environment if name.endswith(".md.j2") else html_environment
    return make(folders, Making(theme))


def _tree(environment: Environment, name: str) -> nodes.Template:
    source, filename, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
    return environment.parse(source, name, filename)


def _check_blocks(name: str, text: str, environment: Environment, theme: Theme) -> None:
    """A block that the template above does not have would never be shown."""
    tree = environment.parse(text, name, theme.file(name))
    above = set(_inherited(tree, environment))
    for block in tree.body if above else ():
        if isinstance(block, nodes.Block) and block.name not in above:
            near = _near(block.name, tuple(above))
            raise OkrlintError(f"{theme.file(name)}:{block.lineno}: there is no block {block.name} to override{near}")


def _inherited(tree: nodes.Template, environment: Environment) -> list[str]:
    """The blocks of all templates that a template extends."""
    found = []
    for extends in tree.find_all(nodes.Extends):
        if isinstance(extends.template, nodes.Const):
            above = _tree(environment, extends.template.value)
            found += [block.name for block in above.find_all(nodes.Block)] + _inherited(above, environment)
    return found


def _near(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
