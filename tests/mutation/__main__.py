"""`make mutation`: break the code in small ways and see whether a test notices; writes docs/mutation.md.

All mutants of the rooms that decide what a person is told would take hours; a sample is drawn by a seed, so that the same
commit gives the same sample. `python -m tests.mutation 2000` draws more.
"""

from __future__ import annotations

import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutation.page import Sampling, page
from tests.mutation.survivors import notes
from tests.mutation.verdicts import Mutant, drawn

ROOT = Path(__file__).resolve().parent.parent.parent
_SEED = 20261122
_USUAL = 250


def main() -> None:
    """Clone the checkout as it is committed, so that nothing here is touched, and break the clone."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else _USUAL
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "okrlint"
        _run("git", "clone", "--quiet", str(ROOT), str(clone), at=ROOT)
        _run(sys.executable, "-m", "tests.mutation.breaking", at=clone)
        changes: dict[str, str] = json.loads((clone / "mutants" / "changes.json").read_text("utf-8"))
        names = drawn(sorted(changes), wanted, random.Random(_SEED))  # noqa: S311 - drawn alike each time
        mutants = [Mutant(name, told, changes[name]) for name, told in _tried(clone, names).items()]
        commit = _run("git", "rev-parse", "--short", "HEAD", at=clone).strip()
    _report(Sampling(mutants, len(changes), _SEED, datetime.datetime.now(tz=datetime.UTC).date().isoformat(), commit))


def _tried(clone: Path, names: list[str]) -> dict[str, str]:
    """What became of each mutant; pytest runs in the folder of the mutants and ends well whatever it finds."""
    folder = clone / "mutants"
    (folder / "sample.json").write_text(json.dumps(names), "utf-8")
    _run(
        sys.executable, "-m", "pytest", "-p", "tests.mutation.trial", "--basetemp=scratch", *_options(folder), at=folder
    )
    found: dict[str, str] = json.loads((folder / "verdicts.json").read_text("utf-8"))
    return found


def _options(folder: Path) -> list[str]:
    told: list[str] = json.loads((folder / "options.json").read_text("utf-8"))
    return told


def _run(*command: str, at: Path) -> str:
    # The variable takes out the folder that the package is installed from: the broken copy is to be imported.
    done = subprocess.run(
        command, cwd=at, env={**os.environ, "PYTHONPATH": str(at)}, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} ended with {done.returncode}\n{done.stdout[-4000:]}")
    return done.stdout


def _report(sampling: Sampling) -> None:
    (ROOT / "docs" / "mutation.md").write_text(page(sampling, notes()), "utf-8")
    killed = sum(one.is_killed for one in sampling.mutants)
    sys.stdout.write(f"{killed} of {len(sampling.mutants)} killed\n")


if __name__ == "__main__":
    main()
