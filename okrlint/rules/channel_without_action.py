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
from okrlint.model.pipeline import Channel, Pipeline
from okrlint.model.quantity import format_number, round_half_up

_LEAST = Decimal("0.001")
"""Growth that nobody needs to act for."""


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Join the channels that must grow to the actions of every team."""
    plans = open_plans_of(context.portfolio, pipeline.quarter) if pipeline.channels else ()
    key_results = [kr for plan in plans for kr in plan.counted_key_results]
    if not any(map(is_pipeline, key_results)):
        return
    from okrlint.planning.read_inputs import calculation_of

    calculation = calculation_of(pipeline)
    for channel, row in zip(pipeline.channels, calculation.channels if calculation is not None else (), strict=False):
        if row.growth is not None and row.growth > _LEAST and not _is_named(channel, key_results):
            growth = format_number(round_half_up(row.growth * 100, 1))
            yield Problem(
                channel.at(),
                f"{quoted(row.channel.name)} must grow by {growth}%, and no action names it",
                f'add an action that does, such as `title: "{row.channel.name}: …"`, or plan it without growth',
                address=f"{pipeline.address}#{channel.id}",
            )


def _is_named(channel: Channel, key_results: Iterable[KeyResult]) -> bool:
    names = [tokens(name) for name in (channel.name, channel.id) if name]
    return any(_names(key_result, channel, names) for key_result in key_results)


def _names(key_result: KeyResult, channel: Channel, names: list[tuple[str, ...]]) -> bool:
    """Whether an action of a key result is about the channel, by its own words or by those of the key result."""
    live = [action for action in key_result.actions if action.status != "dropped"]
    if not live:
        return False
    texts = [measured_text(key_result), key_result.title or "", *(action.title or "" for action in live)]
    return key_result.channel == channel.id or any(_holds(tokens(text), name) for text in texts for name in names)


def _holds(text: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(text[at : at + len(name)] == name for at in range(len(text) - len(name) + 1))


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
