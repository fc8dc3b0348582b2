"""`okrlint close`: the scores of a quarter, computed and written where each key result ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.linting.final_score import computed_score
from okrlint.model.quantity import round_half_up
from okrlint.model.score_words import par_range
from okrlint.source.edit import EditRefused
from okrlint.source.entry_insertion import Bare, Entries, fill_mapping, insert_entries, replace_scalar
from okrlint.tuples import NamedTuple
from okrlint.workspace.fixing import FileChange
from okrlint.workspace.plan_writing import change_of, refusal, together

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.source.insertion import Insertion
    from okrlint.workspace.workspace import Workspace

OPEN = "TBD"
"""Stands for a cause until the team has found it; the linter asks for it."""
_PLACES = 2


class Ending(NamedTuple):
    """How one key result ends."""

    key_result: KeyResult
    score: Decimal | None
    """With two decimals; None where there is none."""
    words: str
    """How it comes about, or what is missing."""
    is_new: bool
    """Whether it has to be written: a score that people have recorded is theirs."""

    @property
    def asks_cause(self) -> bool:
        """Whether it ended below par and nobody has written a cause."""
        close = self.key_result.raw.get("close")
        told = isinstance(close, dict) and "cause" in close
        return self.score is not None and self.score < par_range(self.key_result.commitment)[0] and not told


class Closing(NamedTuple):
    """What closing a plan writes."""

    endings: tuple[Ending, ...]
    change: FileChange
    is_closed: bool
    """Whether the plan is closed with it: every key result that counts has a score."""

    @property
    def missing(self) -> tuple[Ending, ...]:
        """Those that have no score."""
        return tuple(one for one in self.endings if one.score is None)


def close_plan(workspace: Workspace, plan: Plan, day: date) -> Closing:
    """Work out what closing a plan writes. Raises OkrlintError for one that cannot be closed on that day."""
    _check(plan, day)
    endings = tuple(_ending(key_result) for key_result in plan.counted_key_results)
    is_closed = all(one.score is not None for one in endings)
    try:
        insertion = together(_insertions(plan, endings, closes=is_closed and plan.status != "closed"))
    except EditRefused as error:
        raise refusal(plan.document, error) from error
    return Closing(endings, change_of(workspace, plan.document, insertion), is_closed)


def _check(plan: Plan, day: date) -> None:
    quarter = plan.quarter
    if quarter is None:
        raise OkrlintError(f"{plan.address} names no quarter that can be read")
    if plan.status == "draft":
        raise OkrlintError(f"{plan.address} is a draft that nobody has agreed to; there is nothing to close")
    if day < quarter.end:
        raise OkrlintError(f"{quarter.label} runs until {quarter.end}; {plan.address} can be closed from that day on")
    if not plan.counted_key_results:
        raise OkrlintError(f"{plan.address} has no key result that counts")


def _ending(key_result: KeyResult) -> Ending:
    recorded = key_result.close.score if key_result.close is not None else None
    if recorded is not None:
        return Ending(key_result, recorded, "as it is recorded", is_new=False)
    if key_result.scoring == "judged":
        return Ending(key_result, None, "its score is yours to judge: write it as `score` under `close`", is_new=False)
    result = computed_score(key_result)
    if result is None or result.score is None:
        return Ending(key_result, None, result.reason if result is not None else "no quarter", is_new=False)
    return Ending(key_result, round_half_up(result.score, _PLACES), result.reason, is_new=True)


def _insertions(plan: Plan, endings: tuple[Ending, ...], *, closes: bool) -> Iterator[Insertion]:
    """Raises EditRefused."""
    if closes and plan.has("status"):
        yield replace_scalar(plan.document, ("status",), "closed")
    elif closes:
        yield insert_entries(plan.document, (), {"status": "closed"}, "quarter")
    for ending in endings:
        entries: dict[str, str] = {"score": Bare(f"{ending.score:f}")} if ending.is_new else {}
        if ending.asks_cause:
            entries["cause"] = OPEN
        if entries:
            yield into_close(ending.key_result, entries)


def into_close(key_result: KeyResult, entries: Entries) -> Insertion:
    """Write new fields into the `close` of a key result, in the order of the format. Raises EditRefused."""
    raw, place, document = key_result.raw, (*key_result.path, "close"), key_result.document
    if "close" not in raw:
        return insert_entries(document, key_result.path, {"close": entries}, [*raw][-1])
    known = raw["close"]
    if not isinstance(known, dict):
        if known is not None:
            raise EditRefused(f"`close` of {key_result.address} is no mapping")
        return fill_mapping(document, place, entries)
    if not known:
        return fill_mapping(document, place, entries)
    order = (*known,) if "score" in known or "score" not in entries else ()
    return insert_entries(document, place, entries, order[-1] if order else None)
