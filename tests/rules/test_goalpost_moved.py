"""Goalposts that moved, judged by what was agreed, and placed in today's file."""

from __future__ import annotations

import pytest

from okrlint.linting.finding import Severity
from okrlint.linting.rule import Rule
from okrlint.linting.settings import RuleSettings
from tests.rules.pasts import COMPANY, PATH, PLAN, found, history_of, plan, said

AGREED = ("2026-09-28", "", {PATH: PLAN})
EASED = plan(("growth: 25%", "growth: 20%"))
RULE = "goalpost-moved"
SINCE = "on 2026-11-02 in 0000001 by Ana"


@pytest.mark.parametrize(
    ("replaced", "severity", "line", "words"),
    [
        pytest.param(("growth: 25%", "growth: 20%"), "error", 13, f"growth was eased from 25% to 20% {SINCE}", id="eased"),
        pytest.param(("growth: 25%", "growth: 30%"), "warning", 13, "growth was tightened from 25% to 30%", id="tightened"),
        pytest.param(("baseline: 1000", "baseline: 900"), "error", 12, "baseline was eased from 1,000 to 900", id="baseline"),
        pytest.param(("target: $40", "target: $50"), "error", 19, "target was eased from $40 to $50", id="a limit"),
        pytest.param(("growth: 25%", "growth: 25%\n        weight: 2"), "warning", 14, "weight was changed", id="weight"),
        pytest.param(("title: Second", "title: Other"), "warning", 26, "milestones was changed from", id="milestones"),
        pytest.param(("growth: 25%", "growth: 25%\n        due: 2027-01-31"), "error", 14, "due was eased", id="due"),
        pytest.param(("growth: 25%", "growth: 25%\n        status: dropped"), "warning", 14, "it was dropped", id="dropped"),
    ],
)  # fmt: skip
def test_a_late_move_is_found_where_it_stands_today(
    replaced: tuple[str, str], severity: str, line: int, words: str
) -> None:
    """With the commit that made it; eased is an error, all else a warning."""
    text = plan(replaced)

    findings = said(found(RULE, history_of(AGREED, ("2026-11-02", "", {PATH: text})), {PATH: text}))

    assert [found[:2] for found in findings] == [(severity, line)]
    assert findings[0][2].startswith(words)
    assert findings[0][2].endswith(", and nothing says why")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(PLAN, "2026-11-02", id="nothing changed"),
        pytest.param(EASED, "2026-10-15", id="within the days of grace"),
        pytest.param(plan(("growth: 25%", "growth: '25%'  # as agreed")), "2026-11-02", id="formatting"),
        pytest.param(plan(("growth: 25%", "target: 1250")), "2026-11-02", id="the same goal in other words"),
        pytest.param(plan(("2026-10-12: 1050", "2026-10-12: 1060")), "2026-11-02", id="a check-in"),
        pytest.param(plan(("title: Increase leads", "title: Grow leads")), "2026-11-02", id="wording"),
        pytest.param(
            PLAN.replace("  - id: trust", "      - id: new\n        title: X\n  - id: trust"),
            "2026-11-02",
            id="one more",
        ),
    ],
)
def test_what_moves_nothing_is_silent(text: str, day: str) -> None:
    """Only promises count, and only late."""
    assert found(RULE, history_of(AGREED, (day, "", {PATH: text})), {PATH: text}) == []


def test_a_revision_or_a_trailer_makes_an_info_of_it() -> None:
    """The revision names the field and the new value; one for another value explains nothing."""
    revision = "growth: 20%\n        revisions:\n          - {{date: 2026-11-02, field: growth, from: 25%, to: {to}, reason: Two hires}}"
    good, other = (plan(("growth: 25%", revision.format(to=to))) for to in ("20%", "22%"))

    def severity(text: str, reason: str = "") -> list[str]:
        past = history_of(AGREED, ("2026-11-02", reason, {PATH: text}))
        return [words for words, *_ in said(found(RULE, past, {PATH: text}))]

    assert severity(good) == ["info"]
    assert severity(other) == ["error"]
    assert severity(EASED, "two hires start late") == ["info"]


def test_each_step_needs_its_reason() -> None:
    """The reason of a small last step does not cover the large one before it; a step that was taken back needs none."""
    large = ("2026-10-20", "", {PATH: plan(("growth: 25%", "growth: 21%"))})
    back, small = ("2026-10-26", "", {PATH: PLAN}), ("2026-11-02", "two hires", {PATH: EASED})

    assert [words for words, *_ in said(found(RULE, history_of(AGREED, large, small), {PATH: EASED}))] == ["error"]
    assert [words for words, *_ in said(found(RULE, history_of(AGREED, large, back, small), {PATH: EASED}))] == ["info"]


def test_an_info_never_fails_a_run_whatever_the_user_sets() -> None:
    """Who makes an error of the rule still wants changes to be made openly."""
    past = history_of(AGREED, ("2026-11-02", "two hires", {PATH: EASED}))
    rules = {RULE: RuleSettings(severity=Severity.ERROR)}

    assert [finding.severity for finding in found(RULE, past, {PATH: EASED}, rules=rules)] == [Severity.INFO]


