"""`make bars`: run every bar at full size and write docs/trust.md; `--quick` runs the part that every test run has."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bars.table import bars, page, tallies

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Exit with 1 when a bar is missed or could not be run."""
    quick = sys.argv[1:] == ["--quick"]
    tests = sorted({test for bar in bars() for test in bar.tests})
    files = {test for test in tests if "::" not in test}
    asked = [test for test in tests if test in files or test.partition("::")[0] not in files]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "--numprocesses=auto", "--dist=loadfile"]
        command += [f"--junitxml={report}", "-o", "junit_family=xunit1", *asked]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "OKRLINT_BARS": "quick" if quick else "full"}, check=False)
        reached = tallies(report.read_text("utf-8"))
    versions = f"Python {platform.python_version()} on {platform.system()}"
    size = "The part of each bar that every test run has" if quick else "Each bar at its full size"
    text = page(reached, size, datetime.datetime.now(tz=datetime.UTC).date().isoformat(), _commit(), versions)
    (ROOT / "docs" / "trust.md").write_text(text, "utf-8")
    return int(any(tally.verdict != "met" for tally in reached.values()))


def _commit() -> str:
    call = ("git", "rev-parse", "--short", "HEAD")
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
