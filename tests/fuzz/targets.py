"""What is fuzzed: each function takes any bytes and raises only where okrlint has a bug."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from okrlint.errors import OkrlintError
from okrlint.exchange.decoding import decode
from okrlint.exchange.finishing import finish
from okrlint.exchange.guessing import importer_for
from okrlint.exchange.importer import Source
from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from okrlint.source.reader import events_of, pure_events, read
from tests.linting.mending import mended

_FILES = {path: text.encode() for path, text in files_of(Example("")).items()}
_PLAN = next(path for path in _FILES if path.endswith("2026-Q4/marketing.yaml"))
PLAN = _FILES[_PLAN]
"""A plan to begin with."""


def reader(data: bytes) -> None:
    """Both parsers read it, or say where it is wrong; a place is always inside the text."""
    for parser in (events_of, pure_events):
        document = read(data, "plan.yaml", parser=parser)
        assert document.readable or document.problems
        for problem in document.problems:
            assert 0 <= problem.span.start.offset <= problem.span.end.offset <= len(document.text.text)


def fixes(data: bytes) -> None:
    """Every rule judges it, every fix is made, and a second time there is nothing left to mend."""
    result = mended({**_FILES, _PLAN: data}, unsafe=True, as_of=date(2026, 11, 15).isoformat())
    assert result.again == ()


def importers(data: bytes) -> None:
    """The importer that is surest of it reads plans from it, or says in a sentence why not."""
    for name in ("plans.md", "plans.csv", "plans.json", "plans.yaml", "plans.txt"):
        try:
            source = Source(name, decode(data, name).text, data)
            finish(importer_for(source).read(source), "en")
        except OkrlintError:
            continue


TARGETS: Mapping[str, Callable[[bytes], None]] = {"reader": reader, "fixes": fixes, "importers": importers}