def test_there_and_back_is_no_move_and_two_steps_are_one() -> None:
    """What counts is what it was and what it is."""
    middle = plan(("growth: 25%", "growth: 22%"))
    steps = (AGREED, ("2026-10-20", "", {PATH: middle}), ("2026-11-02", "", {PATH: EASED}))

    assert found(RULE, history_of(*steps, ("2026-11-09", "", {PATH: PLAN})), {PATH: PLAN}) == []
    assert [words for *_, words in said(found(RULE, history_of(*steps), {PATH: EASED}))] == [
        "growth was eased from 25% to 20% on 2026-11-02 in 0000002 by Ana, and nothing says why"
    ]


def test_what_is_not_committed_counts_when_the_grace_is_over() -> None:
    """By the day of the run, else by the newest commit."""
    past = history_of(AGREED)

    assert found(RULE, past, {PATH: EASED}) == []
    assert found(RULE, past, {PATH: EASED}, as_of="2026-10-15") == []
    assert [w for *_, w in said(found(RULE, past, {PATH: EASED}, as_of="2026-10-16"))] == [
        "growth was eased from 25% to 20% (not committed yet), and nothing says why"
    ]


def test_a_deleted_promise_is_found_at_what_is_left() -> None:
    """A key result at its objective, an objective at its plan, each once."""
    start, second = PLAN.index("      - id: cost"), PLAN.index("  - id: trust")
    one, two = PLAN[:start] + PLAN[second:], PLAN[:second]
    history = history_of(AGREED, ("2026-11-02", "", {PATH: one}))

    assert said(found(RULE, history, {PATH: one})) == [
        ("error", 8, f'the key result "Keep the cost per lead down" was deleted {SINCE}, and nothing says why')
    ]
    assert said(found(RULE, history_of(AGREED, ("2026-11-02", "", {PATH: two})), {PATH: two})) == [
        ("error", 3, f'the objective "Be believed" was deleted {SINCE}, and nothing says why')
    ]


@pytest.mark.parametrize(
    ("day", "count"),
    [
        pytest.param("2026-11-02", 1, id="while it runs"),
        pytest.param("2026-10-09", 0, id="in the first days"),
        pytest.param("2027-02-01", 0, id="when it is over"),
    ],
)
def test_a_deleted_plan_is_found_at_the_company(day: str, count: int) -> None:
    """Old plans may be taken away; one that runs may not."""
    rest = {"okrs/company.yaml": COMPANY}
    history = history_of(("2026-09-28", "", {PATH: PLAN, **rest}), (day, "", rest))

    findings = found(RULE, history, rest)

    assert [finding.location.path for finding in findings] == ["okrs/company.yaml"] * count


def test_a_renamed_file_and_a_new_id_lose_nothing() -> None:
    """A plan is known by team and quarter, a key result by its id or its title."""
    text = EASED.replace("id: leads", "id: more-leads")
    moved = {"okrs/2026-Q4/growth.yaml": text}

    findings = said(found(RULE, history_of(AGREED, ("2026-11-02", "", moved)), moved))

    assert [words[:25] for *_, words in findings] == ["growth was eased from 25%"]


def test_a_late_plan_is_bound_from_the_day_of_its_agreement() -> None:
    """What it was before is nobody's promise."""
    draft = PLAN.replace("status: active", "status: draft").replace("growth: 25%", "growth: 40%")
    steps = (("2026-09-28", "", {PATH: draft}), ("2026-11-20", "", {PATH: PLAN}))

    assert found(RULE, history_of(*steps), {PATH: PLAN}) == []
    assert len(found(RULE, history_of(*steps, ("2026-11-25", "", {PATH: EASED})), {PATH: EASED})) == 1


def test_a_plan_that_only_a_branch_has_may_change() -> None:
    """A review of a new plan is no breach of it; a branch that changes an agreed plan is."""
    steps = (AGREED, ("2026-11-02", "", {PATH: EASED}))

    assert found(RULE, history_of(*steps, on_main=0), {PATH: EASED}) == []
    assert len(found(RULE, history_of(*steps, on_main=1), {PATH: EASED})) == 1


def test_without_a_history_the_rule_is_not_asked_and_nothing_is_called_unused() -> None:
    """A suppression of the rule may be needed where the history is read."""
    from okrlint.discovery import discover
    from okrlint.linting.run import run
    from okrlint.linting.settings import Settings
    from tests.rules.pasts import portfolio_of

    rules: tuple[Rule, ...] = discover("okrlint.rules", "RULE")
    text = EASED.replace("growth: 20%", f"growth: 20%  # okrlint: ignore[{RULE}] agreed by all")
    past = history_of(AGREED, ("2026-11-02", "", {PATH: text}))
    without, with_it = (
        run(portfolio_of({PATH: text}), rules, Settings(select=("honesty",)), history=each) for each in (None, past)
    )

    assert without.unasked == ("check-in-rewritten", "focus-changed", RULE)
    assert (with_it.unasked, with_it.suppressed) == ((), 1)
    assert [finding.rule for outcome in (without, with_it) for finding in outcome.findings] == []
