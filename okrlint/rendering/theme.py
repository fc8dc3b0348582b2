"""The look of somebody else: templates that override ours block by block, a sheet of colours and fonts, pictures.

A theme is a value: everything was read before the first page is made, so that no template can reach a file. Its
templates run in Jinja's sandbox, and what they do is counted, so that a mistake ends in a sentence and not in a full
memory. Values are escaped as in our own templates, and nothing in a theme turns that off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from types import TracebackType

FOLDER = "theme"
"""Where a theme's files go, below `html/`."""


class Theme(NamedTuple):
    """All that a theme's folder holds."""

    name: str
    """The folder, as the caller has named it."""
    templates: tuple[tuple[str, str], ...] = ()
    """Name, as ours are named, and text."""
    files: tuple[tuple[str, bytes], ...] = ()
    """What goes to the site as it is: path below `html/` and bytes."""

    @property
    def row(self) -> dict[str, object]:
        """What templates get of it, as part of `site`."""
        names = [name for name, _ in self.files]
        logos = [name for name in names if name.startswith(f"{FOLDER}/logo.")]
        return {
            "sheets": [name for name in names if name.endswith(".css")],
            "logo": logos[0] if logos else "",
            "fonts": any(name.endswith(".woff2") for name in names),
        }

    def file(self, template: str) -> str:
        """The file of one of its templates, as people know it."""
        return f"{self.name}/templates/{template}"


def fault(error: Exception, theme: Theme) -> OkrlintError | None:
    """What is wrong with a theme, in one sentence with its file and line; None where the error is not the theme's."""
    if isinstance(error, OkrlintError):
        return error
    files = {theme.file(name) for name, _ in theme.templates}
    lines = [place for place in _places(error.__traceback__) if place[0] in files]
    own = (getattr(error, "filename", None), getattr(error, "lineno", None))
    if own[0] in files:
        lines.append((str(own[0]), int(own[1] or 1)))
    if not lines:
        return None
    file, line = lines[-1]
    return OkrlintError(f"{file}:{line}: {reason(error)}")


def _places(trace: TracebackType | None) -> list[tuple[str, int]]:
    places = []
    while trace is not None:
        places.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return places


def reason(error: Exception) -> str:
    """The words of an error as the middle of a sentence."""
    if isinstance(error, RecursionError):
        return "a template or macro calls itself, or an expression is nested, too often"
    words = " ".join(str(error).split())
    if type(error).__name__ == "TemplateNotFound":
        words = f"there is no template {words}"
    return words.rstrip(".")[:300] or type(error).__name__
