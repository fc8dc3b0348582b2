"""Documents for meetings that stand alone: the Markdown of a page of the site, without its links."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.views.report import Row


def document(name: str, data: Row) -> str:
    """The Markdown of the template `NAME_alone.md.j2` beside this file; at most one line is empty in a row."""
    from okrlint.rendering.environment import markdown_environment

    environment = markdown_environment((("views", Path(__file__).parent),))
    text = environment.get_template(f"views/{name}_alone.md.j2").render(data=data)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
