"""What the user configured, and what follows from it for each rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from okrlint.linting.finding import Severity
from okrlint.linting.presets import DEFAULT_PRESET, HOUSEKEEPING, PRESETS, Preset
from okrlint.linting.rule import Rule
from okrlint.records import Record

ALWAYS = ("syntax", "schema")
"""Rules that nothing switches off: a file that cannot be read must not pass."""
CHECK_INS = "check-in-stale"
_FOUR_WEEKS = 28


class RuleSettings(NamedTuple):
    """What is set for one rule under `[rules.ID]`."""

    severity: Severity | None = None
    off: bool = False
    options: Mapping[str, Any] = {}


class PerFile(NamedTuple):
    """Rules that some files are not asked about."""

    files: tuple[str, ...]
    """Patterns of paths from the repository's root; `*` matches anything."""
    ignore: tuple[str, ...]


class Settings(Record):
    """The settings of a run: those of the file, with the flags of the call laid over them."""

    preset: str = DEFAULT_PRESET
    paths: tuple[str, ...] = ("okrs",)
    select: tuple[str, ...] = ()
    """Rule ids or groups; where given, only these run, and housekeeping."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    """error, warning, info or never."""
    rules: Mapping[str, RuleSettings] = {}
    per_file: tuple[PerFile, ...] = ()
    as_of: datetime.date | None = None

    def changed(self, **values: Any) -> Settings:
        """These settings with some values replaced; None leaves a value as it is."""
        return Settings(**{**self.__dict__, **{name: value for name, value in values.items() if value is not None}})

    @property
    def chosen(self) -> Preset:
        """The preset in force."""
        return PRESETS[self.preset]

    def severity(self, rule: Rule) -> Severity | None:
        """The severity of a rule in this run, None where it is off."""
        if rule.id in ALWAYS:
            return rule.severity
        own = self.rules.get(rule.id, RuleSettings())
        if own.off or _named(rule, self.ignore) or not self._selected(rule):
            return None
        return own.severity or self._preset_severity(rule) or rule.severity

    def _selected(self, rule: Rule) -> bool:
        if self.select:
            return rule.group == HOUSEKEEPING or _named(rule, self.select) or _named(rule, self.extend_select)
        if _named(rule, self.extend_select) or self.rules.get(rule.id, RuleSettings()).severity is not None:
            return True
        return self._in_preset(rule)

    def _in_preset(self, rule: Rule) -> bool:
        preset = self.chosen
        if preset.everything:
            return True
        in_group = preset.groups is None or rule.group in preset.groups
        return in_group and preset.severities.get(rule.id, rule.severity) is not None

    def _preset_severity(self, rule: Rule) -> Severity | None:
        return self.chosen.severities.get(rule.id)

    def options(self, rule: Rule) -> Record | None:
        """The options of a rule: its own defaults, the preset's, then the user's."""
        if rule.options is None:
            return None
        own = self.rules.get(rule.id, RuleSettings())
        return rule.options(**{**self.chosen.options.get(rule.id, {}), **own.options})

    @property
    def cadence(self) -> str:
        """How often a key result is checked in whose metric does not say it: `monthly` from four weeks on.

        One number decides: the days of the rule that misses check-ins, by the preset or by the user.
        """
        own = self.rules.get(CHECK_INS, RuleSettings()).options
        days = {**self.chosen.options.get(CHECK_INS, {}), **own}.get("days", 0)
        return "monthly" if days >= _FOUR_WEEKS else "weekly"

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """The rule ids and groups that are not asked of a file."""
        return tuple(name for entry in self.per_file if _matches(path, entry.files) for name in entry.ignore)


def _named(rule: Rule, names: Iterable[str]) -> bool:
    return any(name in (rule.id, rule.group, "all") or name in rule.aliases for name in names)


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
