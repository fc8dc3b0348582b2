"""The files of the badges; they have no page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.rendering.badge import badge_endpoint, badge_svg
from okrlint.views.badges import badges_of
from okrlint.views.report import File, Report
from okrlint.views.snippet import snippet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from okrlint.views.report import Page
    from okrlint.views.survey import Survey


def _no_pages(_survey: Survey) -> Iterable[Page]:
    return ()


def _files(survey: Survey) -> Iterator[File]:
    badges = badges_of(survey)
    for name, badge in badges.items():
        yield File(f"badges/{name}.svg", badge_svg(badge))
        yield File(f"badges/{name}.json", badge_endpoint(badge))
    yield File("badges/snippet.md", snippet(badges, survey).encode())


REPORT = Report("badges", _no_pages, _files)
