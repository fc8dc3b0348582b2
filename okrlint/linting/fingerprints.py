"""Names for findings that stay the same while a plan is edited around them.

Forges compare two runs by them. A fingerprint is made of the rule, the OKR that it is about (the file where it is about
none) and the key on the line where it is found. Line numbers, wording and the numbers in a message are left out,
because a finding that has moved or grown is still the same one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from okrlint.linting.finding import Finding
from okrlint.source.text import SourceText

_LENGTH = 32
_KEY = r"\s*(?:- +)*([\w-]+) *:"


def fingerprints(findings: Iterable[Finding], sources: Mapping[str, SourceText]) -> tuple[str, ...]:
    """A fingerprint for each finding, 32 hexadecimal digits; no two are the same.

    Findings that have everything in common are counted in their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for finding in findings:
        facts = _facts(finding, sources.get(finding.location.path))
        seen[facts] += 1
        made.append(_digest((*facts, str(seen[facts]))))
    return tuple(made)


def _facts(finding: Finding, source: SourceText | None) -> tuple[str, ...]:
    line = source.line(finding.location.span.start.line) if source is not None else ""
    key = re.match(_KEY, line)
    return finding.rule, finding.address or finding.location.path, key[1] if key else ""


def _digest(facts: tuple[str, ...]) -> str:
    import hashlib

    text = "\0".join(facts).encode("utf-8", "backslashreplace")
    return hashlib.sha256(text, usedforsecurity=False).hexdigest()[:_LENGTH]
