"""What holds for every team: the focus, priorities, people and metrics."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from okrlint.model.fields import Fields
from okrlint.model.located import Located
from okrlint.model.quantity import Quantity

if TYPE_CHECKING:
    from okrlint.source.document import Document


class Focus(Located):
    """The one metric that matters."""

    FIELDS: ClassVar = ("metric", "growth", "since", "why")
    GRIP: ClassVar = ("metric",)

    metric: str | None = None
    growth: Quantity | None = None
    since: str | None = None
    why: str | None = None


class Priority(Located):
    """What the company puts first for a while."""

    FIELDS: ClassVar = ("id", "title", "until")

    id: str | None = None
    title: str | None = None
    until: str | None = None


class Person(Located):
    """Somebody who owns things."""

    FIELDS: ClassVar = ("id", "name", "team", "emails")

    id: str | None = None
    name: str | None = None
    team: str | None = None
    emails: tuple[str, ...] = ()
    """Matched with git and never shown."""


class Metric(Located):
    """A number with a definition, a source and a rhythm."""

    FIELDS: ClassVar = ("id", "name", "unit", "category", "definition", "source", "cadence")

    id: str | None = None
    name: str | None = None
    unit: str | None = None
    category: str | None = None
    """pipeline, revenue, cost, quality, product, people or other."""
    definition: str | None = None
    source: str | None = None
    cadence: str | None = None
    """weekly or monthly: how often it can be read."""


class Company(Located):
    """The company file."""

    FIELDS: ClassVar = (
        "kind", "version", "name", "fiscal_year_start", "focus", "priorities", "people", "metrics",
    )  # fmt: skip

    name: str | None = None
    fiscal_year_start: int = 1
    """The month in which the fiscal year begins, 1 to 12."""
    focus: tuple[Focus, ...] = ()
    """Exactly one is right; more are kept so that the finding can name them."""
    priorities: tuple[Priority, ...] = ()
    people: tuple[Person, ...] = ()
    metrics: tuple[Metric, ...] = ()

    @property
    def address(self) -> str:
        """How other files refer to it."""
        return "company"

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in reversed(self.people) if person.id}

    @cached_property
    def _metrics(self) -> dict[str, Metric]:
        return {metric.id: metric for metric in reversed(self.metrics) if metric.id}

    @cached_property
    def _priorities(self) -> dict[str, Priority]:
        return {priority.id: priority for priority in reversed(self.priorities) if priority.id}

    def person(self, person_id: str) -> Person | None:
        """The person of an id."""
        return self._people.get(person_id)

    def metric(self, metric_id: str) -> Metric | None:
        """The metric of an id."""
        return self._metrics.get(metric_id)

    def priority(self, priority_id: str) -> Priority | None:
        """The priority of an id."""
        return self._priorities.get(priority_id)


def build_company(document: Document) -> Company:
    """The company of a document whose data is a mapping; never raises on any data."""
    fields = Fields(document, (), document.data)
    start = fields.integer("fiscal_year_start")
    one = fields.inner("focus")
    return Company(
        document=document,
        path=(),
        name=fields.text("name"),
        fiscal_year_start=start if start is not None and 1 <= start <= 12 else 1,  # noqa: PLR2004  months
        focus=(_focus(one),) if one is not None else fields.build("focus", _focus),
        priorities=fields.build("priorities", _priority),
        people=fields.build("people", _person),
        metrics=fields.build("metrics", _metric),
    )


def _focus(fields: Fields) -> Focus:
    return Focus(
        **fields.place(),
        metric=fields.text("metric"),
        growth=fields.quantity("growth"),
        since=fields.text("since"),
        why=fields.text("why"),
    )


def _priority(fields: Fields) -> Priority:
    return Priority(**fields.place(), id=fields.text("id"), title=fields.text("title"), until=fields.text("until"))


def _person(fields: Fields) -> Person:
    return Person(
        **fields.place(),
        id=fields.text("id"),
        name=fields.text("name"),
        team=fields.text("team"),
        emails=fields.texts("emails"),
    )


def _metric(fields: Fields) -> Metric:
    return Metric(
        **fields.place(),
        id=fields.text("id"),
        name=fields.text("name"),
        unit=fields.text("unit"),
        category=fields.text("category"),
        definition=fields.text("definition"),
        source=fields.text("source"),
        cadence=fields.text("cadence"),
    )
