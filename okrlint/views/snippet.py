"""A block for a README: the badges and a line for each team, between two markers, so that it can be put in anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.rendering.links import markdown_file
from okrlint.rendering.text import markdown_escape
from okrlint.views.numbers import plural
from okrlint.views.places import FINDINGS, HOME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from okrlint.rendering.badge import Badge
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

BEGIN, END = "<!-- okrlint:begin -->", "<!-- okrlint:end -->"
PREFIX = "reports/"
"""Where the links of the block lead as it is built: from the root of a repository to its reports."""
_LINK = "]("
_MOST_TEAMS = 12


def snippet(badges: Mapping[str, Badge], survey: Survey) -> str:
    """The block with its markers and a final line break; its links lead to the Markdown pages, which forges show."""
    return "\n".join((BEGIN, *_lines(badges, survey.current), END)) + "\n"


def _lines(badges: Mapping[str, Badge], current: Row | None) -> Iterator[str]:
    pages = {"focus": HOME, "quarter": current["path"] if current else HOME, "lint": FINDINGS}
    for name, badge in badges.items():
        picture = f"![{markdown_escape(badge.words)}{_LINK}{PREFIX}badges/{name}.svg)"
        yield f"[{picture}{_LINK}{_page(pages[name])})"
    plans = current["plans"] if current else []
    if plans:
        yield ""
    for plan in plans[:_MOST_TEAMS]:
        counts = ", ".join(f"{count} {status.word}" for status, count in plan["statuses"])
        words = f"{plural(len(plan['objectives']), 'objective')}{f': {counts}' if counts else ''}"
        yield f"- [{markdown_escape(plan['team'])}{_LINK}{_page(plan['path'])}): {markdown_escape(words)}"
    if current and len(plans) > _MOST_TEAMS:
        left = plural(len(plans) - _MOST_TEAMS, "more team")
        yield f"- and [{left}{_LINK}{_page(current['path'])})"


def _page(path: str) -> str:
    return f"{PREFIX}markdown/{markdown_file(path)}"


def moved(block: str, prefix: str) -> str:
    """The block with links that lead from another folder; a bracket in its texts is never a bare one."""
    return block.replace(f"{_LINK}{PREFIX}", f"{_LINK}{prefix}")


def injected(text: str, block: str, name: str) -> str:
    """A document with the block in the place of the one between its markers; line breaks are those of the document.

    Raises OkrlintError where the document, told by its name, has not just one pair of markers.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    begins = [place for place, line in enumerate(lines) if line.strip() == BEGIN]
    ends = [place for place, line in enumerate(lines) if line.strip() == END]
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        raise OkrlintError(f"{name} has no place for the block: put the lines {BEGIN} and {END} into it, once each")
    return newline.join((*lines[: begins[0]], *block.rstrip("\n").split("\n"), *lines[ends[0] + 1 :]))
