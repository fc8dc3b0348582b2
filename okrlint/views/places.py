"""Where everything stands in the site: paths and anchors made of ids, never of titles, safe for any id.

A path is the same for HTML and Markdown and has no extension. Page names and anchors of the site's own begin
with an underscore or are reserved here, so that no id can collide with them.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.model.key_result import KeyResult
    from okrlint.model.located import Located
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio

HOME = "index"
HELP = "how-to-read"
TEAMS = "teams/index"
PEOPLE = "people/index"
SEARCH = "search"
A_TO_Z = "a-z"
STALE = "stale"
FINDINGS = "findings"
DATA = "data"
BOARD = "tv/index"
CHANGES = "changes"
REGISTERS = (("Waiting for a check-in", STALE), ("A to Z", A_TO_Z), ("Data", DATA))
"""What stands below every page: the name and the path of lists that every site has."""

_LONGEST = 60
_DEVICES = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
_RESERVED = _DEVICES | {"index", "readme", "agenda", "retro"}


@cache
def _kebab() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slug(text: str) -> str:
    """A part of a path or an anchor: a plain kebab-case id as it is, else its letters and a hash.

    The hash follows an underscore, which no plain id has; so two ids never share a slug, not even where a file
    system sees no difference between capital and small letters.
    """
    if len(text) <= _LONGEST and text not in _RESERVED and _kebab().fullmatch(text):
        return text
    letters = re.sub(r"[^a-z0-9]+", "-", text.lower())[:40].strip("-")
    return f"{letters or 'x'}_{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def quarter_label(plan: Plan) -> str:
    """The quarter as every page names it; as written where it is no quarter."""
    return plan.quarter.label if plan.quarter else plan.quarter_text or "no quarter"


def quarter_path(label: str) -> str:
    """The overview of a quarter."""
    return f"quarters/{slug(label.lower()) if label.isascii() else slug(label)}/index"


def quarter_page_path(label: str, name: str) -> str:
    """A page of a quarter beside its overview, such as `alignment`; teams have folders, so none is in its way."""
    return f"{quarter_path(label).rpartition('/')[0]}/{name}"


def team_path(team: str) -> str:
    """A team's page over all quarters."""
    return f"teams/{slug(team)}"


def person_path(person: str) -> str:
    """What a person owns and owes."""
    return f"people/{slug(person)}"


def board_path(team: str) -> str:
    """The screen of one team."""
    return f"tv/{slug(team)}"


def year_path(year: int) -> str:
    """The trend of a year."""
    return f"years/{year}"


class Places:
    """The path of every plan and objective and the anchors on their pages, each of them used once."""

    def __init__(self, portfolio: Portfolio) -> None:
        """Give out the paths in the order of the plans."""
        self._paths: dict[Located, str] = {}
        self._anchors: dict[Located, str] = {}
        taken: set[str] = set()
        for plan in portfolio.plans:
            folder = quarter_path(quarter_label(plan)).rpartition("/")[0]
            team = slug(plan.team) if plan.team else slug(plan.document.path)
            own = _unused(f"{folder}/{team}", taken)
            self._paths[plan] = f"{own}/index"
            self._give_objectives(plan, own)

    def _give_objectives(self, plan: Plan, folder: str) -> None:
        taken: set[str] = set()
        for objective in plan.objectives:
            name = _unused(slug(objective.id or str(objective.number)), taken)
            self._anchors[objective] = name
            self._paths[objective] = f"{folder}/{name}"
            used: set[str] = set()
            for key_result in objective.key_results:
                self._anchors[key_result] = _unused(slug(key_result.id or str(key_result.number)), used)

    def plan(self, plan: Plan) -> str:
        """The path of a plan's page."""
        return self._paths[plan]

    def objective(self, objective: Objective) -> str:
        """The path of an objective's page."""
        return self._paths[objective]

    def anchor(self, located: Located) -> str:
        """The id of an objective on its plan's page, or of a key result on its objective's page."""
        return self._anchors[located]

    def plan_anchor(self, key_result: KeyResult) -> str:
        """The id of a key result on its plan's page: the end of its address."""
        return f"{self._anchors[key_result.objective]}.{self._anchors[key_result]}"

    def target(self, located: Located | None) -> str | None:
        """Path and anchor to link to; None for what has no place of its own."""
        if located in self._paths:
            return self._paths[located]
        if located not in self._anchors:
            return None
        return f"{self._paths[getattr(located, 'objective')]}#{self._anchors[located]}"  # noqa: B009


def _unused(wanted: str, taken: set[str]) -> str:
    """The name itself, else with the first free number; an underscore and a number end no other name."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}_{number}"
    taken.add(name)
    return name


def team_name(team: str) -> str:
    """A team's id as words: "customer-success" is "Customer success"."""
    words = team.replace("-", " ").strip()
    return words[:1].upper() + words[1:]
