"""Which importer reads a file: the one that is surest of it."""

from __future__ import annotations

from okrlint.discovery import discover, names
from okrlint.errors import OkrlintError
from okrlint.exchange.importer import Importer, Source

_FOLDER = "okrlint.exchange.importers"


def importers() -> tuple[str, ...]:
    """The ids of all importers."""
    return names(_FOLDER)


def importer_for(source: Source, wanted: str | None = None) -> Importer:
    """The importer of a name, else the surest one; of two that are alike the first by name."""
    every: tuple[Importer, ...] = discover(_FOLDER, "IMPORTER")
    if wanted is not None:
        return next(one for one in every if one.id == wanted)
    if not source.text.strip():
        raise OkrlintError(f"{source.name} is empty")
    return max(every, key=lambda one: one.claim(source))
