"""Growth over caps, and over what a class of channels rarely passes."""

from __future__ import annotations

import pytest

from tests.planning.worked_example import PATH, WHOLE
from tests.rules.conftest import Lint

_RULE = "channel-growth-unrealistic"


def test_a_plan_within_its_caps_has_no_finding(lint: Lint) -> None:
    """After rebalancing, the worked example is feasible."""
    assert lint(_RULE, files={PATH: WHOLE}) == []


def test_caps_that_cannot_be_met(lint: Lint) -> None:
    """With paid channels at +50% the shortfall is told once, at the channels."""
    assert lint(_RULE, files={PATH: WHOLE.replace("cap: 100%", "cap: 50%")}) == [
        f"{PATH}:19:1 warning with every channel at its cap there are 2,384.5 leads of the 2,564.1 that are needed, 179.6 too few"
    ]


def test_a_channel_without_cap_is_held_against_its_class(lint: Lint) -> None:
    """Nobody said how far organic search can go, so the usual limit speaks."""
    found = lint(_RULE, files={PATH: WHOLE.replace("    cap: 15%\n", "")})

    assert found == [
        f'{PATH}:21:11 warning "Organic search" must grow by 43.5% in the quarter, and organic channels rarely pass 20%'
    ]


def test_the_usual_limits_are_settings(lint: Lint) -> None:
    """A company that knows its organic search better says so once."""
    text = WHOLE.replace("    cap: 15%\n", "")

    assert lint(_RULE, files={PATH: text}, options={"organic": 50}) == []
    assert lint(_RULE, files={PATH: text}, options={"min_sessions": 60_000}) == []


def test_paid_channels_without_cap_are_limited_by_the_budget(lint: Lint) -> None:
    """Money has a rule of its own."""
    assert lint(_RULE, files={PATH: WHOLE.replace("    cap: 100%\n", "")}) == []


@pytest.mark.parametrize("kind", ["BOUNDS", "min_sessions", "organic-ish", "[paid]"])
def test_a_class_that_is_none_has_no_limit(kind: str, lint: Lint) -> None:
    """The shape check speaks of it; here it is no name of anything."""
    text = WHOLE.replace("    cap: 15%\n", "").replace("class: organic", f"class: {kind}")

    assert lint(_RULE, files={PATH: text}) == []
