"""YAML of any shape, plans of okrlint among it."""

from __future__ import annotations

from okrlint.errors import OkrlintError
from okrlint.exchange.draft import Reading
from okrlint.exchange.importer import Importer, Source
from okrlint.exchange.shapes import read_shape
from okrlint.source.reader import read as read_yaml

_ENDINGS = (".yaml", ".yml")


def claim(source: Source) -> int:
    """By its name."""
    return 3 if source.ending in _ENDINGS else 0


def read(source: Source) -> Reading:
    """Read objectives wherever they stand. Raises OkrlintError for what is no plain YAML, or holds none."""
    document = read_yaml(source.text.encode(), source.name)
    for problem in document.problems:
        line = problem.span.start.line
        raise OkrlintError(f"{source.name}:{line}: {problem.message}; {problem.hint}")
    reading = Reading(source.day, source.fiscal_start)
    read_shape(document.data, reading)
    if not (reading.objectives or reading.whole):
        raise OkrlintError(f"{source.name} holds no objective: no `objectives`, and nothing with key results")
    if not reading.whole:
        reading.notes += [comment.text.strip() for comment in document.comments()]
    reading.how.append("objectives and key results by the names of their fields")
    return reading


IMPORTER = Importer(id="yaml", label="YAML", claim=claim, read=read)
