"""Markdown and plain text: headings, numbered outlines, nested lists, check boxes and tables."""

from __future__ import annotations

import re

from okrlint.errors import OkrlintError
from okrlint.exchange.assembling import Assembler, Where
from okrlint.exchange.columns import head_of
from okrlint.exchange.draft import Reading
from okrlint.exchange.explicit import explicit_roles, is_explicit
from okrlint.exchange.headings import context_of, team_id
from okrlint.exchange.importer import Importer, Source
from okrlint.exchange.outline import Node, outline
from okrlint.exchange.roles import Roles
from okrlint.exchange.structural import structural_roles, team_headings

_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_KINDS = ("headings", "list items", "lines", "items inside items")
_PLURALS = {"objective": "objectives", "key_result": "key results", "action": "actions"}


def claim(source: Source) -> int:
    """By its name; any other text may be Markdown."""
    return 3 if source.ending in _ENDINGS else 1


def read(source: Source) -> Reading:
    """Read an outline. Raises OkrlintError where nothing in it is an objective."""
    reading = Reading(source.day, source.fiscal_start)
    where, text = _front_matter(source.text, reading)
    root = outline(text)
    headings = [node for node in root.walk() if node.kind == "heading"]
    teams = team_headings(headings, source.known_teams, source.fiscal_start)
    roles, teams = _roles(root, source, teams)
    assembler = Assembler(roles, reading, teams, source.known_teams, has_labels=is_explicit(root))
    assembler.below(root, where)
    if not reading.objectives:
        raise OkrlintError(
            f"{source.name} holds no objective: no line begins with `Objective:` or its like, and below no heading "
            "stands a list or a table of key results"
        )
    reading.how.append(_how(roles, teams, has_table=any(node.kind == "table" for node in root.walk())))
    return reading


def _front_matter(text: str, reading: Reading) -> tuple[Where, str]:
    """What stands between dashes at the top: quarter and team are taken, the rest is kept."""
    found = _FRONT.match(text)
    if found is None:
        return Where(), text
    quarter = team = None
    for line in found[1].split("\n"):
        name, _, value = line.partition(":")
        context = context_of(value.strip(" '\""), reading.fiscal_start)
        if name.strip().lower() in ("quarter", "period", "cycle", "title") and context.quarter:
            quarter = quarter or context.quarter
        if name.strip().lower() == "team" and value.strip():
            team = team_id(value.strip(" '\""))
    reading.notes.append(found[1])
    return Where(quarter, team), "\n" * found.group().count("\n") + text[found.end() :]


def _roles(root: Node, source: Source, teams: set[Node]) -> tuple[Roles, set[Node]]:
    """The role of each line, and the headings that are teams."""
    if is_explicit(root):
        roles = explicit_roles(root)
        siblings = _teams_of_objectives(root, roles)
        return roles, {node for node in (*teams, *siblings) if roles.get(node) == "context"}
    if not _is_about_okrs(root, source):
        raise OkrlintError(
            f"{source.name} says nowhere that it is about OKRs: no line begins with `Objective:` or its like, and no "
            "heading names a quarter"
        )
    roles = structural_roles(root, source.known_teams, source.fiscal_start)
    return roles, {node for node in teams if roles.get(node) == "context"}


def _is_about_okrs(root: Node, source: Source) -> bool:
    """Whether anything says so but the prose: the name of the file, a heading, check boxes, a table of key results."""
    texts = [re.split(r"[\\/]", source.name)[-1].replace("_", " "), *source.text.split("\n")[:1]]
    texts += [node.text for node in root.walk() if node.kind == "heading"]
    if any(context_of(text, source.fiscal_start).is_about_okrs for text in texts):
        return True
    return any(
        node.ticked is not None or (node.kind == "table" and head_of(node.rows) is not None) for node in root.walk()
    )


def _teams_of_objectives(root: Node, roles: Roles) -> list[Node]:
    """Short headings side by side that all hold objectives: a file of several teams."""
    found: list[Node] = []
    for node in root.walk():
        holding = [
            child
            for child in node.children
            if roles.get(child) == "context"
            and len(child.text.split()) <= len(("a", "short", "name"))
            and context_of(child.text).quarter is None
            and any(roles.get(below) == "objective" for below in child.walk())
        ]
        found += holding if len(holding) > 1 else []
    return found


def _how(roles: Roles, teams: set[Node], *, has_table: bool) -> str:
    """How the lines were understood, by their kinds."""
    inner = {child for node in roles if node.kind in ("item", "line") for child in node.children}
    parts: list[str] = ["headings are teams"] if teams else []
    for role, plural in _PLURALS.items():
        kinds = {_kind(node, inner) for node, given in roles.items() if given == role}
        if kinds:
            parts.append(f"{' and '.join(kind for kind in _KINDS if kind in kinds)} are {plural}")
    return ", ".join([*parts, *(["tables are read row by row"] if has_table else [])])


def _kind(node: Node, inner: set[Node]) -> str:
    """What a line is in words."""
    if node.kind == "heading":
        return "headings"
    return "items inside items" if node.kind == "item" and node in inner else _KINDS[1 + (node.kind != "item")]


IMPORTER = Importer(id="markdown", label="Markdown", claim=claim, read=read)
