"""Roles of the lines of an outline that says what they are: "Objective: …", "KR 1: …", "Key Results"."""

from __future__ import annotations

from okrlint.exchange.columns import names_key_results
from okrlint.exchange.outline import Node
from okrlint.exchange.roles import Role, Roles
from okrlint.exchange.vocabulary import Label, label_of, plain, section
from okrlint.tuples import NamedTuple

_INSIDE = ("objective", "key_result", "action")


class _Place(NamedTuple):
    inside: Role | None = None
    """The part of a plan that a line stands in."""
    expect: Role | None = None
    """What a heading such as "Key Results" says of the lines below it."""
    takes_key_results: bool = True
    """Whether lines without a label are the key results of the objective."""


def is_explicit(root: Node) -> bool:
    """Whether some line of a file says that it is an objective or a key result."""
    labels = [label for node in root.walk() if (label := _label(node))]
    if any(label.text and label.role in ("objective", "key_result") for label in labels):
        return True
    sections = [plain(label.label) for label in labels if not label.text and label.role == "key_result"]
    return any(name not in section("labels", "loose") for name in sections)


def explicit_roles(root: Node) -> Roles:
    """The role of every line."""
    roles: Roles = {}
    named = [label for node in root.walk() if (label := _label(node)) and label.role == "objective"]
    _Assigner(roles, has_labels=any(label.text for label in named), has_sections=bool(named)).visit(root, _Place())
    return roles


class _Assigner:
    def __init__(self, roles: Roles, *, has_labels: bool, has_sections: bool) -> None:
        self.roles = roles
        self.has_labels = has_labels
        self.has_sections = has_sections

    def visit(self, node: Node, place: _Place) -> None:
        """Give every line below a node its role."""
        for index, child in enumerate(node.children):
            if child.kind in ("heading", "item", "line"):
                role, expect = self._role(child, place)
            elif child.kind == "prose" and place.expect == "objective" and not index:
                role, expect = "objective", None
            else:
                continue
            self.roles[child] = role
            self.visit(child, self._inner(child, role, expect, place))

    def _inner(self, child: Node, role: Role, expect: Role | None, place: _Place) -> _Place:
        if role == "objective":
            return _Place("objective", None, not _has_key_results(child))
        return _Place(role if role in _INSIDE else place.inside, expect, place.takes_key_results)

    def _role(self, node: Node, place: _Place) -> tuple[Role, Role | None]:
        label = _label(node)
        if label is not None and label.text:
            return ("note" if label.role == "aside" else label.role), None
        if label is not None:
            return self._section(label, place)
        if place.inside is None and not self.has_sections and _has_key_results(node, near=True):
            return "objective", None
        if place.expect is not None and node.kind != "heading":
            return place.expect, None
        return self._unlabelled(node, place), None

    def _section(self, label: Label, place: _Place) -> tuple[Role, Role | None]:
        """A label alone: a list of its kind follows, unless the document only explains what the word means."""
        if label.role == "objective":
            return ("note", None) if self.has_labels else ("section", "objective")
        if label.role == "aside" or (place.inside is None and self.has_labels):
            return "note", None
        return "section", label.role

    def _unlabelled(self, node: Node, place: _Place) -> Role:
        if place.inside is None:
            return "context" if node.kind == "heading" else "note"
        if place.inside == "objective":
            return "key_result" if place.takes_key_results else "note"
        return "action" if node.kind != "heading" else "note"


def _label(node: Node) -> Label | None:
    return label_of(node.text) if node.kind in ("heading", "item", "line") else None


def _has_key_results(node: Node, *, near: bool = False) -> bool:
    """Whether a label below a node, or right below it, says "key result"."""
    below = node.children if near else list(node.walk())[1:]
    return any(
        (child.kind == "table" and names_key_results(child.rows))
        or ((label := _label(child)) is not None and label.role == "key_result")
        for child in below
    )
