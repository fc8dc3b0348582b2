"""A run gives the same whether all plans are in memory, or each is read while somebody looks at it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest

from okrlint.discovery import discover
from okrlint.linting.notes import NOTES
from okrlint.linting.run import Outcome, run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.model.shelving import shelve
from okrlint.source.document import Document
from okrlint.source.reader import read
from tests.linting.webs import web

RULES = discover("okrlint.rules", "RULE")
NOTING = [rule.id for rule in RULES if rule.subject == NOTES and not rule.needs_history]
SEEDS = range(8)
_DAY = datetime.date(2026, 11, 22)


def _read(path: str, content: bytes | str) -> Document:
    return read(content if isinstance(content, bytes) else content.encode(), path)


def _shelved(files: Mapping[str, str]) -> Portfolio:
    return shelve(((path, text.encode()) for path, text in files.items()), _read)


def _whole(files: Mapping[str, str]) -> Portfolio:
    return build_portfolio(_read(path, text) for path, text in files.items())


def _run(portfolio: Portfolio) -> Outcome:
    return run(portfolio, RULES, Settings(preset="all"), None, _DAY)


@cache
def _of_shelf(seed: int) -> Outcome:
    return _run(_shelved(web(seed)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_shelf_gives_what_the_whole_gives(seed: int) -> None:
    """Every finding with its words, places, fixes and severity."""
    files = web(seed)
    whole, shelved = _run(_whole(files)), _of_shelf(seed)

    assert shelved.findings == whole.findings
    assert shelved == whole


def test_the_order_of_files_is_nothing() -> None:
    """A shelf that was filled from behind gives the same."""
    files = web(3)

    assert _run(_shelved(dict(reversed(files.items())))) == _of_shelf(3)


@pytest.mark.parametrize("rule_id", NOTING)
def test_rules_that_compare_plans_find_something(rule_id: str) -> None:
    """Nobody compares two empty lists: each of these rules speaks in at least one of the portfolios above."""
    found = Counter(finding.rule for seed in SEEDS for finding in _of_shelf(seed).findings)

    assert found[rule_id] > 0


def test_plans_are_let_go() -> None:
    """After a run a shelf holds no plan, however many it has judged."""
    portfolio = _shelved(web(1))
    _run(portfolio)
    portfolio.let_go()

    assert portfolio.__dict__["_loaded"] == {}
    assert len(portfolio.__dict__["_alive"]) == 0
