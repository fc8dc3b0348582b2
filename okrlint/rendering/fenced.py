"""Text as a block of code in Markdown that nothing in it can end."""

from __future__ import annotations

import re

from markupsafe import Markup

from okrlint.rendering.text import clean


def fenced(text: str, language: str) -> Markup:
    """The lines as they are between fences that are longer than any run of backticks in them."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(clean(line) for line in text.rstrip("\n").split("\n"))
    return Markup(f"{fence}{language}\n{lines}\n{fence}")  # noqa: S704 - nothing in a block of code is markup
