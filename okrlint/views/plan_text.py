"""A plan as lines for a terminal: bars, scores, pace in words with a shape, findings counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.escaping import one_line, terminal
from okrlint.views.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row

_WIDTH = 20
_SHAPES = {
    "rise": "▲",
    "disc": "●",
    "triangle": "△",
    "cross": "✕",
    "ring": "○",
    "dash": "–",
    "slash": "/",
    "diamond": "◆",
    "square": "■",
}
_LONGEST_WORD = len("no movement")


def plan_lines(row: Row) -> Iterator[str]:
    """The lines of a plan's row; every text of the files is made harmless."""
    yield _safe(f"{row['team']}, {row['quarter']}, {row['status']}")
    low = f", lowest objective {row['minimum']}" if len(row["objectives"]) > 1 else ""
    yield f"Score {row['score']}{low}; {_counts(row)}"
    for objective in row["objectives"]:
        yield ""
        yield from _objective(objective)
    if row["others"]:
        yield ""
        yield from (f"{_safe(one['title'])} ({_safe(one['status'])})" for one in row["others"])


def _counts(row: Row) -> str:
    """How the key results stand, and how many findings there are."""
    parts = [f"{count} {status.word}" for status, count in row["statuses"]]
    found = [plural(one["count"], one["severity"]) for one in row["severities"]]
    return f"{', '.join(parts) or 'no key results'}; findings: {', '.join(found) or 'none'}"


def _objective(row: Row) -> Iterator[str]:
    yield f"{row['score']:>4}  {_safe(row['title'])}{_findings(row)}"
    for key_result in (*row["key_results"], *row["others"]):
        yield _key_result(key_result)


def _key_result(row: Row) -> str:
    status = row["status"]
    shape = _SHAPES.get(status.shape, " ")
    word = f"{shape} {status.word}".ljust(_LONGEST_WORD + 2)
    return f"  {row['score']:>4}  {_bar(row['bullet'])}  {word}  {_safe(row['title'])}{_findings(row)}"


def _bar(bullet: Row | None) -> str:
    """Progress from 0 to 1; a stroke where it should be by now. Empty for what cannot be scored."""
    if bullet is None:
        return " " * _WIDTH
    filled = _cells(bullet["value"])
    bar = "█" * filled + "░" * (_WIDTH - filled)
    if bullet["expected"] is None:
        return bar
    at = min(_cells(bullet["expected"]), _WIDTH - 1)
    return f"{bar[:at]}│{bar[at + 1 :]}"


def _cells(share: float | None) -> int:
    return 0 if share is None else int(max(0.0, min(share, 1.0)) * _WIDTH)


def _findings(row: Row) -> str:
    return f"  [{plural(len(row['findings']), 'finding')}]" if row["findings"] else ""


def _safe(text: str) -> str:
    return terminal(one_line(text))
