"""What the fixes of single rules write, beyond their examples; comments and moved work have files of their own."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.linting.mending import RULES, mended

PATH = "okrs/2026-Q4/marketing.yaml"
HEAD = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\n"


def fixed(rule: str, text: str, *, unsafe: bool = False, files: dict[str, str] | None = None) -> str:
    """The plan after the fixes of one rule, which a second run leaves as it is."""
    others = {path: other.encode() for path, other in (files or {}).items()}
    result = mended({PATH: text.encode(), **others}, rules=(rule,), unsafe=unsafe)
    assert result.again == ()
    return result.data[PATH].decode()


def key_result(lines: str) -> str:
    """A plan with one objective and one key result."""
    fields = "".join(f"        {line}\n" for line in dedent(lines).strip("\n").splitlines())
    return f"{HEAD}objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


def test_the_page_of_fixes_lists_every_rule_that_has_one(checkout: Path) -> None:
    """A rule whose examples show what a fix writes stands in the table."""
    page = (checkout / "docs/fixes.md").read_text("utf-8")

    missing = [rule.id for rule in RULES if any(bad.fixed for bad in rule.bad) and f"(rules/{rule.id}.md)" not in page]
    assert missing == []


NAMELESS = [
    ("block", "objectives:\n  - title: Win agencies\n    key_results: []\n", "objectives:\n  - id: win-agencies\n    title: Win agencies\n    key_results: []\n"),
    ("braces", "objectives: [{title: Win agencies}]\n", "objectives: [{id: win-agencies, title: Win agencies}]\n"),
    ("braces on several lines", "objectives:\n  - {\n      title: Win agencies,\n    }\n", "objectives:\n  - {\n      id: win-agencies, title: Win agencies,\n    }\n"),
    ("an empty id", "objectives:\n  - title: Win agencies\n    id:   # later\n", "objectives:\n  - title: Win agencies\n    id: win-agencies   # later\n"),
    ("the same title twice", "objectives:\n  - title: Win\n  - title: Win\n  - id: win-2\n", "objectives:\n  - id: win\n    title: Win\n  - id: win-3\n    title: Win\n  - id: win-2\n"),
    ("with its key results", "objectives:\n  - title: Win\n    key_results:\n      - title: More leads\n      - title: More leads\n", "objectives:\n  - id: win\n    title: Win\n    key_results:\n      - id: more-leads\n        title: More leads\n      - id: more-leads-2\n        title: More leads\n"),
    ("one key result of two", "objectives:\n  - title: Win\n    key_results:\n      - title: More leads\n      - id: cost\n", "objectives:\n  - id: win\n    title: Win\n    key_results:\n      - id: more-leads\n        title: More leads\n      - id: cost\n"),
    ("a title that is a word of YAML", "objectives:\n  - title: 'Yes'\n", "objectives:\n  - id: \"yes\"\n    title: 'Yes'\n"),
    ("a title without a Latin letter", "objectives:\n  - title: 勝つ\n", "objectives:\n  - id: objective-1\n    title: 勝つ\n"),
    ("nothing at all", "objectives:\n  - {}\n", "objectives:\n  - {}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in NAMELESS], ids=[row[0] for row in NAMELESS])
def test_ids_are_made_of_titles(before: str, after: str) -> None:
    """In the layout of the file, unlike every other id of the list."""
    assert fixed("id-missing", HEAD + before) == HEAD + after


@pytest.mark.parametrize("address", ["marketing/2026-Q4#1", "marketing/2026-Q4#1.1"])
def test_no_id_ends_a_reference_by_position(address: str) -> None:
    """While somebody refers to "the first", an id would lead the reference into nothing."""
    text = HEAD + "objectives:\n  - title: Win\n    key_results:\n      - title: More leads\n"
    other = f"kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q4\nobjectives:\n  - id: x\n    supports: {address}\n"

    assert fixed("id-missing", text, files={"okrs/2026-Q4/sales.yaml": other}) == text
    assert fixed("id-missing", text, files={"okrs/2026-Q4/sales.yaml": other.replace(address, "focus")}) != text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("quarter: Q4 2026  # now", "quarter: 2026-Q4  # now"),
        ("quarter: '2026 q4'", "quarter: 2026-Q4"),
        ("quarter: 2026-10-01 to 2026-12-31", "quarter: 2026-Q4"),
        ("quarter:", "quarter: 2026-Q4"),
        ("status: active", "quarter: 2026-Q4\nstatus: active"),
        ("quarter: Q4", None),
        ("quarter: FY27-Q1", None),
        ("quarter: 0026q4", None),
        ("quarter: 9999-10-01 to 9999-12-31", None),
    ],
)
def test_quarters_get_their_one_form(before: str, after: str | None) -> None:
    """What can mean only one quarter is written so; a missing one is that of the folder."""
    head = "kind: plan\nversion: 1\nteam: marketing\n"
    text = f"{head}{before}\nobjectives: []\n"

    assert fixed("period-not-a-quarter", text) == (text if after is None else f"{head}{after}\nobjectives: []\n")


def test_a_quarter_keeps_the_form_that_others_refer_to() -> None:
    """An address has the quarter in it as it is written; changing one alone would part the two."""
    text = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026q4\nobjectives:\n  - id: win\n"
    other = "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q4\nnote: see marketing/2026q4#win\n"

    assert fixed("period-not-a-quarter", text, files={"okrs/2026-Q4/sales.yaml": other}) == text


GROWTH = [
    ("numbers in the title", "title: From 650 to 1,000 leads\nbaseline: 650\ntarget: 1,000  # all", "title: From 650 to 1,000 leads\nbaseline: 650\ngrowth: 53.9%  # all"),
    ("a baseline with a source", "title: Leads\ntarget: '700'\nbaseline:\n  value: 500\n  source: CRM", "title: Leads\ngrowth: 40%\nbaseline:\n  value: 500\n  source: CRM"),
    ("a count", "title: 1,000 leads\ntype: count\nbaseline: 650\ntarget: 1000", "title: 1,000 leads\ntype: increase\nbaseline: 650\ngrowth: 53.9%"),
    ("no baseline", "title: 1,000 leads\ntarget: 1000", None),
    ("a baseline without a value", "title: 1,000 leads\nbaseline: {source: CRM}\ntarget: 1000", None),
    ("two units", "title: 1,000 leads\nbaseline: 650 trials\ntarget: 1000 leads", None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in GROWTH], ids=[row[0] for row in GROWTH])
def test_absolute_targets_become_growth(before: str, after: str | None) -> None:
    """The title stays, because it stays true; the comment behind the number stays too."""
    expected = key_result(before if after is None else after)

    assert fixed("pipeline-not-percentage-growth", key_result(before), unsafe=True) == expected
    assert fixed("pipeline-not-percentage-growth", key_result(before)) == key_result(before)


COUNTS = [
    ("a stated count", "title: 1,000 replies\ntype: count\nbaseline: 650\ntarget: 1000", "title: 1,000 replies\ntype: increase\nbaseline: 650\ntarget: 1000"),
    ("the value of last quarter", "title: 1,000 leads\nmetric: leads\ntarget: 1000", "title: 1,000 leads\nmetric: leads\nbaseline: 650\ntarget: 1000"),
    ("the value of last quarter and a stated count", "title: 1,000 leads\ntype: count\ntarget: 1000", "title: 1,000 leads\nbaseline: 650\ntype: increase\ntarget: 1000"),
    ("less than before", "title: 500 leads\nmetric: leads\ntarget: 500", None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_counts_are_scored_from_the_value_before(before: str, after: str | None) -> None:
    """The target stays; where it would be a decline, people decide."""
    last = key_result("title: Leads\nmetric: leads\ntarget: 900\ncheck_ins:\n  2026-09-28: 650").replace("Q4", "Q3")
    expected = key_result(before if after is None else after)

    assert (
        fixed("par-below-baseline", key_result(before), unsafe=True, files={"okrs/2026-Q3/marketing.yaml": last})
        == expected
    )


@pytest.mark.parametrize("rule", ["pipeline-not-percentage-growth", "par-below-baseline"])
def test_a_closed_plan_keeps_its_numbers(rule: str) -> None:
    """It was scored by them."""
    text = key_result("title: 1,000 leads\ntype: count\nbaseline: 650\ntarget: 1000")

    assert fixed(rule, text.replace("quarter", "status: closed\nquarter"), unsafe=True) == text.replace(
        "quarter", "status: closed\nquarter"
    )
    assert fixed(rule, text, unsafe=True) != text


SLIPS = [
    ("one letter too many", "wheight: 2", "weight: 2", True),
    ("two letters swapped", "wieght: 2", "weight: 2", True),
    ("a capital", "Weight: 2", "weight: 2", True),
    ("a hyphen", "check-ins: {2026-10-12: 5}", "check_ins: {2026-10-12: 5}", True),
    ("with all that is in it", "actons:\n  - title: X   # first\n    due: 2026-11-01", "actions:\n  - title: X   # first\n    due: 2026-11-01", True),
    ("another word", "tasks:\n  - title: X", "actions:\n  - title: X", False),
    ("only near", "titel_: Win", "title: Win", False),
    ("the field is there", "wieght: 2\nweight: 1", None, False),
    ("twice", "wieght: 2\nwheight: 1", None, False),
    ("a value of another kind", "wieght: heavy", None, False),
    ("a value that is no quantity", "targt: many", None, False),
    ("nothing near", "colour: red", None, False),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "safe"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_misspelt_fields_get_their_name(before: str, after: str | None, safe: bool) -> None:
    """A slip of the pen is mended; another word only on request; and nothing where the value would not fit."""
    text, expected = key_result(before), key_result(before if after is None else after)

    assert fixed("unknown-field", text) == (expected if safe else text)
    assert fixed("unknown-field", text, unsafe=True) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("note: off  # x", 'note: "off"  # x'),
        ("note: 1:30", 'note: "1:30"'),
        ("shared_with: [yes, 0o7]", 'shared_with: ["yes", "0o7"]'),
        ("target: 010", "target: 10"),
        ("target: 1e3", "target: 1000"),
        ("weight: 5e-1", "weight: 0.5"),
        ("weight: 1e-7", "weight: 0.0000001"),
        ("title: 007", 'title: "007"'),
        ("target: 1_000", 'target: "1_000"'),
        ("check_ins:\n  2026-10-12: no", "check_ins:\n  2026-10-12: no"),
    ],
)
def test_ambiguous_values_are_written_so_that_all_read_the_same(before: str, after: str) -> None:
    """Text gets quotes; a number is written out, unless text belongs there."""
    assert fixed("ambiguous-scalar", key_result(before)) == key_result(after)


CUT = [
    ("a rank", "title: Grow #1 page", 'title: "Grow #1 page"'),
    ("the whole text", "title: #1 in search", 'title: "#1 in search"'),
    ("a comment behind it", "title: Grow #1 page   # agreed with sales", 'title: "Grow #1 page"   # agreed with sales'),
    ("a suppression behind it", "title: Grow #1 page  # okrlint: ignore[why-missing] x", 'title: "Grow #1 page"  # okrlint: ignore[why-missing] x'),
    ("twice", "title: The # of users and the # of teams", 'title: "The # of users and the # of teams"'),
    ("quotes in it", 'title: Grow #1 "page"', "title: 'Grow #1 \"page\"'"),
    ("on the second line", "title: Grow\n  the #1 page", 'title: "Grow the #1 page"'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in CUT], ids=[row[0] for row in CUT])
def test_text_that_a_comment_cut_off_comes_back(before: str, after: str) -> None:
    """All that was meant as text is quoted; a comment behind it stays one."""
    assert fixed("cut-by-comment", key_result(before), unsafe=True) == key_result(after)
    assert fixed("cut-by-comment", key_result(before)) == key_result(before)


def test_text_inside_braces_is_left() -> None:
    """There the comment cut off more than the text."""
    text = f"{HEAD}objectives:\n  - {{title: Grow #1 page, owner: ana\n    }}\n"

    assert fixed("cut-by-comment", text, unsafe=True) == text
