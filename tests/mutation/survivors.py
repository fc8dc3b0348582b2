"""Why mutants survive that no test can, or need, kill: looked at by a person, one sentence each."""

from __future__ import annotations

import tomllib
from pathlib import Path

_FILE = Path(__file__).with_name("survivors.toml")


def reasons() -> dict[tuple[str, str], str]:
    """By place and change, as the page has them: a mutant's number is another one when the code above it changes."""
    told = tomllib.loads(_FILE.read_text("utf-8"))
    return {(one["place"], one["change"]): one["reason"] for one in told.get("survivor", ())}
