"""Writes the tables of docs/scoring.md from the vectors: `python -m tests.model.scoring_page`.

What the page shows has been run: the reasons are what okrlint says of the key result of each row.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.model.pace import pace
from okrlint.model.quantity import format_number
from okrlint.model.scoring import score
from tests.model import scoring_vectors as vectors
from tests.model.written_plans import key_result

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = Path(__file__).resolve().parents[2] / "docs" / "scoring.md"
REGION = re.compile(r"(<!-- begin ([a-z]+) -->\n).*?(<!-- end \2 -->\n)", re.DOTALL)


def page(text: str) -> str:
    """The page with its tables made anew. Raises KeyError for a region that nobody fills."""
    return REGION.sub(lambda found: f"{found[1]}{tables()[found[2]]}{found[3]}", text)


def tables() -> dict[str, str]:
    """Every table of the page by the name of its region."""
    return {
        "scores": table("key result at the end of its quarter | reason | raw | score", map(_scored, vectors.SCORED)),
        "unscored": table("key result | state | reason", map(_unscored, vectors.UNSCORED)),
        "means": table("key results | mean | smallest", map(_mean, vectors.MEANS)),
        "par": table("score | commitment | in words", map(_par, vectors.PARS)),
        "bands": table("score | rounded | colour", map(_band, vectors.BANDS)),
        "pace": table("key result | day | expected | raw | pace", map(_paced, vectors.PACES)),
    }


def table(head: str, rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    rule = "|" + "---|" * (head.count("|") + 1)
    return "\n".join([f"| {head} |", rule, *(f"| {' | '.join(row)} |" for row in rows), ""])


def shown(number: str | Decimal | None) -> str:
    """A number as people write it; a dash for none."""
    return "–" if number in (None, "") else format_number(Decimal(str(number)))


def _scored(row: vectors.Scored) -> tuple[str, ...]:
    reason = score(key_result(row.fields), vectors.LAST_DAY).reason
    return row.case, reason, shown(row.raw), shown(row.score)


def _unscored(row: vectors.Unscored) -> tuple[str, ...]:
    return row.case, row.status, row.reason


def _mean(row: vectors.Mean) -> tuple[str, ...]:
    return row.case, shown(row.mean), shown(row.minimum)


def _par(row: vectors.Par) -> tuple[str, ...]:
    return shown(row.score), row.commitment, row.word


def _band(row: vectors.Band) -> tuple[str, ...]:
    return row.score, row.rounded, row.band


def _paced(row: vectors.Paced) -> tuple[str, ...]:
    found = pace(key_result(row.fields), date.fromisoformat(row.day))
    return row.case, row.day, shown(found.expected), shown(found.progress), row.word


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8", newline="\n")
