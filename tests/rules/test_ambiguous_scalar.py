"""Values that YAML 1.1 reads in another way, compared with what PyYAML's own resolver says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from okrlint.rules.ambiguous_scalar import RULE
from okrlint.source.scalars import resolve

Lint = Callable[..., list[str]]

VALUES = ["yes", "Yes", "NO", "on", "Off", "y", "N", "1:30", "190:20:30", "010", "08", "0o17", "0b11", "1_000", "1e3", "12.5", "1,000", "true", "null", "~", "0", "0.5", "-4", "25%", "no one", "0x1F", "2026-Q4", "on-call"]  # fmt: skip


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in lines)
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


@pytest.mark.parametrize("value", VALUES)
def test_the_same_as_a_yaml_1_1_reader(lint: Lint, value: str) -> None:
    """A value is told exactly where the two versions read it differently; one letter counts, though PyYAML forgot it."""
    old, new = yaml.safe_load(value), resolve(value, 15)
    differs = old != new or isinstance(old, bool) is not isinstance(new, bool) or value.lower() in ("y", "n")

    assert bool(lint(RULE.id, plan(f"note: {value}"))) is differs


ROWS = [
    ("a word", ["note: off"], ["10:15 info `off` is false for programs that read YAML 1.1"]),
    ("a number", ["target: 010"], ["10:17 info `010` is an octal number for programs that read YAML 1.1"]),
    ("in a list", ["owner: [y, ana]"], ["10:17 info `y` is true for programs that read YAML 1.1"]),
    ("quotes", ['note: "off"'], []),
    ("a key", ["check_ins: {2026-10-12: 3}", "note: fine"], []),
    ("a date", ["due: 2026-10-12"], []),
    ("a check-in's yes", ["check_ins: {2026-10-12: yes, 2026-10-19: {value: no}}"], []),
    ("a sentence", ["note: on and off"], []),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_values(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """Plain values are told, never keys, dates or the answers of check-ins."""
    assert lint(RULE.id, plan(*lines)) == expected
