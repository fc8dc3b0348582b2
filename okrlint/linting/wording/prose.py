"""Text as people read it: what is no prose is blanked, and every character keeps its place."""

from __future__ import annotations

import re
from functools import cache

_MOST_QUOTED = 70
"""Characters of a title that a message repeats."""


@cache
def _not_prose() -> re.Pattern[str]:
    parts = (
        r"`[^`\n]{1,400}`",  # code names things
        r"(?<=\])\([^()\s]{0,400}\)",  # where a Markdown link leads
        r"https?://[^\s)>\]]*",
        r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}",
        r"</?[A-Za-z][\w-]{0,30} [^<>]{0,200}>",
    )
    return re.compile("|".join(parts))


def readable(text: str) -> str:
    """The text with code, addresses and tags blanked; offsets stay those of the text."""
    if not any(sign in text for sign in "`(@:<"):
        return text
    return _not_prose().sub(blank, text)


def blank(found: re.Match[str]) -> str:
    """As many spaces as the match is long: for `re.sub` where places must stay."""
    return " " * (found.end() - found.start())


def quoted(text: str) -> str:
    """A text in double quotes on one line, cut at a word where it is long: for messages."""
    line = " ".join(text.split())
    if len(line) > _MOST_QUOTED:
        line = line[: _MOST_QUOTED - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    return f'"{line}"'
