"""Which program this is, as far as its output may depend on it: what another one has kept is not to be trusted."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from okrlint import __version__

_LIBRARIES = ("jinja2", "markdown_it", "markupsafe", "yaml", "jsonschema_rs", "jsonschema")
_KEPT = (".py", ".j2", ".css", ".js", ".svg", ".txt", ".toml", ".json", ".yaml")
_SIZE = 16


@cache
def program_key() -> bytes:
    """A short name for okrlint's files as they are now, its libraries and Python.

    The version alone would do for a released package. While somebody works on okrlint, files change under one version.
    """
    key = hashlib.blake2b(f"{__version__}\n{sys.version}\n".encode(), digest_size=_SIZE)
    for line in sorted(_states()):
        key.update(f"{line}\n".encode("utf-8", "replace"))
    return key.digest()


def _states() -> Iterator[str]:
    package = Path(__file__).resolve().parents[1]
    for folder, _, files in os.walk(package):
        for name in files:
            if name.endswith(_KEPT):
                yield _state(os.path.join(folder, name))  # noqa: PTH118  hundreds of files, at each start
    for name in _LIBRARIES:
        found = importlib.util.find_spec(name)
        if found is not None and found.origin is not None:
            yield _state(found.origin)


def _state(path: str) -> str:
    state = os.stat(path)  # noqa: PTH116
    return f"{path} {state.st_size} {state.st_mtime_ns}"
