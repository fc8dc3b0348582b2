"""An objective gives no reason.

Who knows why can decide alone when things change; who knows only what asks again or goes on in vain. A sentence
is enough: who has which trouble, and what it costs. "Important" is no reason. Told once for a plan; objectives
that support only `health` explain themselves, and closed plans are history.

When to ignore: when the reason stands in a document that everybody on the team has read; link it as the reason
and this rule is content too.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.records import Record

_HINT = "say as `why` who has which trouble today, and what it costs"


class Options(Record):
    """How short is too short."""

    min: int = 20
    """Fewest characters of a reason."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the reasons of the objectives that count."""
    if plan.status == "closed":
        return
    least = context.options.min
    bare = [found for found in plan.counted if len(found.why or "") < least and found.supports != ("health",)]
    if bare:
        first, *others = bare
        related = tuple(Related(other.at("why"), "nor is one here") for other in others)
        yield Problem(first.at("why"), _message(plan, bare, least), _HINT, related, first.address)


def _message(plan: Plan, bare: list[Objective], least: int) -> str:
    first = bare[0]
    if len(bare) > 1:
        return f"{len(bare)} of {len(plan.counted)} objectives give no reason of at least {least} characters"
    if first.why:
        return f"{quoted(first.why)} is all the reason that {quoted(first.name)} gives"
    return f"{quoted(first.name)} gives no reason"


RULE = Rule(
    id="why-missing",
    group="people",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example("title: Make agencies ask for us by name  # <- gives no reason", at="objective", without=("why",)),
        Example('why: Important  # <- "Important" is all the reason that', at="objective"),
    ),
    good=(
        Example("why: Agencies churn because set-up takes them two days", at="objective"),
        Example("supports: health", at="objective", without=("why",)),
    ),
)
