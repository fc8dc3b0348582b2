"""One file as plain data, with the place of every value and key."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from okrlint.records import Record
from okrlint.source.nodes import Collection, Scalar, position_of, scalar_of, span_of
from okrlint.source.span import Location, Span
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
        spans = self.scalar_offsets()
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        while (at := text.find("#", at)) >= 0:
            inside = bisect_right(starts, at) - 1
            if inside >= 0 and at < ends[inside]:
                at = ends[inside]
            elif at == 0 or text[at - 1] in " \t\r\n\ufeff":
                comment = self._comment(at)
                found.append(comment)
                at = comment.span.end.offset
            else:
                at += 1
        return tuple(found)

    def _comment(self, start: int) -> Comment:
        position = self.text.position(start)
        line = self.text.line(position.line)
        end = start + len(line) - (position.column - 1)
        own_line = not line[: position.column - 1].strip()
        return Comment(self.text.text[start + 1 : end], self.text.span(start, end), own_line)

    def scalar_offsets(self) -> list[tuple[int, int]]:
        """Begin and end of every scalar, keys included, in file order."""
        return sorted(self._scalar_spans())

    def _scalar_spans(self) -> Iterator[tuple[int, int]]:
        stack = [self.tree] if self.tree is not None else []
        while stack:
            node = stack.pop()
            if not isinstance(node, Collection):
                span = span_of(node, self.text.text)
                yield span.start.offset, span.end.offset
            elif node.is_mapping:
                for key, value in node.entries.values():
                    stack += (key, value)
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
