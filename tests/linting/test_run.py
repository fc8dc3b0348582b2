"""The run stamps, filters, silences and sorts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from okrlint.discovery import load
from okrlint.errors import RuleFailure
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Rule
from okrlint.linting.run import run
from okrlint.linting.settings import PerFile, RuleSettings, Settings
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record

Build = Callable[..., Portfolio]
PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
objectives:
  - id: a
    title: Win
    key_results:
      - id: one
        title: Bad one{comment}
      - id: two
        title: Fine
"""


def _plan(comment: str = "") -> str:
    return PLAN.replace("{comment}", comment)


def test_a_problem_becomes_a_finding_with_the_rule_and_its_severity(bad_title: Rule, portfolio_of: Build) -> None:
    """The rule yields place and words; the run adds the rest."""
    outcome = run(portfolio_of(a=_plan()), [bad_title], Settings())

    (finding,) = outcome.findings
    assert (finding.rule, finding.severity, finding.location.span.start.line) == ("bad-title", Severity.WARNING, 10)
    assert finding.message == "bad under geckoboard"
    assert finding.address == "marketing/2026-Q4#a.one"


def test_settings_change_the_severity_of_a_rule(bad_title: Rule, portfolio_of: Build) -> None:
    """What the user set for a rule wins over what the rule says."""
    settings = Settings(rules={"bad-title": RuleSettings(severity=Severity.ERROR)})

    (finding,) = run(portfolio_of(a=_plan()), [bad_title], settings).findings

    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(ignore=("bad-title",)), id="ignored by id"),
        pytest.param(Settings(ignore=("wording",)), id="ignored by group"),
        pytest.param(Settings(select=("structure",)), id="another group selected"),
        pytest.param(Settings(rules={"bad-title": RuleSettings(off=True)}), id="switched off"),
        pytest.param(Settings(preset="minimal"), id="a preset without its group"),
        pytest.param(Settings(per_file=(PerFile(("okrs/*/a.yaml",), ("bad-title",)),)), id="not asked of this file"),
    ],
)
def test_a_rule_that_is_off_finds_nothing(settings: Settings, bad_title: Rule, portfolio_of: Build) -> None:
    """There are six ways to switch a rule off."""
    assert run(portfolio_of(a=_plan()), [bad_title], settings).findings == ()


def test_a_rule_outside_the_preset_can_be_added(bad_title: Rule, portfolio_of: Build) -> None:
    """`extend_select` switches on what the preset leaves out."""
    settings = Settings(preset="minimal", extend_select=("bad-title",))

    assert len(run(portfolio_of(a=_plan()), [bad_title], settings).findings) == 1


def test_findings_come_by_path_and_line_whatever_the_order_of_files(bad_title: Rule, portfolio_of: Build) -> None:
    """The order of the files on the command line or the disk changes nothing."""
    one = run(portfolio_of(b=_plan(), a=_plan()), [bad_title], Settings())
    other = run(portfolio_of(a=_plan(), b=_plan()), [bad_title], Settings())

    assert one == other
    assert [f.location.path for f in one.findings] == ["okrs/2026-Q4/a.yaml", "okrs/2026-Q4/b.yaml"]


def test_a_suppression_with_a_reason_silences_its_line(bad_title: Rule, portfolio_of: Build) -> None:
    """The finding is gone and counted."""
    portfolio = portfolio_of(a=_plan("  # okrlint: ignore[bad-title] it is agreed"))

    outcome = run(portfolio, [bad_title], Settings())

    assert (outcome.findings, outcome.suppressed) == ((), 1)


def test_an_expired_suppression_silences_nothing(bad_title: Rule, portfolio_of: Build) -> None:
    """Its last day is inclusive, and without a clock it never expires."""
    portfolio = portfolio_of(a=_plan("  # okrlint: ignore[bad-title] agreed, until 2026-10-31"))

    def found(as_of: datetime.date | None) -> int:
        return len(run(portfolio, [bad_title], Settings(), as_of=as_of).findings)

    assert found(datetime.date(2026, 10, 31)) == 0
    assert found(datetime.date(2026, 11, 1)) == 1
    assert found(None) == 0


def test_the_focus_keeps_what_touches_it_and_counts_the_rest(bad_title: Rule, portfolio_of: Build) -> None:
    """Everything is loaded; named files only say what is reported."""
    outcome = run(portfolio_of(a=_plan(), b=_plan()), [bad_title], Settings(), focus=frozenset({"okrs/2026-Q4/b.yaml"}))

    assert [f.location.path for f in outcome.findings] == ["okrs/2026-Q4/b.yaml"]
    assert outcome.outside_focus == 1


def test_a_finding_is_in_focus_when_one_of_its_places_is(portfolio_of: Build) -> None:
    """A pair of files is reported from whichever side is named."""

    def pair(portfolio: Portfolio, context: Context) -> Iterator[Problem]:
        del context
        first, second = portfolio.plans
        yield Problem(first.at("team"), "same team", related=(Related(second.at("team"), "here too"),))

    pair.__annotations__["portfolio"] = "Portfolio"
    rule = Rule(id="pair", group="structure", severity=Severity.ERROR, since="0.1.0", check=pair, bad=(), good=())

    outcome = run(portfolio_of(a=_plan(), b=_plan()), [rule], Settings(), focus=frozenset({"okrs/2026-Q4/b.yaml"}))

    assert len(outcome.findings) == 1


