"""What the reader found becomes findings, and the other files are still checked."""

from __future__ import annotations

from collections.abc import Callable

from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.rules.syntax import RULE
from okrlint.source.reader import read

Lint = Callable[..., list[str]]


def test_an_unreadable_file_stops_no_other(lint: Lint) -> None:
    """Each broken file has its own finding."""
    files = {"okrs/2026-Q4/a.yaml": "kind: plan\nteam: [a\n", "okrs/2026-Q4/b.yaml": "kind: plan\nteam: *b\n"}

    found = lint("syntax", files=files)

    assert [line.split(" ")[0].rsplit(":", 2)[0] for line in found] == list(files)


def test_a_duplicate_key_shows_both_places() -> None:
    """The first of two equal keys is a related place."""
    portfolio = build_portfolio(
        [read(b"kind: plan\nversion: 1\nteam: a\nteam: b\nquarter: 2026-Q4\n", "okrs/plan.yaml")]
    )

    (finding,) = run(portfolio, (RULE,), Settings()).findings

    assert finding.location.span.start.line == 4
    assert [(place.message, place.location.span.start.line) for place in finding.related] == [("the first one", 3)]
