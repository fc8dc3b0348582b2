"""A slot of the template was never filled in.

`XX` new leads, a cost below `$X`, an owner `TBD`: nobody can work towards a number that is not there, and
nobody notices how many are missing once the quarter has begun. A letter counts as a slot only where a quantity
stands, so company X, Gen Z, the Y axis and XX chromosomes are names. Drafts and dropped objectives and key
results may have slots.

When to ignore: when the letters are a name after all; then list them under `allow`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.file_texts import SHORT_FIELDS, FileTexts, Text, file_texts, path_of, telling
from okrlint.linting.wording.place import address_at, place_in
from okrlint.linting.wording.placeholders import (
    Slot,
    has_phrases,
    is_or_has_slot,
    is_sign_of_slot,
    is_slot,
    may_be_slots,
    slots,
)
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.okr_file import OkrFile
from okrlint.model.plan import Plan
from okrlint.records import Record
from okrlint.source.document import Path

_TITLES = frozenset(("title", "why"))
_FIELD = "fill it in, or set the key result to `status: draft` while it is open"
_NUMBER = "put the number in its place, or set the key result to `status: draft` while it is open"


class Options(Record):
    """What is a slot, and what is none."""

    words: tuple[str, ...] = ()
    """Further phrases that say that something is still open."""
    allow: tuple[str, ...] = ()
    """Letters, words or phrases that are names in your company."""


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Look at titles and reasons for slots, and at short fields that are nothing else."""
    for entry in _suspects(file_texts(file), context):
        field, text, _ = entry
        found = _found(field, context.heard(text), context.language)
        if found and not _is_idle(file, path_of(entry)):
            yield _problem(file, path_of(entry), text, found)


def _suspects(found: FileTexts, context: Context) -> Sequence[Text]:
    """The texts worth reading: of most files none, for the short ones are nearly always the same."""
    language = context.language
    if context.options.allow or has_phrases(language) or telling(found.words, is_sign_of_slot, language):
        return found.texts
    short = telling(may_be_slots([text for _, text, _ in found.texts]), is_or_has_slot, language)
    return [entry for entry in found.texts if entry[1] in short] if short else ()


def _found(field: str | int, text: str, language: str) -> tuple[Slot, ...]:
    """The slots of one field; a short field is one slot as a whole."""
    if field in _TITLES:
        return tuple(slot for slot in slots(text, language) if not (field == "why" and "?" in slot.text))
    if field in SHORT_FIELDS and is_slot(text, language):
        return (Slot(text, 0, len(text)),)
    return ()


def _problem(file: OkrFile, path: Path, text: str, found: tuple[Slot, ...]) -> Problem:
    named = " and ".join(f'"{slot.text}"' for slot in found)
    verb = "was" if len(found) == 1 else "were"
    is_title = path[-1] in _TITLES
    where = f"in {quoted(text)}" if is_title else f"of `{path[-1]}`"
    return Problem(
        place_in(file.document, path, found[0].start, found[0].end),
        f"{named} {where} {verb} never filled in",
        _NUMBER if is_title else _FIELD,
        address=address_at(file, path),
    )


def _is_idle(file: OkrFile, path: Path) -> bool:
    """Whether a path leads into an objective or key result that does not count."""
    if not isinstance(file.item, Plan):
        return False
    every: tuple[Objective | KeyResult, ...] = (*file.item.objectives, *file.item.key_results)
    return any(part.status in ("draft", "dropped") and path[: len(part.path)] == part.path for part in every)


RULE = Rule(
    id="placeholder",
    group="measure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    own_words="placeholder/phrases",
    bad=(
        Example(
            """
title: Grow sales funnel with XX new SQLs  # <- "XX" in "Grow sales funnel with XX new SQLs" was never filled in
"""
        ),
        Example(
            """
title: Lower customer acquisition cost from $X to $Y  # <- "$X" and "$Y" in
actions:
  - title: Decide on TBD  # <- "TBD" in "Decide on TBD"
    owner: ben
    due: 2026-11-05
"""
        ),
    ),
    good=(
        Example(
            """
title: Grow sales funnel by 25% (1,881 to 2,351 SQLs)
"""
        ),
        Example(
            """
title: Increase leads from Gen Z and from company X by 25%
"""
        ),
    ),
)
