"""`python -m tests.fuzz reader -max_total_time=600`: fuzz until something breaks; the rest goes to libFuzzer.

What is found is written to tests/crashers/, where a test keeps it from coming back. Needs atheris, which `make fuzz` installs.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

CRASHERS = Path(__file__).resolve().parent.parent / "crashers"


def main() -> None:
    """Fuzz the target that is named first."""
    # Only `make fuzz` installs it, so a type checker does not know it.
    atheris = importlib.import_module("atheris")

    with atheris.instrument_imports(include=["okrlint"]):
        from tests.fuzz.targets import PLAN, TARGETS

    target = TARGETS[sys.argv[1]]
    found = CRASHERS / sys.argv[1]
    found.mkdir(parents=True, exist_ok=True)
    seeds = found.parent.parent / "fuzz" / "corpus" / sys.argv[1]
    seeds.mkdir(parents=True, exist_ok=True)
    (seeds / "plan").write_bytes(PLAN)
    atheris.Setup([sys.argv[0], f"-artifact_prefix={found}/", "-max_len=4096", *sys.argv[2:], str(seeds)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
