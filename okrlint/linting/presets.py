"""The presets: named choices of limits and severities, by edition, so that an upgrade turns no green repository red."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from okrlint.linting.edition import Edition, version
from okrlint.linting.edition_2026 import EDITION as EDITION_2026
from okrlint.linting.finding import SEVERITIES, Severity
from okrlint.tuples import NamedTuple

DEFAULT_PRESET = "geckoboard"
OFF = "off"
HOUSEKEEPING = "housekeeping"
ALL = "all"
ALWAYS = ("syntax", "schema")
"""Rules that nothing switches off: a file that cannot be read must not pass."""
_STRICTEST = "saas"
"""The preset whose limits `all` has."""

EDITIONS: tuple[Edition, ...] = (EDITION_2026,)
"""Oldest first; the name of a preset without an edition means the last one."""


class Preset(NamedTuple):
    """A named choice of limits and severities."""

    id: str
    """As people write it, with the edition where they pinned it: `geckoboard@2026`."""
    edition: str
    groups: tuple[str, ...] | None
    """The groups of rules that run; None for all of them."""
    severities: Mapping[str, Severity | None]
    """Where it differs from the rule's own; None means off."""
    options: Mapping[str, Mapping[str, Any]]
    last: str | None
    """The newest version whose rules it has; None for all of them."""
    everything: bool = False
    """True where no rule is off that it has."""

    def runs(self, rule_id: str, group: str, since: str) -> bool:
        """Whether a rule of a group, there since a version, is on."""
        if self.last is not None and version(since) > version(self.last):
            return False
        in_group = self.groups is None or group in self.groups
        return self.everything or (in_group and self.severities.get(rule_id, Severity.ERROR) is not None)


@cache
def find_preset(name: str) -> Preset | None:
    """The preset of a name such as `google` or `google@2026`; None where there is none."""
    plain, pinned, year = name.partition("@")
    edition = next((found for found in reversed(EDITIONS) if not pinned or found.id == year), None)
    if edition is None or plain not in (*edition.names, ALL):
        return None
    return _all(name, edition) if plain == ALL else _preset(name, plain, edition)


def preset_names(editions: Iterable[Edition] = EDITIONS) -> tuple[str, ...]:
    """Every name that `find_preset` knows: the plain ones, then the pinned ones by edition."""
    pinned = [f"{name}@{edition.id}" for edition in editions for name in (*edition.names, ALL)]
    return (*EDITIONS[-1].names, ALL, *pinned)


def _preset(name: str, plain: str, edition: Edition) -> Preset:
    column = edition.names.index(plain)
    options: dict[str, dict[str, Any]] = {}
    for (rule, option), row in edition.options.items():
        if row[column] is not None:
            options.setdefault(rule, {})[option] = row[column]
    severities = {rule: SEVERITIES.get(row[column]) for rule, row in edition.severities.items()}
    return Preset(name, edition.id, edition.groups.get(plain), severities, options, edition.last)


def _all(name: str, edition: Edition) -> Preset:
    """Every rule; pinned, every rule of the edition."""
    strict = _preset(name, _STRICTEST, edition)
    severities = {rule: severity for rule, severity in strict.severities.items() if severity is not None}
    last = edition.last if "@" in name else None
    return strict._replace(groups=None, severities=severities, last=last, everything=True)


PRESETS: dict[str, Preset] = {
    name: found for name in (*EDITIONS[-1].names, ALL) if (found := find_preset(name)) is not None
}
"""The presets of the newest edition by their plain names."""
