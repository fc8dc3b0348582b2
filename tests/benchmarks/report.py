"""okrlint report against mkdocs on the same pages, and against itself when little or nothing has changed.

    python -m tests.benchmarks.report                          175 plans, about 1,000 pages in Markdown; three rounds
    python -m tests.benchmarks.report --sizes 100 175 1000 10000   all that `make bench` measures, in about ten minutes
    python -m tests.benchmarks.report --sizes 100 1000 --alone is the time of okrlint linear?
    python -m tests.benchmarks.report --mkdocs path/to/mkdocs  a mkdocs that is there already

mkdocs builds the Markdown pages that okrlint has written, with its default theme and no plug-in: once without navigation, and
up to 300 plans once with the one that it makes by itself, which lists every page on every page, so that its time grows with
the square. okrlint writes HTML, Markdown and data in the same time. mkdocs comes into an environment of its own, and never
into that of okrlint. The figures are medians of CPU time, of one round above 300 plans; "cold" is without a site and without
a cache. Only ratios mean anything on another machine. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import venv
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.corpus import write
from tests.benchmarks.timing import ENVIRONMENT, PYTHON, Case, Cost, run

MKDOCS = "mkdocs==1.6.1"
SETTINGS = "site_name: Benchmark\ndocs_dir: {docs}\nsite_dir: {site}\nplugins: []\nuse_directory_urls: false\n"
LARGEST_FOR_NAVIGATION = 300
"""Plans; three times as many take mkdocs a quarter of an hour. Up to here everything is measured in several rounds."""
LARGEST_FOR_MKDOCS = 1000
"""Plans, without navigation."""
PLANS_OF_BARS = 1000
AGAINST_MKDOCS, ONE_CHANGED, NOTHING_CHANGED, NONE_WRITTEN = 0.3, 0.2, 0.1, 0
"""The bars: of the time of mkdocs, of the own cold build, files."""


class Row(NamedTuple):
    """What one command took, for how many HTML pages."""

    name: str
    pages: int
    costs: list[Cost]
    written: int = 0
    """Files that the last round has written."""

    @property
    def peak(self) -> float:
        """The most memory of all rounds, in MiB."""
        return max(cost.mebibytes for cost in self.costs)

    @property
    def seconds(self) -> float:
        """The median of all rounds."""
        return median(cost.seconds for cost in self.costs)


def mkdocs_of(place: Path) -> Path:
    """A mkdocs in an environment of its own, made here."""
    venv.create(place, with_pip=True)
    subprocess.run([place / "bin" / "pip", "install", "--quiet", MKDOCS], check=True)
    return place / "bin" / "mkdocs"


def pages(folder: Path) -> int:
    """The HTML pages below a folder."""
    return sum(1 for _ in folder.rglob("*.html"))


def report(folder: Path) -> list[str | Path]:
    """The call that writes the site of a corpus."""
    return [*PYTHON, "-m", "okrlint", "report", "--out", folder / "site"]


def change_one(plan: Path, turn: int) -> None:
    """Another confidence in the first check-in that has one."""
    text = plan.read_text("utf-8")
    before, mark, after = text.partition("confidence: 0.")
    plan.write_text(f"{before}{mark}{turn % 9 + 1}{after[1:]}", "utf-8")


def own_rows(folder: Path, plans: list[Path], rounds: int) -> list[Row]:
    """Our own: cold, with nothing changed, and with one plan changed."""
    costs: dict[str, list[Cost]] = {"cold": [], "nothing changed": [], "one plan changed": []}
    written: dict[str, int] = {}
    for turn in range(rounds):
        for left in (folder / "site", folder / "cache"):
            shutil.rmtree(left, ignore_errors=True)
        for name, found in costs.items():
            if name == "one plan changed":
                change_one(plans[0], turn)
            before = states(folder / "site")
            found.append(run(Case("", [*map(str, report(folder))], folder)))
            written[name] = len(states(folder / "site") - before)
    count = pages(folder / "site")
    return [Row(f"okrlint report, {name}", count, found, written[name]) for name, found in costs.items()]


def states(folder: Path) -> set[tuple[str, int, int]]:
    """Every file below a folder with its time and its place on the disk."""
    found = ((str(file), file.stat()) for file in folder.rglob("*") if file.is_file())
    return {(name, state.st_mtime_ns, state.st_ino) for name, state in found}


def mkdocs_rows(folder: Path, size: int, mkdocs: Path, rounds: int) -> list[Row]:
    """The other: on the Markdown pages that okrlint has written."""
    rows = []
    ways = {"mkdocs without navigation": "nav:\n  - README.md\n", "mkdocs": ""}
    count = sum(1 for _ in (folder / "site" / "markdown").rglob("*.md"))
    for name, more in ways.items():
        if name == "mkdocs" and size > LARGEST_FOR_NAVIGATION:
            continue
        settings, site = folder / f"{name}.yml", folder / name
        settings.write_text(SETTINGS.format(docs=folder / "site" / "markdown", site=site) + more, "utf-8")
        call: list[str | Path] = [mkdocs, "build", "--quiet", "--config-file", settings]
        rows.append(Row(name, count, [run(Case("", [*map(str, call)], folder)) for _ in range(rounds)], pages(site)))
    return rows


def measured(place: Path, size: int, rounds: int, mkdocs: Path | None) -> list[Row]:
    """All rows of one size; only okrlint has a cache, which is its own."""
    folder = place / str(size)
    plans = write(folder, size)
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder / "cache")
    ENVIRONMENT["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    rows = own_rows(folder, plans, rounds)
    ENVIRONMENT.pop("PYTHONPATH")
    return rows if mkdocs is None else rows + mkdocs_rows(folder, size, mkdocs, rounds)


def table(size: int, rows: list[Row]) -> str:
    """The figures of one size, each beside okrlint's cold run and, where it ran, mkdocs."""
    cold = rows[0].seconds
    other = _beside(rows)
    lines = [
        f"{size} plans",
        "",
        "| command | CPU s | pages | ms a page | × cold | × mkdocs without navigation | files written | peak MiB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        against = f"{row.seconds / other:.2f}" if other else "–"
        figures = f"{row.seconds:.2f} | {row.pages:,} | {1000 * row.seconds / row.pages:.2f} | {row.seconds / cold:.2f}"
        lines.append(f"| {row.name} | {figures} | {against} | {row.written:,} | {row.peak:.0f} |")
    return "\n".join(lines)


def _beside(rows: list[Row]) -> float | None:
    """What mkdocs took for the same pages, without navigation, which is the less of its two times."""
    return next((row.seconds for row in rows if row.name == "mkdocs without navigation"), None)


def bars(sizes: dict[int, list[Row]]) -> str:
    """The bars that okrlint set itself for 1,000 plans; of fewer plans those of the largest corpus, of which most is start-up."""
    lines = ["Bars", "", "| what | at plans | bar | here | |", "|---|--:|--:|--:|---|"]
    cold = "cold, of the time of"
    lines += [  # both ways in which mkdocs was run, wherever it was
        _bar(f"{cold} {other.name}", size, AGAINST_MKDOCS, rows[0].seconds / other.seconds)
        for size, rows in sizes.items()
        for other in rows[3:]
    ]
    for size in [size for size in sizes if size >= PLANS_OF_BARS] or [max(sizes)]:
        whole, nothing, one = sizes[size][:3]
        lines.append(_bar("one plan changed, of the own cold build", size, ONE_CHANGED, one.seconds / whole.seconds))
        lines.append(
            _bar("nothing changed, of the own cold build", size, NOTHING_CHANGED, nothing.seconds / whole.seconds)
        )
        lines.append(_bar("nothing changed, files written", size, NONE_WRITTEN, nothing.written))
    return "\n".join(lines)


def _bar(what: str, size: int, bar: float, here: float) -> str:
    return f"| {what} | {size:,} | ≤ {bar:g} | {here:.2f} | {'met' if here <= bar else 'missed'} |"


def main() -> None:
    """Make the corpora, measure, print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[175])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--mkdocs", type=Path, help="a mkdocs that is there already")
    parser.add_argument("--alone", action="store_true", help="leave mkdocs out")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        wanted = not given.alone and any(size <= LARGEST_FOR_MKDOCS for size in given.sizes)
        mkdocs = given.mkdocs or (mkdocs_of(Path(place) / "mkdocs") if wanted else None)
        sizes: dict[int, list[Row]] = {}
        for size in given.sizes:
            rounds = given.rounds if size <= LARGEST_FOR_NAVIGATION else 1
            sizes[size] = measured(Path(place), size, rounds, mkdocs if size <= LARGEST_FOR_MKDOCS else None)
            shutil.rmtree(Path(place) / str(size))
            print(table(size, sizes[size]), end="\n\n", flush=True)  # noqa: T201  this is what it is for
        print(bars(sizes))  # noqa: T201


if __name__ == "__main__":
    main()
