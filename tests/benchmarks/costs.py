"""Where the time of a check goes: each step, and each rule, in milliseconds a plan.

python -m tests.benchmarks.costs            1,000 plans
python -m tests.benchmarks.costs -n 200
"""

from __future__ import annotations

import argparse
import datetime
import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from okrlint.linting import run as linting
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.limits import DEFAULT_LIMITS
from okrlint.workspace.workspace import open_workspace, read_file
from tests.benchmarks.corpus import write

_T = TypeVar("_T")
DAY = datetime.date(2026, 11, 15)


def timed(work: Callable[[], _T]) -> tuple[_T, float]:
    """What a piece of work gives, and the CPU seconds that it took."""
    start = time.process_time()
    return work(), time.process_time() - start


def one_rule(rule: Rule, portfolio: Portfolio, rules: tuple[Rule, ...]) -> float:
    """The CPU seconds of one rule over a portfolio."""
    settings = Settings(select=(rule.id,))
    return timed(lambda: linting.run(portfolio, [rule], settings, None, DAY))[1]


def steps(folder: Path) -> Iterator[tuple[str, float]]:
    """Each step of a check with its CPU seconds; those of the rules follow, the slowest first."""
    workspace, opening = timed(lambda: open_workspace(folder))
    yield "open", opening
    paths, listing = timed(workspace.paths)
    yield "list", listing
    documents, reading = timed(lambda: [read_file(folder, path, DEFAULT_LIMITS) for path in paths])
    yield "read", reading
    portfolio, building = timed(lambda: build_portfolio(documents))
    yield "build", building
    outcome, running = timed(lambda: linting.run(portfolio, workspace.rules, workspace.settings, None, DAY))
    yield f"all {len(workspace.rules)} rules, {len(outcome.findings)} findings", running
    again = {rule.id: one_rule(rule, portfolio, workspace.rules) for rule in workspace.rules}
    yield from ((f"- {name}", again[name]) for name in sorted(again, key=lambda name: -again[name]))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--count", type=int, default=1000)
    count = parser.parse_args().count
    gc.disable()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(os.path.realpath(place)) / "corpus"
        write(folder, count)
        lines: list[Any] = [f"| {name} | {1000 * cost / count:.3f} |" for name, cost in steps(folder)]
    print(f"| {count:,} plans | ms a plan |", "|---|--:|", *lines, sep="\n")  # noqa: T201  this is what it is for


if __name__ == "__main__":
    main()
