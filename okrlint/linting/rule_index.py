"""All rules in one view: as a table in the terminal, and as the index page of the docs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.escaping import terminal
from okrlint.linting.rule import GROUPS, Rule
from okrlint.linting.settings import Settings
from okrlint.linting.settings_shown import severity_origin

_HEAD = ("rule", "severity", "state", "set by", "group")


def rule_table(rules: Sequence[Rule], settings: Settings) -> str:
    """One line a rule: its id, what it weighs where it is on, whether it is on, why so, and its group."""
    rows = [_HEAD, *(_cells(rule, settings) for rule in rules)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def _cells(rule: Rule, settings: Settings) -> tuple[str, ...]:
    severity = settings.severity(rule)
    weight = severity or settings.own_severity(rule) or rule.severity
    state = "off" if severity is None else "on"
    return rule.id, str(weight), state, terminal(severity_origin(settings, rule)), rule.group


def rule_index(rules: Sequence[Rule]) -> str:
    """The rules by group as a Markdown page, with links to their own pages."""
    return "\n".join(_index(rules)) + "\n"


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    yield from ("# Rules", "", "Severities are those of the default preset; `okrlint presets` shows the others.")
    for group in GROUPS:
        members = [rule for rule in rules if rule.group == group]
        if members:
            yield from ("", f"## {group.capitalize()}", "", "| rule | severity | finds |", "|---|---|---|")
            yield from (_row(rule) for rule in members)


def _row(rule: Rule) -> str:
    severity = Settings().severity(rule) or "off"
    return f"| [{rule.id}]({rule.id}.md) | {severity} | {rule.summary.replace('|', '&#124;')} |"
