"""A check-in written into a plan, every other byte of it kept."""

from __future__ import annotations

import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from okrlint.errors import OkrlintError
from okrlint.linting.final_score import last_day
from okrlint.model.naming import endings, named
from okrlint.source.edit import EditRefused
from okrlint.source.entry_insertion import fill_mapping, insert_entries, replace_scalar
from okrlint.tuples import NamedTuple
from okrlint.workspace.plan_writing import change_of, refusal, together, write_change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from okrlint.model.key_result import KeyResult
    from okrlint.model.portfolio import Portfolio
    from okrlint.source.document import Document, Path
    from okrlint.source.insertion import Insertion
    from okrlint.workspace.workspace import Workspace

_FIELD = "check_ins"
_LAST_FIELDS = ("revisions", "close")
"""Fields that stand behind the check-ins in the order of the format."""
_SHOWN = 10


class NewCheckIn(NamedTuple):
    """What to write."""

    day: datetime.date
    fields: Mapping[str, str]
    """`value` first, then those that were given."""
    replace: bool = False


def open_key_results(portfolio: Portfolio) -> list[KeyResult]:
    """Those of all plans that are not closed."""
    return [found for plan in portfolio.plans if plan.status != "closed" for found in plan.key_results]


def find_key_result(portfolio: Portfolio, words: str, day: datetime.date) -> KeyResult:
    """The key result that an address or a part of it names. Raises OkrlintError with the candidates.

    Where several quarters have it, the one whose plan is running on that day is meant.
    """
    everything = [found for plan in portfolio.plans for found in plan.key_results]
    candidates = named(open_key_results(portfolio), words)
    found = [one for one in candidates if _takes(one, day)] or candidates
    if not found and named(everything, words):
        raise OkrlintError(f"the plan of {named(everything, words)[0].address} is closed")
    if not found:
        raise OkrlintError(f"there is no key result {words}{_near(words, open_key_results(portfolio))}")
    if len(found) > 1:
        raise OkrlintError(_ambiguous(words, found))
    return found[0]


def _takes(key_result: KeyResult, day: datetime.date) -> bool:
    quarter = key_result.plan.quarter
    return quarter is not None and quarter.start <= day <= last_day(quarter)


def _near(words: str, known: Sequence[KeyResult]) -> str:
    names = {name: found.address for found in known for name in (*endings(found), found.address.casefold())}
    close = get_close_matches(words.casefold(), names, n=1)
    return f"; did you mean {names[close[0]]}?" if close else "; `okrlint show` lists them"


def _ambiguous(words: str, found: Sequence[KeyResult]) -> str:
    addresses = sorted({one.address for one in found})
    if len(addresses) == 1:
        return f"{len(found)} key results have the address {addresses[0]}; give each an id of its own"
    more = f" and {len(addresses) - _SHOWN} more" if len(addresses) > _SHOWN else ""
    return f"{words} may be {', '.join(addresses[:_SHOWN])}{more}"


def check_day(key_result: KeyResult, day: datetime.date) -> None:
    """Raises OkrlintError for a day on which the key result's quarter is not read."""
    quarter = key_result.plan.quarter
    if quarter is None:
        raise OkrlintError(f"the plan of {key_result.address} names no quarter that can be read")
    if not _takes(key_result, day):
        begins = f"which begins on {quarter.start} and whose values are read until {last_day(quarter)}"
        raise OkrlintError(f"{day} lies outside {quarter.label}, {begins}")


def write_check_in(workspace: Workspace, key_result: KeyResult, new: NewCheckIn) -> None:
    """Write a check-in. Raises OkrlintError; then the file is as it was."""
    document = key_result.document
    try:
        insertion = check_in_insertion(key_result, new)
    except EditRefused as error:
        raise refusal(document, error) from error
    write_change(workspace, change_of(workspace, document, insertion))


def check_in_insertion(key_result: KeyResult, new: NewCheckIn) -> Insertion:
    """How a check-in comes into the plan as it stands. Raises OkrlintError, and EditRefused for braces in the way."""
    document, place = key_result.document, (*key_result.path, _FIELD)
    known, day = key_result.raw.get(_FIELD), new.day.isoformat()
    entry = {day: new.fields["value"] if len(new.fields) == 1 else new.fields}
    if known is not None and not isinstance(known, dict):
        raise OkrlintError(f"`{_FIELD}` of {key_result.address} is no list of days with values")
    if _FIELD not in key_result.raw:
        fields = [name for name in key_result.raw if name not in _LAST_FIELDS]
        return insert_entries(document, key_result.path, {_FIELD: entry}, (fields or [*key_result.raw])[-1])
    if not known:
        return fill_mapping(document, place, entry)
    if day not in known:
        return insert_entries(document, place, entry, _before(list(known), day))
    if known[day] is not None and not new.replace:
        raise OkrlintError(f"{key_result.address} has a check-in of {day} already; --replace writes over it")
    return _replacement(document, (*place, day), known[day], new.fields)


def _before(days: Sequence[str], day: str) -> str | None:
    """The entry behind which a new day stands: they go by day, where the newest is on top from there down."""
    falling = len(days) > 1 and list(days) == sorted(days, reverse=True)
    return next((known for known in reversed(days) if (known > day if falling else known < day)), None)


def _replacement(document: Document, path: Path, known: Any, fields: Mapping[str, str]) -> Insertion:
    """A value in the place of a value; fields that are not given stay as they are."""
    if not isinstance(known, dict) and len(fields) == 1:
        return replace_scalar(document, path, fields["value"])
    if not isinstance(known, dict) or not known:
        return fill_mapping(document, path, fields)
    parts = [replace_scalar(document, (*path, name), text) for name, text in fields.items() if name in known]
    added = {name: text for name, text in fields.items() if name not in known}
    return together([*parts, *([insert_entries(document, path, added, list(known)[-1])] if added else [])])
