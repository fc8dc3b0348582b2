"""The published JSON Schemas: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE_KINDS = ("plan", "company", "pipeline")
"""What an OKR file may say that it is."""
_DATA_OF_SITES = ("api-quarters", "api-teams", "api-objectives", "api-key-results")
_PRINTED = ("findings", "baseline", "rules", "presets", "diff", "log", "export")
SCHEMAS = (*FILE_KINDS, "okr-file", "settings", *_PRINTED, *_DATA_OF_SITES)
"""Every published schema: the file kinds and any of them, the settings, what `--format json` prints or a run keeps, and
a site's data."""
FORMAT_VERSION = 1
"""The version of the file format that this okrlint reads."""


def schema_text(name: str) -> str:
    """A schema as published. Raises FileNotFoundError for a name that is not in SCHEMAS."""
    return folder().joinpath(f"{name}.schema.json").read_text(encoding="utf-8")


@cache
def load_schema(name: str) -> dict[str, Any]:
    """A schema as plain data, read once. Nobody may change it."""
    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema


@cache
def folder() -> Path:
    """Where the schemas lie."""
    package = Path(__file__).parent.parent
    inside = package / "schemas"
    return inside if inside.is_dir() else package.parent / "schemas"
