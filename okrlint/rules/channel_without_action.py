"""A channel must grow in the quarter, and no action names it.

A target for a channel is half of a plan. The other half is what the team will do there, and who does it. An
action counts when its title names the channel, or when it stands under a key result of the channel.

When to ignore: when the channel grows by itself and has done so for some quarters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.pipeline_measures import open_plans_of
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.pipeline import is_pipeline, measured_text, tokens
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.pipeline import Pipeline
from okrlint.model.quantity import format_number, round_half_up

_LEAST = Decimal("0.001")
"""Growth that nobody needs to act for."""


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Join the channels that must grow to the actions of every team."""
    plans = open_plans_of(context.portfolio, pipeline.quarter) if pipeline.channels else ()
    key_results = [kr for plan in plans for kr in plan.counted_key_results]
    if not any(is_pipeline(key_result, context.language) for key_result in key_results):
        return
    from okrlint.planning.read_inputs import calculation_of

    calculation = calculation_of(pipeline)
    worked_on = [kr for kr in key_results if any(action.status != "dropped" for action in kr.actions)]
    own, said = {kr.channel for kr in worked_on}, _words_of(worked_on)
    for channel, row in zip(pipeline.channels, calculation.channels if calculation is not None else (), strict=False):
        is_named = channel.id in own or any(_words(name) in said for name in (channel.name, channel.id) if name)
        if row.growth is not None and row.growth > _LEAST and not is_named:
            growth = format_number(round_half_up(row.growth * 100, 1))
            yield Problem(
                channel.at(),
                f"{quoted(row.channel.name)} must grow by {growth}%, and no action names it",
                f'add an action that does, such as `title: "{row.channel.name}: …"`, or plan it without growth',
                address=f"{pipeline.address}#{channel.id}",
            )


def _words_of(key_results: Iterable[KeyResult]) -> str:
    """What actions say, and the key results that they stand under, as words between blanks."""
    texts: list[str] = []
    for key_result in key_results:
        live = (action.title or "" for action in key_result.actions if action.status != "dropped")
        texts += (measured_text(key_result), key_result.title or "", *live)
    return "|".join(map(_words, texts))


def _words(text: str) -> str:
    return f" {' '.join(tokens(text))} "


_CHANNELS = """
channels:
  - id: partners
    name: Partner referrals{mark}
    class: referral
    leads:
      2026-07: 100
      2026-08: 121
      2026-09: 160
    cap: {cap}
  - id: search
    name: Search
    class: paid
    leads:
      2026-07: 500
      2026-08: 500
      2026-09: 500
    cap: 30%
"""

RULE = Rule(
    id="channel-without-action",
    group="pipeline plan",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            _CHANNELS.format(mark='  # <- "Partner referrals" must grow by 10%, and no action names it', cap="10%"),
            at="pipeline",
        ),
    ),
    good=(Example(_CHANNELS.format(mark="", cap="0%"), at="pipeline"),),
)
