"""Blocks of code that nothing in them can end."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from okrlint.rendering.fenced import fenced


@pytest.mark.parametrize(
    "text",
    ["a: 1\n", "```\n# out\n```\n", "`````\n", "a\r\nb\n", "\x1b[31m\u202e\n", "~~~\n<b>\n", "", "    - x\n\n\n- y\n"],
    ids=["a line", "a fence", "a long fence", "a carriage return", "what hides", "another fence", "nothing", "blanks"],
)
def test_a_block_is_one_block(text: str) -> None:
    """Read as Markdown it is one block of code and nothing else."""
    tokens = MarkdownIt("commonmark").parse(f"before\n\n{fenced(text, 'yaml')}\n\nafter")
    kinds = [token.type for token in tokens]
    paragraph = ["paragraph_open", "inline", "paragraph_close"]
    assert kinds == [*paragraph, "fence", *paragraph]
    assert not set("\x1b\u202e") & set(tokens[3].content)
