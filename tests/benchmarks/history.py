"""A repository of many plans over many weeks, and how long it takes to read beside git alone.

python -m tests.benchmarks.history          200 plans, 13 weeks
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from okrlint.history.git import Git
from okrlint.history.timeline import timeline
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.remembering import remember
from okrlint.workspace.workspace import open_workspace
from tests.benchmarks.corpus import RUNNING, company, plan

FIRST = datetime.date(2026, 9, 28)
_CHECK_INS = re.compile(r"(?<=        check_ins:\n)(?:          .*\n)+")
_BASELINE = re.compile(r"baseline:\n +value: (\d+)")


def versions(index: int, weeks: int) -> Iterator[str]:
    """One running plan, week by week, each with one more number a key result."""
    whole = plan(8 * index, 8 * index + 8)
    starts = iter([])  # type: ignore[var-annotated]
    for week in range(weeks):
        starts = iter(int(found) for found in _BASELINE.findall(whole))
        yield _CHECK_INS.sub(lambda _, week=week, starts=starts: _numbers(next(starts), week + 1), whole)  # type: ignore[misc]


def _numbers(start: int, count: int) -> str:
    days = (FIRST + datetime.timedelta(days=7 * (week + 1)) for week in range(count))
    return "".join(f"          {day}: {start + start * week // 100}\n" for week, day in enumerate(days))


def stream(count: int, weeks: int) -> Iterator[bytes]:
    """The repository as `git fast-import` reads it: one commit a week."""
    plans = [list(versions(index, weeks)) for index in range(count)]
    for week in range(weeks):
        moment = datetime.datetime.combine(FIRST + datetime.timedelta(days=7 * week), datetime.time(12), datetime.UTC)
        who = f"Ana <ana@example.com> {int(moment.timestamp())} +0000"
        message = f"week {week}"
        yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {len(message)}\n{message}\n".encode()
        if week == 0:
            yield _file("okrs/company.yaml", company(8 * count))
            yield _file("okrlint.toml", 'as_of = "2026-12-20"\n')
        for index, texts in enumerate(plans):
            yield _file(f"okrs/{RUNNING}/team-{index:03}.yaml", texts[week])


def _file(path: str, text: str) -> bytes:
    data = text.encode()
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


def write(folder: Path, count: int, weeks: int) -> None:
    """Make the repository, with its newest state checked out."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
    data = b"".join(stream(count, weeks))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, check=True, input=data)
    subprocess.run(["git", "checkout", "--quiet", "--force", "main"], cwd=folder, check=True)


def _git_alone(folder: Path) -> None:
    """The two processes that no reading can do without."""
    walk = ("--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--format=%H")
    listed = subprocess.run(["git", "log", *walk, "--", "okrs"], cwd=folder, check=True, capture_output=True).stdout
    names = {line.split()[3] for line in listed.splitlines() if line.startswith(b":")}
    given = b"".join(name + b"\n" for name in names)
    subprocess.run(["git", "cat-file", "--batch", "--buffer"], cwd=folder, check=True, input=given, capture_output=True)


def _read_only(folder: Path) -> None:
    git = Git(root=folder)
    names = {step.after for commit in timeline(git, ("okrs",)) for step in commit.steps if step.after}
    for _ in git.contents(sorted(names), 1024 * 1024):
        pass


def _measured(name: str, work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    middle = statistics.median(times)
    print(f"{name:<44}{1000 * middle:8.0f} ms")  # noqa: T201
    return middle


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--count", type=int, default=200)
    parser.add_argument("--weeks", type=int, default=13)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as cache:
        folder = Path(name).resolve()
        os.environ["XDG_CACHE_HOME"] = cache
        write(folder, given.count, given.weeks)
        alone = _measured("git log --raw and git cat-file --batch", lambda: _git_alone(folder), given.rounds)
        ours = _measured("the same through okrlint, nothing parsed", lambda: _read_only(folder), given.rounds)
        workspace = open_workspace(folder)
        paths = workspace.paths()
        company = workspace.load(paths).company
        _measured("history, nothing cached", lambda: remember(workspace, company, CacheFolder(None)), 1)
        remember(workspace, company, CacheFolder(Path(cache)))
        _measured("history, cached", lambda: remember(workspace, company, CacheFolder(Path(cache))), given.rounds)
        print(f"reading beside git alone: {ours / alone:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
