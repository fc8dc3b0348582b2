"""A text ends where YAML sees a comment, so its second half is lost.

In YAML a number sign behind a space begins a comment: `title: Grow #1 page` reads as "Grow", and reports show
it so. A number sign is taken for text where a comment would have a space behind it, before a number, and where
the text before it cannot end there ("the # of users").

When to ignore: when it is a comment after all; a space behind the number sign says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.file_texts import TEXT_FIELDS
from okrlint.linting.wording.place import address_at
from okrlint.linting.wording.prose import quoted
from okrlint.linting.wording.words import words
from okrlint.model.okr_file import OkrFile
from okrlint.source.document import Comment, Document, Path
from okrlint.source.span import Location


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Look at the comments that stand behind a text."""
    if not _may_cut(file.document.text.text, context.language):
        return
    language, comments = context.language, file.document.comments()
    suspects = [comment for comment in comments if not comment.own_line and _is_text(file, comment, language)]
    texts = {end: path for path, end in _ends(file)} if suspects else {}
    for comment in suspects:
        before = _before(file, comment)
        path = texts.get(comment.span.start.offset - len(before) + len(before.rstrip(" \t")))
        if path is not None:
            yield _problem(file, comment, path, language)


def _problem(file: OkrFile, comment: Comment, path: Path, language: str) -> Problem:
    read = file.document.scalar(path).raw
    left = f"what is left of `{path[-1]}` is {quoted(read)}" if read else f"nothing is left of `{path[-1]}`"
    return Problem(
        Location(file.path, comment.span),
        f"{quoted('#' + comment.text)} is read as a comment; {left}",
        "put the whole text in quotes",
        address=address_at(file, path),
        fix=_fix(file.document, comment, path, language),
    )


def _fix(document: Document, comment: Comment, path: Path, language: str) -> Fix | None:
    """The whole text in quotes; what is a comment behind it stays one. None inside brackets, which may be cut too."""
    if document.in_flow(path):
        return None
    from okrlint.source.edit import Edit
    from okrlint.source.quoting import quote

    scalar, text = document.scalar(path), document.text
    start, end = scalar.span.start.offset, comment.span.start.offset + len(_cut_off(scalar.raw, comment, language))
    whole = (scalar.raw + text.text[scalar.span.end.offset : end]).strip()
    edit = Edit(text.span(start, end), ("" if scalar.raw else " ") + quote(whole))
    return Fix("put the whole text in quotes", (edit,), ((path, whole),), safe=False)


def _cut_off(before: str, comment: Comment, language: str) -> str:
    """The part of a comment, with its number sign, that was meant as text: up to a comment inside of it."""
    whole = f"#{comment.text}"
    for found in re.finditer(r"(?<=\s)#", whole):
        at = found.start()
        if not _reads_on(f"{before} {whole[:at]}".rstrip(), whole[at + 1 :], language):
            return whole[:at].rstrip()
    return whole.rstrip()


def _ends(file: OkrFile) -> Iterator[tuple[Path, int]]:
    """The plain texts of the file with the offset at which each ends."""
    for path, scalar in file.document.scalars():
        if path and path[-1] in TEXT_FIELDS and scalar.style == "plain":
            yield path, scalar.span.end.offset


def _before(file: OkrFile, comment: Comment) -> str:
    """What stands before a comment on its line."""
    start = comment.span.start
    return file.document.text.line(start.line)[: start.column - 1]


def _is_text(file: OkrFile, comment: Comment, language: str) -> bool:
    return _reads_on(_before(file, comment).rstrip(" \t"), comment.text, language)


def _reads_on(before: str, behind: str, language: str) -> bool:
    """Whether a person meant the number sign between as part of the text; a comment has a space on both sides."""
    if behind.strip().startswith("okrlint:"):
        return False
    if behind[:1].strip() or behind.strip()[:1].isdigit():
        return True
    if not before[-1:].isalnum() or before[-1].isdecimal():
        return False
    last = re.search(r"[^\W\d_]{1,40}\Z", before)
    return last is not None and last.group().lower() in words("prose", "open ends", language)


_LONGEST_WORD = 40
"""Characters; a search for the end of a text tries each letter before it."""
_MOST_SIGNS = 20
"""Number signs of a line that are looked at; a line of nothing else is no plan, and must not take for ever."""


def _may_cut(text: str, language: str) -> bool:
    """A quick look that most files do not pass: whether a number sign behind something could be meant as text."""
    return any(
        before.strip() and _reads_on(before.rstrip(" \t"), behind, language) for before, behind in _around_signs(text)
    )


def _around_signs(text: str) -> Iterator[tuple[str, str]]:
    """What stands on its line before and behind each number sign that has a blank before it."""
    at = text.find("#")
    if at >= 0 and "\r" in text:
        text = text.replace("\r", "\n")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from _around_signs_of_line(text[start:end])
        at = text.find("#", end)


def _around_signs_of_line(line: str) -> Iterator[tuple[str, str]]:
    """The same of one line, up to the most signs; each line is looked at once, however many signs it has."""
    at, seen = line.find("#"), 0
    while at >= 0 and seen < _MOST_SIGNS:
        if line[at - 1 : at] in (" ", "\t"):
            yield line[:at], line[at + 1 :]
        at, seen = line.find("#", at + 1), seen + 1


RULE = Rule(
    id="cut-by-comment",
    group="housekeeping",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Increase leads from #1 page by 25%  # <- what is left of `title` is "Increase leads from"
""",
            fixed="""
- title: Increase leads from #1 page by 25%
+ title: "Increase leads from #1 page by 25%"
""",
        ),
        Example(
            """
why: We do not know the # of agencies  # <- what is left of `why` is "We do not know the"
""",
            at="objective",
            fixed="""
- why: We do not know the # of agencies
+ why: "We do not know the # of agencies"
""",
        ),
    ),
    good=(
        Example(
            """
title: "Increase leads from the #1 page by 25%"
"""
        ),
        Example(
            """
title: Increase leads by 25%  # agreed with sales
note: Agencies say "C# first" when they ask for leads
"""
        ),
    ),
)
