"""A file before and after."""

from __future__ import annotations

from okrlint.linting.diff import unified


def test_lines_that_change_stand_between_those_that_stay() -> None:
    """With the path on both sides, in the form that `patch` reads."""
    before = b"a: 1\nb: 2\nc: 3\n"
    after = b"a: 1\nb: 4\nc: 3\nd: 5\n"

    assert unified("okrs/a.yaml", before, after) == (
        "--- a/okrs/a.yaml\n+++ b/okrs/a.yaml\n@@ -1,3 +1,4 @@\n a: 1\n-b: 2\n+b: 4\n c: 3\n+d: 5\n"
    )


def test_nothing_changes_nothing() -> None:
    """No lines at all."""
    assert unified("okrs/a.yaml", b"a: 1\n", b"a: 1\n") == ""


def test_a_terminal_sees_words_only() -> None:
    """Line breaks of another system, signs that steer a terminal and broken text do no harm."""
    shown = unified("okrs/a.yaml", b"a: \x1b[31m1\r\n", b"a: \xff2\r\nb")

    assert "\x1b" not in shown
    assert "\r" not in shown
    assert shown.splitlines()[-2:] == ["+a: \ufffd2", "+b"]
    assert shown.endswith("+b\n")
