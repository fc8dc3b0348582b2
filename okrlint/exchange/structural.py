"""Roles of the lines of an outline without labels, by where they stand.

The lowest heading above a list is an objective and the list its key results; headings further up are objectives that
it supports. Under a heading that names a quarter or a team the list itself holds the objectives. In a list that goes
four levels deep what has something below it is an objective, and what has nothing a key result.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from okrlint.exchange.columns import names_key_results
from okrlint.exchange.headings import context_of, is_aside, is_context, is_title_of_okrs, looks_like_team
from okrlint.exchange.outline import Node
from okrlint.exchange.roles import Role, Roles

_TREE = 4
"""Levels of a list from which on it is a tree of objectives."""


def structural_roles(root: Node, known_teams: Collection[str], fiscal_start: int = 1) -> Roles:
    """The role of every line."""
    roles: Roles = {}
    headings = [node for node in root.walk() if node.kind == "heading"]
    teams = team_headings(headings, known_teams, fiscal_start)
    for heading in headings:
        is_title = heading is headings[0] and bool(heading.children)
        is_only = is_title and not any(other.rank <= heading.rank for other in headings[1:]) and _above(heading)
        roles[heading] = _heading(heading, teams, fiscal_start, is_title=is_title, is_only=is_only)
    for node in (root, *headings):
        _list(node, roles)
    return roles


def team_headings(headings: list[Node], known_teams: Collection[str], fiscal_start: int) -> set[Node]:
    """The headings of each level of which most look like names of teams."""
    levels: defaultdict[float, list[Node]] = defaultdict(list)
    for heading in headings:
        context = context_of(heading.text, fiscal_start)
        if context.rest and not is_aside(heading.text) and heading.children:
            levels[heading.rank].append(heading)
    found: set[Node] = set()
    for level in levels.values():
        like = [one for one in level if looks_like_team(one.text, context_of(one.text, fiscal_start), known_teams)]
        if 2 * len(like) >= len(level):
            found.update(level if len(like) > 1 else like)
    return found


def _heading(node: Node, teams: Collection[Node], fiscal_start: int, *, is_title: bool, is_only: bool) -> Role:
    if is_aside(node.text):
        return "note"
    context = context_of(node.text, fiscal_start)
    if node in teams or is_context(context) or is_only or (is_title and is_title_of_okrs(context)):
        return "context"
    holds = any(child.kind in ("item", "line", "table", "heading") for child in node.walk() if child is not node)
    return "objective" if holds or not node.children else "note"


def _above(node: Node) -> bool:
    """Whether headings stand below a heading."""
    return any(child.kind == "heading" for child in node.children)


def _list(node: Node, roles: Roles) -> None:
    """Roles for the list right below a heading."""
    items = [child for child in node.children if child.kind in ("item", "line")]
    role = roles.get(node, "context")
    if role == "note" or _is_contents(items) or _is_beside(node, role, roles):
        _all(items, roles, "note")
    elif max(map(_depth, items), default=0) >= _TREE:
        _tree(items, roles)
    elif role == "context" and (node.kind == "heading" or any(item.lines for item in items)):
        _level(items, roles, ("objective", "key_result", "action"))
    elif role == "context":
        _all(items, roles, "note")
    else:
        _level(items, roles, ("key_result", "action"))


def _is_contents(items: list[Node]) -> bool:
    """Whether a list is the table of contents of its document, or one of other documents: nothing but links."""
    return bool(items) and all(re.fullmatch(r"\[[^\]]*\]\(\S*\)[.,;]?", item.text.strip()) for item in items)


def _is_beside(node: Node, role: Role, roles: Roles) -> bool:
    """Whether a list only goes along with the objectives: with headings that are some, or a table of key results."""
    if role == "context":
        return any(roles.get(child) == "objective" for child in node.children)
    return any(child.kind == "table" and names_key_results(child.rows) for child in node.children)


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.lines), default=0)


def _all(items: list[Node], roles: Roles, role: Role) -> None:
    for item in items:
        roles[item] = role
        _all(item.lines, roles, role)


def _level(items: list[Node], roles: Roles, levels: tuple[Role, ...]) -> None:
    for item in items:
        roles[item] = levels[0]
        _level(item.lines, roles, levels[1:] or levels)


def _tree(items: list[Node], roles: Roles) -> None:
    for item in items:
        roles[item] = "objective" if item.lines else "key_result"
        _tree(item.lines, roles)
