"""Fixing ends: whatever is in the files, a second run changes no byte and no fix leaves its finding behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.linting.examples import files_of, unmarked
from okrlint.linting.finding import Finding
from okrlint.linting.rule import Example, Rule
from okrlint.linting.settings import Settings
from tests.linting.mending import RULES, Result, mended

DAY = "2026-11-15"
CLEAN = files_of(Example(""))
PLAN = "okrs/2026-Q4/marketing.yaml"
DRAFT = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
status: draft
objectives:
  - id: demand
    title: Make agencies ask for us by name
    key_results:
      - {id: leads, title: "Raise leads from 650 to 1,000", baseline: 650, target: "1,000"}
      - {id: page, title: Launch the leads page, type: done}
  - id: trust
    title: Be the vendor that customers vouch for
    key_results:
      - id: a
        title: Publish 8 stories
        target: 8
        owner: ana
      - id: reviews
        title: Raise public reviews from 44 to 60
        actions:
        -   title: Ask happy customers
      - id: b
        title: Reach 1,000 replies
        type: count
        baseline: 650
        target: 1000
      - {title: Increase stars by 20%, baseline: 400}
      - title: "Grow: from 5 to 9"
      - title: Write the docs
"""

# What somebody may write into a plan: each is what a rule with a fix looks for, or stands in a fix's way.
# fmt: off
TITLES = (
    "Launch the new page", "Raise stars from 9 to 12", "Increase leads by 20%", "Grow #1 page", "Cut cost from $40 to 34",
    "#1 in town", "off", "Raise leads from 650 to 1,000", "Reach 4,000 leads", "Publish 8 stories  # noqa",
    "'Q: \"x\" # y'", ">\n          folded\n          text", "Write the docs  # done", "Reduce churn by 20 %", "|+\n          a\n\n",
)
COMMENTS = (
    "# okrlint: ignore[placeholder] because", "# okrlint: ignore[placeholder, why-missing] because, until 2026-01-01",
    "# okrlint: ignore[]", "# noqa", "# okrlint: ignore[id-missing,task-like-key-result] x  # yamllint disable", "# 5",
)
FIELDS = (
    "type: count", "type: done", "type: increase", "target: 1,000", "target: 1_000", "target: 1000", "baseline: 650",
    "baseline: 010", "status: draft", "onwer: ben", "wieght: 2", "growth: 20%", "note: 1:30", "note: on",
    "tasks: [{title: X}]", "actions: []", "actions: [{title: Y}]", "target:", "id:", "baseline: {value: 650}",
)
QUARTERS = ("Q4 2026", "2026q4", "'2026 Q4'", "2026-10-01 to 2026-12-31", "", "2026-Q3", "0001q1")
# fmt: on
_LEAD = re.compile(r"[ -]*")


def _changed(text: str, changes: list[tuple[int, int]]) -> str:
    lines = text.split("\n")
    for at, choice in changes:
        number = at % len(lines)
        variants = list(_variants(lines[number]))
        lines[number : number + 1] = variants[choice % len(variants)]
    return "\n".join(lines)


def _variants(line: str) -> Iterator[list[str]]:
    """What may stand in the place of a line; more of what is most telling."""
    found = _LEAD.match(line)
    lead = found.group() if found else ""
    field, colon, _ = line[len(lead) :].partition(":")
    yield from ([f"{line}  {comment}"] for comment in COMMENTS)
    yield from ([" " * len(lead) + comment, line] for comment in COMMENTS)
    if not lead.strip():
        yield []
        yield from ([lead + extra, line] for extra in FIELDS)
    if colon:
        yield [f"{lead}{field}:"]
    values = {"title": TITLES, "quarter": QUARTERS}.get(field, ())
    yield from ([f"{lead}{field}: {value}"] for value in values * 2)


def _told(findings: tuple[Finding, ...]) -> Counter[tuple[str, ...]]:
    return Counter((found.rule, found.location.path, found.address, found.message) for found in findings)


def _finished(result: Result, *, unsafe: bool) -> None:
    refused = [found.rule for found in result.after if found.fix and (found.fix.safe or unsafe)]
    odd = any(found.rule == "syntax" for found in result.before)
    seen = _told(result.before) | _told(result.done)
    assert result.again == ()
    assert odd or refused == [], "a fix that is offered for plain YAML can be made"
    assert all(_told(result.after)[told] < seen[told] for told in _told(result.done)), (
        "what is mended is not found again"
    )


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_fixing_an_example_ends(rule: Rule, unsafe: bool) -> None:
    """Every example of every rule is mended in one call, and no finding of another kind or place comes of it."""
    for example in (*rule.bad, *rule.good):
        files = {path: unmarked(text).encode() for path, text in files_of(example).items()}
        chosen = Settings(extend_select=(rule.id,))
        result = mended(files, unsafe=unsafe, as_of=example.as_of, settings=chosen)
        places = ({(found.rule, found.address) for found in part} for part in (result.after, result.before))
        _finished(result, unsafe=unsafe)
        assert next(places) - next(places) == set()


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_our_own_plans_need_no_fix(checkout: Path, unsafe: bool) -> None:
    """The example company has nothing that okrlint would write in another way."""
    files = {path.relative_to(checkout).as_posix(): path.read_bytes() for path in (checkout / "okrs").rglob("*.yaml")}

    result = mended(files, unsafe=unsafe, as_of=DAY)

    assert len(files) > len(CLEAN)
    assert [(found.rule, found.message) for found in result.done if found.fix and found.fix.safe] == []
    _finished(result, unsafe=unsafe)


@given(
    base=st.sampled_from((CLEAN[PLAN], CLEAN["okrs/2026-Q3/marketing.yaml"], DRAFT)),
    changes=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=1, max_size=9),
    newline=st.sampled_from(("\n", "\r\n")),
    bom=st.booleans(),
    unsafe=st.booleans(),
)
@settings(max_examples=60)
def test_fixing_a_plan_with_slips_ends(
    base: str, changes: list[tuple[int, int]], newline: str, bom: bool, unsafe: bool
) -> None:
    """Whatever stands in a plan, fixing is finished after one call, and no line break or byte order mark is lost."""
    text = _changed(base, changes).replace("\n", newline)
    files = {path: text.encode() for path, text in CLEAN.items()} | {PLAN: b"\xef\xbb\xbf" * bom + text.encode()}

    result = mended(files, unsafe=unsafe, as_of=DAY, settings=Settings(preset="all"))

    _finished(result, unsafe=unsafe)
    written = result.data[PLAN]
    assert written.startswith(b"\xef\xbb\xbf") is bom
    assert newline == "\n" or b"\n" not in written.replace(b"\r\n", b"")
