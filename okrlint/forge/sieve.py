"""Markdown from an untrusted job, made harmless before it appears under a trusted name.

A pull request from a fork may change the job that wrote the text, so it is not known to be okrlint's. Text that okrlint
wrote passes unchanged, but for links: nothing that a forge could follow, fetch, run or send to people is left.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from functools import cache

_BREAK = "\u200b"
"""A space without width: it is not seen, and what it parts is no mention and no link any more."""
_KEPT = frozenset("\n\u200b\u200d\ufe0f")
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))


def sieved(text: str) -> str:
    """The text without mentions, references, links, images, foreign tags, diagrams and quick actions.

    Hidden characters are shown as U+FFFD. The tags left are `br`, `code`, `details`, `sub` and `summary`.
    """
    text = "".join(map(_seen, text.replace("\r\n", "\n")))
    for pattern, replacement in _steps():
        text = pattern.sub(replacement, text)
    return text


@cache
def _seen(character: str) -> str:
    hidden = character not in _KEPT and unicodedata.category(character) in _HIDDEN
    return "\ufffd" if hidden else character


@cache
def _steps() -> tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]:
    """What is looked for, in order, and what stands there afterwards."""
    return (
        (re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?(?!\u200b)"), _reference),
        (re.compile(r"<(?!/?(?:br|code|details|sub|summary)>)"), "&lt;"),
        (re.compile(r"@(?!\u200b)"), f"@{_BREAK}"),
        (re.compile(r"(?i)([!%~]|GH-|#(?!(?<=&#)[0-9]+;))(?=[0-9])"), rf"\1{_BREAK}"),
        (re.compile(r"\](?=[(\[:])"), f"]{_BREAK}"),
        (re.compile(r"(?<=:)//"), f"{_BREAK}//"),
        (re.compile(r"(?i)(www)\."), rf"\1{_BREAK}."),
        (re.compile(r"(?m)^(?=[ \t>]*/)"), _BREAK),
        (re.compile(r"(?m)(`{3,}|~{3,})[^\n`~]*$"), r"\1"),
    )


def _reference(found: re.Match[str]) -> str:
    """A character reference; forges look for mentions after they have resolved it."""
    return f"{found[0]}{_BREAK}" if html.unescape(found[0])[:1] in ("@", "#") else found[0]
