"""What a rule is: an explanation, examples and a check."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.notes import NOTES
from okrlint.linting.wording.own_words import without_phrases
from okrlint.linting.wording.words import LANGUAGE
from okrlint.model.company import Company
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.history.history import History

SUBJECTS = ("OkrFile", "Plan", "Company", "Pipeline", NOTES, "Portfolio", "History", "Suppressions")
"""What a check may look at: the annotated type of its first parameter decides."""
HISTORY = "History"
"""The one that git must be asked for; where it cannot be, rules that look at it are not asked either."""
GROUPS = (
    "structure",
    "pipeline growth",
    "measure",
    "wording",
    "people",
    "alignment",
    "compensation",
    "ambition and scoring",
    "rhythm",
    "pipeline plan",
    "honesty",
    "housekeeping",
)


Bounds = tuple[int | Decimal, int | Decimal | None]
"""The least and the most that a number may be, both included; None for no most."""
_NOT_NEGATIVE: Bounds = (0, None)


WORDS, ALLOW = "words", "allow"
"""Options by which a user adds to what a rule finds, and takes away from it."""


class Context(NamedTuple):
    """What a check may know besides its subject."""

    options: Any
    """The rule's own options, None where it has none."""
    portfolio: Portfolio
    preset: str
    """The preset in force, for messages that name a limit."""
    as_of: datetime.date | None
    """The day of the run; None where the run has no clock."""
    language: str = LANGUAGE
    """What every function of `wording` that looks at text is given: the plans' languages, with the user's words."""
    history: History | None = None
    """What was agreed; None where nobody asked git."""

    def heard(self, text: str) -> str:
        """A text without the phrases that the user allows for the rule; every other character keeps its place."""
        allowed = getattr(self.options, ALLOW, ())
        return without_phrases(text, allowed) if allowed else text

    @property
    def company(self) -> Company | None:
        """The company file of the run."""
        return self.portfolio.company


class Example(NamedTuple):
    """A good or bad piece of YAML, laid over a clean portfolio.

    In a bad example the offending line ends in a comment `# <- words of the message`.
    """

    text: str
    at: str = "key_result"
    """What the fields replace: `key_result`, `objective`, `plan`, `company` or `pipeline`; `file` for a whole file."""
    without: tuple[str, ...] = ()
    """Fields of the clean object that are taken away."""
    files: Mapping[str, str] = {}
    """Further whole files by path."""
    as_of: str | None = None
    """The day of the run, such as 2026-11-15."""
    before: Mapping[str, str] = {}
    """What stood in the place of the text at commits, by day, for rules on history; the first one was agreed."""
    committed: tuple[str, str] | None = None
    """The day on which the text itself was committed, and the reason in the commit's message."""
    fixed: str = ""
    """The lines that the rule's fixes take away and write, with `- ` and `+ ` before them; empty where it has none."""


class Rule(Record):
    """One named check."""

    id: str
    """Kebab-case; names the fault, and is the name of its file."""
    group: str
    severity: Severity
    """In the default preset, or where the rule is switched on by hand."""
    since: str
    """The version that brought it."""
    check: Callable[[Any, Context], Iterator[Problem]]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    note: Callable[[Plan, Context], Any] | None = None
    """For a check of `Notes`: what it needs to know of one plan, as a small plain value; None for nothing."""
    options: type[Record] | None = None
    """Numbers in it must not be negative; `BOUNDS: ClassVar[dict[str, Bounds]]` says where they must be else.

    Rules that look at words have `words`, which they find too, and `allow`, which they pass over: see `own_words` and
    `Context.heard`.
    """
    own_words: str = ""
    """The list that the option `words` adds to, by file and section: `task/verbs`; for every rule that reads it."""
    aliases: tuple[str, ...] = ()
    history: bool = False
    """True where its notes need the commits of the repository; without them it is not asked."""
    clock: bool = False
    """True where it needs the day of the run and is silent without."""

    @cached_property
    def subject(self) -> str:
        """What its check looks at: one of `SUBJECTS`."""
        names = [name for name in self.check.__annotations__ if name != "return"]
        found = str(self.check.__annotations__[names[0]])
        if found not in SUBJECTS:
            raise TypeError(f"{self.check.__module__}: check looks at {found}, which is none of {', '.join(SUBJECTS)}")
        return found

    @cached_property
    def option_types(self) -> Mapping[str, str]:
        """The annotation of each option, by its name."""
        found = self.options.__annotations__ if self.options is not None else {}
        return {name: str(kind) for name, kind in found.items() if not str(kind).startswith("ClassVar")}

    def bounds(self, option: str) -> Bounds:
        """The least and the most that a number may be."""
        bounds: Bounds = getattr(self.options, "BOUNDS", {}).get(option, _NOT_NEGATIVE)
        return bounds

    @property
    def needs_history(self) -> bool:
        """Whether git must be asked for what was agreed."""
        return self.history or self.subject == HISTORY

    @property
    def explanation(self) -> str:
        """The module's docstring: what is wrong, why, when to ignore it."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """What is wrong, in one sentence."""
        return self.explanation.split("\n\n")[0].replace("\n", " ")


def page_of(rule_id: str) -> str:
    """The rule's page in the documentation, relative to okrlint's repository."""
    return f"docs/rules/{rule_id}.md"
