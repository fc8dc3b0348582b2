"""okrlint against Python itself, against other tools on the same plans, and against itself, in the same minutes.

    python -m tests.benchmarks.compare                     1, 100 and 1,000 plans, five rounds
    python -m tests.benchmarks.compare --sizes 1 --rounds 9
    python -m tests.benchmarks.compare --sizes 10000 --without yamllint check-jsonschema
    python -m tests.benchmarks.compare --sizes --big       one file of 1 and of 10 MB

Other tools are looked for on the PATH and left out where they are not; check-jsonschema has its C parser with
`pip install check-jsonschema 'ruamel.yaml[oldlibyaml]'`. Every round runs each command once, so that a busy minute hurts
all alike; the figures are medians of CPU time (user and system together), which a busy machine changes less than wall
time, and the largest resident memory. Only ratios mean anything on another machine. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.corpus import write
from tests.benchmarks.large import write_large
from tests.benchmarks.timing import ENVIRONMENT, PYTHON, Case, Cost, found_tools, measure, versions

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "plan.schema.json"
NODE = Path(__file__).resolve().parent / "node"
COLD, SAME, ONE = "okrlint check", "okrlint check, nothing changed", "okrlint check, one file changed"
TWO = "okrlint check, two processes"
YAMLLINT, SCHEMA_CHECK = "yamllint", "check-jsonschema"
SPECTRAL, AJV = "Spectral, the shape and six rules", "Node: yaml and ajv, the shape"
MEGABYTE = 1024 * 1024
SEVERAL = 1_000
"""From so many plans on a second process is worth its birth, and other tools need no run to warm up."""
FEW_ROUNDS = 15
"""For a single plan."""
MANY = 10_000
"""So many plans are checked once, and by okrlint alone."""


class Bar(NamedTuple):
    """A ratio that is promised."""

    size: str
    command: str
    against: str
    most: float
    factor: int = 1
    """How often the other command counts."""
    wall: bool = False
    """Whether it is about the time that somebody waits."""


BARS = (
    Bar("0", "okrlint --version", "python -c pass", 4.5),
    Bar("1", COLD, SCHEMA_CHECK, 0.4),
    Bar("1", COLD, YAMLLINT, 1.0),
    Bar("1000", COLD, SCHEMA_CHECK, 0.12),
    Bar("1000", COLD, SPECTRAL, 0.06),
    Bar("1000", COLD, AJV, 0.5),
    Bar("1000", SAME, COLD, 0.12),
    Bar("10000", SAME, COLD, 0.06),
    Bar("10000", TWO, COLD, 0.6, wall=True),
    Bar("MB", "okrlint check, 10 MB", "okrlint check, 1 MB", 1.2, 10),
)
MEMORY = {"1000": 60, "10000": 150}
"""Mebibytes that a check of so many plans may take."""


def start_up() -> list[Case]:
    """The commands that look at nothing."""
    here = Path.cwd()
    version = [*PYTHON, "-m", "okrlint", "--version"]
    return [Case("python -c pass", [*PYTHON, "-c", "pass"], here), Case("okrlint --version", version, here)]


def plans(folder: Path, size: int, without: list[str], modules: Path | None) -> Iterator[Case]:
    """The commands that look at so many plans, with okrlint's cache in a folder of its own."""
    paths = write(folder / "plans", size)
    check = [*PYTHON, "-m", "okrlint", "check"]
    one = ["--jobs", "1"] if size >= SEVERAL else []  # a call with a value takes the longer way through click
    yield Case(COLD, [*check, "--no-cache", *one], folder / "plans")
    if size >= SEVERAL:
        yield Case(TWO, [*check, "--no-cache", "--jobs", "2"], folder / "plans")
    yield Case(SAME, check, folder / "plans", cache=folder / "cache")
    changing = write(folder / "changing", size)
    yield Case(ONE, check, folder / "changing", cache=folder / "cache-one", before=lambda: _change(changing[0]))
    others = {
        YAMLLINT: ["yamllint", "-d", "relaxed", *map(str, paths)],
        SCHEMA_CHECK: ["check-jsonschema", "--schemafile", str(SCHEMA), *map(str, paths)],
    }
    if modules is not None and size < MANY:
        others[SPECTRAL] = [str(modules / ".bin" / "spectral"), "lint", "--ruleset", "ruleset.mjs", *map(str, paths)]
        others[AJV] = ["node", "validate.mjs", str(SCHEMA), *map(str, paths)]
    for name in found_tools(others):
        if name not in without and size < MANY:
            place = modules.parent if modules is not None and name in (SPECTRAL, AJV) else folder / "plans"
            yield Case(name, others[name], place, warm=size < SEVERAL)


