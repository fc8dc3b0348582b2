"""Text as people read it: what is no prose is blanked, and every character keeps its place."""

from __future__ import annotations

import re
from functools import cache

MOST_READ = 500
"""Characters of a title that a signal reads: more than any title has, few enough for a hostile one."""
_MOST_QUOTED = 70
"""Characters of a title that a message repeats."""


@cache
def _not_prose() -> re.Pattern[str]:
    parts = (
        r"`[^`\n]{1,400}`",  # code names things
        r"(?<=\])\([^()\s]{0,400}\)",  # where a Markdown link leads
        r"https?://[^\s)>\]]*",
        r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}",
        r"[*~]{1,3}",  # emphasis and strokes
        r"</?[A-Za-z][\w-]{0,30} [^<>]{0,200}>",
    )
    return re.compile("|".join(parts))


def readable(text: str) -> str:
    """The text with code, addresses and tags blanked; offsets stay those of the text."""
    if not any(sign in text for sign in "`(@:<*~"):
        return text
    return _not_prose().sub(blank, text)


def without_tags(text: str) -> str:
    """Tags such as `[P0]`, `(WIP)`, `KR 1.2:` and a label with a colon blanked: the verb stands behind them."""
    opening = _tags().match(text)
    return blank(opening) + text[opening.end() :] if opening else text


def blank(found: re.Match[str]) -> str:
    """As many spaces as the match is long: for `re.sub` where places must stay."""
    return " " * (found.end() - found.start())


def quoted(text: str) -> str:
    """A text in double quotes on one line, cut at a word where it is long: for messages."""
    line = " ".join(text.split())
    if len(line) > _MOST_QUOTED:
        line = line[: _MOST_QUOTED - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    return f'"{line}"'


@cache
def _tags() -> re.Pattern[str]:
    parts = (
        r"[-*\s]",
        r"\[[^\[\]\n]{0,30}\]",
        r"\([^()\n]{0,30}\)",
        r"(?:KR|P|O)[ -]?\d[\d.]*[:.)]? |\d[\d.]*[:.)] |\d\.\d ",  # numbers of a list
        r"\w{1,20}(?: \w{1,20})?: ",
        r"[^\w\s*\[({$€£<>\"'“‘-]",  # bullets and pictures
    )
    return re.compile(rf"(?:{'|'.join(parts)}){{1,12}}")
