"""Status words with their shape and colour: one table, shown by every page and explained by the help page.

An active key result is told by its pace, a closed one by its score: par in words, the band as shape and
colour.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from okrlint.model.score_words import band, par_word
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.pace import Pace
    from okrlint.model.plan import Plan
    from okrlint.model.score import Score


class Status(NamedTuple):
    """A word, never shown without its shape, never told by its colour alone."""

    word: str
    tone: str
    """good, fair, poor or none: the class that gives the colour."""
    shape: str
    """A name of `rendering.icons.SHAPES`."""
    meaning: str = ""
    """For the help page."""


PACE = {
    "ahead": Status("ahead", "good", "rise", "at or beyond the progress that the day asks for"),
    "on track": Status("on track", "good", "disc", "less than 0.1 short of it, or just that"),
    "behind": Status("behind", "fair", "triangle", "up to 0.2 short of it"),
    "at risk": Status("at risk", "poor", "cross", "further back than that: a good moment to ask for help"),
    "pending": Status("no data yet", "none", "ring", "no check-in so far; it is in no average"),
    "not due": Status("not due yet", "none", "square", "all or nothing, and its day has not come"),
    "none": Status("no pace", "none", "dash", "it is judged by people, or its plan names no quarter"),
}
"""The words of `model.pace`, in order from best to worst."""

BANDS = {
    "green": Status("0.7 to 1.0", "good", "disc"),
    "amber": Status("0.4 to 0.6", "fair", "triangle"),
    "red": Status("0.0 to 0.3", "poor", "cross"),
}
"""Shape and colour of a closed key result's score, rounded to one decimal; its word is the par word."""

NO_SCORE = Status("no score", "none", "dash", "it cannot be scored as it is written, or never was measured")
DRAFT = Status("draft", "none", "ring", "not agreed yet; in no count and no average")
DROPPED = Status("dropped", "none", "slash", "given up openly; in no count and no average")

PAR = {
    "no movement": Status("no movement", "none", "dash", "a score of 0: worth as hard a look as a 1"),
    "below par": Status("below par", "none", "triangle", "above 0 and under 0.6; for a committed one, under 1"),
    "par": Status("par", "none", "disc", "0.6 to 0.7, where a goal that stretches should end; committed: 1"),
    "above par": Status("above par", "none", "rise", "above 0.7 and under 1"),
    "too easy?": Status("too easy?", "none", "diamond", "a score of 1: aim higher next time"),
}
"""The words of `model.score_words` without colour, for counting: par and colour are two questions."""


def status_of(key_result: KeyResult, result: Score, going: Pace) -> Status:
    """The status of a key result by what its plan is: draft, active or closed."""
    states = (key_result.status, key_result.objective.status)
    if "dropped" in states:
        return DROPPED
    if "draft" in states or key_result.plan.status == "draft":
        return DRAFT
    if key_result.plan.status != "closed":
        return NO_SCORE if result.status == "unscorable" else PACE[going.word]
    if result.score is None:
        return NO_SCORE
    return BANDS[band(result.score)]._replace(word=par_word(result.score, key_result.commitment))


def mean_tone(reached: Decimal | None, plan: Plan) -> str:
    """The colour of a mean: by its band once the plan is closed; before that it has no pace and so no verdict."""
    return BANDS[band(reached)].tone if reached is not None and plan.status == "closed" else "link"


def status_counts(statuses: Iterable[Status]) -> list[tuple[Status, int]]:
    """How often each word occurs: par words from low to high, paces from good to poor, then the rest."""
    counted = Counter(PAR.get(status.word, status) for status in statuses)
    order = [*PAR.values(), *PACE.values(), NO_SCORE, DRAFT, DROPPED]
    return sorted(counted.items(), key=lambda entry: order.index(entry[0]))
