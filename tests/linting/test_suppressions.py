"""Suppressions: their form, their line, their reason and their last day."""

from __future__ import annotations

import datetime

import pytest

from okrlint.linting.suppressions import Suppression, read_suppressions
from okrlint.source.reader import read

KNOWN = {"owner-missing": "owner-missing", "placeholder": "placeholder", "slot": "placeholder"}


def _read(text: str) -> tuple[Suppression, ...]:
    return read_suppressions(read(text.encode(), "okrs/a.yaml"), KNOWN)


def test_a_trailing_comment_is_about_its_own_line() -> None:
    """The usual form stands behind the value."""
    (found,) = _read("a: 1\nb: 2  # okrlint: ignore[placeholder] waits for finance\n")

    assert (found.line, found.rules, found.reason, found.until) == (2, ("placeholder",), "waits for finance", None)
    assert found.fault == ""


def test_a_comment_of_its_own_is_about_the_next_line() -> None:
    """Several of them may be stacked."""
    text = "# okrlint: ignore[placeholder] one\n# okrlint: ignore[owner-missing] two\na: 1\n"

    assert [found.line for found in _read(text)] == [3, 3]


def test_several_rules_and_a_last_day() -> None:
    """Rules are separated by commas; the day ends the reason."""
    (found,) = _read("a: 1  # okrlint: ignore[placeholder, owner-missing] two of six move to Q1, until 2026-10-31\n")

    assert found.rules == ("placeholder", "owner-missing")
    assert (found.reason, found.until) == ("two of six move to Q1", datetime.date(2026, 10, 31))


def test_a_former_name_is_as_good() -> None:
    """A renamed rule leaves the comments of its users alone."""
    (found,) = _read("a: 1  # okrlint: ignore[slot] waits for finance\n")

    assert (found.rules, found.fault) == (("placeholder",), "")


def test_until_in_the_words_of_the_reason_is_no_day() -> None:
    """Only a last word with a digit in it is meant as a day."""
    (found,) = _read("a: 1  # okrlint: ignore[placeholder] we wait until launch\n")

    assert (found.reason, found.until, found.fault) == ("we wait until launch", None, "")


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        pytest.param("ignore[placeholder]", "gives no reason", id="no reason"),
        pytest.param("ignore[placeholder] until 2026-10-31", "gives no reason", id="a day is no reason"),
        pytest.param("ignore[] because", "names no rule", id="no rule"),
        pytest.param(
            "ignore[placeholdr] because",
            "names `placeholdr`, which is no rule; did you mean placeholder?",
            id="misspelt",
        ),
        pytest.param("ignore[fun] because", "names `fun`, which is no rule", id="unknown rule"),
        pytest.param("ignore because", "is not written `# okrlint: ignore[rule-id] reason`", id="no brackets"),
        pytest.param("disable-all", "is not written `# okrlint: ignore[rule-id] reason`", id="another word"),
        pytest.param(
            "ignore[placeholder] x, until 2026-02-30", "ends with `2026-02-30`, which is not a date", id="no day"
        ),
    ],
)
def test_a_suppression_that_does_not_hold_says_why(comment: str, fault: str) -> None:
    """What silences nothing must not look as if it did."""
    (found,) = _read(f"a: 1  # okrlint: {comment}\n")

    assert found.fault == fault


def test_the_words_inside_a_text_are_text() -> None:
    """A number sign inside a scalar begins no comment."""
    assert _read('a: "# okrlint: ignore[placeholder] no"\nb: |\n  # okrlint: ignore[placeholder] no\n') == ()
