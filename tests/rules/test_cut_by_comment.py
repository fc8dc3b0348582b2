"""Which number signs were meant as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.linting.rule import Context
from okrlint.model.okr_file import OkrFile
from okrlint.model.portfolio import Portfolio
from okrlint.rules import cut_by_comment
from okrlint.source.reader import read

Lint = Callable[..., list[str]]


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in lines)
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


ROWS = [
    ("a rank", ["title: Grow #1 page"], ['10:21 warning "#1 page" is read as a comment; what is left of `title` is "Grow"']),
    ("the number of", ["title: Increase the # of users"], ['10:29 warning "# of users" is read as a comment; what is left of `title` is "Increase the"']),
    ("a space before the number", ["note: Reach rank # 1 in search"], ['10:26 warning "# 1 in search" is read as a comment; what is left of `note` is "Reach rank"']),
    ("a hashtag", ["title: Push #MLonCode"], ['10:21 warning "#MLonCode" is read as a comment; what is left of `title` is "Push"']),
    ("the whole text", ["title: #1 in search"], ['10:16 warning "#1 in search" is read as a comment; nothing is left of `title`']),
    ("a comment", ["title: Grow  # agreed with sales"], []),
    ("a comment on a line of its own", ["# 1 of 3", "title: Grow"], []),
    ("quotes", ['title: "Grow #1 page"'], []),
    ("quotes and a comment", ['title: "Grow"  #1 of 3'], []),
    ("C#", ["title: Win C# teams"], []),
    ("a number, which is no text", ["target: 5 #1"], []),
    ("a suppression", ["title: Grow  #okrlint: ignore[placeholder] why not"], []),
    ("block text", ["note: |", "  Grow #1 page"], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_number_signs(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """A number sign is text where no comment would be written so."""
    assert lint("cut-by-comment", plan(*lines)) == expected


BITS = ("title: ", "a", "the", " #", "#", "1", "\n", "\r\n", "\r", " ", "\t", '"', "|", "okrlint: ignore", "- ", "\n  ")


@given(st.lists(st.sampled_from(BITS), max_size=14))
def test_the_quick_look_changes_no_finding(bits: list[str]) -> None:
    """What the rule finds in any text is what it finds without the look that spares it most files."""
    file = OkrFile(document=read("".join(("title: a ", *bits)).encode(), "okrs/plan.yaml"))
    context = Context(None, Portfolio(files=(file,)), "all", None, "en")
    found = [problem[:3] for problem in cut_by_comment.check(file, context)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut_by_comment, "_may_cut", lambda *_: True)
        assert [problem[:3] for problem in cut_by_comment.check(file, context)] == found
