"""What a report is: a document about OKRs, of one or many pages, worked out first and written afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from okrlint.linting.wording.words import LANGUAGE
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from okrlint.history.history import History
    from okrlint.linting.finding import Finding
    from okrlint.linting.rule import Rule
    from okrlint.model.company import Company
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio
    from okrlint.views.survey import Survey

Row: TypeAlias = dict[str, Any]
"""What templates get: plain values under string keys, every key always there."""


class Gone(NamedTuple):
    """The page of an objective that the plans no longer have."""

    path: str
    """As it was: below the root, without extension."""
    title: str

    @property
    def file(self) -> str:
        """Its HTML file below the folder of the report."""
        return f"html/{self.path}.html"


class ReportInput(NamedTuple):
    """All that a site is made of."""

    portfolio: Portfolio
    findings: tuple[Finding, ...]
    as_of: date
    """The day that the site speaks of; it is never the day on which it is built."""
    company: Company | None
    language: str = LANGUAGE
    """The languages of the plans, with the words that the user adds to the lists."""
    rules: tuple[Rule, ...] = ()
    """All that there are, for their reasons and for the comments that silence them."""
    history: History | None = None
    """What the commits say; None where nobody asked for it, so that committed reports never depend on git."""
    history_notes: tuple[str, ...] = ()
    """What could not be read of it, in words."""
    gone: tuple[Gone, ...] = ()
    """What had a page in an earlier build and is no longer there: its page says so."""
    people: bool = True
    """Whether each person has a page."""


class Page(NamedTuple):
    """One page, without its looks."""

    path: str
    """Below the root, without extension, such as `quarters/2026-q4/index`."""
    title: str
    """For the window and for search results; plain words."""
    name: str
    """For the last part of the breadcrumbs."""
    crumbs: tuple[tuple[str, str], ...]
    """Name and path of the pages above, from the top."""
    data: Row


class File(NamedTuple):
    """A file of the site that is no page: data, a feed, a badge."""

    path: str
    """Below the folder of the report, with `html/` or `badges/` in front and its extension."""
    data: bytes


class Menu(NamedTuple):
    """An entry of the menu that stands on every page."""

    order: int
    """Where it stands: entries come by this number, then by name."""
    name: str
    path: str


class Later(NamedTuple):
    """A page or a file that is worked out when it is known to be needed: it is made of some plans and of nothing else.

    What plans' own pages show of other plans, of the company and of the site counts as part of a plan.
    """

    path: str
    """Different for everything that a site makes later."""
    plans: tuple[Plan, ...]
    make: Callable[[], Page | File]
    more: object = None
    """What else it is made of; plain values, whose `repr` tells them."""


def no_pages(_survey: Survey) -> Iterable[Page | Later]:
    """What a report has whose pages are all about one plan each."""
    return ()


def no_page_of_plan(_plan: Plan, _survey: Survey) -> Iterable[Page]:
    """What a report has that shows no plan by itself."""
    return ()


def no_files(_survey: Survey) -> Iterable[File | Later]:
    """What a report has that is pages and nothing else."""
    return ()


def no_menu(_survey: Survey) -> Menu | None:
    """What a report has that is reached from the pages above it."""
    return None


class Report(NamedTuple):
    """A folder under `reports/`; its `page.html.j2` and `page.md.j2` show each of its pages."""

    id: str
    """The folder's name, with `-` for `_`."""
    pages: Callable[[Survey], Iterable[Page | Later]] = no_pages
    files: Callable[[Survey], Iterable[File | Later]] = no_files
    menu: Callable[[Survey], Menu | None] = no_menu
    """The entry for the menu, None where the report has no page in this site."""
    of_plan: Callable[[Plan, Survey], Iterable[Page]] = no_page_of_plan
    """The pages that show one plan, and of others only what that one is tied to; see `views.plan_keys`."""

    def all_pages(self, survey: Survey) -> Iterator[Page]:
        """Every page: those of each plan, then the others."""
        for plan in survey.given.portfolio.plans:
            yield from self.of_plan(plan, survey)
        for page in self.pages(survey):
            made = page.make() if isinstance(page, Later) else page
            if isinstance(made, Page):
                yield made
