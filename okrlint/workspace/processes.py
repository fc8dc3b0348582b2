"""Judging many files: what was judged before is remembered, and the rest is done in several processes.

A run over thousands of plans is bound by the processor. Each process has the packed files from its birth, judges units
of them, and hands back plain values; what compares plans is done by the one that asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.linting.judging import Active, Judged, batches, judge
from okrlint.model.shelf import Shelf
from okrlint.records import Record
from okrlint.workspace.unit_memory import Unit, UnitMemory

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from okrlint.model.portfolio import Portfolio

FEWEST_FILES = 300
"""Below this, one process is done before the others have begun."""
_Paths = tuple[str, ...]
_given: list[tuple[Shelf, Sequence[Active]]] = []
"""What a process is born with; a copy of the parent's memory costs nothing, handing it over would."""


class ManyFiles(Record):
    """How the files of a run are judged, with a memory or several processes or both."""

    jobs: int = 0
    """The most processes; 0 for as many as there are processors."""
    memory: UnitMemory | None = None

    def __call__(self, portfolio: Portfolio, active: Sequence[Active]) -> Iterator[Judged]:
        """What was found and noted in each unit of files. Raises OkrlintError where a process is ended from outside."""
        if not isinstance(portfolio, Shelf):
            raise TypeError("only files on a shelf can be judged in another process")
        units = tuple(portfolio.units())
        known = self.memory.recall(units) if self.memory is not None else {}
        for unit in known.values():
            portfolio.addresses.update(unit.addresses)
            yield unit.judged
        found = {}
        for paths, unit in self._judged(portfolio, active, [unit for unit in units if unit not in known]):
            yield unit.judged
            found[paths] = unit
        if self.memory is not None:
            self.memory.keep(found)

    def _judged(self, shelf: Shelf, active: Sequence[Active], units: Sequence[_Paths]) -> Iterator[tuple[_Paths, Unit]]:
        files = sum(map(len, units))
        count = min(self.jobs or _processors(), files // (FEWEST_FILES // 2))
        several = count > 1 and files >= FEWEST_FILES and _can_be_copied()
        for batch, answers in _in_processes(shelf, active, units, count) if several else _here(shelf, active, units):
            for paths, unit in zip(batch, answers, strict=True):
                shelf.addresses.update(unit.addresses)
                yield paths, unit


_Answers = Iterator[tuple[list[_Paths], list[Unit]]]


def _here(shelf: Shelf, active: Sequence[Active], units: Sequence[_Paths]) -> _Answers:
    for batch in batches(units):
        yield batch, _judge(shelf, active, batch)


def _in_processes(shelf: Shelf, active: Sequence[Active], units: Sequence[_Paths], count: int) -> _Answers:
    from concurrent.futures.process import BrokenProcessPool

    _given.append((shelf, active))
    todo = list(batches(units))
    try:
        with _pool(count) as pool:
            yield from zip(todo, pool.map(_one_batch, todo), strict=True)
    except BrokenProcessPool:
        raise OkrlintError(
            "a process that judged plans was ended from outside, perhaps for want of memory; --jobs 1 does without"
        ) from None
    finally:
        _given.pop()


def _one_batch(batch: list[_Paths]) -> list[Unit]:
    return _judge(*_given[-1], batch)


def _judge(shelf: Shelf, active: Sequence[Active], batch: list[_Paths]) -> list[Unit]:
    judged = [judge(shelf, paths, active) for paths in batch]
    shelf.let_go()
    addresses = shelf.addresses
    return [
        Unit(one, {path: addresses[path] for path in paths if path in addresses})
        for paths, one in zip(batch, judged, strict=True)
    ]


def _processors() -> int:
    """Those that this process may use, which are fewer than the machine's in a container."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def _can_be_copied() -> bool:
    """Whether a process may begin as a copy of this one: Windows has no such thing, and macOS warns of it."""
    return sys.platform == "linux"


def _pool(count: int) -> Executor:
    """So many processes; one thread of this one where the system has no means for more, as in some containers."""
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
    from multiprocessing import get_context

    try:
        return ProcessPoolExecutor(count, mp_context=get_context("fork"))
    except (OSError, ImportError, NotImplementedError):
        return ThreadPoolExecutor(1)
