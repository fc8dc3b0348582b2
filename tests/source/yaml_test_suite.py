"""The cases of the public yaml-test-suite, from the folder of shared data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

NO_JSON = object()
_SIGNS = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}
"""How the suite writes what cannot be seen."""


class Case(NamedTuple):
    """One input of the suite."""

    id: str
    text: str
    is_invalid: bool
    data: Any
    """What the suite reads it as; NO_JSON where it does not say, or where there are several documents."""


def suite_cases(shared_data: Path) -> Iterator[Case]:
    """Every case, in the order of the files."""
    for path in sorted((shared_data / "yaml-test-suite" / "src").glob("*.yaml")):
        for number, entry in enumerate(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)):
            text = entry["yaml"]
            for sign, meaning in _SIGNS.items():
                text = text.replace(sign, meaning)
            yield Case(f"{path.stem}/{number}", text, bool(entry.get("fail")), _data(entry.get("json")))


def _data(written: str | None) -> Any:
    try:
        return NO_JSON if written is None else json.loads(written)
    except ValueError:
        return NO_JSON
