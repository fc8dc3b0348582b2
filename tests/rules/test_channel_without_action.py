"""Channels that must grow, and the actions of the quarter."""

from __future__ import annotations

import pytest

from tests.planning.worked_example import CHANNELS, HEAD, PATH, WHOLE
from tests.rules.conftest import Lint
from tests.rules.pipeline_plans import channel, leads, quarter

_RULE = "channel-without-action"
# One channel that must grow, beside one that is held where it is.
_TWO = HEAD + (
    "channels:\n"
    "  - {id: paid-search, name: Paid search, leads: {2026-04: 120, 2026-05: 128, 2026-06: 132}}\n"
    "  - {id: rest, name: The rest, leads: {2026-04: 480, 2026-05: 512, 2026-06: 528}, cap: 0%}\n"
)
_FOUND = f'{PATH}:20:29 warning "Paid search" must grow by 174.8%, and no action names it'


def _actions(*titles: str, status: str = "todo") -> str:
    rows = "".join(f"  - {{title: '{title}', status: {status}}}\n" for title in titles)
    return f"actions:\n{rows}" if rows else ""


@pytest.mark.parametrize(
    ("key_result", "is_found"),
    [
        pytest.param(leads("50%"), True, id="no action"),
        pytest.param(leads("50%", _actions("Write the benchmark report")), True, id="an action for something else"),
        pytest.param(leads("50%", _actions("Search for a paid intern")), True, id="the same words in another order"),
        pytest.param(leads("50%", _actions("Paid search: campaigns for three countries", status="dropped")), True, id="a dropped action"),
        pytest.param(leads("50%", _actions("Paid search: campaigns for three countries")), False, id="its name"),
        pytest.param(leads("50%", _actions("Double the PAID-SEARCH budget")), False, id="its id"),
        pytest.param(channel("paid-search", "175%", 380, extra=_actions("Open three countries")), False, id="a key result of the channel"),
        pytest.param(channel("paid-search", "175%", 380), True, id="a key result of the channel without action"),
        pytest.param("title: Leads from paid search by 175%\nbaseline: 380\ngrowth: 175%\n" + _actions("Open three countries"), False, id="a key result that names it"),
        pytest.param("title: Answer in 4 hours\ntype: at-most\ntarget: 4 hours", False, id="a plan without pipeline"),
    ],
)  # fmt: skip
def test_an_action_names_the_channel(key_result: str, is_found: bool, lint: Lint) -> None:
    """By its title, or by standing under a key result of the channel."""
    assert lint(_RULE, files=quarter(key_result, pipeline=_TWO)) == ([_FOUND] if is_found else [])


def test_every_channel_that_must_grow(lint: Lint) -> None:
    """The worked example has five."""
    found = lint(_RULE, files=quarter(leads("50%")))

    assert [line.split(" warning ")[1].split(" must")[0] for line in found] == [
        '"Organic search"', '"Content and social"', '"Referral and direct"', '"Paid search"', '"Paid social"',
    ]  # fmt: skip


def test_without_plans_there_is_nobody_to_act(lint: Lint) -> None:
    """The pipeline file is written first."""
    assert lint(_RULE, files={PATH: WHOLE}) == []
    assert lint(_RULE, files=quarter(leads("50%"), status="closed")) == []
    assert CHANNELS in WHOLE
