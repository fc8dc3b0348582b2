"""The rules and their options in the schema of the settings: `python -m tests.settings_schema` writes them anew.

What a person wrote in the schema stays; the table of rules is worked out from the rules. Rules that nothing switches
off have no place in it.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from okrlint.discovery import discover
from okrlint.linting.presets import ALWAYS
from okrlint.linting.rule import Rule
from okrlint.linting.rule_page import option_words

PATH = Path(__file__).resolve().parent.parent / "schemas" / "settings.schema.json"
WIDTH = 120
TYPES: dict[str, dict[str, Any]] = {
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "Decimal": {"type": "number"},
    "bool": {"type": "boolean"},
    "str": {"type": "string"},
    "tuple[str, ...]": {"type": "array", "items": {"type": "string"}},
}


def refreshed(text: str) -> str:
    """The schema with the rules as they are now."""
    schema = json.loads(text)
    rules: tuple[Rule, ...] = discover("okrlint.rules", "RULE")
    named = {name: rule for rule in rules for name in (rule.id, *rule.aliases) if rule.id not in ALWAYS}
    schema["properties"]["rules"]["properties"] = {name: _rule(named[name]) for name in sorted(named)}
    return laid_out(schema) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    options = {name: _option(rule, name, words) for name, words in option_words(rule).items()}
    return {
        "description": _sentence(rule.summary),
        "type": "object",
        "additionalProperties": False,
        "properties": {"severity": {"$ref": "#/definitions/severity"}, **options},
        "examples": [{"severity": "info"}],
    }


def _option(rule: Rule, name: str, words: str) -> dict[str, Any]:
    annotation, default = rule.option_types[name], getattr(rule.options, name)
    shape = {**TYPES[annotation], "description": _sentence(words)}
    if annotation in ("int", "float", "Decimal"):
        least, most = rule.bounds(name)
        shape |= {"minimum": _plain(least)} | ({} if most is None else {"maximum": _plain(most)})
    example = [list(default) or ["our own word"]] if isinstance(default, tuple) else [_plain(default)]
    return {**shape, "default": _plain(default), "examples": example}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return list(value) if isinstance(value, tuple) else value


def laid_out(value: Any, indent: int = 0, before: int = 0) -> str:
    """JSON with whatever fits on a line on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if indent + before + len(line) < WIDTH or not isinstance(value, (dict, list)) or not value:
        return line
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        keys = {key: json.dumps(key, ensure_ascii=False) for key in value}
        parts = [f"{pad}{keys[key]}: {laid_out(item, indent + 2, len(keys[key]) + 2)}" for key, item in value.items()]
    else:
        parts = [f"{pad}{laid_out(item, indent + 2)}" for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return "\n".join((opening, ",\n".join(parts), f"{' ' * indent}{closing}"))


if __name__ == "__main__":
    PATH.write_text(refreshed(PATH.read_text("utf-8")), "utf-8")
