"""A review as the comment of a pull request: the verdict first, a screen of rows, the rest folded, never too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.escaping import markdown
from okrlint.history.change import CHECK_IN, GOALPOST, SCOPE, WORDING, WORK, Change
from okrlint.history.rows import row_of
from okrlint.linting.finding import Finding
from okrlint.review.form import Form
from okrlint.review.review import Review

MARKER = "<!-- okrlint:diff v1 -->"
"""The first line: a bot finds its own comment by it. Titles cannot forge it, because they never hold a live `<`."""
LONGEST = 60_000
"""Characters of the whole; forges refuse comments of more than 65,536."""
_SHOWN = 20
"""Rows outside of the folds; with heads and verdict fewer than forty lines."""
_FOLDED = 60
"""Rows in each fold."""
_CELL = 200
"""Characters of a cell before it is cut; escaped, each may become seven."""


def render(review: Review) -> str:
    """The comment; empty where nothing changed, so that nothing is posted."""
    if not (review.changes or review.new or review.fixed):
        return ""
    for rows, fold in ((_SHOWN, _FOLDED), (10, 20), (5, 5), (1, 1)):
        text = "\n".join(_lines(review, rows, fold)) + "\n"
        if len(text) <= LONGEST:
            break
    return text


def _lines(review: Review, shown: int, folded: int) -> Iterator[str]:
    yield from (MARKER, f"## OKR changes: {markdown(_cut(review.verdict or 'nothing in meaning', 300))}", "")
    yield from (f"{markdown(review.base)} to {markdown(review.head)}", "")
    if review.only_check_ins:
        check_ins, work = _of(review, CHECK_IN), _of(review, WORK)
        yield from _table(check_ins or work, shown)
        yield from _fold("Actions", work if check_ins else (), folded)
    else:
        main = [change for change in review.changes if change.kind not in (WORDING, WORK, CHECK_IN)]
        yield from _table(main, shown)
        yield from _groups(review, shown, folded, alone=not main)
    for found in review.pipeline[:3]:
        yield from (f"**Pipeline:** {markdown(found.words.removeprefix('pipeline of '))}", "")
    yield from _findings("New findings", review.new, folded)
    yield from _findings("Findings mended", review.fixed, folded)
    yield from (f"Note: {markdown(_cut(note))}" for note in review.notes[:3])


def _groups(review: Review, shown: int, folded: int, *, alone: bool) -> Iterator[str]:
    """What is said below the table, each kind in a fold; where there is no table the first one is seen at once."""
    for title, kind in (("Wording", WORDING), ("Actions", WORK), ("Check-ins", CHECK_IN)):
        changes = _of(review, kind)
        yield from _table(changes, shown) if alone else _fold(title, changes, folded)
        alone = alone and not changes


def _of(review: Review, kind: str) -> list[Change]:
    return [change for change in review.changes if change.kind == kind]


def _table(changes: Sequence[Change], most: int) -> Iterator[str]:
    if not changes:
        return
    yield from ("| | What | Where | Before → after | Effect |", "|---|---|---|---|---|")
    for change in changes[:most]:
        row = row_of(change)
        where = f"{_cut(row.name)} ({change.address})"
        effect = row.effect if change.kind in (GOALPOST, SCOPE, CHECK_IN) else ""
        yield f"| {row.sign} | {row.what} | {_cell(where)} | {_cell(row.step)} | {_cell(effect)} |"
    yield from _more(len(changes) - most)
    yield ""


def _more(left: int) -> Iterator[str]:
    if left > 0:
        yield f"| | | and {left} more | | |"


def _fold(title: str, changes: Sequence[Change], most: int) -> Iterator[str]:
    if changes:
        yield from (f"<details><summary>{title} ({len(changes)})</summary>", "")
        yield from _table(changes, most)
        yield from ("</details>", "")


def _findings(title: str, findings: Sequence[Finding], most: int) -> Iterator[str]:
    if not findings:
        return
    yield from (f"<details><summary>{title} ({len(findings)})</summary>", "", "| severity | rule | where | what |")
    yield "|---|---|---|---|"
    for finding in findings[:most]:
        place = f"{finding.location.path}:{finding.location.span.start.line}"
        yield f"| {finding.severity} | {finding.rule} | {_cell(place)} | {_cell(finding.message)} |"
    if len(findings) > most:
        yield f"| | | and {len(findings) - most} more | |"
    yield from ("", "</details>", "")


def _cell(text: str) -> str:
    return markdown(_cut(text))


def _cut(text: str, length: int = _CELL) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


FORM = Form(id="markdown", render=render)
