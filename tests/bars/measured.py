"""Starts a program with bounded address space and writes down the most memory that it had: `measured.py LIMIT FILE COMMAND…`.

A small process of its own does it, because a program that is started by a large one is said to have been as large.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path


def main() -> None:
    """End as the program ends: with its exit code, or by the signal that ended it."""
    limit, report, *command = sys.argv[1:]
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (int(limit), int(limit)))
        os.execvp(command[0], command)  # noqa: S606 - the caller's own command
    _, status, used = os.wait4(child, 0)
    Path(report).write_text(str(used.ru_maxrss), "ascii")
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(-code, signal.SIG_DFL) if -code not in (signal.SIGKILL, signal.SIGSTOP) else None
        os.kill(os.getpid(), -code)
    sys.exit(code)


if __name__ == "__main__":
    main()
