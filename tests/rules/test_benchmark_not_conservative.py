"""Benchmarks and their low end."""

from __future__ import annotations

import pytest

from okrlint.discovery import load
from okrlint.linting.fixing import fix_files
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read
from tests.planning.worked_example import HEAD, PATH
from tests.rules.conftest import Lint

_MEASURED = "  rate: 4%\n  source: measured\n"
_RULE = "benchmark-not-conservative"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param("rate: 5%\n  source: benchmark\n  range: [2%, 5%]", "planned with 5%, and the benchmark begins at 2%", id="the high end"),
        pytest.param("rate: 0.05\n  source: benchmark\n  range: [0.02, 5%]", "planned with 0.05, and the benchmark begins at 0.02", id="as fractions"),
        pytest.param("rate: 5%\n  source: benchmark", "a benchmark of 5% without the range that it comes from", id="no range"),
        pytest.param("rate: 2%\n  source: benchmark\n  range: [2%, 5%]", None, id="the low end"),
        pytest.param("rate: 1%\n  source: benchmark\n  range: [2%, 5%]", None, id="below the range"),
        pytest.param("source: benchmark\n  range: [2%, 5%]", None, id="the range alone means its low end"),
        pytest.param("rate: 5%\n  source: measured\n  range: [2%, 5%]", None, id="measured"),
        pytest.param("rate: 5%", None, id="of unknown source"),
    ],
)  # fmt: skip
def test_only_the_low_end_is_safe(lines: str, message: str | None, lint: Lint) -> None:
    """Other companies' numbers are planned with care, our own as they are."""
    found = lint(_RULE, files={PATH: HEAD.replace(_MEASURED, f"  {lines}\n")})

    assert found == ([] if message is None else [f"{PATH}:12:9 warning {message}"])


def test_the_fix_takes_the_low_end_as_it_is_written() -> None:
    """Only with unsafe fixes, because it changes every target of the quarter."""
    text = HEAD.replace(_MEASURED, "  rate: 5%  # industry\n  source: benchmark\n  range: [2.5%, 5%]\n")
    document = read(text.encode(), PATH)
    findings = run(build_portfolio([document]), (load("okrlint.rules", _RULE, "RULE"),), Settings()).findings

    assert fix_files(findings, {PATH: document}, unsafe=False) == {}
    assert fix_files(findings, {PATH: document}, unsafe=True)[PATH].data.decode() == text.replace(
        "rate: 5%", "rate: 2.5%"
    )
