"""The container: linted by the real linter of Dockerfiles, and its promises read out of the file.

No test builds it, because that needs a daemon; what its first stage runs is tried in a folder instead.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def instructions(checkout: Path) -> list[tuple[str, str]]:
    """The instructions of the Dockerfile in order, each with its text on one line."""
    text = re.sub(r"^#.*\n", "", (checkout / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    lines = re.sub(r"\s*\\\n\s*", " ", text).splitlines()
    return [(line.split()[0], line.partition(" ")[2]) for line in lines if line]


def stages(instructions: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The instructions stage by stage."""
    found: list[list[tuple[str, str]]] = []
    for name, text in instructions:
        if name == "FROM":
            found.append([])
        found[-1].append((name, text))
    return found


def test_the_linter_of_dockerfiles_is_content(checkout: Path) -> None:
    """The linter hadolint finds nothing, not even in its mildest category."""
    hadolint = Path(sys.executable).parent / "hadolint"
    arguments = [str(hadolint), "--format", "json", "--failure-threshold", "style", "Dockerfile"]
    done = subprocess.run(arguments, cwd=checkout, capture_output=True, text=True, check=False)

    assert json.loads(done.stdout) == []
    assert done.returncode == 0, done.stderr


def test_it_runs_as_nobody_special(instructions: list[tuple[str, str]]) -> None:
    """The last stage ends as a user of its own, in the folder that people mount, with okrlint as its program."""
    last = dict(stages(instructions)[-1])

    assert last["USER"] == "10001"
    assert last["WORKDIR"] == "/src"
    assert json.loads(last["ENTRYPOINT"]) == ["okrlint"]


def test_nothing_that_builds_is_left(instructions: list[tuple[str, str]]) -> None:
    """The last stage installs nothing, drops pip, and takes one folder from the stage before."""
    last = stages(instructions)[-1]
    run = " ".join(text for name, text in last if name == "RUN")

    assert [text for name, text in last if name == "COPY"] == ["--from=build /opt/okrlint /opt/okrlint"]
    assert "pip uninstall --yes pip" in run
    assert not re.search(r"\b(apt-get|curl|wget|install|hatchling)\b", run)


def test_every_installed_package_is_locked(instructions: list[tuple[str, str]]) -> None:
    """What is fetched is checked against its hash, and every other call of pip is kept from fetching."""
    text = " && ".join(text for name, text in instructions if name == "RUN")
    calls = [call for call in text.split(" && ") if re.search(r"\bpip .*\b(install|wheel|download)\b", call)]

    assert len(calls) == 4
    assert [call for call in calls if not re.search(r"--require-hashes|--no-index|--no-deps --no-build", call)] == []


def test_only_what_is_copied_is_sent(checkout: Path, instructions: list[tuple[str, str]]) -> None:
    """The build sees the files that it copies and no other: no plans, no history, no environment."""
    copied = {
        source.rstrip("/")
        for name, text in instructions
        if name == "COPY" and not text.startswith("--from")
        for source in text.split()[:-1]
    }
    lines = (checkout / ".dockerignore").read_text("utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]

    assert patterns[0] == "*"
    assert {line[1:] for line in patterns if line.startswith("!")} == copied
    assert all((checkout / source).exists() for source in copied)
    assert fnmatch("okrlint/rules/__pycache__", patterns[-1])


def test_the_first_stage_makes_an_environment_that_works(
    checkout: Path, tmp_path: Path, instructions: list[tuple[str, str]], install_environment: dict[str, str]
) -> None:
    """Its last step, tried here: the environment runs okrlint, and neither pip nor the build tool is in it."""
    wheels = Path(install_environment["PIP_FIND_LINKS"].removeprefix("file://"))
    script = next(text for name, text in instructions if name == "RUN" and "hatchling" in text)
    # The environment of the tests has the locked build tool, and a `pip` that the shell finds under this name.
    script = script.partition(" && ")[2].replace("--wheel-dir /wheels", f"--wheel-dir {tmp_path}")
    script = script.replace("--find-links /wheels", f"--find-links {wheels} --find-links {tmp_path}")
    script = script.replace("/opt/okrlint", str(tmp_path / "okrlint"))
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = install_environment | {"PATH": path}
    subprocess.run(["sh", "-euc", script], cwd=checkout, env=environment, check=True, capture_output=True)

    programs = tmp_path / "okrlint" / "bin"
    ran = subprocess.run([programs / "okrlint", "check"], cwd=checkout, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not list(programs.glob("pip*"))
    assert not list((tmp_path / "okrlint").rglob("hatchling"))
