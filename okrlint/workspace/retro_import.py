"""The answers of a retrospective written into the `close` of each key result, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.rendering.text import markdown_escape
from okrlint.source.edit import EditRefused
from okrlint.source.entry_insertion import insert_entries, replace_scalar
from okrlint.source.limits import DEFAULT_LIMITS
from okrlint.tuples import NamedTuple
from okrlint.workspace.closing import into_close
from okrlint.workspace.plan_writing import change_of, refusal, together
from okrlint.workspace.retro_reading import Answer, plain, read_answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.source.insertion import Insertion
    from okrlint.workspace.fixing import FileChange
    from okrlint.workspace.workspace import Workspace

_MOST_BYTES = 8 * DEFAULT_LIMITS.file_bytes
"""Of a form: one of the largest plan that is read is three times as long as the plan."""
_ORDER = ("score", "score_reason", "cause", "learned", "decision")


class Imported(NamedTuple):
    """What reading answers back does to a plan."""

    change: FileChange
    words: tuple[str, ...]
    """Each new answer: "demand.leads: cause channel-slower"."""


def import_answers(workspace: Workspace, plan: Plan, file: Path) -> Imported:
    """Work out what the answers of a file change. Raises OkrlintError."""
    key_results = {_name(one): one for one in plan.counted_key_results}
    shown = {name: markdown_escape(name) for name in key_results}
    try:
        answers = read_answers(_text(file), plan.address, shown)
    except OkrlintError as error:
        raise OkrlintError(f"{file}: {error}") from error
    new = {name: _new(key_results[name], given) for name, given in answers.items()}
    try:
        parts = [part for name, fields in new.items() if fields for part in _insertions(key_results[name], fields)]
    except EditRefused as error:
        raise refusal(plan.document, error) from error
    words = tuple(f"{name}: {field} {text}" for name, fields in new.items() for field, text in fields.items())
    return Imported(change_of(workspace, plan.document, together(parts)), words)


def _name(key_result: KeyResult) -> str:
    return key_result.address.partition("#")[2]


def _text(file: Path) -> str:
    try:
        data = read_regular(file, _MOST_BYTES)
        if len(data) > _MOST_BYTES:
            raise OkrlintError(f"it has more than {_MOST_BYTES:,} bytes")
        return data.decode("utf-8")
    except Unreadable as error:
        raise OkrlintError(f"it cannot be read: {error}") from error
    except UnicodeDecodeError as error:
        raise OkrlintError("it cannot be read: it is not UTF-8") from error


def _new(key_result: KeyResult, given: dict[str, Answer]) -> dict[str, str]:
    """The answers that the plan does not have yet, in the order of the format."""
    close = key_result.raw.get("close")
    known = close if isinstance(close, dict) else {}
    return {
        field: given[field].text
        for field in _ORDER
        if field in given and _as_shown(known.get(field)) != given[field].text
    }


def _as_shown(value: object) -> str:
    """A recorded text as it comes back from the form that it was printed in."""
    return plain(markdown_escape(value.strip())) if isinstance(value, str) else ""


def _insertions(key_result: KeyResult, fields: dict[str, str]) -> Iterator[Insertion]:
    """Raises EditRefused."""
    close, place = key_result.raw.get("close"), (*key_result.path, "close")
    if not isinstance(close, dict) or not close:
        yield into_close(key_result, fields)
        return
    behind: dict[str | None, dict[str, str]] = {}
    for field, text in fields.items():
        if field in close:
            yield replace_scalar(key_result.document, (*place, field), text)
        else:
            earlier = [name for name in close if name in _ORDER and _ORDER.index(name) < _ORDER.index(field)]
            behind.setdefault(earlier[-1] if earlier else None, {})[field] = text
    for after, entries in behind.items():
        yield insert_entries(key_result.document, place, entries, after)
