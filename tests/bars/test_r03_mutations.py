"""R3: no broken text raises anything, wherever it is broken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from okrlint.discovery import discover
from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example, Rule
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.event_reader import EventSource
from okrlint.source.reader import events_of, pure_events, read
from tests.bars.conftest import Figure, Size
from tests.bars.mutations import mutations
from tests.source.yaml_test_suite import suite_cases

_SEED = 20261122
RULES: tuple[Rule, ...] = discover("okrlint.rules", "RULE")


@pytest.mark.parametrize("parser", [events_of, pure_events], ids=["libyaml", "pure"])
def test_no_mutation_of_the_suite_breaks_the_reader(
    parser: Callable[[str], EventSource], size: Size, figure: Figure, shared_data: Path
) -> None:
    """Every mutated text is read or has a problem with a place in it."""
    texts = [case.text for case in suite_cases(shared_data)]
    count = 15_000 if size.full else 1_000
    for text in mutations(texts, count, _SEED):
        document = read(text.encode("utf-8", "surrogatepass"), "plan.yaml", parser=parser)
        assert document.readable or document.problems, text
    figure(f"{count:,} mutations of the suite read without one uncaught error")


def test_no_mutation_of_a_plan_breaks_a_rule(size: Size, figure: Figure) -> None:
    """A real plan, broken anywhere, goes through every rule."""
    files = files_of(Example(""))
    plan = next(path for path in files if path.endswith("marketing.yaml"))
    count = 5_000 if size.full else 150
    for text in mutations([files[plan]], count, _SEED):
        changed = {**files, plan: text}
        documents = [read(text.encode("utf-8", "surrogatepass"), path) for path, text in changed.items()]
        run(build_portfolio(documents), RULES, Settings(), None, date(2026, 10, 1))
    figure(f"{count:,} mutations of a plan through every rule")


def test_mutations_are_the_same_every_time() -> None:
    """Whoever finds a crash can name it by its number."""
    assert list(mutations(["a: 1\n", "- b\n"], 50, 7)) == list(mutations(["a: 1\n", "- b\n"], 50, 7))
