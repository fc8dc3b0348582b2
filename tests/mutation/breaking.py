"""Writes every mutant of a checkout into its folder `mutants`, by mutmut's own generator, and what each one changes.

mutmut's runner is not used: it gives thousands of test names to pytest once more for every mutant, which takes longer
than the tests themselves, and it takes a test that only follows another one's memory for a test of nothing.
"""

from __future__ import annotations

import ast
import difflib
import importlib
import json
from pathlib import Path
from typing import Any

_FOLDER = Path("mutants")


def main() -> None:
    """Run in the folder of a checkout that may be written to."""
    _FOLDER.mkdir()
    files = importlib.import_module("mutmut.utils.file_utils")
    files.copy_src_dir()
    files.copy_also_copy_files()
    settings = importlib.import_module("mutmut.configuration").config()
    changes: dict[str, str] = {}
    for path in sorted(files.walk_mutatable_files()):
        changes.update(_broken(path))
    options = [*settings.pytest_add_cli_args, *settings.pytest_add_cli_args_test_selection]
    (_FOLDER / "options.json").write_text(json.dumps(options), "utf-8")
    (_FOLDER / "changes.json").write_text(json.dumps(changes), "utf-8")


def _broken(path: Path) -> dict[str, str]:
    """Each mutant's name and change; the file in the folder holds all of them and takes the one that is asked for."""
    mutation: Any = importlib.import_module("mutmut.mutation.file_mutation")
    text = path.read_text("utf-8")
    made = mutation.mutate_file_contents(str(path), text)
    (_FOLDER / path).write_text(made.code, "utf-8")
    module = ".".join(path.with_suffix("").parts)
    bodies = _bodies(made.code, set(made.mutant_names))
    return {f"{module}.{name}": _change(bodies[_original(name)], bodies[name]) for name in made.mutant_names}


def _bodies(code: str, names: set[str]) -> dict[str, list[str]]:
    lines = code.splitlines()
    asked = names | {_original(name) for name in names}
    return {
        node.name: [line.strip().replace(node.name, "") for line in lines[node.lineno - 1 : node.end_lineno]]
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in asked
    }


def _original(name: str) -> str:
    return name.partition("__mutmut_")[0] + "__mutmut_orig"


def _change(before: list[str], after: list[str]) -> str:
    """The lines that the mutant takes away and those that it puts in."""
    lines = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    gone = " ".join(line[2:].strip() for line in lines if line[0] == "-")
    come = " ".join(line[2:].strip() for line in lines if line[0] == "+")
    return f"{gone} → {come}"


if __name__ == "__main__":
    main()
