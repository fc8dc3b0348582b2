"""One plan of any size: the plan of the corpus with its objectives again and again, under other ids."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.corpus import company, plan

_OBJECTIVES, _REVIEWS = "objectives:\n", "reviews:\n"


def large_plan(size: int) -> str:
    """A plan of at least so many characters."""
    head, _, rest = plan(0, 1).partition(_OBJECTIVES)
    objectives, _, tail = rest.partition(_REVIEWS)
    copies = size // len(objectives) + 1
    every = (objectives.replace("id: objective-", f"id: o{copy}-") for copy in range(copies))
    return "".join((head, _OBJECTIVES, *every, _REVIEWS, tail))


def write_large(folder: Path, size: int) -> None:
    """A repository with one such plan."""
    (folder / "okrs").mkdir(parents=True)
    (folder / "okrlint.toml").write_text('paths = ["okrs"]\nas_of = "2026-11-15"\n', "utf-8")
    (folder / "okrs" / "company.yaml").write_text(company(1), "utf-8")
    (folder / "okrs" / "large.yaml").write_text(large_plan(size), "utf-8")
