"""What follows from the settings for a rule."""

from __future__ import annotations

import pytest

from okrlint.linting.finding import Severity
from okrlint.linting.presets import PRESETS
from okrlint.linting.rule import Rule
from okrlint.linting.settings import RuleSettings, Settings
from okrlint.records import Record


class Limit(Record):
    """A limit, as rules have it."""

    max: int = 9
    """The most."""


@pytest.fixture
def limited(bad_title: Rule) -> Rule:
    """A rule with a limit that presets set."""
    return Rule(**{**bad_title.__dict__, "id": "too-many-objectives", "group": "structure", "options": Limit})


@pytest.mark.parametrize(
    ("preset", "limit"), [("geckoboard", 4), ("t2d3", 5), ("saas", 4), ("google", 5), ("minimal", 7), ("all", 4)]
)
def test_a_preset_sets_the_limits(preset: str, limit: int, limited: Rule) -> None:
    """The numbers of the preset table reach the rule's options."""
    options = Settings(preset=preset).options(limited)

    assert isinstance(options, Limit)
    assert options.max == limit


def test_own_options_win_over_the_preset(limited: Rule) -> None:
    """A team may set its own number."""
    options = Settings(rules={limited.id: RuleSettings(options={"max": 6})}).options(limited)

    assert isinstance(options, Limit)
    assert options.max == 6


@pytest.mark.parametrize(("preset", "severity"), [("geckoboard", Severity.ERROR), ("google", Severity.WARNING)])
def test_a_preset_sets_the_severity(preset: str, severity: Severity, limited: Rule) -> None:
    """The same fault weighs differently under another preset."""
    assert Settings(preset=preset).severity(limited) is severity


def test_nothing_switches_off_what_cannot_be_read(bad_title: Rule) -> None:
    """A file that is no YAML never passes."""
    syntax = Rule(**{**bad_title.__dict__, "id": "syntax", "group": "housekeeping"})

    assert Settings(ignore=("syntax", "all"), select=("structure",)).severity(syntax) is not None


def test_all_switches_everything_on() -> None:
    """No rule is off under `all`."""
    assert None not in PRESETS["all"].severities.values()


@pytest.mark.parametrize(
    ("preset", "cadence"),
    [("geckoboard", "weekly"), ("t2d3", "weekly"), ("google", "monthly"), ("minimal", "weekly"), ("all", "weekly")],
)
def test_the_cadence_follows_the_days_between_check_ins(preset: str, cadence: str) -> None:
    """Who checks in every 30 days is read by the month; without such a number by the week."""
    assert Settings(preset=preset).cadence == cadence


@pytest.mark.parametrize(("days", "cadence"), [(27, "weekly"), (28, "monthly"), (31, "monthly")])
def test_the_users_days_decide_over_the_presets(days: int, cadence: str) -> None:
    """From four weeks on it is a month."""
    settings = Settings(preset="google", rules={"check-in-stale": RuleSettings(options={"days": days})})

    assert settings.cadence == cadence
