"""One file as plain data, with the place of every value and key."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from okrlint.records import Record
from okrlint.source.nodes import Collection, Scalar, position_of, scalar_of, span_of
from okrlint.source.span import Location, Position, Span
from okrlint.source.text import SourceText

Path = tuple[str | int, ...]
"""The way to a value: keys as written, positions in lists from zero."""


class SourceProblem(NamedTuple):
    """Something that is wrong with the text as YAML."""

    message: str
    hint: str
    span: Span
    first: Span | None = None
    """The other place of a pair, for example the first use of a key."""


class Comment(NamedTuple):
    """A comment, without the number sign."""

    text: str
    span: Span
    own_line: bool
    """True where nothing but white space stands before it."""


class Document(Record):
    """A file that was read: its data if it could be, its problems, and places on demand."""

    text: SourceText
    data: Any = None
    """Plain dicts, lists, text, numbers, booleans and None; keys are always text as written."""
    problems: tuple[SourceProblem, ...] = ()
    tree: Any = None

    @property
    def path(self) -> str:
        """The file's path as people know it."""
        return self.text.path

    def has(self, path: Path) -> bool:
        """Whether there is a value at this path; an empty one counts."""
        return self._find(path) is not None

    def span(self, path: Path) -> Span:
        """The place of a value. Raises KeyError where there is none."""
        return span_of(self._node(path), self.text.text)

    def key_span(self, path: Path) -> Span:
        """The place of the key of a mapping entry; of the value itself in a list. Raises KeyError."""
        parent = self._node(path[:-1])
        if not (isinstance(parent, Collection) and parent.is_mapping):
            return self.span(path)
        event = parent.entries[path[-1]][0]
        return Span(position_of(event.start_mark), position_of(event.end_mark))

    def scalar(self, path: Path) -> Scalar:
        """A scalar as written. Raises KeyError where there is none."""
        node = self._node(path)
        if isinstance(node, Collection):
            raise KeyError(path)
        return scalar_of(node, self.text.text)

    def in_flow(self, path: Path) -> bool:
        """Whether a value stands inside brackets or braces."""
        parents = (self._node(path[:length]) for length in range(len(path)))
        return any(parent.flow for parent in parents)

    def location(self, path: Path) -> Location:
        """The place of a value in the file. Raises KeyError."""
        return Location(self.path, self.span(path))

    def scalars(self) -> Iterator[tuple[Path, Scalar]]:
        """Every scalar value with its path, in file order; keys are not among them."""
        for path, node in self.leaves():
            if not isinstance(node, Collection):
                yield path, scalar_of(node, self.text.text)

    def comments(self) -> tuple[Comment, ...]:
        """Every comment in file order: number signs at a line's start or after white space, outside every scalar."""
        return self._comments if "#" in self.text.text else ()

    @cached_property
    def _comments(self) -> tuple[Comment, ...]:
        text, found, at = self.text.text, [], 0
        spans = self._number_signs_in_scalars()
        starts = [start for start, _ in spans]
        while (at := text.find("#", at)) >= 0:
            inside = bisect_right(starts, at) - 1
            if inside >= 0 and at < spans[inside][1]:
                at = spans[inside][1]
            elif at == 0 or text[at - 1] in " \t\r\n\ufeff":
                found.append(self._comment(at))
                at = found[-1].span.end.offset
            else:
                at += 1
        return tuple(found)

    def _comment(self, start: int) -> Comment:
        position = self.text.position(start)
        line = self.text.line(position.line)
        end = start - position.column + 1 + len(line)
        own_line = not line[: position.column - 1].strip()
        span = Span(position, Position(position.line, len(line) + 1, end))
        return Comment(self.text.text[start + 1 : end], span, own_line)

    def _number_signs_in_scalars(self) -> list[tuple[int, int]]:
        """Begin and end of the scalars in which a number sign is text; a block's own begin behind their heads."""
        text, found = self.text.text, []
        for event in self._scalar_events():
            if "#" in event.value:
                start = event.start_mark.index
                start = text.find("\n", start) if event.style in ("|", ">") else start
                found.append((start, event.end_mark.index))
        return sorted(found)

    def scalar_offsets(self) -> list[tuple[int, int]]:
        """Begin and end of every scalar, keys included, in file order."""
        spans = (span_of(event, self.text.text) for event in self._scalar_events())
        return sorted((span.start.offset, span.end.offset) for span in spans)

    def _scalar_events(self) -> Iterator[Any]:
        stack = [self.tree] if self.tree is not None else []
        while stack:
            node = stack.pop()
            if not isinstance(node, Collection):
                yield node
            elif node.is_mapping:
                for entry in node.entries.values():
                    stack += entry
            else:
                stack += node.entries

    def leaves(self) -> Iterator[tuple[Path, Any]]:
        """Every scalar event and every empty collection with its path, in file order."""
        stack: list[tuple[Path, Any]] = [((), self.tree)] if self.tree is not None else []
        while stack:
            path, node = stack.pop()
            if not isinstance(node, Collection) or not node.entries:
                yield path, node
            elif node.is_mapping:
                stack += [((*path, key), entry[1]) for key, entry in reversed(node.entries.items())]
            else:
                stack += [((*path, index), node.entries[index]) for index in reversed(range(len(node.entries)))]

    def _find(self, path: Path) -> Any:
        node = self.tree
        for step in path:
            if not isinstance(node, Collection):
                return None
            if node.is_mapping:
                entry = node.entries.get(step)
                node = entry[1] if entry else None
            else:
                node = node.entries[step] if isinstance(step, int) and step < len(node.entries) else None
        return node

    def _node(self, path: Path) -> Any:
        node = self._find(path)
        if node is None:
            raise KeyError(path)
        return node
