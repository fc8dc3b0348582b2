"""okrlint in a child process, with what it took."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

MEBIBYTE = 1024 * 1024


class Run(NamedTuple):
    """How a run ended and what it took."""

    code: int
    """Negative where a signal ended it."""
    out: bytes
    err: bytes
    seconds: float
    """Wall time, with the start of Python."""
    mebibytes: float
    """The most memory that was resident at once."""


def run(folder: Path, *command: str, address_space: int = 512 * MEBIBYTE, patience: float = 60) -> Run:
    """Run okrlint with bounded address space in bytes; after so many seconds it is ended by a signal."""
    return run_program(folder, (sys.executable, "-m", "okrlint", *command), address_space, patience)


def run_program(folder: Path, command: tuple[str, ...], address_space: int, patience: float) -> Run:
    """The same for any program."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    wrapper = Path(__file__).parent / "measured.py"
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.NamedTemporaryFile() as used:
        started = time.perf_counter()
        child = subprocess.Popen(
            (sys.executable, wrapper, str(address_space), used.name, *command),
            cwd=folder,
            env=plain,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        alarm = threading.Timer(patience, os.killpg, (child.pid, signal.SIGKILL))
        alarm.start()
        code = child.wait()
        seconds = time.perf_counter() - started
        alarm.cancel()
        out.seek(0)
        err.seek(0)
        return Run(code, out.read(), err.read(), seconds, int(used.read() or 0) / 1024)
