"""Markdown as a tree of headings, list items, numbered lines and tables; whatever else it holds is prose in the tree.

Only the blocks are parsed: text inside a line stays the Markdown that it is, because titles and notes of plans may
hold Markdown. What the parser passes over is found by its lines and kept as prose, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from okrlint.exchange.vocabulary import label_of
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Kind = Literal["root", "heading", "item", "line", "prose", "table"]
_DEEPEST = 100
_TEN = 10
"""Ranks: headings 1 to 6, items from 10 on, numbered and labelled lines by tens."""
_BOLD = 6.5
_LISTS = ("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close")
_LEAVES = ("inline", "fence", "code_block", "html_block")


class Node:
    """A line with what stands below it."""

    def __init__(self, kind: Kind, text: str, line: int, rank: float = 0) -> None:
        """`rank` tells what stands below what: a smaller one is further up."""
        self.kind: Kind = kind
        self.text = text
        self.line = line
        self.rank = rank
        self.number = ""
        """The number that an outline gives it: `1.2.`."""
        self.ticked: bool | None = None
        self.rows: list[list[str]] = []
        """The cells of a table, its head first."""
        self.children: list[Node] = []

    @property
    def lines(self) -> list[Node]:
        """The children that are lines of the outline and no prose."""
        return [child for child in self.children if child.kind in ("heading", "item", "line")]

    def walk(self) -> Iterator[Node]:
        """The node and everything below it, in the order of the file."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


class _Block(NamedTuple):
    kind: Kind
    text: str
    first: int
    last: int
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    number: str = ""


def outline(text: str) -> Node:
    """The tree of a Markdown text."""
    builder = _Builder()
    for block in _with_what_was_passed_over(text):
        builder.add(block)
    return builder.root


class _Builder:
    """Puts blocks below the last line of a smaller rank."""

    def __init__(self) -> None:
        self.root = Node("root", "", 0)
        self._stack = [self.root]
        self._anchor = 0.0
        """The rank of the labelled or numbered line that lists behind it belong to."""
        self._chapter = 0
        """The first number of the last numbered line, until a list begins: 1 behind `1.3 Text`."""
        self._ranks: dict[int, float] = {}
        """By depth, the rank of the last item of the open list."""

    def add(self, block: _Block) -> None:
        """Put a block in its place."""
        if block.kind == "heading":
            self._anchor = 0
            self._push(_numbered("heading", block.text, block.first + 1, block.depth))
        elif block.kind == "item":
            self._item(block)
        elif block.kind == "table":
            self._leave_list(block)
            node = Node("table", "", block.first + 1)
            node.rows = [list(row) for row in block.rows]
            self._stack[-1].children.append(node)
        else:
            self._paragraph(block)

    def _push(self, node: Node) -> None:
        while self._stack[-1].rank >= node.rank and len(self._stack) > 1:
            self._stack.pop()
        self._stack[-1].children.append(node)
        self._stack.append(node)

    def _item(self, block: _Block) -> None:
        if block.depth == 1 and self._goes_on(block):
            self._anchor = 0
        ticked, text = _tick(block.text)
        first, *rest = text.split("\n")
        base = self._anchor or _TEN - 1
        above = self._ranks.get(block.depth - 1, 0) if block.depth > 1 else 0
        labelled = _labelled_rank(first)
        rank = max(labelled or base + block.depth, above + 1)
        if block.depth == 1 and labelled:
            self._anchor = labelled
        self._ranks[block.depth] = rank
        node = Node("item", first, block.first + 1, rank)
        node.ticked = ticked
        node.number = block.number
        self._push(node)
        self._lines(rest, block.first + 1)

    def _goes_on(self, block: _Block) -> bool:
        """Whether an item of a list goes on with the outline above it: `2.` behind `1.3`, which stands in `1.`."""
        chapter, self._chapter = self._chapter, 0
        opened = any(node.kind == "item" and node.number == str(chapter) for node in self._stack)
        return opened and block.number == str(chapter + 1)

    def _leave_list(self, block: _Block) -> None:
        """What stands at the margin again belongs to no item of the list before it."""
        while not block.depth and self._stack[-1].kind == "item" and _labelled_rank(self._stack[-1].text) != _TEN:
            self._stack.pop()

    def _paragraph(self, block: _Block) -> None:
        lines = block.text.split("\n")
        if not _rank_of(lines[0]):
            self._leave_list(block)
        if block.kind == "prose":
            self._prose(block.text, block.first)
        elif not block.depth and len(lines) == 1 and _is_heading(lines[0]):
            self._anchor = 0
            self._push(Node("heading", lines[0].rstrip(":").strip("*_"), block.first + 1, _BOLD))
        else:
            self._lines(lines, block.first)

    def _lines(self, lines: list[str], first: int) -> None:
        """Lines of a paragraph: a label or an outline's number begins a new one, all else goes on with the last."""
        prose: list[str] = []
        for number, line in enumerate(lines, first):
            rank = _rank_of(line)
            if not rank:
                prose.append(line)
                continue
            self._prose("\n".join(prose), number - len(prose))
            prose = []
            self._anchor = rank
            node = _numbered("line", line, number + 1, rank)
            self._chapter = int(node.number.split(".")[0]) if _numbered_rank(line) else 0
            self._push(node)
        self._prose("\n".join(prose), first + len(lines) - len(prose))

    def _prose(self, text: str, first: int) -> None:
        if text.strip():
            self._stack[-1].children.append(Node("prose", text.strip("\n"), first + 1))


