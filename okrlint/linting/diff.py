"""A file before and after, as lines that people and `patch` can read."""

from __future__ import annotations

from difflib import unified_diff

from okrlint.escaping import terminal


def unified(path: str, before: bytes, after: bytes) -> str:
    """The unified diff of one file; foreign text in it is made harmless for a terminal."""
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    return "".join(_shown(line) for line in unified_diff(old, new, f"a/{path}", f"b/{path}"))


def _shown(line: str) -> str:
    return f"{terminal(line.rstrip(chr(10)).rstrip(chr(13)))}\n"
