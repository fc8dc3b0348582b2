"""What the list from A to Z shows: people, teams, objectives and key results by their first letters.

It is one page where that stays small, else one for each letter; a letter with very many entries goes over several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.rendering.prose import plain
from okrlint.tuples import NamedTuple
from okrlint.views.folding import NUMBERS, OTHERS, first_letter, fold
from okrlint.views.places import A_TO_Z, HOME, person_path, quarter_label, slug, team_name, team_path
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_NAME = "A to Z"
_MOST_ON_ONE = 400
"""Entries of the page where all letters stand on one."""
_MOST_OF_A_LETTER = 500
"""Entries of a page of one letter."""


class _Entry(NamedTuple):
    key: str
    text: str
    about: str
    target: str


def _pages(survey: Survey) -> Iterator[Page]:
    letters: dict[str, list[_Entry]] = {}
    for entry in sorted(_entries(survey)):
        letters.setdefault(first_letter(entry.key), []).append(entry)
    ordered = sorted(letters.items(), key=lambda item: (item[0] in (NUMBERS, OTHERS), item[0]))
    crumbs = ((survey.site["name"], HOME),)
    if sum(map(len, letters.values())) <= _MOST_ON_ONE:
        groups = [_group(letter, entries) for letter, entries in ordered]
        yield Page(A_TO_Z, _NAME, _NAME, crumbs, {"title": _NAME, "groups": groups, "pages": []})
        return
    pages = [page for letter, entries in ordered for page in _letter_pages(letter, entries)]
    listed = [{"text": title, "target": path, "first": entries[0].text} for path, title, entries in pages]
    yield Page(A_TO_Z, _NAME, _NAME, crumbs, {"title": _NAME, "groups": [], "pages": listed})
    for path, title, entries in pages:
        data = {"title": title, "groups": [_group("", entries)], "pages": []}
        yield Page(path, f"{_NAME}: {title}", title, (*crumbs, (_NAME, A_TO_Z)), data)


def _entries(survey: Survey) -> Iterator[_Entry]:
    for person, one in survey.people.items():
        yield _entry(one.name, "person", person_path(person))
    for team in dict.fromkeys(plan.team for plan in survey.given.portfolio.plans if plan.team):
        yield _entry(team_name(team), "team", team_path(team))
    for plan in survey.given.portfolio.plans:
        about = f"{team_name(plan.team or plan.document.path)} {quarter_label(plan)}"
        for objective in plan.objectives:
            yield _entry(objective.name, f"objective · {about}", survey.places.target(objective) or HOME)
            for key_result in objective.key_results:
                yield _entry(key_result.name, f"key result · {about}", survey.places.target(key_result) or HOME)


def _entry(text: str, about: str, target: str) -> _Entry:
    words = plain(text)
    return _Entry(fold(words).lstrip(" \"'“”‘’«»(["), words, about, target)


def _group(letter: str, entries: list[_Entry]) -> Row:
    rows = [{"text": entry.text, "about": entry.about, "target": entry.target} for entry in entries]
    return {"letter": letter, "anchor": f"_{slug(letter.lower())}", "rows": rows}


def _letter_pages(letter: str, entries: list[_Entry]) -> Iterator[tuple[str, str, list[_Entry]]]:
    """Path, title and entries of each page of a letter."""
    own = f"{A_TO_Z}/{slug(letter.lower())}"
    for number, start in enumerate(range(0, len(entries), _MOST_OF_A_LETTER), 1):
        part = entries[start : start + _MOST_OF_A_LETTER]
        several = len(entries) > _MOST_OF_A_LETTER
        yield f"{own}_{number}" if number > 1 else own, f"{letter} {number}" if several else letter, part


REPORT = Report("a-to-z", _pages)
