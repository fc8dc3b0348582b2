"""The schema of `okrlint export --format json`: `python -m tests.export_schema` puts the schema of plans into it anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from okrlint.model.schema_files import load_schema
from tests.settings_schema import laid_out

PATH = Path(__file__).resolve().parent.parent / "schemas" / "export.schema.json"
EXAMPLE = {"kind": "plan", "version": 1, "team": "marketing", "quarter": "2026-Q4", "objectives": [{"title": "Win"}]}


def schema() -> dict[str, Any]:
    """The schema as it should be."""
    plan = {name: value for name, value in load_schema("plan").items() if name != "$schema"}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Exported plans",
        "description": "What `okrlint export --format json` prints, and `okrlint import` reads: plans as their files say them",
        "type": "object",
        "additionalProperties": False,
        "required": ["version", "plans"],
        "properties": {
            "version": {"const": 1, "description": "The version of this shape", "examples": [1]},
            "plans": {
                "type": "array",
                "description": "The plans, by quarter and team",
                "examples": [[EXAMPLE]],
                "items": {"$ref": "#/definitions/plan"},
            },
        },
        "definitions": {"plan": {**plan, "examples": [EXAMPLE]}},
    }


def main() -> None:
    """Write the schema anew."""
    PATH.write_text(laid_out(schema()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
