"""What the user configured, and what follows from it for each rule."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from okrlint.linting.finding import Severity
from okrlint.linting.presets import ALWAYS, DEFAULT_PRESET, HOUSEKEEPING, Preset, find_preset
from okrlint.linting.rule import WORDS, Rule
from okrlint.linting.wording.own_words import with_words
from okrlint.linting.wording.words import LANGUAGE
from okrlint.records import Record
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.linting.finding_baseline import FindingBaseline

CHECK_INS = "check-in-stale"
_FOUR_WEEKS = 28


Key = tuple[str, ...]
"""The way to a setting: `("preset",)`, `("rules", "too-many-objectives", "max")`."""


def _nowhere(key: Key) -> str | None:
    """No settings file, no place."""
    del key
    return None


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


class ReportSettings(NamedTuple):
    """What is set for the site under `[report]`."""

    people: bool = True
    """Whether each person has a page, in lists and in the search; names beside work stay."""


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
    languages: tuple[str, ...] = (LANGUAGE,)
    """Those that the plans are written in, for the word lists."""
    history: bool = True
    """Whether rules may look at the commits of the repository."""
    report: ReportSettings = ReportSettings()
    baseline: FindingBaseline | None = None
    """The findings that are known and not reported."""
    place: Callable[[Key], str | None] = staticmethod(_nowhere)
    """Where the settings file sets a key, such as `okrlint.toml:3`; None where it does not."""
    flags: Mapping[Key, str] = {}
    """The flags of the call by the key that they set."""
    without_flags: Settings | None = None
    """These settings without the flags of the call; None where there are none."""

    def changed(self, flags: Mapping[Key, str], **values: Any) -> Settings:
        """These settings under the flags of a call, with some values replaced; None leaves a value as it is."""
        new = {name: value for name, value in values.items() if value is not None}
        return Settings(**{**self.__dict__, **new, "flags": flags, "without_flags": self})

    @property
    def chosen(self) -> Preset:
        """The preset in force. Raises ValueError where there is none of that name."""
        found = find_preset(self.preset)
        if found is None:
            raise ValueError(f"there is no preset {self.preset}")
        return found

    def severity(self, rule: Rule) -> Severity | None:
        """The severity of a rule in this run, None where it is off."""
        if rule.id in ALWAYS:
            return rule.severity
        own = self.rules.get(rule.id, RuleSettings())
        if own.off or _named(rule, self.ignore) or not self._selected(rule):
            return None
        return own.severity or self.chosen.severities.get(rule.id) or rule.severity

    def own_severity(self, rule: Rule) -> Severity | None:
        """The severity that the user chose for a rule, None where the preset decides."""
        return None if rule.id in ALWAYS else self.rules.get(rule.id, RuleSettings()).severity

    def is_usual(self, rule: Rule) -> bool:
        """Whether a rule runs as it does without the flags of this call: what it finds is then the whole truth."""
        usual = self.without_flags
        if usual is None:
            return True
        mine, theirs = (settings.options(rule) for settings in (self, usual))
        same = mine is theirs or (mine is not None and theirs is not None and mine.__dict__ == theirs.__dict__)
        return same and usual.severity(rule) is not None

    def _selected(self, rule: Rule) -> bool:
        if self.select:
            return rule.group == HOUSEKEEPING or _named(rule, self.select) or _named(rule, self.extend_select)
        if _named(rule, self.extend_select) or self.rules.get(rule.id, RuleSettings()).severity is not None:
            return True
        return self.chosen.runs(rule.id, rule.group, rule.since)

    def options(self, rule: Rule) -> Record | None:
        """The options of a rule: its own defaults, the preset's, then the user's."""
        if rule.options is None:
            return None
        own = self.rules.get(rule.id, RuleSettings())
        return rule.options(**{**self.chosen.options.get(rule.id, {}), **own.options})

    def language(self, rules: Iterable[Rule]) -> str:
        """The languages of the plans, with the words that the user adds for some rules."""
        added: dict[str, list[str]] = {}
        for rule in rules:
            if rule.own_words:
                added.setdefault(rule.own_words, []).extend(getattr(self.options(rule), WORDS, ()))
        return with_words("+".join(self.languages), added)

    @property
    def cadence(self) -> str:
        """How often a key result is checked in whose metric does not say it: `monthly` from four weeks on.

        One number decides: the days of the rule that misses check-ins, by the preset or by the user.
        """
        own = self.rules.get(CHECK_INS, RuleSettings()).options
        days = {**self.chosen.options.get(CHECK_INS, {}), **own}.get("days", 0)
        return "monthly" if days >= _FOUR_WEEKS else "weekly"

    def asks(self, rule: Rule, path: str) -> bool:
        """Whether a file is asked about a rule; nothing keeps a file from being readable."""
        if rule.id in ALWAYS:
            return True
        return not (self.per_file and _named(rule, _ignored(self.per_file, path)))


@lru_cache(maxsize=4096)
def _ignored(per_file: tuple[PerFile, ...], path: str) -> tuple[str, ...]:
    """What a file is not asked about; a thousand patterns take their time."""
    return tuple(dict.fromkeys(n for entry in per_file if _matches(path, entry.files) for n in entry.ignore))


def _named(rule: Rule, names: Iterable[str]) -> bool:
    return any(name in (rule.id, rule.group, "all") or name in rule.aliases for name in names)


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
