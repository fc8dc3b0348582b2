"""One way to make template environments: everything printed is escaped, nothing missing is passed over."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
)
from markupsafe import Markup, escape

from okrlint.escaping import markdown_code_span
from okrlint.rendering import charts, prose
from okrlint.rendering.calls import ShortCalls
from okrlint.rendering.code import EscapedOnce
from okrlint.rendering.compiled import Compiled, CompiledFolder
from okrlint.rendering.icons import icon
from okrlint.rendering.links import permitted
from okrlint.rendering.sandbox import Sandbox
from okrlint.rendering.text import clean, markdown_escape
from okrlint.rendering.theme import Theme
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORT = 400
"""Characters. Names, days, statuses, numbers and titles stand on many pages; longer texts rarely come twice."""
_REMEMBERED = 16_384
"""Texts."""

Folders = tuple[tuple[str, Path], ...]
"""Name and folder: the template `page.html.j2` of the folder named "home" is "home/page.html.j2"."""


class Making(NamedTuple):
    """How templates become pages."""

    theme: Theme | None = None
    compiled: CompiledFolder | None = None
    """Where compiled templates are kept; those of a theme are compiled each time."""


@cache
def html_environment(folders: Folders, making: Making = Making()) -> Environment:  # noqa: B008  frozen
    """For pages: values are escaped for HTML, user Markdown goes through the prose filters."""
    environment = _environment(folders, _for_html, making)
    environment.filters.update(inline=prose.inline, unlinked=prose.unlinked, prose=prose.block, plain=prose.plain)
    environment.globals.update(icon=icon, permitted=permitted, **charts.functions())
    return environment


@cache
def markdown_environment(folders: Folders, making: Making = Making()) -> Environment:  # noqa: B008  frozen
    """For Markdown documents: values are escaped for Markdown, so that nothing in user text gets live.

    `plain` takes the marks off a text that is Markdown itself, which would only stand in the way once they are escaped.
    """
    environment = _environment(folders, _for_markdown, making)
    environment.filters.update(code=_code, plain=prose.plain)
    return environment


def _code(text: str) -> Markup:
    """A line to copy: a command, an address."""
    return Markup(markdown_code_span(clean(text)))  # noqa: S704 - escaped for Markdown


def _environment(folders: Folders, finalize: Callable[[Any], Markup], making: Making) -> Environment:
    options = {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "auto_reload": False,
    }
    own = PrefixLoader({name: FileSystemLoader(folder) for name, folder in folders})
    if making.theme is not None:
        sandbox = Sandbox(loader=_themed(own, making.theme), **options)
        sandbox.finalize = sandbox.printing(finalize)
        return sandbox
    compiled = Compiled(making.compiled) if making.compiled is not None else None
    environment = Environment(loader=own, finalize=finalize, bytecode_cache=compiled, **options)  # type: ignore[arg-type]  # noqa: S701  it is on
    environment.code_generator_class = EscapedOnce
    environment.context_class = ShortCalls
    return environment


def _themed(own: BaseLoader, theme: Theme) -> BaseLoader:
    """A theme's templates first, then ours; `okrlint/` in front of a name always means ours."""
    texts = dict(theme.templates)

    def load(name: str) -> tuple[str, str, None] | None:
        return (texts[name], theme.file(name), None) if name in texts else None

    return ChoiceLoader([FunctionLoader(load), own, PrefixLoader({"okrlint": own})])


def _for_html(value: Any) -> Markup:
    """What a template prints, escaped for HTML. Raises TypeError for None: a hole is a bug."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return _short_html(value) if len(value) <= _SHORT else escape(clean(value))
    if value is None:
        raise TypeError("a template prints None")
    return escape(value)


@lru_cache(maxsize=_REMEMBERED)
def _short_html(text: str) -> Markup:
    """The same for words that come again and again."""
    return escape(clean(text))


def _for_markdown(value: Any) -> Markup:
    """The value escaped for Markdown and marked, so that Jinja's own escaping leaves it alone."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return _short_markdown(value) if len(value) <= _SHORT else _escaped(value)
    if value is None:
        raise TypeError("a template prints None")
    if hasattr(value, "__html__"):
        return escape(value)
    if isinstance(value, (int, date)):
        return Markup(str(value))  # noqa: S704 - digits and hyphens
    return _escaped(str(value))


def _escaped(text: str) -> Markup:
    return Markup(markdown_escape(text))  # noqa: S704 - escaped for Markdown


@lru_cache(maxsize=_REMEMBERED)
def _short_markdown(text: str) -> Markup:
    return _escaped(text)
