"""The baseline of findings: what an old repository is known to have when it begins with okrlint.

An entry says which rule, about which OKR and where in it, and how often; never on which line. What it knows is not
reported. It only shrinks by itself: who writes it anew is told how many entries come and go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from okrlint.linting.finding import Finding
from okrlint.linting.finding_keys import FindingKey, FindingKeys
from okrlint.linting.presets import ALWAYS
from okrlint.records import Record
from okrlint.tuples import NamedTuple

VERSION = 1
_TEXTS = ("rule", "address", "field", "words", "path")
_NAMES = frozenset((*_TEXTS, "other", "count"))


class NotABaseline(ValueError):
    """Data that are no baseline of findings; the text says why."""


class Known(NamedTuple):
    """How often a finding is known, and in which file it was."""

    times: int
    path: str


class Matched(NamedTuple):
    """The findings of a run beside a baseline."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: Mapping[FindingKey, int]
    """The entries that nothing matches any more, and how many findings fewer there are."""


class FindingBaseline(Record):
    """The findings that are known."""

    entries: Mapping[FindingKey, Known] = {}
    name: str = ""
    """The file, for messages."""

    @property
    def total(self) -> int:
        """How many findings are known."""
        return sum(known.times for known in self.entries.values())

    def match(self, findings: Sequence[Finding], keys: FindingKeys) -> Matched:
        """Part findings into new and known ones. What cannot be read is never known."""
        left = Counter({key: known.times for key, known in self.entries.items()})
        new: list[Finding] = []
        old: list[Finding] = []
        for finding in findings:
            key = keys.key(finding) if finding.rule not in ALWAYS else None
            is_known = key is not None and left[key] > 0
            if key is not None and is_known:
                left[key] -= 1
            (old if is_known else new).append(finding)
        return Matched(tuple(new), tuple(old), {key: count for key, count in left.items() if count > 0})

    def without(self, gone: Mapping[FindingKey, int]) -> FindingBaseline:
        """The baseline with so many findings fewer."""
        kept = {key: known._replace(times=known.times - gone.get(key, 0)) for key, known in self.entries.items()}
        return self._of({key: known for key, known in kept.items() if known.times > 0})

    def with_findings(self, findings: Iterable[Finding], keys: FindingKeys) -> FindingBaseline:
        """The baseline with more findings."""
        entries = dict(self.entries)
        for finding in findings:
            if finding.rule not in ALWAYS:
                key = keys.key(finding)
                entries[key] = Known(entries[key].times + 1 if key in entries else 1, finding.location.path)
        return self._of(entries)

    def _of(self, entries: Mapping[FindingKey, Known]) -> FindingBaseline:
        return FindingBaseline(entries=entries, name=self.name)


def baseline_text(baseline: FindingBaseline) -> str:
    """The baseline as a file: sorted, one line a finding, so that two branches that shrink it rarely conflict."""
    from okrlint.escaping import json_document

    ordered = sorted(baseline.entries, key=lambda key: (key.address, key.rule, key.other, key.field, key.words))
    lines = [json_document(_row(key, baseline.entries[key])).rstrip("\n") for key in ordered]
    body = ",\n    ".join(lines)
    findings = f"[\n    {body}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def _row(key: FindingKey, known: Known) -> dict[str, Any]:
    return {
        "rule": key.rule,
        "address": key.address,
        "other": list(key.other),
        "field": key.field,
        "words": key.words,
        "count": known.times,
        "path": known.path,
    }


def read_baseline(data: object, names: Mapping[str, str], name: str = "") -> FindingBaseline:
    """The baseline of a file's data; `names` leads from former names of rules to their ids.

    Raises NotABaseline for data of another shape.
    """
    if not isinstance(data, dict) or data.get("version") != VERSION or set(data) != {"version", "findings"}:
        raise NotABaseline(f"it is no baseline of version {VERSION}")
    if not isinstance(data["findings"], list):
        raise NotABaseline("`findings` is no list")
    entries: dict[FindingKey, Known] = {}
    for number, row in enumerate(data["findings"], 1):
        if not _is_row(row):
            raise NotABaseline(f"entry {number} of `findings` is no known finding")
        rule = names.get(row["rule"], row["rule"])
        key = FindingKey(rule, row["address"], tuple(row["other"]), row["field"], row["words"])
        before = entries[key].times if key in entries else 0
        entries[key] = Known(before + row["count"], row["path"])
    return FindingBaseline(entries=entries, name=name)


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or set(row) != _NAMES:
        return False
    texts, others = [row[name] for name in _TEXTS], row["other"]
    if not all(isinstance(text, str) for text in texts) or not isinstance(others, list):
        return False
    count = row["count"]
    is_count = isinstance(count, int) and not isinstance(count, bool) and count > 0
    return is_count and all(isinstance(text, str) for text in others)
