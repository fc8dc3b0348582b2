"""The settings file as settings: every key known, every value of its type, or one sentence with the line."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from okrlint.errors import SettingsError
from okrlint.linting.finding import SEVERITIES
from okrlint.linting.nearest import near, preset_fault, shown
from okrlint.linting.presets import ALWAYS, OFF
from okrlint.linting.rule import GROUPS, Rule
from okrlint.linting.settings import PerFile, ReportSettings, RuleSettings, Settings
from okrlint.linting.wording.words import LANGUAGES
from okrlint.model.dates import parse_date
from okrlint.workspace.rule_options import option_value
from okrlint.workspace.toml_file import Key, TomlFile, read_toml

KEYS = (
    "preset",
    "paths",
    "select",
    "extend_select",
    "ignore",
    "fail_on",
    "as_of",
    "languages",
    "history",
    "report",
    "rules",
    "per_file",
)
FAIL_ON = (*SEVERITIES, "never")
PROJECT_TABLE: Key = ("tool", "okrlint")
"""Where a project file keeps what is okrlint's."""
_OWN_ONLY = "limits"
_MOST_PATTERNS = 1_000
"""Patterns of files: each is compared with each file that has a finding."""


def read_settings(path: Path, rules: Sequence[Rule]) -> Settings:
    """The settings of a file. Raises SettingsError with the place."""
    file = read_toml(path, path.name)
    return _Reader(file, PROJECT_TABLE if path.name == "pyproject.toml" else (), rules).settings()


