"""One finding a place: what cannot be read is not also judged."""

from __future__ import annotations

from collections.abc import Iterable

from okrlint.linting.finding import Finding
from okrlint.linting.presets import HOUSEKEEPING
from okrlint.linting.rule import Rule
from okrlint.model.okr_file import OkrFile
from okrlint.model.plan import Plan
from okrlint.source.document import Path
from okrlint.source.span import Span
from okrlint.tuples import NamedTuple

_ORDER = ("compensation-link", "placeholder", "unknown-field", "schema")
"""Rules that speak of the same place; the first that does is heard."""


class _Entity(NamedTuple):
    span: Span
    path: Path


def without_echoes(findings: Iterable[Finding], broken: Iterable[OkrFile], rules: Iterable[Rule]) -> list[Finding]:
    """The findings without those that only repeat another one in other words.

    A key result, objective or plan with a value of the wrong shape is judged by no other rule until it can be read; of
    several rules on one forbidden or unknown field the most telling one stays. `broken` are the files with such values.
    """
    exempt = {rule.id for rule in rules if rule.group == HOUSEKEEPING}.union(_ORDER)
    kept: list[Finding] = []
    judging: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.rule in exempt:
            kept.append(finding)
        else:
            judging.setdefault(finding.location.path, []).append(finding)
    for file in broken:
        kept += [finding for finding in judging.pop(file.path, ()) if not _judged(finding, file)]
    return _first_of_place([*kept, *(finding for found in judging.values() for finding in found)])


def _first_of_place(findings: list[Finding]) -> list[Finding]:
    best: dict[tuple[str, int], int] = {}
    for finding in findings:
        if finding.rule in _ORDER:
            place = (finding.location.path, finding.location.span.start.offset)
            best[place] = min(best.get(place, len(_ORDER)), _ORDER.index(finding.rule))
    return [
        f
        for f in findings
        if f.rule not in _ORDER or _ORDER.index(f.rule) == best[f.location.path, f.location.span.start.offset]
    ]


def _judged(finding: Finding, file: OkrFile) -> bool:
    """Whether a finding judges an object that cannot be read as it stands."""
    entities = _entities(file)
    innermost = _innermost(entities, finding.location.span.start.offset)
    unreadable = {_entity_path(problem.path, entities) for problem in file.shape if problem.rule == "schema"}
    return innermost in unreadable


def _entities(file: OkrFile) -> list[_Entity]:
    """The plan, its objectives and key results, outer ones first."""
    found = [_Entity(file.document.span(()), ())]
    if isinstance(file.item, Plan):
        for objective in file.item.objectives:
            found.append(_Entity(file.document.span(objective.path), objective.path))
            found += [_Entity(file.document.span(kr.path), kr.path) for kr in objective.key_results]
    return found


def _innermost(entities: list[_Entity], offset: int) -> Path:
    inside = [entity.path for entity in entities if entity.span.start.offset <= offset < entity.span.end.offset]
    return inside[-1] if inside else ()


def _entity_path(path: Path, entities: list[_Entity]) -> Path:
    return max((entity.path for entity in entities if path[: len(entity.path)] == entity.path), key=len)
