"""Why mutants survived, looked at by a person: one sentence each, and the test that has come of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.mutation.page import Note, Notes

_FILE = Path(__file__).with_name("survivors.toml")


def notes() -> Notes:
    """By place and change, as the page has them."""
    told = tomllib.loads(_FILE.read_text("utf-8"))
    rows = told.get("survivor", ())
    return {(one["place"], one["change"]): Note(one["reason"], one.get("killed_by", "")) for one in rows}
