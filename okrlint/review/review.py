"""All that a review of a change needs: the changes, and the findings that came and went."""

from __future__ import annotations

from collections.abc import Iterable

from okrlint.history.change import CHECK_IN, EASED, GOALPOST, SCOPE, WORK, Change
from okrlint.linting.finding import Finding
from okrlint.review.pipeline_sum import PipelineSum
from okrlint.tuples import NamedTuple

FAIL_ON = ("eased", "scope", "any", "never")


class Review(NamedTuple):
    """What lies between two states of the plans."""

    base: str
    """How people call the old state: a short hash."""
    head: str
    """How people call the new one: a short hash, or the working tree."""
    changes: tuple[Change, ...]
    new: tuple[Finding, ...]
    """Findings that the new state has and the old one had not."""
    fixed: tuple[Finding, ...]
    """Findings that the old state had and the new one has no longer."""
    pipeline: tuple[PipelineSum, ...] = ()
    """What the pipeline key results add up to, where that changed."""
    notes: tuple[str, ...] = ()
    """What could not be read or compared, in words."""

    @property
    def only_check_ins(self) -> bool:
        """Whether nothing was done but to keep the score: the everyday change, which gets the short form."""
        return bool(self.changes) and all(_is_score_keeping(change) for change in self.changes)

    def fails(self, fail_on: str) -> bool:
        """Whether a change reaches what the call wants to stop at."""
        if fail_on == "eased":
            return any(change.kind == GOALPOST and change.what == EASED for change in self.changes)
        if fail_on == "scope":
            return any(change.kind in (GOALPOST, SCOPE) for change in self.changes)
        return fail_on == "any" and bool(self.changes)

    @property
    def verdict(self) -> str:
        """The review in one line: how many of what, the most important first."""
        counts: dict[str, int] = {}
        for change in self.changes:
            counts[_noun(change)] = counts.get(_noun(change), 0) + 1
        parts = [f"{count} {_plural(noun, count)}" for noun, count in counts.items()]
        parts += [f"{len(self.new)} new {_plural('finding', len(self.new))}"] if self.new else []
        parts += [f"{len(self.fixed)} {_plural('finding', len(self.fixed))} mended"] if self.fixed else []
        return ", ".join(parts)


def _is_score_keeping(change: Change) -> bool:
    return (change.kind == CHECK_IN and change.what == "added") or change.kind == WORK


def _noun(change: Change) -> str:
    if change.kind == GOALPOST:
        return f"goalpost {change.what}"
    if change.kind == SCOPE:
        thing = change.field if change.what in ("added", "removed") else "key result or objective"
        return f"{thing} {change.what}"
    return {"people": "owner changed", "status": "status changed", "wording": "wording changed"}.get(
        change.kind, "action changed" if change.kind == WORK else f"check-in {change.what}"
    )


def _plural(noun: str, count: int) -> str:
    """`2 goalposts eased`: the first word, or the words before the last, take the s."""
    if count == 1:
        return noun
    head, _, tail = noun.rpartition(" ")
    return f"{head}s {tail}" if head else f"{noun}s"


def came_and_went(
    before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings of one state that the other has not: by rule, address and words, not by line."""
    old = {_key(finding): finding for finding in before}
    new = {_key(finding): finding for finding in after}
    return (
        tuple(finding for key, finding in new.items() if key not in old),
        tuple(finding for key, finding in old.items() if key not in new),
    )


def _key(finding: Finding) -> tuple[str, str, str]:
    place = finding.address or finding.location.path
    return finding.rule, place, finding.message
