"""Same input, same bytes: on every machine, on every day, in every language, from every folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

FORMATS = ("text", "json")
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _check(folder: Path, format_id: str, **variables: str) -> bytes:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "okrlint",
            "check",
            "--format",
            format_id,
            "--fail-on",
            "never",
            "--preset",
            "all",
            "--ignore",
            "honesty",
        ],
        cwd=folder,
        env={**PLAIN, **variables},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout


@pytest.fixture(scope="module")
def company(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of our example company in a repository of its own, with something to find in every file."""
    root = tmp_path_factory.mktemp("company")
    (root / ".git").mkdir()
    _copy(checkout, root, sorted((checkout / "okrs").rglob("*.yaml")))
    return root


def _copy(checkout: Path, root: Path, paths: list[Path]) -> None:
    """Write the company's files in the order given; each gets a field that there is not."""
    shutil.copy(checkout / "okrlint.toml", root)
    for path in paths:
        copy = root / path.relative_to(checkout)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes() + "übrig: 🎯\n".encode())


@pytest.fixture(scope="module", params=FORMATS)
def expected(request: pytest.FixtureRequest, company: Path) -> tuple[str, bytes]:
    """A format, and what the check says in it."""
    said = _check(company, request.param)
    assert said.count(b"unknown-field") > 5
    return request.param, said


SURROUNDINGS = (
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati"},
    {"TZ": "America/Adak"},
    {"LC_ALL": "C"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    {"PYTHONUTF8": "0", "LC_ALL": "C"},
    {"COLUMNS": "20", "LINES": "5"},
    {"TERM": "dumb"},
)


@pytest.mark.parametrize(
    "variables", SURROUNDINGS, ids=lambda found: " ".join(f"{name}={value}" for name, value in found.items())
)
def test_no_variable_changes_a_byte(variables: dict[str, str], company: Path, expected: tuple[str, bytes]) -> None:
    """Hash seed, time zone, language and width of the terminal do not matter."""
    assert _check(company, expected[0], **variables) == expected[1]


@pytest.mark.parametrize("below", ["okrs", "okrs/2026-Q4"])
def test_no_folder_changes_a_byte(below: str, company: Path, expected: tuple[str, bytes]) -> None:
    """From a folder inside the repository the paths and findings are the same."""
    assert _check(company / below, expected[0]) == expected[1]


def test_the_way_to_a_folder_changes_no_byte(company: Path, expected: tuple[str, bytes], tmp_path: Path) -> None:
    """Through a symbolic link the repository is the same."""
    (tmp_path / "link").symlink_to(company)

    assert _check(tmp_path / "link", expected[0]) == expected[1]


@pytest.mark.parametrize("seed", [1, 2])
def test_no_order_of_files_changes_a_byte(
    seed: int, checkout: Path, expected: tuple[str, bytes], tmp_path: Path
) -> None:
    """A folder lists its files in the order in which they came; findings do not."""
    paths = sorted((checkout / "okrs").rglob("*.yaml"))
    Random(seed).shuffle(paths)  # noqa: S311  the same order again for the same seed
    (tmp_path / ".git").mkdir()
    _copy(checkout, tmp_path, paths)

    assert _check(tmp_path, expected[0]) == expected[1]
