"""The registers of a quarter: pages beside its overview, with a way to the others and to other quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.places import HOME, quarter_label, quarter_page_path, quarter_path
from okrlint.views.report import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

ALIGNMENT, OVERLAPS, FINDINGS, CHANGES = "alignment", "overlaps", "findings", "changes"
NAMES = {ALIGNMENT: "Alignment", OVERLAPS: "Overlaps", FINDINGS: "Findings", CHANGES: "Changes"}
"""The registers by the last part of their path."""


def plans_by_quarter(portfolio: Portfolio) -> dict[str, tuple[Plan, ...]]:
    """The plans under each quarter's label: the newest first, those of no readable quarter last."""
    groups: dict[str, list[Plan]] = {}
    for plan in portfolio.plans:
        groups.setdefault(quarter_label(plan), []).append(plan)
    known = [label for label, plans in groups.items() if plans[0].quarter is not None]
    odd = sorted(label for label, plans in groups.items() if plans[0].quarter is None)
    return {label: tuple(groups[label]) for label in (*reversed(known), *odd)}


def has_register(survey: Survey, label: str, kind: str) -> bool:
    """Whether a quarter has a register: overlaps are told while a plan of it is open, changes where git was asked."""
    if kind == CHANGES and survey.given.history is None:
        return False
    return label in (survey.overlaps if kind == OVERLAPS else survey.plans_by_quarter)


def register_links(survey: Survey, label: str) -> list[Row]:
    """The registers of a quarter, for whoever wants to lead there."""
    return [
        {"text": name, "target": quarter_page_path(label, kind)}
        for kind, name in NAMES.items()
        if has_register(survey, label, kind)
    ]


def register_pages(survey: Survey, kind: str, work_out: Callable[[str, Survey], Row]) -> Iterator[Page]:
    """One page of a kind for each quarter that has it; `work_out` gives what is on it beside the frame."""
    labels = [label for label in survey.plans_by_quarter if has_register(survey, label, kind)]
    for place, label in enumerate(labels):
        crumbs = ((survey.site["name"], HOME), (label, quarter_path(label)))
        data = {
            "title": NAMES[kind],
            "quarter": label,
            "others": [row for row in register_links(survey, label) if row["text"] != NAMES[kind]],
            "earlier": _link(labels[place + 1 : place + 2], kind),
            "later": _link(labels[max(place - 1, 0) : place], kind),
            **work_out(label, survey),
        }
        yield Page(quarter_page_path(label, kind), f"{NAMES[kind]} {label}", NAMES[kind], crumbs, data)


def _link(labels: Iterable[str], kind: str) -> Row | None:
    return next(({"label": label, "target": quarter_page_path(label, kind)} for label in labels), None)
