"""What is YAML but no plan: what is said of it, what to do, and where."""

from __future__ import annotations

import pytest

from okrlint.source.reader import read

_SIZE = "write a number of a size that people can read, or put the text in quotes"
_DELETE = "delete it; if it is text, put it in quotes"
_WRITE_OUT = "write the value out where it is used"
_EMPTY = "begin with `kind: plan`, or delete the file"
ROWS = [
    ("an anchor", "a: &x 1\n", "`&x` is a YAML anchor; plans are plain YAML", f"{_DELETE}; {_WRITE_OUT}", 1, "&x 1"),
    ("a tag", "a: !t 1\n", "`!t` is a YAML tag; plans are plain YAML", _DELETE, 1, "!t 1"),
    ("a tag of YAML's own", "b: 1\na: !!str 1\n", "`!!str` is a YAML tag; plans are plain YAML", _DELETE, 2, "!!str 1"),
    ("an alias", "a: *x\n", "`*x` is a YAML alias; plans are plain YAML", f"{_WRITE_OUT}; if it is text, put it in quotes", 1, "*x"),
    ("a long anchor", f"a: &{'y' * 41} 1\n", f"`&{'y' * 37}…` is a YAML anchor; plans are plain YAML", f"{_DELETE}; {_WRITE_OUT}", 1, f"&{'y' * 41} 1"),
    ("the longest anchor that is shown", f"a: &{'y' * 40} 1\n", f"`&{'y' * 40}` is a YAML anchor; plans are plain YAML", f"{_DELETE}; {_WRITE_OUT}", 1, f"&{'y' * 40} 1"),
    ("a list as a key", "? [a]\n: 1\n", "a key must be a word, not a list or mapping", "write `key: value`", 1, "["),
    ("a placeholder", "a: {{b}}\n", "`{{` is read as a mapping; a placeholder is text", "fill it in, or put it in quotes", 1, "{"),
    ("a second document", "a: 1\n---\nb: 2\n", "a second document begins here; one file is one plan", "move it to a file of its own", 2, "---"),
    ("a directive", "%TAG !e! tag:e,2:\n---\na: 1\n", "the line is a YAML directive that plans do not use", "delete the line", 1, "%TAG !e! tag:e,2:\n---"),
    ("a merge key", "a: 1\n<<: {b: 2}\n", "`<<` is a YAML merge key; plans are plain YAML", "write the fields out where they are used", 2, "<<"),
    ("a key twice", "a: 1\nb: 2\na: 3\n", "`a` stands here twice; first on line 1", "keep one of the two", 3, "a"),
    ("no number", "a: .inf\n", "`.inf` is not a finite number", _SIZE, 1, ".inf"),
    ("a long number", "a: 123456789012345678\n", "`123456789012345678` is a number of more than 15 digits", _SIZE, 1, "123456789012345678"),
    ("a comma that cuts a text", "a: {b: one, two}\n", "`two` has no value", "a comma inside { } starts a new field; put quotes round the text", 1, "two"),
    ("nothing", "", "the file is empty", _EMPTY, 1, ""),
    ("nothing but a comment", "# x\n", "the file is empty", _EMPTY, 1, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "hint", "line", "place"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])  # fmt: skip
def test_it_is_said_what_to_do_and_where(text: str, message: str, hint: str, line: int, place: str) -> None:
    """One problem, at the very characters."""
    document = read(text.encode(), "plan.yaml")
    (problem,) = document.problems

    assert (problem.message, problem.hint) == (message, hint)
    assert (problem.span.start.line, document.text.slice(problem.span)) == (line, place)


@pytest.mark.parametrize("text", ["%YAML 1.1\n---\na: 1\n", "%YAML 1.2\n---\na: 1\n", "---\na: 1\n...\n"])
def test_what_other_tools_write_is_let_be(text: str) -> None:
    """A version that we read, the mark of a beginning and of an end."""
    document = read(text.encode(), "plan.yaml")

    assert document.problems == ()
    assert document.data == {"a": 1}
