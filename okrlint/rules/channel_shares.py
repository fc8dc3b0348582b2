"""The leads of the channels do not add up to the leads of the month.

Leads are planned by the share that each channel has. Where the channels bring more or fewer than the whole, the
shares are of something else, and the targets that come of them are off by as much. Half a percent is let pass:
analytics and the CRM rarely agree to the last lead.

When to ignore: never; a channel such as `other` can hold what cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.pipeline import Pipeline
from okrlint.model.quantity import format_number

_TOLERANCE = Decimal("0.005")
"""Share of a month's leads by which the channels may differ from it."""


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Add up the channels, month by month."""
    for month, whole in pipeline.leads.items() if pipeline.channels else ():
        if any(month not in channel.leads for channel in pipeline.channels):
            continue
        total = sum((channel.leads[month].value for channel in pipeline.channels), Decimal(0))
        difference = total - whole.value
        if abs(difference) > _TOLERANCE * abs(whole.value):
            word = "more" if difference > 0 else "fewer"
            yield Problem(
                pipeline.document.location(("leads", month)),
                f"the channels of {month} bring {format_number(total)} leads, "
                f"{format_number(abs(difference))} {word} than the month's {format_number(whole.value)}",
                "correct the channel that is off, or give the rest a channel such as `other`",
                address=pipeline.address,
            )


_CHANNELS = """
channels:
  - id: organic
    class: organic
    leads:
      2026-07: 400
      2026-08: 421
      2026-09: 450
  - id: events
    class: owned
    leads:
      2026-07: 200
      2026-08: {august}
      2026-09: 210
"""
_LEADS = """
leads:
  2026-07: 600
  2026-08: 621{mark}
  2026-09: 660
"""

RULE = Rule(
    id="channel-shares",
    group="pipeline plan",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            _LEADS.format(mark="  # <- the channels of 2026-08 bring 671 leads, 50 more than the month's 621")
            + _CHANNELS.format(august=250).lstrip(),
            at="pipeline",
        ),
    ),
    good=(
        Example(_CHANNELS.format(august=200), at="pipeline"),
        Example(_CHANNELS.format(august=203), at="pipeline"),
    ),
)
