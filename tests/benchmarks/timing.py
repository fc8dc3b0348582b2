"""What a whole process takes: its CPU time, its wall time and its memory, medians of runs in turn."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

PYTHON = (sys.executable,)
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""The caller's, without what keeps Python from compiling once or from buffering."""
_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024
_TOOLS = ("yamllint", "check-jsonschema")


class Cost(NamedTuple):
    """What one run took."""

    seconds: float
    """User and system together."""
    wall: float
    mebibytes: float


class Case(NamedTuple):
    """A command that is measured."""

    name: str
    command: list[str]
    folder: Path
    cache: Path | None = None
    """A user's cache folder of its own."""
    before: Callable[[], object] = int
    """What is done before each run, and not measured."""
    warm: bool = True
    """Whether there is a run before, which does not count."""


def run(case: Case) -> Cost:
    """Run a command and wait for it; its output is thrown away."""
    case.before()
    caches = {} if case.cache is None else {"XDG_CACHE_HOME": str(case.cache), "LOCALAPPDATA": str(case.cache)}
    start = time.perf_counter()
    process = subprocess.Popen(
        case.command,
        cwd=case.folder,
        env={**ENVIRONMENT, **caches},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / _UNIT)


def measure(cases: Iterable[Case], rounds: int) -> dict[str, Cost]:
    """The median cost of each command, run in turn, mostly after one run that does not count."""
    cases = list(cases)
    costs: dict[str, list[Cost]] = {case.name: [] for case in cases}
    for case in cases:
        if case.warm:
            run(case)
    for _ in range(rounds):
        for case in cases:
            costs[case.name].append(run(case))
    return {name: _middle(found) for name, found in costs.items()}


def _middle(found: list[Cost]) -> Cost:
    return Cost(median(c.seconds for c in found), median(c.wall for c in found), max(c.mebibytes for c in found))


def found_tools(commands: Mapping[str, list[str]]) -> list[str]:
    """The names of those commands whose program is there."""
    return [name for name, command in commands.items() if shutil.which(command[0])]


def versions() -> str:
    """What was measured, on what."""
    tools = [_version([*PYTHON, "-m", "okrlint", "--version"])]
    tools += [_version([tool, "--version"]) for tool in _TOOLS if shutil.which(tool)]
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs"
    return "\n".join(f"- {line}" for line in (*tools, machine))


def _version(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    return done.stdout.strip().replace("\n", " ")
