"""A review for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from okrlint.escaping import one_line, terminal
from okrlint.history.change import Change
from okrlint.history.rows import row_of
from okrlint.linting.finding import Finding
from okrlint.review.form import Form
from okrlint.review.review import Review


def render(review: Review) -> str:
    """The verdict, then the changes of each plan, then findings that came and went."""
    if not (review.changes or review.new or review.fixed or review.notes):
        return ""
    return "".join(f"{line}\n" for line in _lines(review))


def _lines(review: Review) -> Iterator[str]:
    yield terminal(f"{review.base} to {review.head}: {review.verdict or 'nothing changed in meaning'}")
    by_plan = sorted(review.changes, key=lambda change: (change.plan, change.order))
    for plan, changes in groupby(by_plan, key=lambda change: change.plan):
        yield from ("", terminal(plan))
        for change in changes:
            yield from _change(change)
    if review.pipeline:
        yield ""
    yield from (terminal(found.words) for found in review.pipeline)
    yield from _findings("New findings", review.new)
    yield from _findings("Mended", review.fixed)
    yield from (terminal(f"note: {note}") for note in review.notes)


def _change(change: Change) -> Iterator[str]:
    row = row_of(change)
    yield terminal(one_line(f"  {row.sign} {row.what}  {row.name}: {row.step}")).replace(row.sign, f"  {row.sign}", 1)
    if row.effect:
        yield f"      {terminal(one_line(row.effect))}"


def _findings(title: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    if findings:
        yield from ("", title)
        for finding in findings:
            place = f"{finding.location.path}:{finding.location.span.start.line}"
            yield f"  {terminal(place)}: {finding.severity} {finding.rule}: {terminal(one_line(finding.message))}"


FORM = Form(id="text", render=render)
