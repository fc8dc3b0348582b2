"""Start-up time is a promise: what a call does not need it does not import."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.corpus import write

LISTING = """
import sys
before = set(sys.modules)
from okrlint.__main__ import main
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
print("modules:", *sorted(set(sys.modules) - before), file=sys.stderr)
"""
LIBRARIES = {"jinja2", "jsonschema", "referencing", "rpds", "markdown_it", "ruamel", "markupsafe", "pygls", "rich"}
"""What other commands than the check need."""
HEAVY = {
    "asyncio", "concurrent", "csv", "dataclasses", "difflib", "http", "importlib.metadata", "importlib.resources", "logging",
    "multiprocessing", "shutil", "sqlite3", "ssl", "subprocess", "tempfile", "unittest", "webbrowser", "xml", "zipfile",
}  # fmt: skip
"""Parts of the standard library that cost milliseconds and that checking does without."""


def _imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that a call of okrlint imports, by name and by the names of their packages."""
    done = subprocess.run(
        [sys.executable, "-c", LISTING, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        capture_output=True,
        text=True,
        check=True,
    )
    names = done.stderr.rpartition("modules: ")[2].split()
    return {name.rsplit(".", parts)[0] for name in names for parts in range(name.count(".") + 1)}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What checking one plan imports, outside of git: inside, git is asked which files are ignored."""
    folder = tmp_path_factory.mktemp("imports")
    write(folder, 1)
    return _imported(folder, "check")


def test_telling_the_version_imports_next_to_nothing(tmp_path: Path) -> None:
    """No library, none of our rooms, nothing heavy: not even what reads a command line."""
    imported = _imported(tmp_path, "--version")

    assert imported & (LIBRARIES | HEAVY | {"click", "yaml", "tomllib", "decimal", "json", "re", "pathlib"}) == set()
    assert {name for name in imported if name.startswith("okrlint")} == {"okrlint", "okrlint.__main__"}


@pytest.mark.parametrize("arguments", [("--version",), ("--version", "--help"), ("-h",)])
def test_the_step_before_the_door_says_what_the_door_says(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """The version is told in the same bytes, whichever way it is asked for."""
    code = "from okrlint.{module} import main; main()"
    told = {
        subprocess.run(
            [sys.executable, "-c", code.format(module=module), *arguments], capture_output=True, check=True
        ).stdout
        for module in ("__main__", "door")
    }

    assert len(told) == 1


def test_a_check_imports_only_what_checking_needs(checked: set[str]) -> None:
    """No templates, no Markdown, no second reader, nothing heavy."""
    assert checked & (LIBRARIES | HEAVY) == set()


def test_a_check_enters_no_room_of_reports(checked: set[str]) -> None:
    """Pages, their views and foreign formats belong to other commands, and nothing that starts git is there."""
    rooms = ("rendering", "views", "reports", "exchange", "forge", "history.git", "history.timeline")

    assert checked & {f"okrlint.{room}" for room in rooms} == set()


def test_a_check_prints_in_one_format_only(checked: set[str]) -> None:
    """A format is imported when it is asked for."""
    assert {name for name in checked if name.startswith("okrlint.formats.")} == {"okrlint.formats.text"}


def test_a_plain_check_waits_for_no_reader_of_command_lines(checked: set[str]) -> None:
    """A call with nothing but paths is understood without click and what click imports."""
    assert checked & {"click", "inspect", "gettext", "uuid", "okrlint.cli", "okrlint.commands"} == set()


def test_a_check_without_findings_works_out_no_fix(checked: set[str]) -> None:
    """What makes and verifies edits waits for a problem that has a fix."""
    makers = ("comment_fixes", "fixing", "growth", "lifting", "moving")

    assert checked & {f"okrlint.linting.{name}" for name in makers} == set()
    assert checked & {"okrlint.source.edit", "okrlint.source.quoting", "okrlint.source.second_reader"} == set()
