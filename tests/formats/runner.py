"""How GitHub's runner reads a line of a log: actions/runner, ActionCommand.cs, in our own words.

A line is a command when, blanks in front left out, it begins with two colons and has two more; or when, anywhere in
it, it has the older form of two number signs and a bracket.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Command(NamedTuple):
    """What the runner understands."""

    name: str
    properties: dict[str, str]
    data: str


def command_of(line: str) -> Command | None:
    """The command of a line, if it is one."""
    modern = re.match(r"\s*::(?P<head>.*?)::(?P<data>.*)", line, re.DOTALL)
    if modern is None:
        old = re.search(r"##\[(?P<name>[^\]]*)\](?P<data>.*)", line, re.DOTALL)
        return Command(old["name"], {}, old["data"]) if old else None
    name, _, stated = modern["head"].strip().partition(" ")
    pairs = (part.partition("=") for part in stated.split(",") if part)
    return Command(name, {key.strip(): _value(value) for key, _, value in pairs}, _data(modern["data"]))


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _value(text: str) -> str:
    return _data(text.replace("%3A", ":").replace("%2C", ","))


def lines_of(log: str) -> list[str]:
    """A log as the runner cuts it into lines."""
    return re.split(r"\r\n|\r|\n", log)
