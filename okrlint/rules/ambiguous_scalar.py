"""Other programs read this value as something else than text or the number that it looks like.

Plans are read by YAML's version 1.2, where `no` is a word and `1:30` is text. Many programs still follow
version 1.1 and make false and 90 of them: editors, spreadsheets, scripts of your own. Quotes make a value the
same for all of them. Keys and dates are left alone, and so are the yes and no of check-ins, which mean the same
in both versions.

When to ignore: when nothing but okrlint ever reads the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.fixes import quote_text, rewrite
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.file_texts import file_texts, telling
from okrlint.linting.wording.place import address_at
from okrlint.model.okr_file import OkrFile
from okrlint.source.document import Document, Path
from okrlint.source.scalars import BadNumber, resolve
from okrlint.source.span import Location

_MOST_DIGITS = 15
_LONGEST = 30
_WORDS = frozenset(("yes", "no", "on", "off", "y", "n"))
_SIGNS = tuple("0123456789+-")
_ANSWERS = frozenset(("yes", "no"))


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Look for plain values that YAML 1.1 reads as a boolean or as another number."""
    if not _has_suspect(file, context.language):
        return
    misread = {problem.path for problem in file.shape}
    for path, scalar in file.document.scalars():
        other = _other_reading(scalar.raw) if scalar.style == "plain" and 0 < len(scalar.raw) <= _LONGEST else None
        if other is not None and not (scalar.raw.lower() in _ANSWERS and _is_check_in(path)):
            number = None if path in misread else _number(scalar.raw)
            yield Problem(
                Location(file.path, scalar.span),
                f"`{scalar.raw}` is {other} for programs that read YAML 1.1",
                f'write "{scalar.raw}"' if number is None else f"write {number}",
                address=address_at(file, path),
                fix=_fix(file.document, path, number),
            )


def _number(raw: str) -> str | None:
    """A number as everybody reads it, without exponent and leading zeros; None for text, which gets quotes."""
    try:
        value = resolve(raw, _MOST_DIGITS)
    except BadNumber:
        return None
    plain = f"{Decimal(str(value)):f}" if isinstance(value, (int, float)) else ""
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or None


def _fix(document: Document, path: Path, number: str | None) -> Fix:
    return quote_text(document, path) if number is None else rewrite(document, path, number, f"write {number}")


def _is_check_in(path: Path) -> bool:
    return "check_ins" in path[-3:]


def _other_reading(raw: str) -> str | None:
    """What YAML 1.1 makes of a plain scalar, where it is not what YAML 1.2 makes of it."""
    found = _forms().fullmatch(raw)
    if found is None:
        return None
    if found.lastgroup == "word":
        return "true" if raw.lower() in ("yes", "on", "y") else "false"
    if found.lastgroup == "sixty":
        return "a number to base 60"
    return {"eight": "an octal number", "two": "a binary number", "text": "text"}.get(str(found.lastgroup), "a number")


@cache
def _forms() -> re.Pattern[str]:
    words = "|".join(f"{w}|{w.title()}|{w.upper()}" for w in sorted(_WORDS))
    parts = (
        rf"(?P<word>{words})",
        r"(?P<sixty>[-+]?[1-9]\d*:[0-5]?\d(?::[0-5]?\d)?(?:\.\d*)?)",
        r"(?P<eight>[-+]?0[0-7_]+)",
        r"(?P<two>[-+]?0b[01_]+)",
        r"(?P<grouped>[-+]?\d+_[\d_]*(?:\.\d*)?)",
        r"(?P<text>0o[0-7]+|[-+]?\d+[eE][-+]?\d+|0\d*[89]\d*)",
    )
    return re.compile("|".join(parts))


def _has_suspect(file: OkrFile, language: str) -> bool:
    """A quick look that most files do not pass: at the texts, and for numbers in an odd form."""
    document, (whole, exponent) = file.document, _odd_numbers()
    text = document.text.text
    may_have_exponent = document.odd_numbers or document.problems
    if any(odd.search(text) for odd in ((*whole, *exponent) if may_have_exponent else whole)):
        return True
    short = frozenset([string for string in file_texts(file).strings if len(string) < _LONGEST])
    return bool(telling(short, _is_suspect, language))


@cache
def _odd_numbers() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """For whole numbers, and for those with an exponent, which take longer to find because many words have an e.

    Each begins with a plain character, which is looked for ten times as fast as a digit.
    """
    whole, exponent = (r": 0[\do]", r"- 0[\do]"), (r"e(?<=\de)[-+]?\d", r"E(?<=\dE)[-+]?\d")
    return tuple(map(re.compile, whole)), tuple(map(re.compile, exponent))


def _is_suspect(text: str, language: str) -> bool:
    del language
    return text.lower() in _WORDS or (text[:1] in _SIGNS and _forms().fullmatch(text) is not None)


RULE = Rule(
    id="ambiguous-scalar",
    group="housekeeping",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
note: off  # <- `off` is false for programs that read YAML 1.1
""",
            fixed="""
- note: off
+ note: "off"
""",
        ),
        Example(
            """
note: 1:30  # <- `1:30` is a number to base 60
""",
            fixed="""
- note: 1:30
+ note: "1:30"
""",
        ),
    ),
    good=(
        Example(
            """
note: "1:30"
due: 2026-12-31
"""
        ),
        Example(
            """
title: Open the Berlin office for agencies
type: done
check_ins:
  2026-10-12: no
  2026-11-16: yes
""",
            without=("baseline", "growth", "guard"),
        ),
    ),
)
