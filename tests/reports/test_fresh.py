from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_committed_reports_are_fresh(checkout: Path) -> None:
    """`reports/` is what `okrlint report` writes for `okrs/`, byte for byte."""
    done = subprocess.run(
        [sys.executable, "-m", "okrlint", "report", "--check"],
        cwd=checkout,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), "run: make report"
