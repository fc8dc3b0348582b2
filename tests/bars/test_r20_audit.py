"""R20: nothing of the repository under review is run, nothing is fetched, and no program but git is started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from tests.bars.conftest import Figure

_TRAPS = (
    *(
        "yaml.py",
        "click.py",
        "jinja2.py",
        "jsonschema.py",
        "okrlint.py",
        "sitecustomize.py",
        "usercustomize.py",
        "json.py",
    ),
    *("conftest.py", "okrlint_plugin.py", "plugins/rule.py", "okrs/rules.py", "okrlint/__init__.py", "setup.py"),
)
"""Names that a careless program would load from the folder that it is started in."""
_COMMANDS = (
    ("check",),
    ("check", "--fix", "--diff"),
    ("check", "--format", "sarif"),
    ("report", "--out", "out"),
    ("diff", "HEAD"),
    ("log",),
    ("show",),
    ("due",),
    ("rule", "owner-missing"),
)


@pytest.fixture(scope="module")
def trapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository full of files that would tell if they were loaded."""
    root = tmp_path_factory.mktemp("trapped")
    for path, text in files_of(Example("")).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for name in _TRAPS:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("open('loaded', 'a').write(__file__)\nraise SystemExit(99)\n", "utf-8")
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for call in (("init", "-q", "-b", "main"), ("add", "."), (*identity, "commit", "-q", "-m", "plan")):
        subprocess.run(("git", *call), cwd=root, check=True)
    return root


@pytest.mark.parametrize("command", _COMMANDS, ids=" ".join)
def test_only_okrlint_and_git_run(command: tuple[str, ...], trapped: Path, tmp_path: Path, figure: Figure) -> None:
    """An audit hook sees no import from the tree, no socket and no program but git."""
    script = Path(sysconfig.get_path("scripts")) / "okrlint"
    log = tmp_path / "log"
    hook = Path(__file__).parent / "audit"
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        (sys.executable, script, *command),
        cwd=trapped,
        env={**plain, "PYTHONPATH": str(hook), "AUDIT_LOG": str(log), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr
    assert not (trapped / "loaded").exists()
    lines = log.read_text("utf-8").splitlines()
    assert _foreign(lines, trapped) == []
    figure(f"`{' '.join(command)}`: {len(lines):,} events")


def test_the_hook_sees_what_is_forbidden(trapped: Path) -> None:
    """The test itself would notice an import from the tree, a socket and a program."""
    git = shutil.which("git")
    seen = [f"exec\t'{trapped}/yaml.py'", "socket.connect\t('x',)", "subprocess.Popen\t('/bin/sh', ['sh'])"]
    assert _foreign([*seen, f"subprocess.Popen\t({git!r}, ['git'])", "import\t('json', None)"], trapped) == seen


def _foreign(lines: list[str], tree: Path) -> list[str]:
    git = shutil.which("git")
    allowed = ("subprocess.Popen\t('git', ", f"subprocess.Popen\t({git!r}, ", "import\t", "exec\t")
    # A pair of sockets between threads of one process reaches nobody.
    return [
        line
        for line in lines
        if not line.startswith((*allowed, "socket.__new__"))
        or (line.startswith(("import\t", "exec\t")) and str(tree) in line)
    ]
