"""okrlint against Python itself, yamllint and check-jsonschema on the same plans, in the same minutes.

    python -m tests.benchmarks.compare                     1, 100 and 1,000 plans, five rounds
    python -m tests.benchmarks.compare --sizes 1 --rounds 9

Tools that are not on the PATH are left out. Every round runs each command once, so that a busy minute hurts all alike;
the figures are medians of CPU time (user and system together), which a busy machine changes less than wall time, and
the largest resident memory. Only ratios mean anything on another machine. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.corpus import write

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "plan.schema.json"
PYTHON = (sys.executable,)
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""The caller's, without what keeps Python from compiling once or from buffering."""
BARS = (
    ("okrlint --version", "python -c pass", {0: 4.5}),
    ("okrlint check", "check-jsonschema", {1: 0.4, 1000: 0.12}),
    ("okrlint check", "yamllint", {1: 1.0}),
)


class Cost(NamedTuple):
    """What one run took."""

    seconds: float
    mebibytes: float


def run(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command and wait for it; its output is thrown away."""
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))


def commands(plans: Iterable[Path]) -> dict[str, list[str | Path]]:
    """The commands that look at some plans, of the tools that are there."""
    plans = list(plans)
    own: dict[str, list[str | Path]] = {"okrlint check": [*PYTHON, "-m", "okrlint", "check"]}
    others: dict[str, list[str | Path]] = {
        "yamllint": ["yamllint", "-d", "relaxed", *plans],
        "check-jsonschema": ["check-jsonschema", "--schemafile", SCHEMA, *plans],
    }
    return own | {name: command for name, command in others.items() if shutil.which(command[0])}


def start_up() -> dict[str, list[str | Path]]:
    """The commands that look at nothing."""
    return {"python -c pass": [*PYTHON, "-c", "pass"], "okrlint --version": [*PYTHON, "-m", "okrlint", "--version"]}


def measure(cases: dict[str, list[str | Path]], folder: Path, rounds: int) -> dict[str, Cost]:
    """The median cost of each command, run in turn."""
    costs: dict[str, list[Cost]] = {name: [] for name in cases}
    for command in cases.values():
        run(command, folder)
    for _ in range(rounds):
        for name, command in cases.items():
            costs[name].append(run(command, folder))
    return {
        name: Cost(median(c.seconds for c in found), max(c.mebibytes for c in found)) for name, found in costs.items()
    }


def table(found: dict[int, dict[str, Cost]]) -> str:
    """All figures as a Markdown table."""
    base = found[0]["python -c pass"].seconds
    lines = ["| plans | command | CPU s | × `python -c pass` | peak MiB |", "|--:|---|--:|--:|--:|"]
    for size, costs in found.items():
        for name, cost in costs.items():
            ratio = cost.seconds / base
            lines.append(f"| {size or '–'} | {name} | {cost.seconds:.3f} | {ratio:.1f} | {cost.mebibytes:.0f} |")
    return "\n".join(lines)


def verdicts(found: dict[int, dict[str, Cost]]) -> str:
    """The ratios that there are bars for."""
    lines = ["| plans | command | against | ratio | bar |", "|--:|---|---|--:|--:|"]
    for name, against, bars in BARS:
        for size, bar in bars.items():
            costs = found.get(size, {})
            if name in costs and against in costs:
                ratio = costs[name].seconds / costs[against].seconds
                lines.append(f"| {size or '–'} | {name} | {against} | {ratio:.2f} | ≤ {bar} |")
    return "\n".join(lines)


def main() -> None:
    """Make the corpora, measure, print two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 100, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        found = {0: measure(start_up(), Path(place), max(given.rounds, 9))}
        for size in given.sizes:
            plans = write(Path(place) / str(size), size)
            found[size] = measure(commands(plans), Path(place) / str(size), given.rounds)
    print(table(found), verdicts(found), sep="\n\n")  # noqa: T201  this is what it is for


if __name__ == "__main__":
    main()
