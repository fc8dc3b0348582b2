"""`make mutation`: break the code in small ways and see whether a test notices; writes docs/mutation.md.

All mutants of the rooms that decide what a person is told would take hours; a sample is drawn by a seed, so that the same
commit gives the same sample. `python -m tests.mutation 2000` draws more.
"""

from __future__ import annotations

import datetime
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.mutation.page import Mutant, page

ROOT = Path(__file__).resolve().parent.parent.parent
_SEED = 20261122
_USUAL = 400
_KILLED = frozenset({1, 3, -24, 36, 37})
"""Exit codes by which mutmut says that a test failed, or that the mutant never came to an end."""


def main() -> None:
    """Clone the checkout as it is committed, so that nothing here is touched, and let mutmut work there."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else _USUAL
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "okrlint"
        subprocess.run(("git", "clone", "--quiet", ROOT, clone), check=True)
        _mutmut(clone, "okrlint.source.limits.*")
        names = sorted(_codes(clone))
        sample = sorted(random.Random(_SEED).sample(names, min(wanted, len(names))))  # noqa: S311 - drawn alike each time
        _mutmut(clone, *sample)
        codes = _codes(clone)
        mutants = [
            Mutant(name, codes[name] in _KILLED, _change(clone, name)) for name in sample if codes[name] is not None
        ]
        commit = subprocess.run(
            ("git", "rev-parse", "--short", "HEAD"), cwd=clone, capture_output=True, text=True, check=True
        ).stdout.strip()
    day = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    (ROOT / "docs" / "mutation.md").write_text(page(mutants, len(names), day, commit), "utf-8")


def _mutmut(clone: Path, *names: str) -> None:
    # It ends with an error where no mutant has the name; what it made until then is what is wanted.
    subprocess.run((sys.executable, "-m", "mutmut", "run", "--max-children", "2", *names), cwd=clone, check=False)


def _codes(clone: Path) -> dict[str, int | None]:
    found: dict[str, int | None] = {}
    for path in sorted((clone / "mutants").rglob("*.meta")):
        found.update(json.loads(path.read_text("utf-8"))["exit_code_by_key"])
    return found


def _change(clone: Path, name: str) -> str:
    """The lines that the mutant takes away and puts in."""
    done = subprocess.run(
        (sys.executable, "-m", "mutmut", "show", name), cwd=clone, capture_output=True, text=True, check=False
    )
    return " → ".join(_changed(done.stdout.splitlines()))


def _changed(lines: Iterable[str]) -> list[str]:
    return [line[1:].strip() for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]


if __name__ == "__main__":
    main()
