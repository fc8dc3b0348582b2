"""Foreign text to plans, as the tests of this folder need it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from okrlint.exchange.decoding import decode
from okrlint.exchange.draft import Reading
from okrlint.exchange.finishing import finish, named
from okrlint.exchange.guessing import importer_for
from okrlint.exchange.importer import Source


def reading_of(
    data: str | bytes, name: str = "okrs-2026-q4.md", day: str | None = None, form: str | None = None
) -> Reading:
    """What an importer makes of a file."""
    raw = data if isinstance(data, bytes) else data.encode()
    source = Source(name, decode(raw, name).text, raw, day=day)
    return importer_for(source, form).read(source)


def plans_of(data: str | bytes, name: str = "okrs-2026-q4.md", day: str | None = None) -> list[dict[str, Any]]:
    """The plans in a file; those that name no team or quarter are of the team x and of 2026-Q4."""
    return finished(reading_of(data, name, day))


def finished(reading: Reading) -> list[dict[str, Any]]:
    """The plans of a reading, as they would be written."""
    plans = [named(one, one.quarter or "2026-Q4", one.team or "x") for one in finish(reading, "en")]
    return [*plans, *reading.whole]


def plan_of(data: str | bytes, name: str = "okrs-2026-q4.md", day: str | None = None) -> dict[str, Any]:
    """The only plan in a file."""
    (plan,) = plans_of(data, name, day)
    return plan


def key_results(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """All key results of a plan."""
    return [one for objective in plan["objectives"] for one in objective.get("key_results", ())]


def texts_in(data: object) -> Iterator[str]:
    """Every key and value of plain data as text."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from texts_in(value)
    elif isinstance(data, list):
        for one in data:
            yield from texts_in(one)
    else:
        yield str(data)


def lost(text: str, reading: Reading) -> list[str]:
    """Words of a foreign text that are neither in its plans nor labels that became structure.

    Numbers count as the same with and without signs inside them, which plans leave out.
    """
    kept = " ".join([*(one for plan in finished(reading) for one in texts_in(plan)), *reading.marks]).lower()
    missing = [_missing(one, other) for one, other in ((text.lower(), kept), (_plain(text.lower()), _plain(kept)))]
    return missing[0] if all(missing) else []


def _missing(text: str, kept: str) -> list[str]:
    return sorted(set(re.findall(r"[^\W_]+", text)) - set(re.findall(r"[^\W_]+", kept)))


def _plain(text: str) -> str:
    return re.sub(r"(?<=\d)[.,](?=\d)", "", text)
