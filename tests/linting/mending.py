"""Files mended in memory, as `okrlint check --fix` does it, with every rule that there is."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from okrlint.discovery import discover
from okrlint.linting.finding import Finding
from okrlint.linting.fixing import Course, mend
from okrlint.linting.rule import Rule
from okrlint.linting.run import Outcome, run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.edit import bytes_of
from okrlint.source.reader import read

RULES: tuple[Rule, ...] = discover("okrlint.rules", "RULE")


class Result(NamedTuple):
    """What became of some files."""

    before: tuple[Finding, ...]
    after: tuple[Finding, ...]
    done: tuple[Finding, ...]
    data: dict[str, bytes]
    """The files as they are in the end."""
    again: tuple[Finding, ...]
    """What a second run of the same fixes mends; nothing, if fixing is finished when it says so."""


def mended(
    files: Mapping[str, bytes],
    *,
    unsafe: bool = False,
    rules: tuple[str, ...] = (),
    settings: Settings | None = None,
    as_of: str | None = None,
) -> Result:
    """Mend files by path, with all rules or with those named, and once more to see that nothing is left."""
    chosen = [rule for rule in RULES if not rules or rule.id in rules]
    day = datetime.date.fromisoformat(as_of) if as_of else None

    def judge(portfolio: Portfolio) -> Outcome:
        return run(portfolio, chosen, settings or Settings(extend_select=rules), as_of=day)

    portfolio = build_portfolio(read(data, path) for path, data in files.items())
    course, outcome = Course(build_portfolio, judge), judge(portfolio)
    first = mend(portfolio, outcome, course, unsafe=unsafe)
    second = mend(first.portfolio, first.outcome, course, unsafe=unsafe)
    data = {file.path: bytes_of(file.document) for file in second.portfolio.files}
    return Result(outcome.findings, first.outcome.findings, first.done, data, second.done)
