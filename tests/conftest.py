"""What every test stands on: an environment that changes no output, the checkout, and the shared data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

_CACHE = tempfile.TemporaryDirectory(prefix="okrlint-tests-", ignore_cleanup_errors=True)
# Width, colour, language, time zone, CI and git's own variables (set while a hook runs the tests)
# all change what a program prints or finds.
_NAMES = {
    "CI",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "GITLAB_CI",
    "LANG",
    "LANGUAGE",
    "LINES",
    "NO_COLOR",
    "PRE_COMMIT",
    "PYTHONPATH",
    "SOURCE_DATE_EPOCH",
    "TZ",
}
_PREFIXES = ("GITHUB_", "GIT_", "LC_", "OKRLINT_", "PRE_COMMIT_", "XDG_")
_COMPLETE = "OKRLINT_TESTS_COMPLETE"
"""Set where everything is installed that some test wants: what is missing fails there instead of being passed over."""
_KEPT = {"OKRLINT_BARS", "OKRLINT_SHARED", _COMPLETE}
_UNREACHED = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")
"""How npm says that it has no network."""


def pytest_configure(config: pytest.Config) -> None:
    """Take out of the environment what would make a test depend on the machine that runs it, its clock and its luck."""
    config.addinivalue_line(
        "markers", "browser: loads pages in Debian's Chromium; passed over where it is not installed"
    )
    settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("steady")
    for name in sorted(os.environ):
        if name not in _KEPT and (name in _NAMES or name.startswith(_PREFIXES)):
            del os.environ[name]
    # What an earlier run has remembered changes nothing here, and nobody's own cache is touched; pip keeps its own.
    os.environ.setdefault("PIP_CACHE_DIR", str(Path.home() / ".cache" / "pip"))
    os.environ["XDG_CACHE_HOME"] = _CACHE.name


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    _CACHE.cleanup()


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root folder of the checkout that is tested."""
    return ROOT


def passed_over(reason: str) -> NoReturn:
    """A test that cannot run on this machine: skipped with a line that says so, failed where nothing may be missing."""
    if os.environ.get(_COMPLETE):
        pytest.fail(f"{reason}, and {_COMPLETE} is set")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def program() -> Callable[[str, str], str]:
    """Where a program is; tests that need one which is not installed are passed over, with how to get it."""

    def find(name: str, package: str) -> str:
        return shutil.which(name) or passed_over(f"{name} is not installed: apt-get install {package}")

    return find


@pytest.fixture(scope="session")
def node_modules(
    program: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path], Path]:
    """Install what is locked in a folder's package-lock.json somewhere else; vendored nowhere, no script of it run."""

    def install(locked: Path) -> Path:
        npm = program("npm", "npm")
        folder = tmp_path_factory.mktemp(locked.name)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(locked / name, folder)
        call = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
        done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False)
        if any(code in done.stderr for code in _UNREACHED):
            passed_over("npm cannot reach what it installs from")
        assert done.returncode == 0, done.stderr
        return folder / "node_modules"

    return install


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real plans and public test suites, which lies outside the repository."""
    shared = Path(os.environ.get("OKRLINT_SHARED", ROOT.parent / "shared"))
    if not (shared / "data").is_dir():
        pytest.skip("the shared data is not here: name its folder in OKRLINT_SHARED")
    return shared / "data"


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the locked runtime and build packages, so that installing in a test asks no index.

    This is the one step of the tests that may fetch something: what pip has in its cache it takes from there.
    """
    folder = tmp_path_factory.mktemp("wheelhouse")
    lock = ROOT / "requirements.lock"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    subprocess.run(
        [
            *pip,
            "download",
            "--require-hashes",
            "--only-binary=:all:",
            "--dest",
            folder,
            "--requirement",
            lock,
        ],
        check=True,
        stderr=subprocess.PIPE,
    )
    return folder


@pytest.fixture(scope="session")
def install_environment(wheelhouse: Path) -> dict[str, str]:
    """Variables under which pip, in whatever program starts it, installs from the wheelhouse and nothing else."""
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheelhouse.as_uri(), "PIP_CONFIG_FILE": os.devnull}
    return os.environ | offline
