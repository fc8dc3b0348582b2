"""Files that only some pages load: style sheets and scripts that lie beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def asset(name: str) -> bytes:
    """The bytes of a file of this folder, such as `tv.js`."""
    return (_HERE / name).read_bytes()