def parse_as_of(value: object) -> datetime.date | None:
    """A day from a settings file or a flag, as TOML's own date or as text."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    return parse_date(value)


class _Reader:
    """Reads one file; knows its keys for the place of a mistake."""

    def __init__(self, file: TomlFile, prefix: Key, rules: Sequence[Rule]) -> None:
        self.file = file
        self.prefix = prefix
        self.rules = rule_names(rules)

    def settings(self) -> Settings:
        data: Mapping[str, Any] = self.file.data
        for length, part in enumerate(self.prefix, 1):
            data = self._table((), data.get(part, {}), ".".join(self.prefix[:length]))
        if _OWN_ONLY in data:
            self._fail((_OWN_ONLY,), "a repository cannot raise limits; your own settings file and --limit can")
        self._known((), data, KEYS)
        readers: Mapping[str, Callable[[Key, Any], Any]] = {
            "preset": self._preset,
            "paths": self._paths,
            "select": self._rule_names,
            "extend_select": self._rule_names,
            "ignore": self._ignored,
            "fail_on": lambda key, value: self._choice(key, value, FAIL_ON),
            "as_of": self._day,
            "languages": self._languages,
            "history": self._yes_or_no,
            "report": self._report,
            "rules": self._rules,
            "per_file": self._per_file,
        }
        values = {name: readers[name]((name,), value) for name, value in data.items()}
        settings = Settings(**values, place=self._place)
        self._agree(settings)
        return settings

    def _yes_or_no(self, key: Key, value: object) -> bool:
        return value if isinstance(value, bool) else self._fail(key, f"must be true or false, not {shown(value)}")

    def _report(self, key: Key, value: object) -> ReportSettings:
        table = self._table(key, value)
        self._known(key, table, ReportSettings._fields)
        return ReportSettings(**{name: self._yes_or_no((*key, name), own) for name, own in table.items()})

    def _preset(self, key: Key, value: object) -> str:
        fault = preset_fault(value) if isinstance(value, str) else f"must be a text, not {shown(value)}"
        return str(value) if not fault else self._fail(key, fault)

    def _paths(self, key: Key, value: object) -> tuple[str, ...]:
        paths = self._texts(key, value)
        return paths or self._fail(key, "must name a folder or file")

    def _day(self, key: Key, value: object) -> datetime.date:
        return parse_as_of(value) or self._fail(key, "must be a day such as 2026-11-15")

    def _languages(self, key: Key, value: object) -> tuple[str, ...]:
        names = self._texts(key, value)
        for name in names:
            self._choice(key, name, LANGUAGES)
        return tuple(dict.fromkeys(names)) or self._fail(key, f"must name one of {', '.join(LANGUAGES)}")

    def _rules(self, key: Key, value: object) -> dict[str, RuleSettings]:
        table = self._table(key, value)
        self._known(key, table, tuple(self.rules))
        found: dict[str, RuleSettings] = {}
        for name, own in table.items():
            rule = self.rules[name]
            if rule.id in found:
                self._fail((*key, name), f"the rule is set a second time; its name is {rule.id}")
            found[rule.id] = self._rule((*key, name), rule, self._table((*key, name), own))
        return found

    def _rule(self, key: Key, rule: Rule, data: Mapping[str, Any]) -> RuleSettings:
        self._known(key, data, ("severity", *rule.option_types))
        word = data.get("severity")
        if word is not None:
            self._choice((*key, "severity"), word, (*SEVERITIES, OFF))
            if rule.id in ALWAYS:
                self._fail((*key, "severity"), "what cannot be read is always an error")
        options = {
            name: self._option((*key, name), rule, value) for name, value in data.items() if name in rule.option_types
        }
        return RuleSettings(SEVERITIES.get(word or ""), word == OFF, options)

    def _option(self, key: Key, rule: Rule, value: object) -> Any:
        try:
            return option_value(value, rule.option_types[key[-1]], rule.bounds(key[-1]))
        except ValueError as error:
            self._fail(key, str(error))

    def _per_file(self, key: Key, value: object) -> tuple[PerFile, ...]:
        if not isinstance(value, list):
            self._fail(key, "must be written [[per_file]]")
        entries = tuple(self._file_entry((*key, str(number)), entry) for number, entry in enumerate(value))
        if sum(len(entry.files) for entry in entries) > _MOST_PATTERNS:
            self._fail(key, f"has more than {_MOST_PATTERNS} patterns of files")
        return entries

    def _file_entry(self, key: Key, value: object) -> PerFile:
        data = self._table(key, value)
        self._known(key, data, PerFile._fields)
        for name in PerFile._fields:
            if not data.get(name):
                self._fail(key, f"must have {name}")
        files = self._texts((*key, "files"), data["files"])
        return PerFile(files, self._ignored((*key, "ignore"), data["ignore"]))

    def _ignored(self, key: Key, value: object) -> tuple[str, ...]:
        names = self._rule_names(key, value)
        check_ignored(names, partial(self._fail, key))
        return names

    def _rule_names(self, key: Key, value: object) -> tuple[str, ...]:
        names = self._texts(key, value)
        check_names(names, self.rules, partial(self._fail, key))
        return tuple(dict.fromkeys(self.rules[name].id if name in self.rules else name for name in names))

    def _agree(self, settings: Settings) -> None:
        """Refuse a least number over the most: every plan would break one of the two."""
        for few in {rule.id: rule for rule in self.rules.values() if rule.id.startswith("too-few-")}.values():
            many = self.rules[few.id.replace("few", "many", 1)]
            stated = [key for key in (("rules", few.id, "min"), ("rules", many.id, "max")) if self._place(key)]
            if not stated or None in map(settings.severity, (few, many)):
                continue
            least, most = getattr(settings.options(few), "min", 0), getattr(settings.options(many), "max", 0)
            if least > most:
                self._fail(stated[0], f"{few.id} asks for at least {least}, {many.id} allows {most}")

    def _table(self, key: Key, value: object, name: str = "") -> Mapping[str, Any]:
        if not isinstance(value, dict):
            self._fail(key, "must be a table", name)
        return value

    def _texts(self, key: Key, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._fail(key, "must be a list of texts")
        return tuple(value)

    def _choice(self, key: Key, value: object, choices: Sequence[str]) -> str:
        if not isinstance(value, str) or value not in choices:
            self._fail(key, f"{shown(value)} is none of {', '.join(choices)}{near(str(value), choices)}")
        return value

    def _known(self, table: Key, data: Mapping[str, Any], known: Sequence[str]) -> None:
        for key in data:
            if key not in known:
                self._fail((*table, key), f"there is no such setting{near(key, known)}")

    def _place(self, key: Key) -> str | None:
        """Where the file sets a key itself, and not only a table around it."""
        data: Any = self.file.data
        for step in (*self.prefix, *key):
            if isinstance(data, list):
                data = data[int(step)]
            elif isinstance(data, dict) and step in data:
                data = data[step]
            else:
                return None
        return self.file.place((*self.prefix, *key))

    def _fail(self, key: Key, words: str, name: str = "") -> NoReturn:
        place = self.file.place((*self.prefix, *key)) or self.file.name
        dotted = name or ".".join(part for part in key if not part.isdecimal())
        raise SettingsError(f"{place}: {shown(dotted)[1:-1]}: {words}")


def rule_names(rules: Iterable[Rule]) -> dict[str, Rule]:
    """The rules by every name that a user may call them: their ids and their former names."""
    return {name: rule for rule in rules for name in (rule.id, *rule.aliases)}


def check_names(names: Iterable[str], known: Iterable[str], fail: Callable[[str], NoReturn]) -> None:
    """Call `fail` with the words for the first name that is no rule, group or `all`."""
    every = (*known, *GROUPS, "all")
    for name in names:
        if name not in every:
            fail(f"{shown(name)} is no rule{near(name, every)}")


def check_ignored(names: Iterable[str], fail: Callable[[str], NoReturn]) -> None:
    """Call `fail` with the words for the first name of a rule that nothing leaves out."""
    for name in names:
        if name in ALWAYS:
            fail(f"{shown(name)} cannot be left out: what cannot be read must not pass")
