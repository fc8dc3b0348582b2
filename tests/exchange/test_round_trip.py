"""What is exported is read again as the same plans."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint import escaping
from okrlint.discovery import load
from okrlint.exchange.safe_cells import safe, shown
from okrlint.model.plan import Plan
from okrlint.model.portfolio import build_portfolio
from okrlint.model.schema_files import load_schema
from okrlint.source.new_yaml import dump
from okrlint.source.reader import read
from tests import export_schema
from tests.exchange.reading import finished, key_results, plans_of, reading_of
from tests.model.whole_files import TEXTS, data_of

SEPARATORS = {"csv": ",", "table": "\t"}


def exported(form: str, plans: Sequence[Plan]) -> str:
    """Plans in a form."""
    text: str = load("okrlint.exchange.exporters", form, "EXPORTER").render(plans)
    return text


def built(*data: dict[str, Any]) -> tuple[Plan, ...]:
    """Plans as they are loaded from files with this data."""
    documents = [read(dump(one).encode(), f"okrs/{number}.yaml") for number, one in enumerate(data)]
    assert [problem.message for document in documents for problem in document.problems] == []
    return build_portfolio(documents).plans


def plain(value: Any) -> Any:
    """Data without what says nothing, and short forms for long ones that mean the same."""
    if isinstance(value, dict):
        inner = {key: plain(one) for key, one in value.items()}
        inner = {key: one for key, one in inner.items() if one not in (None, "", [], {})}
        return inner["value"] if inner.keys() == {"value"} else inner
    return [plain(one) for one in value] if isinstance(value, list) else value


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=12
)
TITLES = st.one_of(
    WORDS.filter(lambda text: text.strip() != "" and "\ufeff" not in text),
    st.sampled_from(
        ("=1+1", "-4%", "'=x", "''", "[P0] a", "{a}", '"q"', "a;b", "1900", "true", "@a", "x\ny", "2026-10-12", " a ")
    ),
)
NUMBERS = st.one_of(
    st.integers(-(10**9), 10**9),
    st.sampled_from((0.5, 1.25, -3.5, "25%", "-4%", "$1.2M", "1,000", "60 days", "1.50", "007")),
)
PEOPLE = st.one_of(TITLES, st.lists(TITLES, min_size=1, max_size=3))
DAYS = st.dates(min_value=__import__("datetime").date(2000, 1, 1)).map(str)
SCORES = st.sampled_from((0, 0.25, 0.7, 1))


def part(needed: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with some of its optional fields."""
    return st.fixed_dictionaries(needed, optional=optional)


CHECK_INS = st.dictionaries(
    DAYS,
    st.one_of(NUMBERS, st.booleans(), part({"value": NUMBERS}, confidence=SCORES, note=TITLES, next=TITLES, by=TITLES)),
    min_size=1,
    max_size=3,
)
REVISIONS = st.lists(
    part({"date": DAYS, "field": TITLES}, reason=TITLES, to=st.one_of(NUMBERS, TITLES), **{"from": NUMBERS}), max_size=2
)
KEY_RESULTS = part(
    {"title": TITLES},
    owner=PEOPLE,
    metric=TITLES,
    baseline=st.one_of(NUMBERS, part({"value": NUMBERS}, period=TITLES, source=TITLES)),
    growth=NUMBERS,
    target=st.one_of(NUMBERS, st.lists(NUMBERS, min_size=2, max_size=2)),
    weight=st.sampled_from((0, 1, 2.5)),
    due=DAYS,
    note=TITLES,
    shared_with=PEOPLE,
    actions=st.lists(part({"title": TITLES}, owner=TITLES, due=DAYS, status=st.just("done"), link=TITLES), max_size=2),
    milestones=st.lists(part({"title": TITLES}, weight=SCORES, due=DAYS), max_size=2),
    check_ins=CHECK_INS,
    revisions=REVISIONS,
    close=part({"score": SCORES}, learned=TITLES, cause=st.just("other")),
)
PLANS = part(
    {
        "kind": st.just("plan"),
        "version": st.just(1),
        "team": st.sampled_from(("a", "b")),
        "quarter": st.just("2026-Q4"),
    },
    status=st.sampled_from(("draft", "closed")),
    lead=TITLES,
    agreed=part({"date": DAYS}, by=st.lists(TITLES, max_size=2)),
    note=TITLES,
    reviews=st.lists(part({"date": DAYS}, note=TITLES), max_size=2),
    objectives=st.lists(
        part(
            {"title": TITLES},
            owner=PEOPLE,
            supports=PEOPLE,
            revisions=REVISIONS,
            key_results=st.lists(KEY_RESULTS, max_size=2),
        ),
        max_size=2,
    ),
)


@pytest.mark.parametrize("form", ["csv", "json"])
@given(data=PLANS)
def test_any_plan_comes_back_as_it_was(form: str, data: dict[str, Any]) -> None:
    """Field by field, whatever texts and numbers it holds."""
    text = exported(form, built(data))

    assert plain(reading_of(text, f"a.{form}").whole) == plain([data])


@pytest.mark.parametrize("form", ["csv", "json"])
def test_our_company_comes_back_as_it_is(form: str, checkout: Path) -> None:
    """Every plan of the example company, and one that uses every field there is."""
    texts = [path.read_text("utf-8") for path in sorted((checkout / "okrs").rglob("*.yaml"))]
    data = [one for one in map(data_of, [*texts, TEXTS["plan"]]) if one["kind"] == "plan"]
    plans = built(*data)
    found = reading_of(exported(form, plans), f"a.{form}").whole

    assert len(found) == len(data) > 6
    assert plain(found) == plain([plan.raw for plan in plans])


