"""Work in children of this process, a few at a time, each with so many seconds of the processor and so much memory."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from typing import Generic, TypeVar

_Name = TypeVar("_Name")
_MEMORY = 6 << 30
_ENDLESS = frozenset({signal.SIGXCPU, signal.SIGKILL, signal.SIGALRM})


class Children(Generic[_Name]):
    """Pieces of work by name, and how each ended."""

    def __init__(self, at_once: int = 2) -> None:
        self.at_once = at_once
        self.ends: dict[_Name, str] = {}
        """`survived` where the work came to a good end, `killed` where not, `no end` where it took too long, `crashed`."""
        self._running: dict[int, _Name] = {}

    def start(self, name: _Name, work: Callable[[], bool], seconds: int) -> None:
        """Begin a piece of work as soon as there is room."""
        while len(self._running) >= self.at_once:
            self._one_ends()
        child = os.fork()
        if child:
            self._running[child] = name
        else:
            _work(work, seconds)

    def wait(self) -> None:
        """Until all have ended."""
        while self._running:
            self._one_ends()

    def _one_ends(self) -> None:
        child, status = os.wait()
        if child in self._running:
            self.ends[self._running.pop(child)] = _end(status)


def _work(work: Callable[[], bool], seconds: int) -> None:
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        signal.alarm(seconds * 20)
        code = 0 if work() else 1
    finally:
        os._exit(code)


def _end(status: int) -> str:
    if os.WIFSIGNALED(status):
        return "no end" if os.WTERMSIG(status) in _ENDLESS else "crashed"
    return "killed" if os.WEXITSTATUS(status) else "survived"
