"""Key results that together fall short of the plan; the worked example needs 2,564.07 leads."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Lint
from tests.rules.pipeline_plans import PLAN_PATH, channel, leads, quarter

_RULE = "plan-below-need"
_COMMITTED = "commitment: committed"


@pytest.mark.parametrize(
    ("key_results", "found"),
    [
        pytest.param([leads("35%", _COMMITTED)], None, id="the need"),
        pytest.param([leads("34%", _COMMITTED)], None, id="within a percent of it"),
        pytest.param([leads("20%")], "13:17 warning reached in full, it ends at 2,280 leads; the plan needs 2,565", id="too little"),
        pytest.param(["title: Reach 2,000 leads\ntarget: 2000"], "11:17 warning reached in full, it ends at 2,000 leads; the plan needs 2,565", id="a count"),
        pytest.param([leads("20%", baseline="160 leads")], None, id="another number, such as leads a week"),
        pytest.param([leads("20%", "status: draft")], None, id="a draft"),
        pytest.param(["title: Increase trials by 5%\nbaseline: 300\ngrowth: 5%"], None, id="not leads"),
        pytest.param(["title: Lower leads without interest\nbaseline: 1900\ngrowth: -5%"], None, id="a decrease"),
    ],
)  # fmt: skip
def test_leads_against_the_need(key_results: list[str], found: str | None, lint: Lint) -> None:
    """One key result about all leads is the sum by itself."""
    assert lint(_RULE, files=quarter(*key_results)) == ([] if found is None else [f"{PLAN_PATH}:{found}"])


def test_channels_are_added_up(lint: Lint) -> None:
    """Sessions count at the channel's rate, and channels without a key result stay where they were.

    760 + 15% = 874, 12,600 sessions + 50% = 570 leads; 285, 285 and 190 stay.
    """
    files = quarter(channel("organic-search", "15%", 760), channel("paid-search", "50%", 12600, "sessions"))

    assert lint(_RULE, files=files) == [
        f"{PLAN_PATH}:15:17 warning reached in full, the 2 pipeline key results add up to 2,204 leads; the plan needs 2,565"
    ]


def test_channels_that_are_enough(lint: Lint) -> None:
    """What the calculator asks of each channel is enough."""
    files = quarter(
        channel("organic-search", "15%", 760), channel("content", "20%", 285), channel("referral", "10%", 285),
        channel("paid-search", "82%", 380), channel("paid-social", "82%", 15700, "sessions"),
    )  # fmt: skip

    assert lint(_RULE, files=files) == []


def test_plans_of_several_teams_are_one_sum(lint: Lint) -> None:
    """The partner team's channel counts as well."""
    files = quarter(channel("paid-search", "82%", 380))
    partners = quarter(channel("referral", "10%", 285))[PLAN_PATH].replace("team: marketing", "team: partners")

    found = lint(_RULE, files={**files, "okrs/2026-Q3/partners.yaml": partners})

    assert found == [
        "okrs/2026-Q3/partners.yaml:15:17 warning reached in full, the 2 pipeline key results add up to 2,240 leads; the plan needs 2,565"
    ]


def test_the_finding_reaches_both_files() -> None:
    """Whoever changes the growth of revenue sees it as well."""
    from okrlint.discovery import load
    from okrlint.linting.run import run
    from okrlint.linting.settings import Settings
    from okrlint.model.portfolio import build_portfolio
    from okrlint.source.reader import read
    from tests.planning.worked_example import PATH

    portfolio = build_portfolio(read(text.encode(), path) for path, text in quarter(leads("20%")).items())
    (finding,) = run(portfolio, (load("okrlint.rules", _RULE, "RULE"),), Settings(), frozenset((PATH,))).findings

    assert [(other.location.path, other.location.span.start.line) for other in finding.related] == [(PATH, 7)]
    assert finding.hint == "the need is 35% over last quarter: promise that, or aim at 50%, of which 0.7 is enough"
    assert finding.address == "marketing/2026-Q3#demand.leads"


def test_what_is_closed_is_left_alone(lint: Lint) -> None:
    """A quarter that is over can no longer be planned better."""
    assert lint(_RULE, files=quarter(leads("20%"), status="closed")) == []


def test_inputs_that_cannot_be_used_are_another_rules_finding(lint: Lint) -> None:
    """Without a need there is nothing to fall short of."""
    files = quarter(leads("20%"))
    broken = {path: text.replace("rate: 4%", "rate: 4") for path, text in files.items()}

    assert lint(_RULE, files=broken) == []