def test_a_document_comes_back_with_what_it_says(checkout: Path) -> None:
    """Markdown has titles, owners, numbers, scores, check-ins and actions of every plan."""
    plans = built(*[data_of(path.read_text("utf-8")) for path in sorted((checkout / "okrs").rglob("marketing.yaml"))])
    found = plans_of(exported("markdown", plans), "a.md")

    assert [(one["team"], one["quarter"]) for one in found] == [(plan.team, plan.quarter_text) for plan in plans]
    for plan, again in zip(plans, found, strict=True):
        assert [one.title for one in plan.objectives] == [one["title"] for one in again["objectives"]]
        assert [one.raw.get("supports") for one in plan.objectives] == [
            one.get("supports") for one in again["objectives"]
        ]
        for before, after in zip(plan.key_results, key_results(again), strict=True):
            fields = ("title", "owner", "metric", "type", "unit", "growth", "target", "due", "status")
            assert {name: after.get(name) for name in fields} == {name: before.raw.get(name) for name in fields}
            assert [one["title"] for one in after.get("actions", ())] == [one.title for one in before.actions]
            assert list(after.get("check_ins", {})) == [one.date_text for one in before.check_ins]
            assert (after.get("close") or {}).get("score") == (before.raw.get("close") or {}).get("score")


def test_json_has_its_schema() -> None:
    """What is printed is of the published shape, which has that of plans inside it."""
    data = json.loads(exported("json", built(data_of(TEXTS["plan"]))))

    jsonschema.validate(data, load_schema("export"), jsonschema.Draft7Validator)
    assert load_schema("export") == export_schema.schema(), "schemas/export.schema.json is stale: run `make docs`"


@given(st.text())
def test_a_cell_gives_its_text_back(text: str) -> None:
    """No cell is a formula, and none loses or gains a character."""
    cell = safe(text)

    assert shown(cell) == text
    assert escaping.csv(cell) == cell or cell.lstrip("-").replace(".", "", 1).isdigit()


@pytest.mark.parametrize("form", ["csv", "table"])
def test_no_cell_is_a_formula(form: str) -> None:
    """Whatever stands in a plan, a spreadsheet shows it as text."""
    attack = '=HYPERLINK("http://evil.example","x")'
    plan = {
        "kind": "plan", "version": 1, "team": "a", "quarter": "2026-Q4", "note": "+1",
        "objectives": [{"title": attack, "owner": "@SUM(1)", "key_results": [{"title": "-2+3", "note": "\t=1", "target": 5}]}],
    }  # fmt: skip
    rows = list(csv.reader(io.StringIO(exported(form, built(plan)), newline=""), delimiter=SEPARATORS[form]))

    cells = [cell for row in rows for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if escaping.csv(cell) != cell] == []


def test_one_table_has_a_row_for_each_key_result() -> None:
    """With where it stands and its score; recorded ones as they are."""
    plan = {
        "kind": "plan", "version": 1, "team": "a", "quarter": "2026-Q4",
        "objectives": [
            {"title": "Win", "owner": "ana", "key_results": [
                {"title": "Deals", "baseline": 10, "target": 20, "check_ins": {"2026-11-01": {"value": 15, "confidence": 0.6}}},
                {"title": "Trials", "type": "done", "close": {"score": 1}, "status": "dropped", "note": "a\nb"},
            ]},
            {"title": "Stay", "note": "soon"},
        ],
    }  # fmt: skip
    lines = exported("table", built(plan)).splitlines()

    assert lines == [
        "Team\tQuarter\tObjective\tKey result\tOwner\tBaseline\tGrowth\tTarget\tUnit\tCurrent\tDate\tConfidence\tScore\tScore today\tStatus\tDue\tNote",
        "a\t2026-Q4\tWin\tDeals\tana\t10\t\t20\t\t15\t2026-11-01\t0.6\t\t0.50\t\t\t",
        "a\t2026-Q4\tWin\tTrials\tana\t\t\t\t\t\t\t\t1\t\tdropped\t\ta b",
        "a\t2026-Q4\tStay\t\t\t\t\t\t\t\t\t\t\t\t\t\tsoon",
    ]


def test_one_table_is_read_again() -> None:
    """Titles, owners, numbers and values of the table that people paste and edit."""
    plan = {
        "kind": "plan", "version": 1, "team": "a", "quarter": "2026-Q4",
        "objectives": [{"title": "Win", "key_results": [
            {"title": "Deals", "owner": "ana", "baseline": 10, "target": "$20", "check_ins": {"2026-11-01": {"value": 15, "confidence": 0.6}}},
        ]}],
    }  # fmt: skip
    (again,) = plans_of(exported("table", built(plan)), "a.tsv")

    assert again["objectives"][0]["key_results"] == [
        {
            "id": "deals",
            "title": "Deals",
            "owner": "ana",
            "unit": "$",
            "baseline": 10,
            "target": "$20",
            "check_ins": {"2026-11-01": {"value": 15, "confidence": 0.6}},
        }
    ]


def test_rows_that_belong_to_nothing_are_refused() -> None:
    """A table of ours that was taken apart is named with its row."""
    for text, words in (
        (
            "team,quarter,row,title\na,2026-Q4,key result,x\n",
            "row 2 is of a key result, and no objective stands above it",
        ),
        (
            "team,quarter,row,title\na,2026-Q4,plan,\na,2026-Q4,thing,x\n",
            "row 3 says in the column `row` what is no part",
        ),
    ):
        with pytest.raises(Exception, match=words):
            finished(reading_of(text, "a.csv"))
