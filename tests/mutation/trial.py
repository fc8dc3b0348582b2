"""A plug-in of pytest: in place of one run of all tests, one run for each mutant of a sample, in a child of its own.

All tests are collected once. First they run with no mutant, to learn which tests reach which function; then, for each
mutant, those that reach its function, until one fails.
"""

from __future__ import annotations

import gc
import importlib
import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.mutation.children import Children
from tests.mutation.reach import Reached, forget, reach

_PATIENCE = 15.0
"""Seconds that the tests of one mutant may take without it; slower ones are left out, which can only spare a mutant."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of pytest's own loop."""
    session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]  # noqa: SLF001 - once, not in each child
    gc.collect()
    gc.freeze()  # what a child collects again is copied for it
    reached = _reached(session)
    items = {item.nodeid: item for item in session.items}
    trials: Children[str] = Children()
    ranks = reached.ranks
    for name in json.loads(Path("sample.json").read_text("utf-8")):
        chosen, seconds = _chosen(reached, ranks, name)
        if chosen:
            tests = [items[test] for test in chosen]
            trials.start(name, partial(_passes, tests, name), int(seconds * 5) + 30)
        else:
            trials.ends[name] = "no test"
        _write("verdicts.json", trials.ends)
    trials.wait()
    _write("verdicts.json", trials.ends)
    return True


def _reached(session: pytest.Session) -> Reached:
    """The run without a mutant, in children, so that nothing it makes the code remember stays."""
    runs: Children[int] = Children()
    for part in range(runs.at_once):
        runs.start(part, partial(reach, session, _part(session.items, part, runs.at_once), _file(part)), 7200)
    runs.wait()
    if set(runs.ends.values()) != {"survived"}:
        pytest.exit(f"the run without a mutant ended as {runs.ends}", returncode=70)
    return Reached.merged(Reached(**json.loads(_file(part).read_text("utf-8"))) for part in runs.ends)


def _part(items: Sequence[pytest.Item], part: int, parts: int) -> list[pytest.Item]:
    """Whole files, since tests of a file share what they stand on."""
    files = list(dict.fromkeys(item.path for item in items))
    mine = set(files[part::parts])
    return [item for item in items if item.path in mine]


def _file(part: int) -> Path:
    return Path(f"reached-{part}.json")


def _chosen(reached: Reached, ranks: Mapping[str, int], name: str) -> tuple[list[str], float]:
    """The tests for a mutant, its own file's before others, then of many kinds, and their seconds."""
    function = name.partition("__mutmut_")[0]
    own = f"test_{function.split('.')[-2]}.py::"
    tests = set(reached.tests.get(function, ())) - set(reached.failed)
    chosen: list[str] = []
    total = 0.0
    for test in sorted(tests, key=lambda test: (own not in test, ranks[test], reached.seconds[test], test)):
        if chosen and total + reached.seconds[test] > _PATIENCE:
            continue
        total += reached.seconds[test]
        chosen.append(test)
    return chosen, total


def _passes(items: Sequence[pytest.Item], name: str) -> bool:
    """Whether the tests pass with the mutant in place of the code; what was remembered while collecting is forgotten."""
    importlib.import_module("mutmut.mutation.trampoline").set_mutant_under_test(name)
    forget()
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if item.session.testsfailed:
            return False
    return True


def _write(name: str, told: Mapping[str, str]) -> None:
    Path(name).write_text(json.dumps(told), "utf-8")
