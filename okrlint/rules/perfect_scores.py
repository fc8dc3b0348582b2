"""Nearly every aspirational key result of a quarter scored 1.

An aspirational goal is set so that 0.6 to 0.7 is a good result. A quarter of ones says that the goals were what
would have happened anyway: nobody had to try something new. Committed key results are promises and are meant to end
at 1, a first measurement ends at 1 by nature, and a plain yes or no knows nothing between; they are left out. A few
key results say little, so those of the quarter before are looked at with them.

When to ignore: when one lucky event carried all of them; the reason then says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from okrlint.linting.final_score import final_score
from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.model.quantity import format_number
from okrlint.records import Record

_ALL_OR_NOTHING = ("done", "establish-baseline")
Scored = list[tuple[KeyResult, Decimal]]


class Options(Record):
    """How much is too much."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"min_key_results": (1, 100), "share": (0, 1), "mean": (0, 1)}

    min_key_results: int = 4
    """So many aspirational key results must have a score before this says anything."""
    share: Decimal = Decimal("0.8")
    """Share of them that scored 1, from which on it is a finding."""
    mean: Decimal = Decimal("0.9")
    """Mean of their scores above which it is a finding."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Count the ones of a closed plan; where it is a small one, with those of the quarter before."""
    options = context.options
    if plan.status != "closed":
        return
    scored = _scored(plan)
    periods = plan.quarter_text or "the quarter"
    if 0 < len(scored) < options.min_key_results:
        before = _before(plan, context.portfolio)
        if before is not None and _is_perfect(_scored(before), options):
            scored = [*scored, *_scored(before)]
            periods = f"{before.quarter_text} and {periods}"
    if len(scored) >= options.min_key_results and _is_perfect(scored, options) and not _is_said(scored, options):
        yield Problem(
            plan.at("status"),
            _message(scored, periods, options),
            "aim higher, par is 0.6 to 0.7; where a target was too easy, close it with `cause: target-too-easy`",
            address=plan.address,
        )


def _scored(plan: Plan) -> Scored:
    """The scores in which ambition shows."""
    stretched = (
        kr for kr in plan.counted_key_results if kr.commitment == "aspirational" and kr.type not in _ALL_OR_NOTHING
    )
    return [(kr, reached) for kr in stretched if (reached := final_score(kr)) is not None]


def _before(plan: Plan, portfolio: Portfolio) -> Plan | None:
    found = portfolio.plan(plan.team, plan.quarter.previous()) if plan.quarter is not None else None
    return found if found is not None and found.status == "closed" else None


def _is_perfect(scored: Scored, options: Options) -> bool:
    if not scored:
        return False
    ones, mean = _ones(scored), _mean(scored)
    return ones >= options.share * len(scored) or mean > options.mean


def _is_said(scored: Scored, options: Options) -> bool:
    """Whether the team itself closed what went so well as too easy."""
    easy = [kr.close for kr, reached in scored if reached > options.mean]
    return all(close is not None and close.cause == "target-too-easy" for close in easy)


def _message(scored: Scored, periods: str, options: Options) -> str:
    number, ones = len(scored), _ones(scored)
    if ones >= options.share * number:
        how_many = f"all {number}" if ones == number else f"{ones} of {number}"
        return f"{how_many} aspirational key results of {periods} scored 1"
    return f"the {number} aspirational key results of {periods} scored {format_number(_mean(scored), 2)} on average"


def _ones(scored: Scored) -> int:
    return sum(reached == 1 for _, reached in scored)


def _mean(scored: Scored) -> Decimal:
    return sum((reached for _, reached in scored), Decimal(0)) / len(scored)


_PLAN = """
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
status: closed{mark}
objectives:
  - id: demand
    title: Make agencies ask for us by name
    owner: ana
    key_results:
      - {{id: leads, title: Increase leads by 10%, owner: ben, baseline: 1900, growth: 10%,
          close: {{score: {scores[0]}}}, check_ins: {{2026-12-28: {values[0]}}}}}
      - {{id: cost, title: Lower the cost per lead to $39, owner: ben, baseline: $40, target: $39,
          close: {{score: {scores[1]}}}, check_ins: {{2026-12-28: {values[1]}}}}}
      - {{id: nps, title: Raise the net promoter score to 32, owner: ana, baseline: 31, target: 32,
          close: {{score: {scores[2]}}}, check_ins: {{2026-12-28: {values[2]}}}}}
      - {{id: reviews, title: Raise public reviews to 46, owner: ben, baseline: 44, target: 46,
          close: {{score: {scores[3]}}}, check_ins: {{2026-12-28: {values[3]}}}}}
"""

RULE = Rule(
    id="perfect-scores",
    group="ambition and scoring",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            _PLAN.format(
                mark="  # <- all 4 aspirational key results of 2026-Q4 scored 1",
                scores=("1.0", "1.0", "1.0", "1.0"),
                values=(2100, "$38", 35, 46),
            ),
            at="file",
        ),
    ),
    good=(
        Example(_PLAN.format(mark="", scores=("0.6", "0.7", "1.0", "0.5"), values=(2014, "$39.30", 35, 45)), at="file"),
    ),
)
