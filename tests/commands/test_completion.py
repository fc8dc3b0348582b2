"""Completion in the shells themselves: what a person types, presses the tab key behind, and gets."""

from __future__ import annotations

import os
import pty
import select
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from okrlint.cli import cli
from okrlint.discovery import names
from tests.commands.conftest import Call

LEADS = "marketing/2026-Q4#demand.leads"
PROGRAM = """#!{python}
import os, sys
sys.path.insert(0, {checkout!r})
sys.argv[0] = "okrlint"
if "_OKRLINT_COMPLETE" not in os.environ and sys.argv[1] != "completion":
    open({log!r}, "a").write(" ".join(sys.argv[1:]) + "\\n")
    sys.exit()
from okrlint.door import main
main()
"""
TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Makes the terminal that a shell is given its own, as a window does."""
START = {
    "bash": (("--norc", "--noprofile", "-i"), 'eval "$(okrlint completion bash)"; PS1=REA; PS1=${PS1}DY'),
    "zsh": (("-f", "-i"), 'autoload -U compinit; compinit -D; eval "$(okrlint completion zsh)"; PS1=REA; PS1=${PS1}DY'),
    "fish": (
        ("--no-config", "--interactive"),
        "okrlint completion fish | source; function fish_prompt; echo -n REA(echo DY); end",
    ),
}


@pytest.fixture
def program(tmp_path: Path, checkout: Path) -> Path:
    """A folder with an okrlint that completes, and otherwise only notes down how it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    text = PROGRAM.format(python=sys.executable, checkout=str(checkout), log=str(folder / "calls"))
    (folder / "okrlint").write_text(text, "utf-8")
    (folder / "okrlint").chmod(0o755)
    return folder


def typed(shell: str, program: Path, repository: Path, keys: str, completed: str) -> str:
    """What a shell calls okrlint with after somebody has typed these keys, seen the completion and pressed return."""
    arguments, start = START[shell]
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    calls = program / "calls"
    environment = {"PATH": f"{program}:{os.environ['PATH']}", "HOME": str(program), "TERM": "dumb", "LANG": "C.UTF-8"}
    master, slave = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", TERMINAL, path, *arguments],
        cwd=repository,
        env=environment,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    try:
        _send(master, f"{start}\n")
        seen = _wait_for(master, lambda text: "READY" in text)
        before, _, behind = keys.partition("\t")
        _send(master, f"{before}\t")
        # Only then the rest: with keys still waiting zsh takes a tab for a tab.
        seen += _wait_for(master, lambda text: completed in text)
        _send(master, f"{behind}\n")
        seen += _wait_for(master, lambda _text: calls.exists())
        assert calls.exists(), seen
    finally:
        child.kill()
        child.wait()
        os.close(master)
    return calls.read_text("utf-8").strip()


def _send(master: int, text: str) -> None:
    os.write(master, text.encode())


def _wait_for(master: int, is_there: object) -> str:
    """Read what the shell prints until something is there, ten seconds at most."""
    assert callable(is_there)
    seen, until = "", time.monotonic() + 10
    while time.monotonic() < until and not is_there(seen):
        ready, _, _ = select.select([master], [], [], 0.05)
        if ready:
            try:
                seen += os.read(master, 65536).decode("utf-8", "replace")
            except OSError:
                break
    return seen


@pytest.mark.parametrize("shell", START)
def test_a_shell_completes_addresses(program: Path, repository: Path, shell: str) -> None:
    """The tab key makes a whole address of its beginning, right in the shell."""
    keys = "okrlint check-in marketing/2026-Q4#demand.l\t 5"
    assert typed(shell, program, repository, keys, "demand.leads") == f"check-in {LEADS} 5"


def test_bash_completes_everything(program: Path, repository: Path) -> None:
    """Commands, parts of addresses and plans; nothing for what is none, and never a message."""
    script = f"""
    cd {shlex.quote(str(repository))}; PATH={shlex.quote(str(program))}:$PATH
    eval "$(okrlint completion bash)"
    try() {{ COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _okrlint_completion okrlint; echo "${{COMPREPLY[*]}}"; }}
    try okrlint clo; try okrlint check-in lea; try okrlint new ''; try okrlint nonsense b
    """
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["close", "leads", "marketing/2027-Q1", ""]
    assert done.stderr == ""


def test_a_broken_repository_says_nothing(program: Path, repository: Path) -> None:
    """Settings that are wrong, files that cannot be read and folders without plans leave the line as it is."""
    (repository / "okrlint.toml").write_text("preset = 5", "utf-8")
    (repository / "empty").mkdir()
    for folder in (repository, repository / "empty"):
        done = subprocess.run(
            [program / "okrlint"],
            cwd=folder,
            env={
                **os.environ,
                "_OKRLINT_COMPLETE": "bash_complete",
                "COMP_WORDS": "okrlint check-in lea",
                "COMP_CWORD": "2",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.stdout.strip(), done.stderr) == ("", "")


def test_ids_that_a_shell_would_take_apart_are_not_offered(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An id with a blank, a quote or a dollar sign cannot be typed as it is."""
    path = repository / "okrs/2026-Q4/marketing.yaml"
    path.write_text(path.read_text("utf-8").replace("id: leads", 'id: "leads; $(reboot)"'), "utf-8")
    monkeypatch.chdir(repository)
    found = ShellComplete(cli, {}, "okrlint", "_OKRLINT_COMPLETE").get_completions(
        ["check-in"], "marketing/2026-Q4#demand."
    )
    assert found
    assert [item.value for item in found if "reboot" in item.value] == []


def test_half_a_word_is_no_mistake(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody types, the default command and the help for misspelt ones stay out of it."""
    monkeypatch.chdir(repository)
    complete = ShellComplete(cli, {}, "okrlint", "_OKRLINT_COMPLETE").get_completions
    assert [item.value for item in complete([], "")] == list(names("okrlint.commands"))
    assert complete(["chekc"], "") is not None
    assert [item.value for item in complete(["close"], "marketing/2026-Q4")] == ["marketing/2026-Q4"]
    assert [item.value for item in complete(["due"], "b")] == ["ben"]
    assert [item.value for item in complete(["rule"], "owner-m")] == ["owner-missing"]
    assert [item.value for item in complete(["check-in"], "--conf")] == ["--confidence"]


def test_the_ledger_is_asked_for_by_any_address(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans first; what one holds as soon as only that one is meant."""
    monkeypatch.chdir(repository)

    def complete(begun: str) -> list[str]:
        found = ShellComplete(cli, {}, "okrlint", "_OKRLINT_COMPLETE").get_completions(["log"], begun)
        return [item.value for item in found]

    assert complete("") == ["marketing/2026-Q4", "marketing/2026-Q3"]
    assert complete("marketing/2026-Q4")[:3] == ["marketing/2026-Q4", "marketing/2026-Q4#demand", LEADS]
    assert complete("marketing/2026-Q4#demand.l") == [LEADS]
    assert complete("nobody") == []


def test_the_script_of_each_shell(inside: Call) -> None:
    """The script is printed for the shells that there are, and no other."""
    for shell in START:
        assert "_OKRLINT_COMPLETE" in inside("completion", shell).out
    assert inside("completion", "tcsh").code == 2
    assert inside("completion").err.endswith("Choose from: bash, zsh, fish\n")
