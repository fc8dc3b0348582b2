"""What teams of one quarter hold together: who shares what, whether they have said so, and who should talk."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from okrlint.linting.overlaps import CHANNEL, METRIC, WORDING, Overlap, holding, same_channel, same_metric, same_words
from okrlint.linting.wording.prose import quoted
from okrlint.views.names import metric_name, person_name
from okrlint.views.places import quarter_label, team_name
from okrlint.views.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.views.report import ReportInput, Row
    from okrlint.views.survey import Survey

OPEN = Status("not said yet", "fair", "triangle", "nothing in the plans says that these teams know of one another")
AGREED = Status("agreed", "good", "tick", "`shared_with` or `supports` names the other team's plan")
KINDS = {
    METRIC: "the same metric",
    WORDING: "nearly the same words",
    CHANNEL: "the same channel",
}
_MOST_NAMED = 4
"""Teams that one line names; with more of them it counts the others."""


def overlaps_by_quarter(given: ReportInput) -> dict[str, tuple[Overlap, ...]]:
    """The overlaps of each quarter in which a plan is not closed yet; those without one are history."""
    quarters: dict[str, list[Plan]] = {}
    for plan in given.portfolio.plans:
        if plan.quarter is not None and plan.team and plan.status != "closed":
            quarters.setdefault(quarter_label(plan), []).append(plan)
    return {label: tuple(_overlaps(plans, given)) for label, plans in quarters.items()}


def _overlaps(plans: list[Plan], given: ReportInput) -> Iterator[Overlap]:
    """By metric, then by words, then by channel; what is told once is not told again."""
    held = [holding(key_result) for plan in plans for key_result in plan.counted_key_results]
    told: set[tuple[KeyResult, ...]] = set()
    for overlap in (*same_metric(held), *same_words(held, given.language), *same_channel(held)):
        if overlap.key_results not in told and not _are_two_metrics(overlap):
            told.add(overlap.key_results)
            yield overlap


def _are_two_metrics(overlap: Overlap) -> bool:
    """Whether only the words are alike: each of them has a registered metric of its own."""
    metrics = {key_result.metric for key_result in overlap.key_results}
    registered = all(key_result.registered is not None for key_result in overlap.key_results)
    return overlap.kind == WORDING and registered and len(metrics) > 1


def overlap_row(overlap: Overlap, survey: Survey) -> Row:
    """One overlap with its key results, how it is settled and who should talk."""
    heads = [overlap.key_results[0], *(other for _, other in overlap.unaware())]
    first = overlap.key_results[0]
    return {
        "kind": KINDS[overlap.kind],
        "what": _shared_thing(overlap, survey),
        "status": OPEN if len(heads) > 1 else AGREED,
        "talk": talk(heads, survey) if len(heads) > 1 else "",
        "hint": f"shared_with: {first.address}" if len(heads) > 1 else "",
        "key_results": [shared_row(key_result, survey) for key_result in overlap.key_results],
    }


def _shared_thing(overlap: Overlap, survey: Survey) -> str:
    first = overlap.key_results[0]
    if overlap.kind == METRIC:
        words = metric_name(survey.given.company, first.metric or "")
        return f"{words} ({first.channel})" if first.channel else words
    return first.channel or "" if overlap.kind == CHANNEL else quoted(first.name)


def shared_row(key_result: KeyResult, survey: Survey) -> Row:
    """A key result as one of several that share something."""
    return {
        "team": team_name(key_result.plan.team or ""),
        "text": key_result.name,
        "target": survey.places.target(key_result),
        "owners": owner_names(key_result, survey),
    }


def owner_names(key_result: KeyResult, survey: Survey) -> list[str]:
    """Who owns it, else who owns its objective."""
    owners = key_result.owners or key_result.objective.owners
    return [person_name(survey.given.company, owner) for owner in owners]


def talk(key_results: Sequence[KeyResult], survey: Survey) -> str:
    """Who should talk: an owner and the team of each, the first few by name."""
    words = [_somebody(key_result, survey) for key_result in islice(key_results, _MOST_NAMED)]
    left = len(key_results) - len(words)
    if left:
        words.append(f"{left} more")
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _somebody(key_result: KeyResult, survey: Survey) -> str:
    owners, team = owner_names(key_result, survey), team_name(key_result.plan.team or "")
    return f"{owners[0]} ({team})" if owners else f"somebody of {team}"
