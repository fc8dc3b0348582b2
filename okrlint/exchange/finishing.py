"""Drafts as the data of plans: fields in their order, ids, numbers lifted out of titles, remarks as notes."""

from __future__ import annotations

import re
from typing import Any

from okrlint.exchange.draft import Draft, Reading
from okrlint.exchange.lifting import lift
from okrlint.linting.slug import slug
from okrlint.model.action import Action
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.tuples import NamedTuple

_LONGEST_TITLE = 500
_SHOWN_TITLE = 150
_LONGEST_LINE = 1_000
_TICKED, _UNTICKED = "Ticked off", "Not ticked off"
ONLY_SCORE = "Taken over by the import, which found no values beside it"
"""Why a score stands there that no numbers give."""
_MEASURED = ("type", "target", "growth")


_Key = tuple[str | None, str | None]


class _Above(str):
    """The id of an objective of the same plan, whose address waits for the plan's team and quarter."""

    __slots__ = ()


class Finished(NamedTuple):
    """A plan as plain data, with where it belongs."""

    quarter: str | None
    team: str | None
    data: dict[str, Any]


def finish(reading: Reading, language: str) -> list[Finished]:
    """The plans of a reading, in the order of the file. What belongs to none in particular goes to the first."""
    merged = _merged(reading)
    drafts = [(key, draft) for key, draft in merged.items() if draft.parts]
    reading.notes += [note for draft in merged.values() if not draft.parts for note in draft.notes]
    if drafts:
        drafts[0][1].notes[:0] = reading.notes
    return [Finished(quarter, team, _plan(draft, reading, language)) for (quarter, team), draft in drafts]


def _merged(reading: Reading) -> dict[_Key, Draft]:
    """The plans by quarter and team; where a file names only one of either, it is that of all."""
    quarters = {quarter for quarter, _ in reading.plans if quarter}
    teams = {team for _, team in reading.plans if team}
    only_quarter = next(iter(quarters)) if len(quarters) == 1 else None
    only_team = next(iter(teams)) if len(teams) == 1 else None
    merged: dict[_Key, Draft] = {}
    for (quarter, team), draft in reading.plans.items():
        whole = merged.setdefault((quarter or only_quarter, team or only_team), Draft("plan"))
        whole.fields |= draft.fields
        whole.parts += draft.parts
        whole.notes += draft.notes
    return merged


def named(plan: Finished, quarter: str, team: str) -> dict[str, Any]:
    """The data of a plan once its quarter and team are known, objectives linked to those that they stand under."""
    data = {**plan.data, "team": team, "quarter": quarter}
    for objective in data["objectives"]:
        if isinstance(objective.get("supports"), _Above):
            objective["supports"] = f"{team}/{quarter}#{objective['supports']}"
    return _ordered(data, Plan.FIELDS)


def _plan(draft: Draft, reading: Reading, language: str) -> dict[str, Any]:
    ids: dict[Draft, str] = {}
    taken: set[str] = set()
    for position, part in enumerate(draft.parts, 1):
        ids[part] = _id(part, taken, f"objective-{position}", position)
    objectives = [_objective(part, ids, reading, language) for part in draft.parts]
    data: dict[str, Any] = {"kind": "plan", "version": 1, **draft.fields, "objectives": objectives}
    key_results = [kr for objective in objectives for kr in objective.get("key_results", ())]
    counted = [kr for kr in key_results if kr.get("status") != "dropped"]
    if counted and all("close" in kr for kr in counted):
        data["status"] = "closed"
    return _with_note(data, draft.notes)


def _id(part: Draft, taken: set[str], otherwise: str, position: int) -> str:
    stated = part.fields.get("id")
    found = stated if stated and stated not in taken else slug(_bare(part.title), taken, otherwise, position)
    taken.add(found)
    return found


def _bare(title: str) -> str:
    """A title without addresses and tags, for an id."""
    return re.sub(r"\]\([^()\s]*\)|https?://\S*|\[[^\[\]]{0,12}\]", " ", title)


