"""The tools that read the code are tests like any other: none is ever skipped, and a missing tool fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run_tool(checkout: Path, *arguments: str) -> None:
    """Run a tool of the environment that runs the tests; fail with all that it printed."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=checkout,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}{done.stderr}"


def test_code_passes_ruff(checkout: Path) -> None:
    """Ruff finds nothing, with every rule on but for those that pyproject.toml gives a reason for."""
    run_tool(checkout, "-m", "ruff", "check", "--quiet", "--output-format=concise")


def test_code_is_formatted(checkout: Path) -> None:
    """The layout is the formatter's: `make format` writes it."""
    run_tool(checkout, "-m", "ruff", "format", "--check", "--quiet")


def test_types_pass_mypy_strict(checkout: Path) -> None:
    """Types of the package and of the tests hold in strict mode."""
    run_tool(checkout, "-m", "mypy")


def test_imports_keep_the_contract(checkout: Path) -> None:
    """Rooms import downwards only, plug-ins never each other, and libraries stay behind their walls."""
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run_tool(checkout, "-c", lint_imports, "--no-logo", "--no-cache")
