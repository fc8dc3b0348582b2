"""`make bench`: measure everything in one go and write docs/benchmarks.md.

It takes about a quarter of an hour on two cores. `--quick` measures fewer and smaller corpora, to see that it works.
"""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PARTS = (
    (
        "Checking",
        "compare",
        ("--sizes", "1", "100", "1000", "10000", "--big", "--rounds", "5"),
        ("--sizes", "1", "100", "--rounds", "3"),
    ),
    (
        "Reports",
        "report",
        ("--sizes", "100", "175", "1000", "10000", "--rounds", "3"),
        ("--sizes", "40", "--rounds", "1"),
    ),
    ("History", "history", (), ("--count", "50", "--weeks", "13", "--rounds", "3")),
    ("What a start costs", "start_up", (), ("--rounds", "3")),
    ("Where the time of a check goes", "costs", ("-n", "300"), ("-n", "100")),
)
_HEAD = """\
# Benchmarks

`make bench` makes the corpus, installs the peers that the registries have, measures them and okrlint in turn and writes
this page. Figures are medians of the CPU time of whole processes; only ratios mean anything on another machine. The bars
are those that okrlint set itself; one that is missed says so.
"""


def main() -> None:
    """Run each part in a process of its own and put what they print together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    given = parser.parse_args()
    day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    size = "Small corpora (`--quick`) measured" if given.quick else "Measured"
    parts = [f"{_HEAD}\n{size} on {day} at commit {_said('git', 'rev-parse', '--short', 'HEAD')}.\n"]
    for title, module, full, quick in _PARTS:
        said = _said(sys.executable, "-m", f"tests.benchmarks.{module}", *(quick if given.quick else full))
        parts.append(f"## {title}\n\n{said}\n" if "|" in said else f"## {title}\n\n```text\n{said}\n```\n")
    given.out.write_text("\n".join(parts), "utf-8")


def _said(*command: str) -> str:
    # Peers are installed beside this Python.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
