"""What keeps a number of a pipeline file from being used, at its place and with what was expected."""

from __future__ import annotations

from okrlint.model.located import Located
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple


class Derived(NamedTuple):
    """The value that a field must have by the parts that stand beside it."""

    owner: Located
    field: str
    text: str


class InputProblem(NamedTuple):
    """Something that is missing or cannot be meant."""

    location: Location
    message: str
    """What is the case, with its numbers; no full stop."""
    hint: str
    """What was expected."""
    derived: Derived | None = None


class Problems:
    """Collects what the readers of a file find."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[InputProblem] = []
        self.missing: list[tuple[str, str]] = []
        """Fields that are not there, with an example of a line."""

    def add(self, owner: Located, field: str | None, message: str, hint: str) -> None:
        """Say that the value of a field cannot be used."""
        self.found.append(InputProblem(owner.at(field), message, hint))

    def add_month(self, owner: Located, path: tuple[str, str], message: str, hint: str) -> None:
        """Say that the number of one month cannot be used; `path` is the field and the month's label."""
        self.found.append(InputProblem(owner.document.location((*owner.path, *path)), message, hint))

    def miss(self, field: str, example: str) -> None:
        """Say that a field is needed; all of them are told at once."""
        self.missing.append((field, example))
