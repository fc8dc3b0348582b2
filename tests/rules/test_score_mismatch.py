"""Recorded scores against computed ones."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.discovery import load
from okrlint.linting.finding import Finding
from okrlint.linting.fixing import fix_files
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.model.quantity import round_half_up
from okrlint.source.reader import read

Lint = Callable[..., list[str]]
PATH = "okrs/2026-Q4/marketing.yaml"
GROWN = ("baseline: 1900", "target: 2564.0659", "check_ins: {2026-12-28: 2300}")
FORMULA = "(2,300 − 1,900) ÷ (2,564.0659 − 1,900)"


def plan(close: str, *lines: str, status: str = "closed") -> str:
    """A plan whose only key result has these fields; its `close` stands on line 9."""
    rows = "".join(f"        {line}\n" for line in lines)
    head = f"status: {status}\nobjectives:\n  - title: A\n    key_results:\n"
    return f"{head}      - close: {close}\n        title: Leads\n{rows}"


def found(text: str, as_of: None = None) -> tuple[Finding, ...]:
    """The findings of the rule with their fixes."""
    whole = f"kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\n{text}"
    portfolio = build_portfolio([read(whole.encode(), PATH)])
    return run(portfolio, (load("okrlint.rules", "score-mismatch", "RULE"),), Settings(), as_of=as_of).findings


def fixed(text: str) -> str:
    """The text of a plan after its safe fixes, without its first four lines."""
    whole = f"kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\n{text}"
    changed = fix_files(found(text), {PATH: read(whole.encode(), PATH)}, unsafe=False)
    return changed[PATH].data.decode().split("2026-Q4\n", 1)[1]


@pytest.mark.parametrize("recorded", ["0.6", "0.60", "0.602", "0.6023", ".6", "6e-1"])
def test_the_precision_is_that_of_the_record(lint: Lint, recorded: str) -> None:
    """0.6 agrees with 0.6023, and so does every other rounding of it."""
    assert lint("score-mismatch", plan(f"{{score: {recorded}}}", *GROWN)) == []


@pytest.mark.parametrize(
    ("recorded", "shown"),
    [("0.61", "0.61"), ("0.59", "0.59"), ("0.7", "0.7"), ("0.603", "0.603"), ("0.6024", "0.6024"), ("1", "1"), ("0", "0")],
)  # fmt: skip
def test_another_score(lint: Lint, recorded: str, shown: str) -> None:
    """One unit of the last decimal is a difference, and a bare 1 means 1.0."""
    assert lint("score-mismatch", plan(f"{{score: {recorded}}}", *GROWN)) == [
        f"9:24 error the score is {shown}, but {FORMULA} gives 0.6023"
    ]


@pytest.mark.parametrize("recorded", ["0.6", "0.7", "0.65"])
def test_at_a_half_both_neighbours_are_right(lint: Lint, recorded: str) -> None:
    """People round 0.65 up or to the even digit."""
    row = ("baseline: 0", "target: 100", "check_ins: {2026-12-28: 65}")

    assert lint("score-mismatch", plan(f"{{score: {recorded}}}", *row)) == []


ROWS = [
    ("overshot", ("baseline: 0", "target: 100", "check_ins: {2026-12-28: 150}"), "0.9", "(150 − 0) ÷ (100 − 0) gives 1.5, which counts as 1"),
    ("went backwards", ("baseline: 100", "target: 200", "check_ins: {2026-12-28: 80}"), "0.2", "(80 − 100) ÷ (200 − 100) gives −0.2, which counts as 0"),
    ("a count", ("type: count", "target: 10", "check_ins: {2026-12-28: 4}"), "0.5", "4 ÷ 10 gives 0.4"),
    ("steps", ("milestones: [{title: A, done: 2026-12-01}, {title: B}]",), "1", "1 of 2 steps finished gives 0.5"),
    ("done", ("type: done", "check_ins: {2026-12-28: no}"), "1", "not done gives 0"),
    ("a limit", ("type: at-most", "target: 5", "check_ins: {2026-12-28: 4}"), "1", "1 of 13 weeks at most 5, 12 without a check-in gives 0.0769"),
    ("never measured", ("baseline: 0", "target: 100"), "0.7", "no check-in yet"),
    ("never read", ("type: establish-baseline",), "1", "not measured yet"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "recorded", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_every_type(lint: Lint, lines: tuple[str, ...], recorded: str, words: str) -> None:
    """The message has the formula with its numbers."""
    shown = recorded.rstrip("0").rstrip(".") if "." in recorded else recorded

    assert lint("score-mismatch", plan(f"{{score: {recorded}}}", *lines)) == [
        f"9:24 error the score is {shown}, but {words}"
    ]


def test_the_last_days_may_count_or_not(lint: Lint) -> None:
    """What was read in the two weeks after the quarter is its end to some, and not yet its end to others."""
    lines = ("baseline: 0", "target: 100", "check_ins: {2026-12-28: 60, 2027-01-04: 70}")

    assert lint("score-mismatch", plan("{score: 0.60}", *lines)) == []
    assert lint("score-mismatch", plan("{score: 0.70}", *lines)) == []
    assert lint("score-mismatch", plan("{score: 0.65}", *lines)) == [
        "9:24 error the score is 0.65, but (70 − 0) ÷ (100 − 0) gives 0.7"
    ]


def test_a_reason_is_the_way_out(lint: Lint) -> None:
    """Who knows more than the numbers says so; an empty reason is none."""
    assert lint("score-mismatch", plan("{score: 0.9, score_reason: The fair was counted in January}", *GROWN)) == []
    assert len(lint("score-mismatch", plan("{score: 0.9, score_reason: }", *GROWN))) == 1


def test_judged_is_exempt(lint: Lint) -> None:
    """A person's score is the score."""
    assert lint("score-mismatch", plan("{score: 0.9}", "scoring: judged", "note: By interviews", *GROWN)) == []


