"""Channels against the leads of each month."""

from __future__ import annotations

import pytest

from tests.planning.worked_example import HEAD, PATH, WHOLE
from tests.rules.conftest import Lint


@pytest.mark.parametrize(
    ("june", "message"),
    [
        pytest.param(264, None, id="just the whole"),
        pytest.param(267, None, id="three of 660 more, under half a percent"),
        pytest.param(268, "the channels of 2026-06 bring 664 leads, 4 more than the month's 660", id="four more"),
        pytest.param(260, "the channels of 2026-06 bring 656 leads, 4 fewer than the month's 660", id="four fewer"),
    ],
)
def test_half_a_percent_is_rounding(june: int, message: str | None, lint: Lint) -> None:
    """Analytics and the CRM differ by a lead or two; more than that is a slip."""
    found = lint("channel-shares", files={PATH: WHOLE.replace("2026-06: 264", f"2026-06: {june}")})

    assert found == ([] if message is None else [f"{PATH}:18:12 error {message}"])


def test_no_channels_add_up_to_nothing(lint: Lint) -> None:
    """A file without a split is whole."""
    assert lint("channel-shares", files={PATH: HEAD}) == []


def test_a_month_that_a_channel_lacks_is_not_added_up(lint: Lint) -> None:
    """The missing month is told by another rule."""
    assert lint("channel-shares", files={PATH: WHOLE.replace("2026-05: 256, ", "")}) == []
