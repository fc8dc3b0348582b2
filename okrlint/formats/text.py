"""Findings for people: the place, the line with carets, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from okrlint.linting.finding import Severity
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.summary import summary

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def render(given: FormatInput) -> str:
    """One block a finding, and a summary."""
    return "\n\n".join([*_blocks(given), summary(given.outcome)]) + "\n" + _fixable(given)


def _blocks(given: FormatInput) -> Iterator[str]:
    """Each finding; the last one shown of a rule that has more says how many more."""
    if not given.outcome.findings:
        return
    from okrlint.linting.printed import plain, printed

    paint, most = _painted if given.color else plain, given.most_of_a_rule
    of_rule, shown = Counter(finding.rule for finding in given.outcome.findings), Counter[str]()
    for finding in given.outcome.findings:
        shown[finding.rule] += 1
        left = of_rule[finding.rule] - shown[finding.rule]
        if most is None or shown[finding.rule] <= most:
            yield "\n".join(printed(finding, given.sources.get(finding.location.path), paint))
        if left and shown[finding.rule] == most:
            yield f"and {left} more of {finding.rule}; --all shows them"


def _fixable(given: FormatInput) -> str:
    """How many findings okrlint can mend by itself, and with which flag."""
    safe = [finding.fix.safe for finding in given.outcome.findings if finding.fix is not None]
    if not safe:
        return ""
    parts = ((safe.count(True), "--fix"), (safe.count(False), "--unsafe-fixes"))
    return f"Can be mended: {', '.join(f'{count} with {flag}' for count, flag in parts if count)}.\n"


def _painted(text: str, severity: Severity) -> str:
    return f"\x1b[{_COLORS[severity]}m{text}\x1b[0m"


FORMAT = Format(id="text", render=render)
