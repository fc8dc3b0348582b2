"""Which tests reach which function: one run of all with no mutant, in which each function that could have one tells."""

from __future__ import annotations

import functools
import importlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_CACHED = type(functools.cache(len))


class Reached(NamedTuple):
    """What the run without a mutant learned."""

    tests: dict[str, list[str]]
    """By function, as mutmut names it: the tests that reach it."""
    seconds: dict[str, float]
    """By test, of the processor."""
    failed: list[str]
    """Tests that fail on code that is laid out for mutants: they read the code itself, or start okrlint as a program."""

    @property
    def ranks(self) -> dict[str, int]:
        """A rank for each test, by which tests of many kinds come before many tests of one kind."""
        ranks: dict[str, int] = {}
        functions: Counter[str] = Counter()
        rows: Counter[str] = Counter()
        for test in self.seconds:
            function = test.partition("[")[0]
            if not rows[function]:
                functions[function.partition("::")[0]] += 1
            rows[function] += 1
            ranks[test] = functions[function.partition("::")[0]] + rows[function]
        return ranks

    @classmethod
    def merged(cls, parts: Iterable[Reached]) -> Reached:
        """Parts of a run as one."""
        whole = cls(defaultdict(list), {}, [])
        for part in parts:
            for function, tests in part.tests.items():
                whole.tests[function] += tests
            whole.seconds.update(part.seconds)
            whole.failed.extend(part.failed)
        return whole


def reach(session: pytest.Session, items: Sequence[pytest.Item], file: Path) -> bool:
    """Run tests with no mutant and write down what each reaches."""
    trampoline: Any = importlib.import_module("mutmut.mutation.trampoline")
    hits: set[str] = set()
    trampoline.record_trampoline_hit = lambda name, caller: hits.add(name)
    trampoline.set_mutant_under_test("stats")
    fixtures = _Fixtures(hits)
    session.config.pluginmanager.register(fixtures)
    reached = Reached(defaultdict(list), {}, [])
    for item, following in zip(items, [*items[1:], None], strict=True):
        forget()
        hits.clear()
        failed, started = session.testsfailed, time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        reached.seconds[item.nodeid] = time.process_time() - started
        if session.testsfailed > failed:
            reached.failed.append(item.nodeid)
        for name in hits.union(*fixtures.of(item)):
            reached.tests[name].append(item.nodeid)
    file.write_text(json.dumps(reached._asdict()), "utf-8")
    return True


class _Fixtures:
    """What is reached while a fixture is made counts for every test that uses it, not only for the first."""

    def __init__(self, hits: set[str]) -> None:
        self._hits = hits
        self._reached: defaultdict[str, set[str]] = defaultdict(set)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """Note what is new."""
        before = set(self._hits)
        self._hits.clear()
        try:
            return (yield)
        finally:
            self._reached[fixturedef.argname] |= self._hits
            self._hits |= before

    def of(self, item: pytest.Item) -> Iterable[set[str]]:
        """What the fixtures of a test reach."""
        names: Sequence[str] = getattr(item, "fixturenames", ())
        return [self._reached[name] for name in names if name in self._reached]


def forget() -> None:
    """Empty the caches of the package: what one test made the code remember would hide what the next one reaches."""
    for name, module in list(sys.modules.items()):
        if name.startswith("okrlint.") and module is not None:
            for value in list(vars(module).values()):
                if isinstance(value, _CACHED):
                    value.cache_clear()
