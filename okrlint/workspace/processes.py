"""Judging many files in several processes.

A run over thousands of plans is bound by the processor. Each process has the packed files from its birth, judges
batches of them, and hands back plain values; what compares plans is done by the one that asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.linting.judging import Active, Judged, judge
from okrlint.linting.run import judge_all
from okrlint.model.shelf import Shelf

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from okrlint.linting.run import FirstHalf
    from okrlint.model.portfolio import Portfolio

FEWEST_FILES = 300
"""Below this, one process is done before the others have begun."""
_given: list[tuple[Shelf, Sequence[Active]]] = []
"""What a process is born with; a copy of the parent's memory costs nothing, handing it over would."""


def first_half(jobs: int, files: int) -> FirstHalf:
    """How the files of a run are judged by at most so many processes; 0 for as many as there are processors."""
    count = min(jobs or _processors(), files // (FEWEST_FILES // 2))
    if count < 2 or files < FEWEST_FILES or not _can_be_copied():  # noqa: PLR2004  one process needs no other
        return judge_all

    def judge_in_processes(portfolio: Portfolio, active: Sequence[Active]) -> Iterator[Judged]:
        return _judge(portfolio, active, count) if isinstance(portfolio, Shelf) else judge_all(portfolio, active)

    return judge_in_processes


def _processors() -> int:
    """Those that this process may use, which are fewer than the machine's in a container."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def _can_be_copied() -> bool:
    """Whether a process may begin as a copy of this one: Windows has no such thing, and macOS warns of it."""
    return sys.platform == "linux"


def _judge(shelf: Shelf, active: Sequence[Active], count: int) -> Iterator[Judged]:
    from concurrent.futures.process import BrokenProcessPool

    _given.append((shelf, active))
    try:
        with _pool(count) as pool:
            for judged, addresses in pool.map(_one_batch, tuple(shelf.batches())):
                shelf.addresses.update(addresses)
                yield judged
    except BrokenProcessPool:
        raise OkrlintError(
            "a process that judged plans was ended from outside, perhaps for want of memory; --jobs 1 does without"
        ) from None
    finally:
        _given.pop()


def _pool(count: int) -> Executor:
    """So many processes; one thread of this one where the system has no means for more, as in some containers."""
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
    from multiprocessing import get_context

    try:
        return ProcessPoolExecutor(count, mp_context=get_context("fork"))
    except (OSError, ImportError, NotImplementedError):
        return ThreadPoolExecutor(1)


def _one_batch(paths: tuple[str, ...]) -> tuple[Judged, dict[str, str]]:
    shelf, active = _given[-1]
    judged = judge(shelf, paths, active)
    shelf.let_go()
    return judged, {path: shelf.addresses[path] for path in paths if path in shelf.addresses}
