"""Names that the format does not know, in every kind of file."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]


def test_the_key_is_the_place(lint: Lint) -> None:
    """The name is pointed at, not its value."""
    text = "objectives:\n  - id: demand\n    title: Win agencies\n    colour:   green\n    key_results: []\n"

    assert lint("unknown-field", text) == ["8:5 error `colour` is not a field of an objective"]


def test_other_kinds_of_file(lint: Lint) -> None:
    """The company file is held to its own fields."""
    found = lint("unknown-field", files={"okrs/company.yaml": "kind: company\nversion: 1\nname: N\ntarget: 3\n"})

    assert found == ["okrs/company.yaml:4:1 error `target` is not a field of a company file"]
