"""The list of blocks in docs/themes.md, derived from the templates: `python -m tests.themes_page` writes it anew."""

from __future__ import annotations

import re
from pathlib import Path

from okrlint.rendering.theme_check import blocks_of
from okrlint.reports import template_folders, template_names

PAGE = Path(__file__).resolve().parent.parent / "docs" / "themes.md"
_START, _END = "<!-- blocks: python -m tests.themes_page -->\n", "<!-- end -->\n"


def table() -> str:
    """Every template that has blocks, with their names."""
    rows = ((name, blocks_of(name, template_folders())) for name in template_names())
    lines = [f"| `{name}` | {', '.join(f'`{block}`' for block in blocks)} |\n" for name, blocks in rows if blocks]
    return "| template | blocks |\n|---|---|\n" + "".join(lines)


def refreshed(text: str) -> str:
    """The page with the list as it is now."""
    before, _, rest = text.partition(_START)
    return before + _START + table() + _END + rest.partition(_END)[2]


def example(text: str) -> dict[str, str]:
    """The files of the theme that the page shows, by path: blocks that begin with a comment that names one."""
    found = re.findall(r"```(?:css|jinja)\n(?:/\*|\{#) brand/(\S+) (?:\*/|#\})\n(.*?)```", text, re.DOTALL)
    return dict(found)


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text("utf-8")), "utf-8")
