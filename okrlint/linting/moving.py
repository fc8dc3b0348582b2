"""A key result that is work becomes an action of another one: two places of a file, in the layout of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrlint.linting.finding import Fix
from okrlint.linting.fixes import end_of_line, texts_below, written
from okrlint.linting.wording.prose import quoted
from okrlint.source.edit import Edit
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.model.key_result import KeyResult
    from okrlint.model.portfolio import Portfolio
    from okrlint.source.document import Document, Path

_CARRIED = ("title", "owner", "due")
"""Fields that an action has too."""
_LEFT_BEHIND = frozenset(("id", "metric", "type", "unit", "target", "weight", "commitment", "status"))
"""Fields that say how the work would have been measured; with any other one there is too much to lose."""
_LAST_FIELDS = ("check_ins", "revisions", "close")
"""Fields that stand behind the actions."""
_Texts = dict["Path", "str | type"]


def make_action(key_result: KeyResult, other: KeyResult, portfolio: Portfolio) -> Fix | None:
    """Take a key result from the list and add it to the actions of another one of the same objective.

    None in a plan that is no draft or not plain YAML, where something refers to it, and where something would be lost
    with it: a field that an action does not have, or a comment.
    """
    if not _is_free(key_result, portfolio):
        return None
    removal, addition = _removal(key_result), _addition(other, _fields(key_result))
    if removal is None or addition is None:
        return None
    words = f"make it an action of {quoted(other.name)}"
    return Fix(words, (removal, addition), tuple(_changes(key_result, other)), safe=False)


def _is_free(key_result: KeyResult, portfolio: Portfolio) -> bool:
    plan, raw = key_result.plan, key_result.raw
    carried = [raw[name] for name in _CARRIED if name in raw]
    if plan.status != "draft" or plan.agreed is not None or plan.document.problems:
        return False
    if not all(isinstance(value, str) for value in carried):
        return False
    by_position = [kr for kr in key_result.objective.key_results if kr.id is None]
    known = key_result.title is not None and raw.keys() <= _LEFT_BEHIND.union(_CARRIED)
    return known and not any(kr.address in portfolio.mentioned for kr in (key_result, *by_position))


def _fields(key_result: KeyResult) -> dict[str, str]:
    return {name: str(key_result.raw[name]) for name in _CARRIED if name in key_result.raw}


class _Item(NamedTuple):
    """How an item of a block list stands on its line."""

    dash: int
    """The column of its dash."""
    gap: int
    """Columns from the dash to its first field."""


def _item(document: Document, path: Path) -> _Item | None:
    """The layout of an item; None where its dash is not on the line of its first field."""
    start = document.span(path).start
    before = document.text.line(start.line)[: start.column - 1]
    dash = before.find("-") + 1
    return _Item(dash, start.column - dash) if before.strip() == "-" else None


def _removal(key_result: KeyResult) -> Edit | None:
    document, path = key_result.document, key_result.path
    if _sign(document, path[:-1]) == "[":
        return _removal_in_flow(document, path)
    span = document.span(path)
    first, last = span.start.line, span.end.line
    if _item(document, path) is None or _is_commented(document, first, last):
        return None
    if not document.text.line(first - 1).strip():
        while last < document.text.line_count and not document.text.line(last + 1).strip():
            last += 1
    return Edit(document.text.span(document.text.line_start(first), document.text.line_start(last + 1)), "")


def _removal_in_flow(document: Document, path: Path) -> Edit | None:
    """An item with the comma behind it; the last one with the comma before it."""
    index = int(path[-1])
    behind, before = (*path[:-1], index + 1), (*path[:-1], index - 1)
    if document.has(behind):
        start, end = document.span(path).start, document.span(behind).start
    else:
        start, end = document.span(before).end, document.span(path).end
    if _is_commented(document, start.line, end.line):
        return None
    return Edit(document.text.span(start.offset, end.offset), "")


def _is_commented(document: Document, first: int, last: int) -> bool:
    """Whether a comment stands on one of the lines, or one for okrlint right above them."""
    above = document.text.line(first - 1).strip()
    if above.startswith("#") and "okrlint:" in above:
        return True
    return any(first <= comment.span.start.line <= last for comment in document.comments())


def _addition(other: KeyResult, fields: dict[str, str]) -> Edit | None:
    """The action behind the last one, or in a new list of actions."""
    document, actions = other.document, other.raw.get("actions")
    path = (*other.path, "actions")
    if actions is None and "actions" not in other.raw:
        return _new_list(other, fields)
    if not isinstance(actions, list):
        return None
    if _sign(document, path) == "[":
        at = document.span((*path, len(actions) - 1)).end.offset if actions else document.span(path).start.offset + 1
        return _insertion(document, at, (", " if actions else "") + _in_braces(fields))
    last = (*path, len(actions) - 1)
    layout = _item(document, last)
    if layout is None:
        return None
    lines = _lines(layout, fields) if _sign(document, last) != "{" else _one_line(layout, fields)
    return _insertion(document, end_of_line(document, document.span(last).end.line), lines)


def _new_list(other: KeyResult, fields: dict[str, str]) -> Edit:
    document = other.document
    anchor = (*other.path, [name for name in other.raw if name not in _LAST_FIELDS][-1])
    end = document.span(anchor).end
    if _sign(document, other.path) == "{":
        return _insertion(document, end.offset, f", actions: [{_in_braces(fields)}]")
    key = document.key_span((*other.path, next(iter(other.raw)))).start.column
    layout = _layout_of_lists(other, key)
    lines = f"\n{' ' * (key - 1)}actions:{_lines(layout, fields)}"
    return _insertion(document, end_of_line(document, end.line), lines)


def _layout_of_lists(other: KeyResult, key: int) -> _Item:
    """The layout of a new list, after that of the list of key results."""
    document, found = other.document, _item(other.document, other.path)
    if found is None:
        return _Item(key + 2, 2)
    return _Item(key + found.dash - document.key_span(other.path[:-1]).start.column, found.gap)


def _lines(layout: _Item, fields: dict[str, str]) -> str:
    entries = [f"{name}: {written(text)}" for name, text in fields.items()]
    first = f"\n{' ' * (layout.dash - 1)}-{' ' * (layout.gap - 1)}"
    return first + f"\n{' ' * (layout.dash + layout.gap - 1)}".join(entries)


def _one_line(layout: _Item, fields: dict[str, str]) -> str:
    return f"\n{' ' * (layout.dash - 1)}-{' ' * (layout.gap - 1)}{_in_braces(fields)}"


def _in_braces(fields: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {written(text, in_flow=True)}" for name, text in fields.items()) + "}"


def _sign(document: Document, path: Path) -> str:
    """The first character of a value: a bracket or brace where it is written in flow style."""
    start = document.span(path).start.offset
    return document.text.text[start : start + 1]


def _insertion(document: Document, offset: int, text: str) -> Edit:
    return Edit(document.text.span(offset, offset), text)


def _changes(key_result: KeyResult, other: KeyResult) -> Iterator[tuple[Path, str | type | None]]:
    """The whole list as it is afterwards: the key results behind the one that goes move up."""
    document, listed = key_result.document, key_result.path[:-1]
    items: dict[int, _Texts] = {}
    for rest, text in texts_below(document, listed):
        items.setdefault(int(rest[0]), {})[rest[1:]] = text
    del items[int(key_result.path[-1])]
    texts = items[int(other.path[-1])]
    texts.pop(("actions",), None)
    count = len(other.raw.get("actions") or ())
    texts |= {("actions", count, name): text for name, text in _fields(key_result).items()}
    yield listed, None
    for index, item in enumerate(items[old] for old in sorted(items)):
        yield from (((*listed, index, *rest), text) for rest, text in item.items())
