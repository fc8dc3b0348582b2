"""Plans while they are put together from a foreign file, and how the file was read."""

from __future__ import annotations

from typing import Any, Literal

from okrlint.tuples import NamedTuple

_SHOWN = 80
"""Characters of a remark that a message repeats."""
Kind = Literal["plan", "objective", "key_result", "action"]


class Draft:
    """A part of a plan under construction: its fields, its remarks and the parts inside it."""

    def __init__(self, kind: Kind, title: str = "", line: int = 0) -> None:
        """Begin with what is known; `line` is where it stands in the foreign file, 0 for nowhere."""
        self.kind = kind
        self.line = line
        self.fields: dict[str, Any] = {"title": title} if title else {}
        self.notes: list[str] = []
        self.parts: list[Draft] = []
        self.ticked: bool | None = None
        """Whether its box is ticked, where it has one."""
        self.above: Draft | None = None
        """The objective that an objective stands under, which it therefore supports."""

    @property
    def title(self) -> str:
        """Its title; empty while there is none."""
        return str(self.fields.get("title", ""))

    def add(self, part: Draft) -> Draft:
        """Put a part inside; the part."""
        self.parts.append(part)
        return part

    def note(self, text: str) -> None:
        """Keep words that no field is for."""
        if text.strip():
            self.notes.append(text.strip())

    def take_notes(self, part: Draft) -> None:
        """Keep the remarks of a part that has no field for them, with its title."""
        self.notes += [f"{part.title}: {note}" for note in part.notes]
        part.notes = []


class Doubt(NamedTuple):
    """Something that was kept as a remark because nobody could say what field it is."""

    line: int
    words: str


class Reading:
    """What came of a foreign file."""

    def __init__(self, day: str | None = None, fiscal_start: int = 1) -> None:
        """Begin; `day` is that of values without a day, and `fiscal_start` the month in which quarters begin."""
        self.day = day
        self.fiscal_start = fiscal_start
        self.plans: dict[tuple[str | None, str | None], Draft] = {}
        """By quarter and team; None where the file does not say it."""
        self.whole: list[dict[str, Any]] = []
        """Plans that the file holds in our own shape, as plain data."""
        self.notes: list[str] = []
        """Words of the file that belong to no plan in particular."""
        self.how: list[str] = []
        """How the file was read, in sentences for its user."""
        self.doubts: list[Doubt] = []
        self.marks: list[str] = []
        """Labels and signs that became structure, as they stood there."""
        self.undated = 0
        """Values and ticks that would be check-ins if their day was known."""

    def plan(self, quarter: str | None, team: str | None) -> Draft:
        """The plan of a quarter and a team, made where it is new."""
        found = self.plans.get((quarter, team))
        if found is None:
            found = self.plans[quarter, team] = Draft("plan")
        return found

    def doubt(self, line: int, words: str) -> None:
        """Tell the user that something became a remark."""
        flat = " ".join(words.split())
        self.doubts.append(Doubt(line, flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN].rsplit(' ', 1)[0]} …"))

    @property
    def objectives(self) -> list[Draft]:
        """Every objective that was found."""
        return [part for plan in self.plans.values() for part in plan.parts]
