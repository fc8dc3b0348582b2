"""The settings file as settings: every key known, every value of its type, or one sentence with the line."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from okrlint.errors import SettingsError
from okrlint.linting.finding import SEVERITIES
from okrlint.linting.presets import OFF, PRESETS
from okrlint.linting.rule import GROUPS, Rule
from okrlint.linting.settings import PerFile, RuleSettings, Settings
from okrlint.model.dates import parse_date

KEYS = ("preset", "paths", "select", "extend_select", "ignore", "fail_on", "as_of", "rules", "per_file")
FAIL_ON = (*SEVERITIES, "never")
_TYPES: dict[str, tuple[type, str]] = {
    "int": (int, "a whole number"),
    "bool": (bool, "true or false"),
    "str": (str, "a text"),
    "float": (float, "a number"),
    "tuple[str, ...]": (tuple, "a list of texts"),
}


def read_settings(path: Path, rules: Sequence[Rule]) -> Settings:
    """The settings of a file. Raises SettingsError with the place."""
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{path.name} cannot be read: {error}") from error
    reader = _Reader(path.name, text, rules)
    return reader.settings(reader.project_table(data) if path.name == "pyproject.toml" else data)


def parse_as_of(value: object) -> datetime.date | None:
    """A day from a settings file or a flag, as TOML's own date or as text."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    return parse_date(value)


class _Reader:
    """Reads one file; knows its name and text for the place of a mistake."""

    def __init__(self, name: str, text: str, rules: Sequence[Rule]) -> None:
        self.name = name
        self.text = text
        self.rules = {alias: rule for rule in rules for alias in (rule.id, *rule.aliases)}

    def project_table(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """The part of a project file that is okrlint's."""
        return self._table("tool.okrlint", self._table("tool", data.get("tool", {})).get("okrlint", {}))

    def settings(self, data: Mapping[str, Any]) -> Settings:
        self._known("", data, KEYS)
        values: dict[str, Any] = {}
        if "preset" in data:
            values["preset"] = self._choice("preset", data["preset"], tuple(PRESETS))
        if "fail_on" in data:
            values["fail_on"] = self._choice("fail_on", data["fail_on"], FAIL_ON)
        if "paths" in data:
            values["paths"] = self._texts("paths", data["paths"])
        for key in ("select", "extend_select", "ignore"):
            if key in data:
                values[key] = self._rule_names(key, data[key])
        if "as_of" in data:
            values["as_of"] = parse_as_of(data["as_of"]) or self._fail("as_of", "must be a day such as 2026-11-15")
        values["rules"] = self._rules(data.get("rules", {}))
        values["per_file"] = self._per_file(data.get("per_file", []))
        return Settings(**values)

    def _rules(self, data: object) -> dict[str, RuleSettings]:
        table = self._table("rules", data)
        self._known("rules", table, tuple(self.rules))
        return {
            self.rules[name].id: self._rule(name, self._table(f"rules.{name}", value)) for name, value in table.items()
        }

    def _rule(self, name: str, data: Mapping[str, Any]) -> RuleSettings:
        rule = self.rules[name]
        annotations = rule.options.__annotations__ if rule.options is not None else {}
        self._known(f"rules.{name}", data, ("severity", *annotations))
        word = data.get("severity")
        if word is not None:
            self._choice(f"rules.{name}.severity", word, (*SEVERITIES, OFF))
        options = {
            key: self._option(f"rules.{name}.{key}", value, str(annotations[key]))
            for key, value in data.items()
            if key != "severity"
        }
        return RuleSettings(SEVERITIES.get(word or ""), word == OFF, options)

    def _option(self, key: str, value: object, annotation: str) -> object:
        kind, words = _TYPES[annotation]
        if kind is tuple:
            return self._texts(key, value)
        fits = isinstance(value, (int, float)) if kind is float else isinstance(value, kind)
        if not fits or (isinstance(value, bool) and kind is not bool):
            self._fail(key, f"must be {words}")
        return value

    def _per_file(self, data: object) -> tuple[PerFile, ...]:
        if not isinstance(data, list):
            self._fail("per_file", "must be written [[per_file]]")
        return tuple(self._file_entry(self._table("per_file", entry)) for entry in data)

    def _file_entry(self, data: Mapping[str, Any]) -> PerFile:
        self._known("per_file", data, ("files", "ignore"))
        files = self._texts("per_file.files", data.get("files", []))
        return PerFile(files, self._rule_names("per_file.ignore", data.get("ignore", [])))

    def _rule_names(self, key: str, value: object) -> tuple[str, ...]:
        names = self._texts(key, value)
        check_names(names, tuple(self.rules), lambda words: self._fail(key, words))
        return tuple(self.rules[name].id if name in self.rules else name for name in names)

    def _table(self, key: str, value: object) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._fail(key, "must be a table")
        return value

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._fail(key, "must be a list of texts")
        return tuple(value)

    def _choice(self, key: str, value: object, choices: Sequence[str]) -> str:
        if not isinstance(value, str) or value not in choices:
            self._fail(key, f"`{value}` is none of {', '.join(choices)}{near(str(value), choices)}")
        return value

    def _known(self, table: str, data: Mapping[str, Any], known: Sequence[str]) -> None:
        for key in data:
            if key not in known:
                dotted = f"{table}.{key}" if table else key
                self._fail(dotted, f"there is no such setting{near(key, known)}")

    def _fail(self, key: str, words: str) -> NoReturn:
        raise SettingsError(f"{self.name}{self._line(key)}: {key}: {words}")

    def _line(self, key: str) -> str:
        """The line of a key's last part, as `:12`; nothing where it cannot be told."""
        last = re.escape(key.rpartition(".")[2])
        found = re.search(rf"^[ \t]*(?:\[+[^\]]*\b)?[\"']?{last}[\"']?\s*[=\]]", self.text, re.MULTILINE)
        return f":{self.text.count(chr(10), 0, found.start()) + 1}" if found else ""


def near(name: str, known: Sequence[str]) -> str:
    """`; did you mean …?` where a known name is near."""
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""


def check_names(names: Sequence[str], known: Sequence[str], fail: Any) -> None:
    """Call `fail` with the words for the first name that is no rule, group or `all`."""
    for name in names:
        if name not in known and name not in GROUPS and name != "all":
            fail(f"`{name}` is no rule{near(name, (*known, *GROUPS))}")
