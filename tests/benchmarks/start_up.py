"""What a check of one plan imports, and what each part of it costs.

python -m tests.benchmarks.start_up

Python tells the time of each import itself (`-X importtime`), without what it imports in turn; here it is added up by the
rooms of okrlint and by library. Telling takes time too, so the sum is more than an import costs otherwise. Rules are
imported by their names, of which Python tells nothing: a process that has all else imports them and looks at its clock.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median

from tests.benchmarks.corpus import write
from tests.benchmarks.timing import ENVIRONMENT

_LINE = re.compile(r"import time: +(\d+) \| +\d+ \| +(\S+)$", re.MULTILINE)
_MOST_ROWS = 16
RULES = "okrlint.rules"
_RULES = """
import contextlib, importlib, sys, time
for name in sys.argv[1:]:
    with contextlib.suppress(ImportError):
        importlib.import_module(name)
from okrlint.discovery import discover
start = time.perf_counter()
found = discover("okrlint.rules", "RULE")
print(len(found), round((time.perf_counter() - start) * 1e6))
"""


def imports(folder: Path) -> dict[str, int]:
    """The microseconds of each module, of one run that imports them all anew."""
    command = [sys.executable, "-X", "importtime", "-m", "okrlint", "check", "--no-cache"]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    found = {name: int(time) for time, name in _LINE.findall(done.stderr)}
    ours = [name for name in found if name.startswith("okrlint.")]
    said = subprocess.run(
        [sys.executable, "-c", _RULES, *ours], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    count, microseconds = map(int, said.stdout.split())
    return found | {f"{RULES}.{number}": microseconds // count for number in range(count)}


def part_of(module: str) -> str:
    """The room of okrlint, or the library, that a module belongs to."""
    first, _, rest = module.partition(".")
    return f"okrlint.{rest.partition('.')[0]}" if first == "okrlint" and rest else first


def table(runs: list[dict[str, int]]) -> str:
    """The parts by what they cost, the dearest first."""
    modules = Counter(part_of(name) for name in runs[0])
    costs = {part: median(sum(t for n, t in run.items() if part_of(n) == part) for run in runs) for part in modules}
    dearest = sorted(costs, key=lambda part: (-costs[part], part))
    rows = [(part, modules[part], costs[part]) for part in dearest[:_MOST_ROWS]]
    rest = dearest[_MOST_ROWS:]
    rows.append(("everything else", sum(modules[part] for part in rest), sum(costs[part] for part in rest)))
    rows.append(("all", sum(modules.values()), sum(costs.values())))
    lines = ["| a check of one plan imports | modules | ms |", "|---|--:|--:|"]
    return "\n".join(lines + [f"| {part} | {count} | {cost / 1000:.1f} |" for part, count, cost in rows])


def main() -> None:
    """Make a plan, import in several runs, print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        write(Path(place), 1)
        runs = [imports(Path(place)) for _ in range(given.rounds + 1)][1:]  # the first one may compile
    sys.stdout.write(table(runs) + "\n")


if __name__ == "__main__":
    main()