def _objective(draft: Draft, ids: dict[Draft, str], reading: Reading, language: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        **draft.fields,
        "id": ids[draft],
        "title": _title(draft, "Key results without an objective"),
    }
    if draft.above is not None and draft.above in ids:
        data.setdefault("supports", _Above(ids[draft.above]))
    notes = [*draft.notes, *([] if draft.ticked is None else [_TICKED if draft.ticked else _UNTICKED])]
    taken: set[str] = set()
    parts = [part for part in draft.parts if part.kind == "key_result"]
    key_results = [
        _key_result(part, _id(part, taken, f"key-result-{position}", position), reading, language)
        for position, part in enumerate(parts, 1)
    ]
    if key_results:
        data["key_results"] = key_results
    return _ordered(_with_note(data, notes), Objective.FIELDS)


def _key_result(draft: Draft, identity: str, reading: Reading, language: str) -> dict[str, Any]:
    data: dict[str, Any] = {**draft.fields, "id": identity, "title": _title(draft, "?")}
    data |= lift(data, language)
    notes = list(draft.notes)
    if draft.ticked is not None:
        _tick(data, notes, reading, ticked=draft.ticked)
    if "growth" in data and "target" in data:
        notes.append(f"Growth: {data.pop('growth')}")
    _explain_score(data)
    actions = [_action(part) for part in draft.parts]
    if actions:
        data["actions"] = actions
    return _ordered(_with_note(data, notes), KeyResult.FIELDS)


def _explain_score(data: dict[str, Any]) -> None:
    """Say where a score comes from that could be worked out, were there a value to do it with."""
    close = data.get("close")
    if close and "check_ins" not in data and any(name in data for name in _MEASURED):
        data["close"] = {**close, "score_reason": close.get("score_reason", ONLY_SCORE)}


def _tick(data: dict[str, Any], notes: list[str], reading: Reading, *, ticked: bool) -> None:
    """A box makes what has no number a thing that is done or not; a tick without a day stays a remark."""
    if not any(name in data for name in ("type", "target", "growth", "baseline", "milestones")):
        data["type"] = "done"
    if not ticked:
        return
    if reading.day is not None and data.get("type") == "done" and "check_ins" not in data:
        data["check_ins"] = {reading.day: True}
    else:
        reading.undated += data.get("type") == "done"
        notes.append(_TICKED)


def _action(draft: Draft) -> dict[str, Any]:
    data = {**draft.fields, "title": _title(draft, "?")}
    if draft.ticked is not None and "status" not in data:
        data["status"] = "done" if draft.ticked else "todo"
    return _ordered(data, Action.FIELDS)


def _title(draft: Draft, otherwise: str) -> str:
    """The title; one that is far too long is cut, and stands in the notes as a whole."""
    title = draft.title or otherwise
    if len(title) <= _LONGEST_TITLE:
        return title
    draft.note(title)
    return title[:_SHOWN_TITLE].rsplit(" ", 1)[0] + " …"


def _with_note(data: dict[str, Any], notes: list[str]) -> dict[str, Any]:
    text = _clean(_joined(notes))
    return {**data, "note": text} if text else data


def _joined(notes: list[str]) -> str:
    """Remarks one below the other: paragraphs apart, items of a list and single values together."""
    text = ""
    for before, note in zip(["", *notes], notes, strict=False):
        close = _is_row(before) and _is_row(note)
        text += note if not text else f"\n{note}" if close else f"\n\n{note}"
    return text


def _is_row(note: str) -> bool:
    return note.startswith("- ") or re.match(r"[^:\n]{1,40}: [^\n]{0,200}\Z", note) is not None


def _clean(text: str) -> str:
    """Remarks as a block of YAML can hold them: no tabs, no blanks at the end of a line, no line too long."""
    lines = [line.replace("\t", "    ").rstrip() for line in text.split("\n")]
    short = [part for line in lines for part in _broken(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(short)).strip()


def _broken(line: str) -> list[str]:
    """A line in parts of bearable length, broken between words where there are any."""
    if len(line) <= _LONGEST_LINE:
        return [line]
    parts: list[str] = []
    while len(line) > _LONGEST_LINE:
        at = line.rfind(" ", 1, _LONGEST_LINE)
        at = at if at > 0 else _LONGEST_LINE
        parts.append(line[:at].rstrip())
        line = line[at:].lstrip()
    return [*parts, line]


def _ordered(data: dict[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    """The fields in the order of the format, without empty ones."""
    return {name: data[name] for name in fields if data.get(name) not in (None, "", [], {})}
