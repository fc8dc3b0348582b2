"""How much of a file okrlint is willing to look at."""

from __future__ import annotations

from okrlint.tuples import NamedTuple


class Limits(NamedTuple):
    """Bounds that keep time and memory small on any input; only the command line or the user's own file raises them."""

    file_bytes: int = 1024 * 1024
    line_bytes: int = 10_000
    scalar_characters: int = 64 * 1024
    depth: int = 50
    nodes: int = 50_000
    digits: int = 15


DEFAULT_LIMITS = Limits()
