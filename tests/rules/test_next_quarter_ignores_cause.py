"""Causes of the quarter before and their trace in the plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]
RULE = "next-quarter-ignores-cause"
PIPELINE = "kind: pipeline\nversion: 1\nquarter: {quarter}\nbudget: {budget}\npeople: {people}\n"
LAST = (
    "title: Leads",
    "metric: mqls",
    "owner: ben",
    "baseline: 1000",
    "growth: 50%",
    "actions: [{title: Sponsor a fair, owner: ben, due: 2026-11-01}]",
)


def plan(*lines: str, quarter: str = "2026-Q4", status: str = "active", more: str = "") -> str:
    """A plan whose key result `k` has these fields; its title stands on line 11, the first of them on line 12."""
    rows = "".join(f"        {line}\n" for line in lines)
    head = f"kind: plan\nversion: 1\nteam: marketing\nquarter: {quarter}\nstatus: {status}\nobjectives:\n"
    return f"{head}  - id: o\n    title: A\n    key_results:\n      - id: k\n{rows}{more}"


def now(*changed: str, more: str = "") -> str:
    """The plan of this quarter: the same key result again, but for some fields."""
    names = {line.split(":", 1)[0] for line in changed} | ({"growth"} if "target:" in " ".join(changed) else set())
    kept = [line for line in LAST if line.split(":", 1)[0] not in names]
    return plan(*kept, *(line for line in changed if not line.endswith(":")), more=more)


def before(cause: str, close: str = "", *, more: str = "", lines: tuple[str, ...] = LAST) -> dict[str, str]:
    """The plan of the quarter before, closed with a cause."""
    closed = f"close: {{score: 0.2, cause: {cause}{close}}}"
    return {"okrs/2026-Q3/marketing.yaml": plan(*lines, closed, quarter="2026-Q3", status="closed", more=more)}


def trace(lint: Lint, cause: str, *changed: str) -> bool:
    """Whether a change of the key result is a trace of the cause."""
    return lint(RULE, now(*changed), files=before(cause)) == []


ROWS = [
    ("unrealistic-goal", "15:17 info asks for 50%, and the 50% of 2026-Q3 was closed as unrealistic"),
    ("channel-slower", "15:17 info asks no less of a channel that was too slow in 2026-Q3, and no new action speeds it up"),
    ("budget-short", "15:17 info asks no less after a budget too short in 2026-Q3; budget, funnel and actions are the same"),
    ("ran-out-of-time", "13:16 info ben ran out of time in 2026-Q3 with 1 key result, and owns 1 now"),
    ("wrong-key-result", "12:17 info measures mqls again, which 2026-Q3 closed as the wrong key result"),
    ("target-too-easy", "15:17 info asks for 50%, and the 50% of 2026-Q3 was closed as too easy"),
]  # fmt: skip


@pytest.mark.parametrize(("cause", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_the_same_again(lint: Lint, cause: str, expected: str) -> None:
    """A plan that was copied shows no trace of any cause."""
    assert lint(RULE, now(), files=before(cause)) == [expected]


@pytest.mark.parametrize("cause", ["priority-changed", "dependency-late", "other"])
def test_causes_outside_of_the_plan(lint: Lint, cause: str) -> None:
    """They have no trace that a file could show."""
    assert lint(RULE, now(), files=before(cause, ", learned: Words")) == []


@pytest.mark.parametrize("cause", [row[0] for row in ROWS])
def test_the_same_again_on_purpose(lint: Lint, cause: str) -> None:
    """`retry` needs its reason; without one it is only a word."""
    assert lint(RULE, now(), files=before(cause, ", decision: retry, learned: The fair was cancelled")) == []
    assert len(lint(RULE, now(), files=before(cause, ", decision: retry"))) == 1


LESS = ("growth: 40%",)
MORE = ("growth: 60%",)
NEW_ACTION = ("actions: [{title: Publish a report, owner: ben, due: 2026-11-01}]",)
SAME_ACTION = ("actions: [{title: sponsor a Fair, owner: ana, due: 2026-12-01}]",)
DROPPED_ACTION = ("actions: [{title: Publish a report, owner: ben, status: dropped}]",)
OTHER_OWNER = ("owner: ana",)
OTHER_METRIC = ("metric: sqls", "carried_from: marketing/2026-Q3#o.k")
COUNTED = ("baseline:", "type: count", "target: 1500")
TRACES = [
    ("unrealistic-goal", LESS, True),
    ("unrealistic-goal", MORE, False),
    ("unrealistic-goal", NEW_ACTION, False),
    ("unrealistic-goal", COUNTED, True),
    ("channel-slower", LESS, True),
    ("channel-slower", NEW_ACTION, True),
    ("channel-slower", SAME_ACTION, False),
    ("channel-slower", DROPPED_ACTION, False),
    ("channel-slower", OTHER_OWNER, False),
    ("budget-short", LESS, True),
    ("budget-short", NEW_ACTION, True),
    ("budget-short", OTHER_OWNER, False),
    ("ran-out-of-time", LESS, True),
    ("ran-out-of-time", OTHER_OWNER, True),
    ("ran-out-of-time", ("owner:",), True),
    ("ran-out-of-time", NEW_ACTION, False),
    ("wrong-key-result", OTHER_METRIC, True),
    ("wrong-key-result", ("metric: MQLs",), False),
    ("wrong-key-result", LESS, False),
    ("wrong-key-result", ("metric:",), True),
    ("target-too-easy", MORE, True),
    ("target-too-easy", LESS, False),
]


@pytest.mark.parametrize(("cause", "changed", "heard"), TRACES, ids=[f"{row[0]}: {row[1][0]}" for row in TRACES])
def test_traces(lint: Lint, cause: str, changed: tuple[str, ...], heard: bool) -> None:
    """Each cause has changes that answer it, and others that do not."""
    assert trace(lint, cause, *changed) is heard


@pytest.mark.parametrize(
    ("cause", "before_numbers", "now_numbers", "heard"),
    [
        ("budget-short", (100000, 4), (120000, 4), True),
        ("budget-short", (100000, 4), (100000, 5), False),
        ("ran-out-of-time", (100000, 4), (100000, 5), True),
        ("ran-out-of-time", (100000, 4), (120000, 4), False),
        ("ran-out-of-time", (100000, 4), (100000, 3), False),
    ],
)
def test_money_and_people(
    lint: Lint, cause: str, before_numbers: tuple[int, int], now_numbers: tuple[int, int], heard: bool
) -> None:
    """A bigger budget answers the one, another pair of hands the other."""
    numbers = {"2026-Q3": before_numbers, "2026-Q4": now_numbers}
    pipelines = {
        f"okrs/{quarter}/pipeline.yaml": PIPELINE.format(quarter=quarter, budget=budget, people=people)
        for quarter, (budget, people) in numbers.items()
    }

    assert (lint(RULE, now(), files={**before(cause), **pipelines}) == []) is heard


def test_a_key_result_on_conversion_answers_a_short_budget(lint: Lint) -> None:
    """The funnel may give what the budget does not."""
    more = (
        "      - {id: c, title: Raise the trial-to-paid rate, metric: Trial-to-paid rate, baseline: 9%, target: 12%}\n"
    )

    assert lint(RULE, now(more=more), files=before("budget-short")) == []


def test_a_lighter_load_answers_a_lack_of_time(lint: Lint) -> None:
    """Who had two key results and has one now has the time of the other."""
    more = "      - {id: c, title: Reviews, owner: ben, baseline: 1, target: 2}\n"

    assert lint(RULE, now(), files=before("ran-out-of-time", more=more)) == []
    assert len(lint(RULE, now(more=more), files=before("ran-out-of-time", more=more))) == 1


HOLD = ("title: Cost", "metric: cost", "owner: ben", "type: {type}", "target: {target}")


@pytest.mark.parametrize(
    ("kind", "target", "number"),
    [("at-most", 45, 0), ("at-most", 40, 1), ("at-most", 35, 1), ("at-least", 35, 0), ("at-least", 45, 1)],
)
def test_limits(lint: Lint, kind: str, target: int, number: int) -> None:
    """A higher ceiling and a lower floor ask for less."""
    last, this = (tuple(line.format(type=kind, target=value) for line in HOLD) for value in (40, target))

    assert len(lint(RULE, plan(*this), files=before("unrealistic-goal", lines=last))) == number


def test_a_baseline_of_zero_is_compared_by_the_way(lint: Lint) -> None:
    """There is no percentage of nothing."""
    last = ("title: Partners", "metric: partners", "baseline: 0", "target: 40")
    for target, number in ((30, 0), (40, 1)):
        this = ("title: Partners", "metric: partners", "baseline: 0", f"target: {target}")
        assert len(lint(RULE, plan(*this), files=before("unrealistic-goal", lines=last))) == number


SILENT = [
    ("no plan before", {}),
    ("no cause", {"okrs/2026-Q3/marketing.yaml": plan(*LAST, "close: {score: 0.2}", quarter="2026-Q3")}),
    ("a quarter between", {"okrs/2026-Q2/marketing.yaml": before("unrealistic-goal")["okrs/2026-Q3/marketing.yaml"].replace("2026-Q3", "2026-Q2")}),
]  # fmt: skip


@pytest.mark.parametrize("files", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_nothing_was_taught(lint: Lint, files: dict[str, str]) -> None:
    """Only the quarter before has a lesson for this one."""
    assert lint(RULE, now(), files=files) == []


def test_carried_from_further_back(lint: Lint) -> None:
    """Who names the key result that is carried on names its lesson too."""
    older = before("unrealistic-goal")["okrs/2026-Q3/marketing.yaml"].replace("2026-Q3", "2026-Q1")
    text = now("carried_from: marketing/2026-Q1#o.k")

    assert len(lint(RULE, text, files={"okrs/2026-Q1/marketing.yaml": older})) == 1


@pytest.mark.parametrize("quarter", ["2026-Q4", "2027-Q1"])
def test_carried_from_nowhere_earlier(lint: Lint, quarter: str) -> None:
    """A reference to itself or to a later plan is no lesson."""
    text = plan(*LAST, f"carried_from: marketing/{quarter}#o.k", "close: {score: 0.2, cause: unrealistic-goal}")
    later = before("unrealistic-goal")["okrs/2026-Q3/marketing.yaml"].replace("2026-Q3", "2027-Q1")

    assert lint(RULE, text, files={"okrs/2027-Q1/marketing.yaml": later}) == [
        # What the later one carries on is another matter.
        "okrs/2027-Q1/marketing.yaml:15:17 info asks for 50%, and the 50% of 2026-Q4 was closed as unrealistic"
    ]


def test_what_does_not_count_is_not_asked(lint: Lint) -> None:
    """A dropped key result carries nothing on; a draft plan is the best time to ask."""
    assert lint(RULE, now("status: dropped"), files=before("unrealistic-goal")) == []
    draft = now().replace("status: active", "status: draft")
    assert len(lint(RULE, draft, files=before("unrealistic-goal"))) == 1
