"""The one metric that matters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def company(*lines: str) -> dict[str, str]:
    """A company file with these further lines, the first of which is line 4."""
    return {"okrs/company.yaml": "\n".join(("kind: company", "version: 1", "name: Acme", *lines))}


def test_no_focus(lint: Lint) -> None:
    """The place is the company's name."""
    assert lint("focus-missing", files=company()) == [
        "okrs/company.yaml:3:7 error no metric is the focus of the company"
    ]
    assert lint("focus-missing", files=company("focus: []")) == [
        "okrs/company.yaml:4:8 error no metric is the focus of the company"
    ]


@pytest.mark.parametrize(
    ("focus", "expected"),
    [
        ("[{metric: a}, {metric: b}]", '4:31 error 2 metrics are the focus: "a" and "b"'),
        ("[{metric: a}, {growth: 5%}]", '4:23 error 2 metrics are the focus: "a" and "?"'),
        (
            "[{metric: a}, {metric: b}, {metric: c}, {metric: d}]",
            '4:31 error 4 metrics are the focus: "a" and "b" and "c" and 1 more',
        ),
    ],
    ids=["two", "one without a metric", "four"],
)
def test_more_than_one(lint: Lint, focus: str, expected: str) -> None:
    """The second is one too many."""
    assert [
        line.removeprefix("okrs/company.yaml:") for line in lint("focus-missing", files=company(f"focus: {focus}"))
    ] == [expected]


def test_exactly_one_is_right_in_either_form(lint: Lint) -> None:
    """An object, or a list of one."""
    assert lint("focus-missing", files=company("focus: {metric: mrr}")) == []
    assert lint("focus-missing", files=company("focus: [{metric: mrr}]")) == []


def test_without_a_company_file_nothing_is_asked(lint: Lint) -> None:
    """One team can use okrlint alone."""
    assert lint("focus-missing", "objectives: [{title: A}]") == []
