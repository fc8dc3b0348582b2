"""JSON of any shape, and what `okrlint export --format json` writes."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import Any

from okrlint.errors import OkrlintError
from okrlint.exchange.decoding import MOST_LINES, without_controls
from okrlint.exchange.draft import Reading
from okrlint.exchange.importer import Importer, Source
from okrlint.exchange.shapes import read_shape

_ENDINGS = (".json", ".jsonc")
_MOST_DIGITS = 15
_MOST_VALUES = 50_000
_LONGEST = 40
"""Characters of a number with a point."""


def claim(source: Source) -> int:
    """By its name, or by the bracket that it begins with."""
    if source.ending in _ENDINGS:
        return 3
    return 2 if source.text.lstrip()[:1] in ("{", "[") and source.ending not in (".md", ".yaml", ".yml", ".csv") else 0


def read(source: Source) -> Reading:
    """Read objectives wherever they stand. Raises OkrlintError for what is no JSON, or holds none."""
    reading = Reading(source.day, source.fiscal_start)
    read_shape(_data(source), reading)
    if not (reading.objectives or reading.whole):
        raise OkrlintError(f"{source.name} holds no objective: no `objectives`, and nothing with key results")
    reading.how.append("objectives and key results by the names of their fields")
    return reading


def _data(source: Source) -> Any:
    try:
        return _cleaned(
            json.loads(
                source.text,
                object_pairs_hook=_Mappings(source.name),
                parse_constant=str,
                strict=False,
                parse_int=lambda text: int(text) if len(text) <= _MOST_DIGITS else text,
                parse_float=_float,
            )
        )
    except json.JSONDecodeError as error:
        raise OkrlintError(f"{source.name}:{error.lineno}:{error.colno}: no JSON: {error.msg.lower()}") from error
    except RecursionError as error:
        raise OkrlintError(f"{source.name} is nested too deep") from error


def _float(text: str) -> float | str:
    """A number, or its text where it is too large or too long to be one that people mean."""
    value = float(text) if len(text) <= _LONGEST else math.inf
    return value if math.isfinite(value) else text


def _cleaned(data: Any) -> Any:
    """The data without the invisible characters that escapes can make."""
    if isinstance(data, dict):
        return {without_controls(key): _cleaned(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_cleaned(one) for one in data]
    return without_controls(data) if isinstance(data, str) else data


class _Mappings:
    """Makes mappings of pairs; a key that stands there twice is kept twice."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.objects = 0
        self.values = 0

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        self.objects += 1
        self.values += len(pairs)
        if self.objects > MOST_LINES:
            raise OkrlintError(f"{self.name} holds more than {MOST_LINES:,} objects; split it by quarter or team")
        if self.values > _MOST_VALUES:
            raise OkrlintError(f"{self.name} holds more than {_MOST_VALUES:,} values; split it by quarter or team")
        times = Counter(key for key, _ in pairs)
        seen: Counter[str] = Counter()
        found: dict[str, Any] = {}
        for key, value in pairs:
            seen[key] += times[key] > 1
            found[f"{key} {seen[key]}" if seen[key] > 1 else key] = value
        return found


IMPORTER = Importer(id="json", label="JSON", claim=claim, read=read)
