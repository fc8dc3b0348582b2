"""Excerpts stand right under their words, whatever the words are."""

from __future__ import annotations

import pytest

from okrlint.linting.excerpt import excerpt
from okrlint.source.text import SourceText


def _excerpt(line: str, words: str) -> tuple[str, str]:
    source = SourceText(path="a.yaml", text=f"{line}\n")
    start = line.index(words)
    return excerpt(source, source.span(start, start + len(words)))


def test_carets_stand_under_the_words() -> None:
    """As many carets as the words are wide."""
    assert _excerpt("title: Drive YY leads", "YY") == ("title: Drive YY leads", "             ^^")


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        pytest.param("t: 日本 YY", 8, id="wide characters take two cells"),
        pytest.param("t: e\u0301 YY", 5, id="combining marks take none"),
        pytest.param("t: \x1b[2J YY", 11, id="an escape sequence is shown, not sent"),
    ],
)
def test_carets_count_cells(line: str, lead: int) -> None:
    """A terminal counts cells, not code points."""
    shown, carets = _excerpt(line, "YY")

    assert carets == " " * lead + "^^"
    assert "\x1b" not in shown


def test_a_long_line_is_cut_round_the_place() -> None:
    """The place stays in view, and an ellipsis says that there is more."""
    shown, carets = _excerpt("x" * 300 + "YY" + "z" * 300, "YY")

    assert len(shown) < 120
    assert shown[carets.index("^") :].startswith("YY")
    assert shown.startswith("…")
    assert shown.endswith("…")
