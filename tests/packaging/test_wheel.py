"""What is published: a wheel that holds everything and works where no checkout is near."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import okrlint

PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
status: active
leed: ana
objectives:
  - title: Become the first name that [Name] think of
    key_results:
      - title: Increase marketing-qualified leads by 25% vs. 2026-Q3
"""


def build(source: Path, kind: str, target: Path) -> Path:
    """Build a `wheel` or an `sdist` with the locked build tool, and hand out the one file it wrote."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout."""
    return build(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


def contents(wheel: Path) -> set[str]:
    """The files of a wheel, but for its own records."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def expected_contents(checkout: Path) -> set[str]:
    """Every file of the package and every schema, under the name that it has when installed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "okrlint", "schemas"]
    listed = subprocess.run(command, cwd=checkout, check=True, capture_output=True, text=True).stdout
    names = [name for name in listed.split("\0") if name and (checkout / name).is_file()]
    return {name if name.startswith("okrlint/") else f"okrlint/{name}" for name in names}


def test_wheel_holds_code_templates_word_lists_and_schemas(wheel: Path, checkout: Path) -> None:
    """All that git keeps in the package and in schemas/ is in the wheel, and nothing else is."""
    assert contents(wheel) == expected_contents(checkout)


@pytest.mark.parametrize("suffix", [".py", ".j2", ".css", ".schema.json", "py.typed"])
def test_wheel_holds_each_kind_of_file(wheel: Path, suffix: str) -> None:
    """The kinds of file that are easy to lose on the way are there, so that the comparison above compares something."""
    assert any(name.endswith(suffix) for name in contents(wheel))


def test_source_archive_builds_the_same_wheel(wheel: Path, checkout: Path, tmp_path: Path) -> None:
    """A wheel built from the source archive is, byte for byte, the one built from the checkout."""
    archive = build(checkout, "sdist", tmp_path / "archive")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    again = build(tmp_path / archive.name.removesuffix(".tar.gz"), "wheel", tmp_path / "again")
    assert contents(again) == contents(wheel)
    assert again.read_bytes() == wheel.read_bytes()


@pytest.fixture(scope="module")
def installed(wheel: Path, install_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The okrlint program of a fresh environment that the wheel was installed into, far from the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, "install", "--quiet", wheel], env=install_environment, check=True, capture_output=True)
    return python.with_name("okrlint")


def run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program in a folder, with that folder as the user's home."""
    return subprocess.run(
        [program, *arguments],
        cwd=folder,
        env={"HOME": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_installed_program_tells_its_version(installed: Path, tmp_path: Path) -> None:
    """`okrlint --version` works in an empty folder and names the version of the project file."""
    done = run(installed, tmp_path, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[-1] == okrlint.__version__


def test_installed_program_checks_a_plan(installed: Path, tmp_path: Path) -> None:
    """Far from the checkout the program finds its schemas and word lists.

    The plan has a field that only a schema knows to be wrong and a placeholder that only a word list knows.
    """
    folder = tmp_path / "okrs" / "2026-Q4"
    folder.mkdir(parents=True)
    (folder / "marketing.yaml").write_text(PLAN, "utf-8")
    done = run(installed, tmp_path, "check", "--format", "json", "--no-clock")
    found = {(finding["rule"], finding["line"]) for finding in json.loads(done.stdout)["findings"]}
    assert done.returncode == 1, done.stderr
    assert {("unknown-field", 6), ("placeholder", 8)} <= found
