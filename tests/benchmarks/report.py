"""okrlint report against mkdocs on the same pages, and against itself when little or nothing has changed.

    python -m tests.benchmarks.report                          175 plans, about 1,000 pages in Markdown; three rounds
    python -m tests.benchmarks.report --sizes 175 1000         1,000 plans without mkdocs, whose time grows with the square
    python -m tests.benchmarks.report --sizes 100 1000 --alone is the time of okrlint linear?
    python -m tests.benchmarks.report --mkdocs path/to/mkdocs  a mkdocs that is there already

mkdocs builds the Markdown pages that okrlint has written, with its default theme and no plug-in: once with the navigation
that it makes by itself, which lists every page on every page, and once without one. okrlint writes HTML, Markdown and data
in the same time. mkdocs comes into an environment of its own, and never into that of okrlint. The figures are medians of CPU
time; "cold" is without a site and without a cache. Only ratios mean anything on another machine. Nothing here is a test.
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
LARGEST_FOR_MKDOCS = 300
"""Plans; ten times as many take mkdocs a quarter of an hour."""


class Row(NamedTuple):
    """What one command took, for how many HTML pages."""

    name: str
    pages: int
    costs: list[Cost]

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
    for turn in range(rounds):
        for left in (folder / "site", folder / "cache"):
            shutil.rmtree(left, ignore_errors=True)
        costs["cold"].append(run(Case("", [*map(str, report(folder))], folder)))
        costs["nothing changed"].append(run(Case("", [*map(str, report(folder))], folder)))
        change_one(plans[0], turn)
        costs["one plan changed"].append(run(Case("", [*map(str, report(folder))], folder)))
    count = pages(folder / "site")
    return [Row(f"okrlint report, {name}", count, found) for name, found in costs.items()]


def mkdocs_rows(folder: Path, mkdocs: Path, rounds: int) -> list[Row]:
    """The other: on the Markdown pages that okrlint has written."""
    rows = []
    for name, more in (("mkdocs", ""), ("mkdocs without navigation", "nav:\n  - README.md\n")):
        settings, site = folder / f"{name}.yml", folder / name
        settings.write_text(SETTINGS.format(docs=folder / "site" / "markdown", site=site) + more, "utf-8")
        call: list[str | Path] = [mkdocs, "build", "--quiet", "--config-file", settings]
        rows.append(
            Row(name, 0, [run(Case("", [*map(str, call)], folder)) for _ in range(rounds)])._replace(pages=pages(site))
        )
    return rows


def measured(place: Path, size: int, rounds: int, mkdocs: Path | None) -> list[Row]:
    """All rows of one size; only okrlint has a cache, which is its own."""
    folder = place / str(size)
    plans = write(folder, size)
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder / "cache")
    ENVIRONMENT["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    rows = own_rows(folder, plans, rounds)
    ENVIRONMENT.pop("PYTHONPATH")
    return rows if mkdocs is None else rows + mkdocs_rows(folder, mkdocs, rounds)


def table(size: int, rows: list[Row]) -> str:
    """The figures of one size, each beside okrlint's cold run and, where it ran, mkdocs."""
    cold = rows[0].seconds
    other = next((row.seconds for row in rows if row.name == "mkdocs"), None)
    lines = [
        f"{size} plans",
        "",
        "| command | CPU s | HTML pages | ms a page | × cold | × mkdocs | peak MiB |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        against = f"{row.seconds / other:.2f}" if other else "–"
        peak = max(cost.mebibytes for cost in row.costs)
        figures = f"{row.seconds:.2f} | {row.pages:,} | {1000 * row.seconds / row.pages:.2f} | {row.seconds / cold:.2f}"
        lines.append(f"| {row.name} | {figures} | {against} | {peak:.0f} |")
    return "\n".join(lines)


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
        for size in given.sizes:
            rows = measured(Path(place), size, given.rounds, mkdocs if size <= LARGEST_FOR_MKDOCS else None)
            print(table(size, rows), end="\n\n", flush=True)  # noqa: T201  this is what it is for


if __name__ == "__main__":
    main()
