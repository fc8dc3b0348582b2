"""Pages whose shown output has been run: `python -m tests.docs_pages` writes it anew.

A block of YAML or TOML that begins with `# demo: PATH` is a file of the page's own scratch repository; with `commit DAY MESSAGE` behind the path
everything is committed there. A block of any other kind is such a file where ` demo: PATH` stands behind its kind. A console block begins
with `$ okrlint …`, run in this checkout, or with `demo$ okrlint …`, run in that repository; the lines below are what it
printed, with ` 2>&1` behind the call what it said besides too, and with ` | head -N` the first of them.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"```(?P<kind>\w+)(?: demo: (?P<file>\S+))?\n(?P<body>.*?)```", re.DOTALL)
_COMMIT = r"(?: commit (?P<day>\d{4}-\d\d-\d\d) (?P<message>[^\n]+))?"
_DEMO = re.compile(rf"# demo: (?P<path>\S+){_COMMIT}\n(?P<text>.*)", re.DOTALL)
_ANA = {"NAME": "Ana", "EMAIL": "ana@example.com"}
_CALL = re.compile(r"(?P<prompt>(?:demo)?\$) okrlint(?P<arguments>[^\n]*)\n")


def pages() -> tuple[Path, ...]:
    """The hand-written pages; the pages of the rules are generated whole."""
    return (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))


def refreshed(text: str) -> str:
    """A page with the output of its calls as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder)
        return _BLOCK.sub(lambda found: _block(found, demo), text)


def _block(found: re.Match[str], demo: Path) -> str:
    kind, body = found.group("kind"), found.group("body")
    if found.group("file"):
        (demo / found.group("file")).write_text(body, "utf-8")
    file = _DEMO.fullmatch(body)
    if kind in ("yaml", "toml") and file:
        target = demo / file.group("path")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.group("text"), "utf-8")
        if file.group("day"):
            _commit(demo, file.group("day"), file.group("message"))
    call = _CALL.match(body)
    if kind != "console" or call is None:
        return found.group()
    return f"```console\n{call.group()}{_output(call, demo)}```"


def _commit(demo: Path, day: str, message: str) -> None:
    """Commit everything as Ana on a day, so that every machine makes the same commit."""
    moment = f"{day}T12:00:00+00:00"
    people = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in _ANA.items()}
    environment = {**os.environ, **people, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    settings = ("-c", "commit.gpgsign=false", "-c", "core.autocrlf=false", "-c", "init.defaultBranch=main")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", message)):
        subprocess.run(["git", *settings, *arguments], cwd=demo, env=environment, check=True, capture_output=True)


def _output(call: re.Match[str], demo: Path) -> str:
    folder = demo if call.group("prompt") == "demo$" else ROOT
    called, _, most = call.group("arguments").partition(" | head -")
    arguments = called.removesuffix(" 2>&1")
    done = subprocess.run(
        [sys.executable, "-m", "okrlint", *shlex.split(arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if arguments != called else subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise ValueError(f"okrlint{call.group('arguments')}: {done.stderr}")
    return "".join(done.stdout.splitlines(keepends=True)[: int(most) if most else None])


def main() -> None:
    """Write every page anew."""
    for page in pages():
        page.write_text(refreshed(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
