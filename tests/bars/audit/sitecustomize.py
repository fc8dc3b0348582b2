"""Loaded by Python before anything else: writes down what the program imports, opens, connects to and starts."""

from __future__ import annotations

import os
import sys

_LOG = os.open(os.environ["AUDIT_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
_WATCHED = (
    "import",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.startfile",
    "exec",
    "ctypes.dlopen",
)


def _note(event: str, details: tuple[object, ...]) -> None:
    if event.startswith("socket.") or event in _WATCHED:
        shown = details[0].co_filename if event == "exec" and details else details[:2]  # type: ignore[attr-defined]
        os.write(_LOG, f"{event}\t{shown!r}\n".encode("utf-8", "backslashreplace"))


sys.addaudithook(_note)