@pytest.mark.parametrize(("recorded", "shown"), [("7", "7"), ("1.2", "1.2"), ("-0.1", "−0.1"), ("70", "70")])
@pytest.mark.parametrize("more", ["", "scoring: judged", "score_reason"], ids=["plain", "judged", "with a reason"])
def test_a_number_outside_the_scale(lint: Lint, recorded: str, shown: str, more: str) -> None:
    """No reason makes 7 a score, and no judge either."""
    reason = ", score_reason: We grade up to ten" if more == "score_reason" else ""
    judged = ("scoring: judged", "note: By interviews") if more == "scoring: judged" else ()

    assert lint("score-mismatch", plan(f"{{score: {recorded}{reason}}}", *judged, *GROWN)) == [
        f"9:24 error the score is {shown}; a score lies between 0 and 1"
    ]


@pytest.mark.parametrize(
    ("status", "as_of", "number"),
    [
        ("closed", None, 1),
        ("active", None, 0),
        ("active", "2026-12-31", 0),
        ("active", "2027-01-01", 1),
        ("draft", "2027-02-01", 0),
    ],
)
def test_only_when_the_quarter_is_over(lint: Lint, status: str, as_of: str | None, number: int) -> None:
    """A score of week ten may differ from that of week twelve; without a clock only the status tells."""
    text = plan("{score: 0.9}", *GROWN, status=status)

    assert len(lint("score-mismatch", text, as_of=as_of)) == number


SILENT = [
    ("no score", plan("{cause: other}", *GROWN)),
    ("a dropped key result", plan("{score: 0.9}", "status: dropped", *GROWN)),
    ("what cannot be scored is another rule's", plan("{score: 0.9}", "target: 10", "type: increase")),
    ("no readable quarter", plan("{score: 0.9}", *GROWN).replace("status:", "quarter: soon\nstatus:")),
]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_nothing_to_compare(lint: Lint, text: str) -> None:
    """Silent where there are not two numbers."""
    whole = "kind: plan\nversion: 1\nteam: marketing\n" + text if "soon" in text else text

    assert lint("score-mismatch", whole) == []


FIXES = [
    ("0.9", "0.6"),
    ("0.90", "0.60"),
    ("0.612345678", "0.6023"),
    ("1", "0.6"),
    ("70", "0.6"),
]


@pytest.mark.parametrize(("before", "after"), FIXES, ids=[row[0] for row in FIXES])
def test_the_fix_writes_the_score(before: str, after: str) -> None:
    """In the precision of the record, and nothing else changes; after it there is nothing to find."""
    text = plan(f"{{score: {before}, learned: More}}  # a comment", *GROWN)
    result = fixed(text)

    assert result == text.replace(f"score: {before},", f"score: {after},")
    assert found(result) == ()


def test_no_fix_without_a_number() -> None:
    """What was never measured has no score to write, and a judge is not corrected."""
    for text in (plan("{score: 0.9}", "target: 5"), plan("{score: 7}", "scoring: judged", "note: N", *GROWN)):
        (finding,) = found(text)
        assert finding.fix is None


scores = st.decimals(0, 1, places=6)


@given(reached=scores, places=st.integers(1, 6))
def test_a_rounded_score_is_never_reported(reached: Decimal, places: int) -> None:
    """Whatever was reached: its rounding agrees, and the next number up or down does not."""
    lines = ("baseline: 0", "target: 1", f"check_ins: {{2026-12-28: {reached:f}}}")
    recorded, unit = round_half_up(reached, places), Decimal(1).scaleb(-places)

    assert found(plan(f"{{score: {recorded:f}}}", *lines)) == ()
    for wrong in (recorded + 2 * unit, recorded - 2 * unit):
        assert len(found(plan(f"{{score: {wrong:f}}}", *lines))) == 1