def numberless(line: str) -> str:
    """A line without the number that an outline gives it."""
    found = re.match(r"\s*\d{1,3}(?:(?:\.\d{1,3}){1,5}[.)]?|[.)])\s+(?=\S)", line)
    return line[found.end() :].strip() if found else line.strip()


def _numbered(kind: Kind, line: str, number: int, rank: float) -> Node:
    """A line whose number in the outline stands apart."""
    node = Node(kind, numberless(line), number, rank)
    node.number = line.strip().removesuffix(node.text).strip()
    return node


def _is_heading(line: str) -> bool:
    """Whether a paragraph is one line all in bold type: how a heading looks in text that was copied."""
    return re.fullmatch(r"(\*\*|__)[^*_\n]{2,200}\1:?", line) is not None and not _labelled_rank(line)


def _labelled_rank(line: str) -> float:
    label = label_of(line)
    if label is None or label.role not in ("objective", "key_result") or not label.text:
        return 0
    return _TEN if label.role == "objective" else 2 * _TEN


def _rank_of(line: str) -> float:
    return _labelled_rank(numberless(line)) or _numbered_rank(line)


def _numbered_rank(line: str) -> float:
    """The rank of `1.2. Text` and deeper; a single number is an ordinary list."""
    found = re.match(r"\s{0,40}\d{1,3}((?:\.\d{1,3}){1,5})[.)]?\s+\S", line)
    return _TEN * (1 + found[1].count(".")) if found else 0


def _tick(text: str) -> tuple[bool | None, str]:
    found = re.match(r"\[([ xX✓✔✗-])\]\s+|([☐☑☒✅✔❌⬜])️?\s*", text)
    if not found:
        return None, text
    mark = found[1] or found[2]
    if mark in "✅✔❌" and found[2]:
        return mark != "❌", text  # a picture may mean something else: it stays
    return mark in "xX✓✔☑☒", text[found.end() :]


def _with_what_was_passed_over(text: str) -> list[_Block]:
    """The blocks of a text, and the lines between them that the parser made nothing of."""
    lines = text.split("\n")
    found = list(_blocks(_parser().parse(text)))
    taken = [False] * (len(lines) + 1)
    for block in found:
        for number in range(block.first, min(block.last, len(lines))):
            taken[number] = True
    missed = [
        _Block("prose", line.strip(), number, number + 1)
        for number, line in enumerate(lines)
        if not taken[number] and re.search(r"\w", line)
    ]
    return sorted((*found, *missed), key=lambda block: block.first)


def _blocks(tokens: list[Token]) -> Iterator[_Block]:
    depth, is_new, skip, number = 0, False, False, ""
    opened = tokens[0] if tokens else None
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            yield _table(tokens, index)
        skip = (skip or token.type == "table_open") and token.type != "table_close"
        if skip:
            continue
        if token.type in _LISTS:
            depth += token.nesting
        if token.type == "list_item_open":
            is_new, number = True, token.info
        if token.nesting == 1:
            opened = token
        elif token.type in _LEAVES and opened is not None:
            yield _leaf(token, opened, depth, is_new=is_new)._replace(number=number if is_new else "")
            is_new = False


def _leaf(token: Token, opened: Token, depth: int, *, is_new: bool) -> _Block:
    first, last = token.map or [0, 0]
    text = token.content.rstrip("\n")
    if token.type != "inline":
        return _Block("prose", _fenced(token), first, last)
    if opened.type == "heading_open" and not depth:
        return _Block("heading", " ".join(text.split()), first, last, int(opened.tag[1]))
    return _Block("item" if depth and is_new else "line", text, first, last, depth)


def _fenced(token: Token) -> str:
    words = f"{token.info.strip()}\n{token.content}" if token.info.strip() else token.content
    return words.strip("\n")


def _table(tokens: list[Token], start: int) -> _Block:
    rows: list[list[str]] = []
    first, last = tokens[start].map or [0, 0]
    for token in tokens[start:]:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(token.content.strip())
    return _Block("table", "", first, last, rows=tuple(map(tuple, rows)))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.disable(["inline", "reference", "blockquote", "entity", "escape"], ignoreInvalid=True)
    return parser
