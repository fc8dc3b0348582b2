"""One finding a place: what cannot be read is not also judged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from okrlint.linting.finding import Finding
from okrlint.linting.presets import HOUSEKEEPING
from okrlint.linting.rule import Rule
from okrlint.model.company import Company
from okrlint.model.okr_file import OkrFile
from okrlint.model.plan import Plan
from okrlint.source.document import Path
from okrlint.source.span import Span
from okrlint.tuples import NamedTuple

_SLOT, _LOOSE = "placeholder", "dangling-reference"
"""A name that was never filled in leads nowhere, which needs no saying."""
_LEANT_ON = frozenset(("kind", "version", "quarter", "status", "objectives", "fiscal_year_start"))
"""Fields at the top of a file by which what stands elsewhere in it is judged."""
_ORDER = ("compensation-link", "placeholder", "unknown-field", "schema")
"""Rules that speak of the same place; the first that does is heard."""


class _Entity(NamedTuple):
    span: Span
    path: Path


def without_echoes(findings: Iterable[Finding], broken: Iterable[OkrFile], rules: Iterable[Rule]) -> list[Finding]:
    """The findings without those that only repeat another one in other words.

    A key result or objective with a value of the wrong shape is judged by no other rule until it can be read, and so is
    a field at the top of a file, unless everything else leans on it; of several rules on one forbidden or unknown field
    the most telling one stays. `broken` are the files with such values.
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
    found = _first_of_place([*kept, *(finding for found in judging.values() for finding in found)])
    return _without_slots(found) if any(finding.rule == _SLOT for finding in found) else found


def _without_slots(findings: list[Finding]) -> list[Finding]:
    """The findings without references that lead nowhere because they are slots."""
    slots: dict[str, list[int]] = {}
    for finding in findings:
        if finding.rule == _SLOT:
            slots.setdefault(finding.location.path, []).append(finding.location.span.start.offset)
    known = {path: sorted(starts) for path, starts in slots.items()}
    return [f for f in findings if f.rule != _LOOSE or not _holds(f.location.span, known.get(f.location.path, []))]


def _holds(span: Span, starts: list[int]) -> bool:
    at = bisect_left(starts, span.start.offset)
    return at < len(starts) and starts[at] < span.end.offset


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
    broken = [problem.path for problem in file.shape if problem.rule == "schema"]
    mine = [path for path in broken if _entity_path(path, entities) == innermost]
    if innermost or not isinstance(file.item, (Plan, Company)):
        return bool(mine)
    return any(not path or path[0] in _LEANT_ON or _is_about(finding, file.item, path[:1]) for path in mine)


def _is_about(finding: Finding, item: Plan | Company, field: Path) -> bool:
    """Whether a finding stands in a field at the top of a file, or where it is told that such a field is missing."""
    document, offset = item.document, finding.location.span.start.offset
    spans = (document.key_span(field), document.span(field), item.at().span)
    return any(span.start.offset <= offset < max(span.end.offset, span.start.offset + 1) for span in spans)


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
