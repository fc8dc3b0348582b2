"""Style sheets and scripts that lie beside this module, as the site carries them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_BLANKS = ((" {", "{"), ("{ ", "{"), ("; }", "}"), ("; ", ";"), (": ", ":"), (", ", ","), (" > ", ">"))
"""Blanks that mean nothing in our own sheets; none of them stands in a text in quotes there."""


@cache
def asset(name: str) -> bytes:
    """The bytes of a file of this folder, such as `tv.js`."""
    return (_HERE / name).read_bytes()


@cache
def sheet(name: str) -> bytes:
    """A style sheet of this folder without comments and without blanks that mean nothing, a rule a line."""
    text = re.sub(r"/\*.*?\*/", "", asset(name).decode(), flags=re.DOTALL)
    lines = (line.strip() for line in text.split("\n"))
    kept = "\n".join(line for line in lines if line)
    for blank, short in _BLANKS:
        kept = kept.replace(blank, short)
    return f"{kept}\n".encode()