def test_a_rule_that_breaks_is_loud_and_named(portfolio_of: Build) -> None:
    """A bug is no finding: the rule and the file are named."""

    def broken(plan: Plan, context: Context) -> Iterator[Problem]:
        raise ZeroDivisionError(plan.team, context.preset)

    rule = Rule(id="broken", group="structure", severity=Severity.ERROR, since="0.1.0", check=broken, bad=(), good=())

    with pytest.raises(RuleFailure, match=r"rule broken failed on okrs/2026-Q4/a\.yaml"):
        run(portfolio_of(a=_plan()), [rule], Settings())


def test_a_clock_rule_is_silent_without_a_day(bad_title: Rule, portfolio_of: Build) -> None:
    """Hooks run without a clock, so that yesterday's commit is not red today."""
    clocked = Rule(**{**bad_title.__dict__, "clock": True})

    assert run(portfolio_of(a=_plan()), [clocked], Settings()).findings == ()
    assert run(portfolio_of(a=_plan()), [clocked], Settings(), as_of=datetime.date(2026, 11, 1)).findings


def test_an_unreadable_key_result_is_judged_by_no_other_rule(bad_title: Rule, portfolio_of: Build) -> None:
    """What has a value of the wrong shape is mended first; its neighbours are judged all the same."""
    text = (
        _plan()
        .replace("title: Bad one", "title: Bad one\n        weight: [1]")
        .replace("title: Fine", "title: Bad two")
    )

    outcome = run(portfolio_of(a=text), [bad_title], Settings())

    assert [f.address for f in outcome.findings] == ["marketing/2026-Q4#a.two"]


@pytest.mark.parametrize(
    ("own", "of_problem", "expected"),
    [
        pytest.param(None, None, Severity.ERROR, id="the preset's"),
        pytest.param(Severity.INFO, None, Severity.INFO, id="the user's"),
        pytest.param(None, Severity.WARNING, Severity.WARNING, id="the problem's own"),
        pytest.param(Severity.INFO, Severity.WARNING, Severity.INFO, id="the user's over the problem's own"),
        pytest.param(Severity.INFO, Severity.ERROR, Severity.ERROR, id="an error under every preset"),
    ],
)
def test_the_severity_of_a_problem(
    own: Severity | None, of_problem: Severity | None, expected: Severity, bad_title: Rule, portfolio_of: Build
) -> None:
    """A user may weigh everything but what is an error under every preset; the rule can still be switched off."""

    def weighed(plan: Plan, context: Context) -> Iterator[Problem]:
        yield Problem(plan.at("team"), "heavy", severity=of_problem)

    rule = Rule(**{**bad_title.__dict__, "check": weighed, "severity": Severity.ERROR})
    settings = Settings(rules={rule.id: RuleSettings(severity=own)})

    (finding,) = run(portfolio_of(a=_plan()), [rule], settings).findings

    assert finding.severity is expected
    assert run(portfolio_of(a=_plan()), [rule], Settings(rules={rule.id: RuleSettings(off=True)})).findings == ()


UNUSED = "  # okrlint: ignore[bad-title] it was agreed"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param({}, 1, id="no flag"),
        pytest.param({"preset": "google"}, 1, id="a preset that runs the rule as the other does"),
        pytest.param({"extend_select": ("bad-title",)}, 1, id="switched on twice"),
        pytest.param({"ignore": ("bad-title",)}, 0, id="switched off"),
        pytest.param({"rules": {"bad-title": RuleSettings(options={"start": "Worse"})}}, 0, id="with another option"),
        pytest.param({"rules": {"bad-title": RuleSettings(severity=Severity.INFO)}}, 1, id="with another weight"),
    ],
)
def test_a_suppression_is_unused_only_under_the_usual_settings(
    values: dict[str, Any], told: int, bad_title: Rule, portfolio_of: Build
) -> None:
    """Who merely tries another preset is not told to delete the suppressions of the usual one."""

    class Options(Record):
        start: str = "Bad"

    rule = Rule(**{**bad_title.__dict__, "options": Options})
    unused = load("okrlint.rules", "unused-suppression", "RULE")
    settings = Settings().changed({}, **values) if values else Settings()
    portfolio = portfolio_of(a=_plan().replace("title: Fine", f"title: Fine{UNUSED}"))

    found = run(portfolio, [rule, unused], settings).findings

    assert len([finding for finding in found if finding.rule == "unused-suppression"]) == told


def test_a_rule_that_only_a_flag_switched_on_is_not_judged(bad_title: Rule, portfolio_of: Build) -> None:
    """The suppression may belong to another time of the year, when the rule is on."""
    unused = load("okrlint.rules", "unused-suppression", "RULE")
    usual = Settings(preset="minimal")
    portfolio = portfolio_of(a=_plan().replace("title: Fine", f"title: Fine{UNUSED}"))

    for settings in (usual, usual.changed({}, preset="all"), usual.changed({}, extend_select=("bad-title",))):
        found = run(portfolio, [bad_title, unused], settings).findings
        assert [finding for finding in found if finding.rule == "unused-suppression"] == []


def test_no_file_can_ask_to_be_unreadable(portfolio_of: Build) -> None:
    """`per_file` leaves out what a person may judge, and never what no program can read."""
    settings = Settings(per_file=(PerFile(("*",), ("all", "syntax", "housekeeping")),))

    found = run(portfolio_of(a="title: ["), [load("okrlint.rules", "syntax", "RULE")], settings).findings

    assert [finding.rule for finding in found] == ["syntax"]
