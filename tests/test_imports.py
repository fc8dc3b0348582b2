"""Start-up time is a promise: what a call does not need it does not import."""

from __future__ import annotations

import json
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
    "email", "inspect", "locale", "pickle", "pkgutil", "socket", "threading", "uuid",
}  # fmt: skip
"""Parts of the standard library that cost milliseconds and that checking does without."""
COUNTING = """
import json, os, re, sys
compiled, compile = [], re._compiler.compile
def count(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"].split(".")[0] in ("re", "functools"):
        frame = frame.f_back
    if frame.f_globals["__name__"].startswith("okrlint."):
        compiled.append(str(pattern))
    return compile(pattern, flags)
re._compiler.compile = count
from okrlint.door import run
assert run() == 0
ours = {name: module for name, module in sys.modules.items() if name.startswith("okrlint")}
tuples = {each for module in ours.values() for each in vars(module).values()
    if isinstance(each, type) and hasattr(each, "_fields") and each.__module__ in ours.keys() - {"okrlint.tuples"}}
print(json.dumps({
    "modules beside the rules": sum(not name.startswith("okrlint.rules.") for name in ours),
    "patterns": len(compiled),
    "characters of patterns": sum(map(len, compiled)),
    "constructors of named tuples": sum("__new__" in vars(each) for each in tuples),
    "named tuples of the library": sum(each.__base__ is tuple for each in tuples),
}), file=sys.stderr)
"""
MOST = {
    "modules beside the rules": 140,
    "patterns": 50,
    "characters of patterns": 7_500,
    "constructors of named tuples": 40,
    "named tuples of the library": 0,
}
"""What may be done for one small plan: a little more than it was when each of these was a tenth of a check or more."""


def _told(folder: Path, code: str, *arguments: str) -> str:
    """What a program of Python says on standard error, in a folder."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr


def _imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that a call of okrlint imports, by name and by the names of their packages."""
    names = _told(folder, LISTING, *arguments).rpartition("modules: ")[2].split()
    return {name.rsplit(".", parts)[0] for name in names for parts in range(name.count(".") + 1)}


@pytest.fixture(scope="module")
def one_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One plan, outside of git: inside, git is asked which files are ignored."""
    folder = tmp_path_factory.mktemp("imports")
    write(folder, 1)
    return folder


@pytest.fixture(scope="module")
def checked(one_plan: Path) -> set[str]:
    """What checking one plan imports."""
    return _imported(one_plan, "check")


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


def test_a_plain_good_plan_needs_no_parser_and_no_validator(checked: set[str]) -> None:
    """What reads any YAML, explains what is wrong with it or with its shape waits for a plan that needs it."""
    readers = ("event_reader", "libyaml", "oddities", "syntax_words")

    assert checked & {"yaml", "jsonschema_rs", *(f"okrlint.source.{name}" for name in readers)} == set()
    assert checked & {f"okrlint.history.{name}" for name in ("compare", "facts", "history", "states")} == set()
    assert checked & {"okrlint.linting.printed", "okrlint.model.shape_words"} == set()


def test_a_small_check_does_little(one_plan: Path) -> None:
    """No more modules, patterns and constructors than a start has time for; a count, for times differ by machine."""
    counts = json.loads(_told(one_plan, COUNTING, "check").splitlines()[-1])

    assert {name: count for name, count in counts.items() if count > MOST[name]} == {}


def test_a_check_without_findings_works_out_no_fix(checked: set[str]) -> None:
    """What makes and verifies edits waits for a problem that has a fix."""
    makers = ("comment_fixes", "fixing", "growth", "lifting", "moving")

    assert checked & {f"okrlint.linting.{name}" for name in makers} == set()
    assert checked & {"okrlint.source.edit", "okrlint.source.quoting", "okrlint.source.second_reader"} == set()
