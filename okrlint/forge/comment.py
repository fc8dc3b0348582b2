"""One comment of a pull request, known by a hidden first line: its text, and what has to be done to it.

The first line names the key, so that several comments can live side by side, and a hash of the text, so that a text
that is there already costs no call and nobody a notification.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from enum import Enum

from okrlint.tuples import NamedTuple

CHARACTERS = 60_000
"""A comment on GitHub has at most 65,536; the rest is for the marker and the last line."""
BYTES = 240_000
"""In UTF-8; GitHub was seen to refuse more than 262,144."""
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NOTHING = "### okrlint\n\nNothing to report any more.\n"
_CUT = "\nThe rest did not fit; the log of the job has it all.\n"
_FOOT = "\n<sub>okrlint keeps this comment up to date.</sub>\n"


class Comment(NamedTuple):
    """A comment as a forge hands it out."""

    id: int
    author: str
    body: str


class Action(Enum):
    """What has to be done."""

    NOTHING = "nothing to do"
    CREATE = "a comment was written"
    UPDATE = "the comment was brought up to date"


class Decision(NamedTuple):
    """What has to be done to which comment, and the whole text that it then has."""

    action: Action
    body: str = ""
    id: int | None = None
    """Of the comment that is brought up to date."""


def decide(comments: Iterable[Comment], author: str, key: str, text: str, *, only_update: bool = False) -> Decision:
    """What to do for a text to stand in the comment of this author with this key.

    Nothing is begun for an empty text, nor with `only_update`; a comment that is there says then that all is well. Of
    several comments the newest counts. Whatever others write into their first line counts for nothing.
    """
    wanted = body(key, text)
    own = [comment for comment in comments if comment.author == author and _key(comment.body) == key]
    if not own:
        starts = bool(text.strip()) and not only_update
        return Decision(action=Action.CREATE, body=wanted) if starts else Decision(action=Action.NOTHING)
    newest = max(own)
    if _first_line(newest.body) == _first_line(wanted):
        return Decision(action=Action.NOTHING)
    return Decision(action=Action.UPDATE, body=wanted, id=newest.id)


def body(key: str, text: str) -> str:
    """The whole comment: the hidden line, the text as far as it fits, and who writes here."""
    shown = fitting(text if text.strip() else _NOTHING)
    digest = hashlib.sha256(shown.encode()).hexdigest()[:16]
    return f"<!-- okrlint:comment v1 key={key} hash={digest} -->\n{shown.rstrip()}\n{_FOOT}"


def fitting(text: str) -> str:
    """The text, cut behind a line where it is too long; what is open there is closed."""
    lines = text.splitlines(keepends=True)
    kept = _kept(lines)
    return text if kept == len(lines) else _closed(lines[:kept]) + _CUT


def _kept(lines: Sequence[str]) -> int:
    """How many lines fit."""
    characters = size = 0
    for number, line in enumerate(lines):
        characters += len(line)
        size += len(line.encode("utf-8", "replace"))
        if characters > CHARACTERS or size > BYTES:
            return number
    return len(lines)


def _closed(lines: Sequence[str]) -> str:
    """Lines of Markdown with a block of code and folded parts closed that are open at their end."""
    fence = ""
    folded = 0
    for line in lines:
        found = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
        elif not fence:
            folded += line.count("<details>") - line.count("</details>")
    return "".join(lines) + (f"{fence}\n" if fence else "") + "\n</details>\n" * max(folded, 0)


def _first_line(text: str) -> str:
    return text.partition("\n")[0].rstrip()


def _key(text: str) -> str:
    """The key of a comment of ours; nothing for any other."""
    found = re.fullmatch(r"<!-- okrlint:comment v1 key=(\S+) hash=[0-9a-f]{16} -->", _first_line(text))
    return found[1] if found else ""
