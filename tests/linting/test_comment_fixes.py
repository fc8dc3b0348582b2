"""Comments that silence nothing are taken away, and nothing else with them."""

from __future__ import annotations

import pytest

from okrlint.linting.comment_fixes import delete_comment, rewrite_rules
from okrlint.linting.suppressions import read_suppressions
from okrlint.source.reader import read
from tests.linting.mending import mended

PATH = "okrs/2026-Q4/marketing.yaml"
HEAD = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\nobjectives:\n"
RULES = ("placeholder", "owner-missing", "unused-suppression", "expired-suppression", "invalid-suppression")


def fixed(text: str, *, unsafe: bool = False) -> str:
    """The lines of a plan below its head after all that mends comments."""
    data = (HEAD + text).encode()
    return mended({PATH: data}, rules=RULES, as_of="2026-11-15", unsafe=unsafe).data[PATH].decode().removeprefix(HEAD)


ROWS = [
    ("behind a value", "  - title: Win  # okrlint: ignore[placeholder] because\n", "  - title: Win\n"),
    ("behind a value and a tab", "  - title: Win\t# okrlint: ignore[placeholder] because\n", "  - title: Win\n"),
    ("on its line", "  # okrlint: ignore[placeholder] because\n  - title: Win\n", "  - title: Win\n"),
    ("several on their lines", "  # okrlint: ignore[placeholder] because\n  # mine\n  # okrlint: ignore[placeholder] because\n  - title: Win\n", "  # mine\n  - title: Win\n"),
    ("at the end without a line break", "  - title: Win\n  # okrlint: ignore[placeholder] because", "  - title: Win\n"),
    ("one rule of two", "  - title: Win XX  # okrlint: ignore[owner-missing, placeholder] because\n    owner: ana\n", "  - title: Win XX  # okrlint: ignore[placeholder] because\n    owner: ana\n"),
    ("two rules of two", "  - title: Win  # okrlint: ignore[placeholder,owner-missing] because\n    owner: ana\n", "  - title: Win\n    owner: ana\n"),
    ("another tool's comment behind it", "  - title: Win  # okrlint: ignore[placeholder] because  # yamllint disable-line\n", "  - title: Win  # yamllint disable-line\n"),
    ("another tool's comment on its line", "  # okrlint: ignore[placeholder] because #noqa\n  - title: Win\n", "  #noqa\n  - title: Win\n"),
    ("a number in the reason", "  - title: Win  # okrlint: ignore[placeholder] see #12\n", "  - title: Win\n"),
    ("another tool's comment before it", "  - title: Win  # yamllint disable-line  # okrlint: ignore[placeholder] because\n", None),
    ("text that looks like one", "  - title: 'Win # okrlint: ignore[placeholder] because'\n", None),
    ("inside a block of text", "  - title: |\n      Win\n      # okrlint: ignore[placeholder] because\n", None),
    ("one that is used", "  - title: Win XX  # okrlint: ignore[placeholder] because\n", None),
    ("one whose rule did not run", "  - title: Win  # okrlint: ignore[why-missing] because\n", None),
    ("its day is over", "  - title: Win  # okrlint: ignore[placeholder] because, until 2026-11-14\n", "  - title: Win\n"),
    ("its day is over, and it is needed", "  - title: Win XX  # okrlint: ignore[placeholder] because, until 2026-11-14\n", "  - title: Win XX\n"),
    ("no reason", "  - title: Win XX  # okrlint: ignore[placeholder]\n", "  - title: Win XX\n"),
    ("no rule and no reason", "  - title: Win  # okrlint: ignore[]\n", "  - title: Win\n"),
    ("nothing said", "  - title: Win  # okrlint:\n", "  - title: Win\n"),
    ("an unknown rule and a reason", "  - title: Win  # okrlint: ignore[placeholdr] because\n", None),
    ("another form, and words", "  - title: Win  # okrlint: ignore placeholder because\n", None),
    ("no date at the end", "  - title: Win  # okrlint: ignore[placeholder] because, until 2026-13-01\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_comments_go_where_nothing_is_lost(before: str, after: str | None) -> None:
    """With its line where it stands alone; another tool's comment, a reason and text stay."""
    assert fixed(before) == (before if after is None else after)


def test_line_breaks_of_another_system_stay() -> None:
    """A line goes with its own line break."""
    text = (HEAD + "  # okrlint: ignore[placeholder] because\n  - title: Win  # okrlint: ignore[]\n").replace(
        "\n", "\r\n"
    )

    data = mended({PATH: text.encode()}, rules=RULES).data[PATH]

    assert data.decode() == (HEAD + "  - title: Win\n").replace("\n", "\r\n")


def test_a_fix_says_what_it_does() -> None:
    """In the words of who asked for it, and in its own where nobody gave any."""
    document = read((HEAD + "  - title: Win  # okrlint: ignore[placeholder,vague] because\n").encode(), PATH)
    (suppression,) = read_suppressions(document, {rule: rule for rule in RULES})

    rewritten = rewrite_rules(document, suppression, ("vague",), "keep vague", safe=False)
    deleted = delete_comment(document, suppression)
    assert (rewritten.words, rewritten.safe, rewritten.edits[0].replacement) == ("keep vague", False, "vague")
    assert (deleted.words, deleted.safe, deleted.edits[0].replacement) == ("delete the comment", True, "")
    assert delete_comment(document, suppression, "go").words == "go"
