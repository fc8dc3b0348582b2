"""The project about itself: what can be forgotten has a test here that remembers it."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import okrlint

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")

# A file or a function that is longer than the house style says, and why that reads better than two.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {
    "okrlint/source/event_reader.py:_build": "the one loop over parser events; a call for each costs a tenth of a run",
    "okrlint/source/quick_reader.py:_read": "the one loop over rows, for the same reason",
}
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40

# Put together here, so that this file does not name what it looks for.
REGISTRY_HOSTS = re.compile(
    r"|".join(
        re.escape(name + "." + top)
        for name, top in [("pypi", "org"), ("files.pythonhosted", "org"), ("registry.npmjs", "org")]
    )
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|farm|root|home|Users)" + r"/\w")


def tracked_files() -> list[Path]:
    """What git keeps and what it would keep, as it stands on the disk."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def python_files(*folders: str) -> list[Path]:
    """Every Python file of the folders, in order."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def named(paths: list[Path]) -> list[str]:
    """The paths as a reader of a failure knows them."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


def pyproject() -> dict[str, Any]:
    """The project file as data."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pins(lock: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Package name to its version and hashes; a line that is neither fails."""
    found: dict[str, tuple[str, set[str]]] = {}
    name = ""
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        if pin := re.fullmatch(r"([a-z0-9.-]+)==([\w.+!]+)( ; [^:/]+)? \\", line):
            name = canonicalize_name(pin[1])
            found[name] = (pin[2], set())
        elif digest := re.fullmatch(r"    --hash=(sha256:[0-9a-f]{64})( \\)?", line):
            found[name][1].add(digest[1])
        else:
            pytest.fail(f"{lock}: neither a version nor a hash: {line}")
    return {name: (version, frozenset(hashes)) for name, (version, hashes) in found.items()}


def requirements(group: str) -> list[Requirement]:
    """The runtime requirements with those of a dependency group and the groups that it includes."""
    project = pyproject()
    lines = list(project["project"]["dependencies"])
    groups = [group]
    for name in groups:
        for entry in project["dependency-groups"][name]:
            if isinstance(entry, str):
                lines.append(entry)
            else:
                groups.append(entry["include-group"])
    return [Requirement(line) for line in lines]


def test_version_is_the_same_in_both_places() -> None:
    """The version that the package tells is the one that it is published under."""
    assert pyproject()["project"]["version"] == okrlint.__version__


def test_no_module_is_a_drawer() -> None:
    """Words that say nothing of a job name no module, in the package or in the tests."""
    drawer = re.compile(r"(^|_)(utils?|helpers?|managers?|handlers?|common|misc)(_|$)")
    paths = [
        path for path in python_files("okrlint", "tests") if drawer.search(path.stem) or drawer.search(path.parent.name)
    ]
    assert named(paths) == []


def test_files_fit_in_one_sitting() -> None:
    """No module has more than 300 lines, unless the list says why."""
    long = [path for path in python_files("okrlint") if path.read_text("utf-8").count("\n") > LINES_OF_A_FILE]
    assert sorted(named(long)) == sorted(LONG_FILES)


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its docstring left out."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def test_functions_fit_in_one_view() -> None:
    """No function has more than 40 lines, unless the list says why."""
    long = [
        f"{path.relative_to(ROOT).as_posix()}:{function.name}"
        for path in python_files("okrlint")
        for function in functions(path)
        if code_lines(function) > LINES_OF_A_FUNCTION
    ]
    assert sorted(long) == sorted(LONG_FUNCTIONS)


def tells_what_it_is_for(test: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a test has a sentence, or rows with ids that a person can read."""
    decorators = " ".join(ast.unparse(decorator) for decorator in test.decorator_list)
    return ast.get_docstring(test) is not None or bool(re.search(r"\b(ids?)=", decorators))


def test_every_test_tells_what_it_is_for() -> None:
    """Each test has a one-sentence docstring or a human id on each of its rows."""
    mute = [
        f"{path.relative_to(ROOT).as_posix()}:{function.name}"
        for path in python_files("tests")
        for function in functions(path)
        if function.name.startswith("test_") and not tells_what_it_is_for(function)
    ]
    assert mute == []


def test_no_file_names_a_registry_or_a_machine() -> None:
    """What is committed works anywhere: no package registry's host, no path of one machine."""
    found = []
    for path in tracked_files():
        for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), 1):
            if REGISTRY_HOSTS.search(line) or MACHINE_PATH.search(line):
                found.append(f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:100]}")
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_versions_and_hashes_only(lock: str) -> None:
    """A lock file is made of exact versions, each with its hashes, and of nothing else."""
    locked = pins(lock)
    assert locked
    assert [name for name, (_, hashes) in locked.items() if not hashes] == []


@pytest.mark.parametrize(("lock", "group"), [("requirements.lock", "build"), ("requirements-dev.lock", "dev")])
def test_lock_answers_the_project_file(lock: str, group: str) -> None:
    """Every requirement of pyproject.toml is locked at a version that it allows: otherwise `make lock`."""
    locked = {name: version for name, (version, _) in pins(lock).items()}
    unmet = [
        str(requirement)
        for requirement in requirements(group)
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"), prereleases=True)
    ]
    assert unmet == []


def test_tests_run_on_what_users_run_on() -> None:
    """The lock for development repeats the one for running, version by version and hash by hash."""
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_changelog_is_ready_for_the_next_change() -> None:
    """The changelog begins with an Unreleased section and uses the usual words for kinds of change."""
    headings = re.findall(r"^(##+) (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == ("##", "[Unreleased]")
    kinds = {title for level, title in headings if level == "###"}
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_lines_end_alike() -> None:
    """No text file in git has carriage returns; tests that need them write them themselves."""
    listed = subprocess.run(["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True, check=True)
    odd = [line for line in listed.stdout.splitlines() if line.startswith(("i/crlf", "i/mixed"))]
    assert odd == []
