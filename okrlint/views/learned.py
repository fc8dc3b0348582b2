"""What a quarter taught, in sentences: how its key results ended and why, and which rates to plan with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.linting.final_score import final_score
from okrlint.views.numbers import score_text
from okrlint.views.plan_numbers import growth, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.planning.learning import Learning


def lessons_of(plan: Plan) -> Iterator[str]:
    """One sentence for each key result with a cause or a lesson."""
    for key_result in plan.counted_key_results:
        close = key_result.close
        if close is not None and (close.cause or close.learned):
            name, cause = key_result.address.partition("#")[2], f" ({close.cause})" if close.cause else ""
            learned = f": {close.learned}" if close.learned else ""
            yield f"{name} ended at {score_text(final_score(key_result))}{cause}{learned}"


def rates_to_use(learned: Learning, quarter: str) -> Iterator[str]:
    """The conversion rates that a finished quarter measured, and how far off its forecast was."""
    rates = [
        f"{lesson.plan.channel.name} {percent(lesson.rate, 2)} (planned {percent(lesson.plan.channel.rate, 2)})"
        for lesson in learned.channels
        if lesson.rate is not None
    ]
    if rates:
        yield f"Session-to-lead rates of {quarter} to plan with: {', '.join(rates)}"
    if learned.error is not None:
        yield f"The lead forecast of {quarter} was off by {growth(learned.error)}"