def node_modules(folder: Path) -> Path | None:
    """What is locked in node/package-lock.json, installed here; None where there is no npm."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    shutil.copytree(NODE, folder)
    call = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--silent")
    subprocess.run(call, cwd=folder, check=True)
    return folder / "node_modules"


def _change(path: Path) -> None:
    """Make a file another one each time, with as many bytes, or one more."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write("#\n")


def large(folder: Path) -> Iterator[Case]:
    """A single file of a megabyte, and one of ten."""
    for megabytes in (1, 10):
        root = folder / f"{megabytes}MB"
        write_large(root, megabytes * MEGABYTE)
        limits = [f"--limit={name}={200 * MEGABYTE}" for name in ("file_bytes", "nodes")]
        yield Case(f"okrlint check, {megabytes} MB", [*PYTHON, "-m", "okrlint", "check", "--no-cache", *limits], root)


def table(found: dict[str, dict[str, Cost]]) -> str:
    """All figures as a Markdown table."""
    base = found["0"]["python -c pass"].seconds
    lines = ["| plans | command | CPU s | wall s | × `python -c pass` | peak MiB |", "|--:|---|--:|--:|--:|--:|"]
    for size, costs in found.items():
        for name, (seconds, wall, memory) in costs.items():
            shown = "–" if size in ("0", "MB") else f"{int(size):,}"
            lines.append(f"| {shown} | {name} | {seconds:.3f} | {wall:.3f} | {seconds / base:.1f} | {memory:.0f} |")
    return "\n".join(lines)


def verdicts(found: dict[str, dict[str, Cost]]) -> str:
    """The ratios that there are bars for, and whether each is met."""
    lines = ["| plans | command | against | ratio of CPU | bar | met |", "|--:|---|---|--:|--:|---|"]
    for bar in BARS:
        costs = found.get(bar.size, {})
        if bar.command in costs and bar.against in costs:
            one, other = (costs[name] for name in (bar.command, bar.against))
            ratio = one.wall / other.wall if bar.wall else one.seconds / other.seconds / bar.factor
            against = bar.against if bar.factor == 1 else f"{bar.factor} × {bar.against}"
            met = "yes" if ratio <= bar.most else "no"
            how = f"{ratio:.3f} of wall" if bar.wall else f"{ratio:.3f}"
            lines.append(f"| {bar.size} | {bar.command} | {against} | {how} | ≤ {bar.most} | {met} |")
    for size, most in MEMORY.items():
        if size in found:
            peak = found[size][COLD].mebibytes
            lines.append(f"| {size} | {COLD} | MiB | {peak:.0f} | ≤ {most} | {'yes' if peak <= most else 'no'} |")
    return "\n".join(lines)


def rounds_of(size: int, rounds: int) -> int:
    """Short runs are told apart only by many of them, and long ones need few."""
    return 1 if size >= MANY else max(rounds, FEW_ROUNDS) if size == 1 else rounds


def main() -> None:
    """Make the corpora, measure, print versions and two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1, 100, 1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without", nargs="*", default=[], help="tools that are not to be run")
    parser.add_argument("--big", action="store_true", help="single files of 1 and 10 MB too")
    given = parser.parse_args()
    found = {"0": measure(start_up(), max(given.rounds, 9))}
    with tempfile.TemporaryDirectory() as tools:
        modules = None if SPECTRAL in given.without else node_modules(Path(tools) / "node")
        os.environ["PLAN_SCHEMA"] = ENVIRONMENT["PLAN_SCHEMA"] = str(SCHEMA)
        for size in given.sizes:
            with tempfile.TemporaryDirectory() as place:
                cases = list(plans(Path(place).resolve(), size, given.without, modules))
                found[str(size)] = measure(cases, rounds_of(size, given.rounds))
    if given.big:
        with tempfile.TemporaryDirectory() as place:
            found["MB"] = measure(list(large(Path(place))), given.rounds)
    sys.stdout.write("\n\n".join((versions(), table(found), verdicts(found))) + "\n")


if __name__ == "__main__":
    main()
