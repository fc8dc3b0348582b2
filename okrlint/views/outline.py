"""An alignment as nested rows for an outline that opens and closes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from okrlint.model.objective import Objective
from okrlint.records import Record
from okrlint.views.alignment import FOCUS, HEALTH
from okrlint.views.names import metric_name, person_name, reference
from okrlint.views.numbers import plural
from okrlint.views.places import HOME, quarter_label, team_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.key_result import KeyResult
    from okrlint.views.alignment import Aim, Alignment
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_DEEPEST = 8
"""Levels of objectives inside one another; what goes further down is shown under a heading of its own."""
_MOST_IN_FULL = 300
"""Objectives up to which all key results are shown; beyond, only those that others support."""
_MOST_OPEN = 60
"""Objectives up to which the outline stands open."""
_UNDER = {"the focus": "under the focus", "a priority": "under a priority", "health": "under health"}


class Outline(Record):
    """Rows of an alignment; every objective is a row once."""

    alignment: Alignment
    survey: Survey
    deferred: list[Objective]
    """Objectives whose rows were cut off because they stand too deep."""

    def row(self) -> Row:
        """All that the page shows."""
        alignment = self.alignment
        roots = [self._root(aim) for aim in alignment.roots]
        orphans = [self._objective(one, 1) for one in alignment.orphans]
        circles = [self._objective(one, 1) for one in alignment.circles]
        return {
            "roots": roots,
            "orphans": orphans,
            "circles": circles,
            "further": list(self._further()),
            "count": len(alignment.objectives),
            "opened": len(alignment.objectives) <= _MOST_OPEN,
            "in_full": self._in_full,
            "parts": _parts(roots, orphans, circles, len(alignment.objectives)),
        }

    @property
    def _in_full(self) -> bool:
        return len(self.alignment.objectives) <= _MOST_IN_FULL

    def _root(self, aim: Aim) -> Row:
        children = [self._objective(one, 1) for one in self.alignment.children.get(aim, ())]
        return {**self._name(aim), "children": children}

    def _name(self, aim: Aim) -> Row:
        company = self.survey.given.company
        if aim == FOCUS and company and company.focus:
            metric = metric_name(company, company.focus[0].metric or "")
            return {"text": f"Focus: {metric}" if metric else "Focus", "target": HOME, "kind": "the focus"}
        if aim == HEALTH:
            return {"text": "Keeps things healthy", "target": None, "kind": "health"}
        if isinstance(aim, str):
            priority = company.priority(aim) if company else None
            if priority is not None:
                return {"text": priority.title or aim, "target": HOME, "kind": "a priority"}
            return {"text": aim, "target": None, "kind": "a name that the plans do not know"}
        words = f"{team_name(aim.plan.team or '')} {quarter_label(aim.plan)}".strip()
        return {"text": aim.name, "target": self.survey.places.target(aim), "kind": f"of {words}"}

    def _further(self) -> Iterator[Row]:
        while self.deferred:
            yield self._objective(self.deferred.pop(0), 1)

    def _objective(self, one: Objective, depth: int) -> Row:
        """An objective with what stands under it; cut off where that would stand too deep."""
        cut = depth > _DEEPEST
        if cut:
            self.deferred.append(one)
        key_results = [] if cut else list(self._key_results(one, depth))
        children = [] if cut else self._under(one, depth)
        return {
            "text": one.name,
            "target": self.survey.places.target(one),
            "team": team_name(one.plan.team or one.plan.document.path),
            "owners": [person_name(self.survey.given.company, owner) for owner in one.owners],
            "state": "draft" if "draft" in (one.status, one.plan.status) else "",
            "also": [] if cut else list(self._also(one)),
            "cut": cut,
            "key_results": key_results,
            "children": children,
            "inside": _inside(key_results, children),
        }

    def _also(self, one: Objective) -> Iterator[Row]:
        """What else it supports, beside the aim that it stands under."""
        parent = self.alignment.parents[one]
        for text in dict.fromkeys(one.supports):
            row = reference(self.survey, text)
            if not self._is(parent, text):
                yield {**row, "text": "health" if text == HEALTH else row["text"]}

    def _is(self, parent: Aim | None, text: str) -> bool:
        return text == parent if isinstance(parent, str) or parent is None else text == parent.address

    def _key_results(self, one: Objective, depth: int) -> Iterator[Row]:
        for key_result in one.key_results:
            if key_result.status != "dropped" and (self._in_full or self.alignment.children.get(key_result)):
                yield {
                    "text": key_result.name,
                    "target": self.survey.places.target(key_result),
                    "children": self._under(key_result, depth),
                }

    def _under(self, aim: Objective | KeyResult, depth: int) -> list[Row]:
        return [self._objective(child, depth + 1) for child in self.alignment.children.get(aim, ())]


def _inside(key_results: list[Row], children: list[Row]) -> str:
    """What unfolds under an objective, in words."""
    counts = (("key result", len(key_results)), ("objective", len(children)))
    return ", ".join(plural(count, word) for word, count in counts if count)


def _parts(roots: list[Row], orphans: list[Row], circles: list[Row], count: int) -> list[str]:
    """In words, how many objectives lead where."""
    under = Counter({"under the focus": 0, "under a priority": 0, "under health": 0})
    for root in roots:
        under[_UNDER.get(root["kind"], "under something else")] += len(root["children"])
    rest = count - under.total() - len(orphans) - len(circles)
    under.update({"under another objective": rest, "without support": len(orphans), "in a circle": len(circles)})
    return [f"{number} {words}" for words, number in under.items() if number]
