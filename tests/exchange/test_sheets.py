"""Tables out of spreadsheets, whatever program wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from okrlint.errors import OkrlintError
from okrlint.exchange.finishing import ONLY_SCORE
from tests.exchange.reading import key_results, lost, plan_of, plans_of, reading_of

ROWS = [
    ("Objective", "Key Result", "Owner", "Start", "Target", "Score"),
    ("More demand", "Leads", "Jörg", "1900", "2375", "0.4"),
    ("", "Cost", "Änne", "", "60", ""),
]


def lines(separator: str, rows: Sequence[tuple[str, ...]] = ROWS) -> str:
    """Rows without any quotes."""
    return "".join(separator.join(row) + "\n" for row in rows)


FILES: dict[str, tuple[str, bytes]] = {
    "commas": ("a.csv", lines(",").encode()),
    "semicolons": ("a.csv", lines(";").encode()),
    "tabs": ("a.tsv", lines("\t").encode()),
    "bars": ("a.csv", lines("|").encode()),
    "a line that names the separator": ("a.csv", f"sep=;\n{lines(';')}".encode()),
    "Latin-1": ("a.csv", lines(";").encode("latin-1")),
    "UTF-16 with a mark": ("a.csv", lines("\t").encode("utf-16")),
    "UTF-16 without a mark": ("a.csv", lines(",").encode("utf-16-le")),
    "UTF-8 with a mark": ("a.csv", lines(",").encode("utf-8-sig")),
    "Windows line ends": ("a.csv", lines(",").replace("\n", "\r\n").encode()),
    "old Macintosh line ends": ("a.csv", lines(",").replace("\n", "\r").encode()),
    "rows above the names": ("a.csv", f"OKRs of 2026-Q4,,,,,\n,,,,,\n{lines(',')}".encode()),
    "no ending": ("a", lines(",").encode()),
    "text": ("a.txt", lines("\t").encode()),
    "empty columns and rows": ("a.csv", lines(",,", [*ROWS, ("", "", "", "", "", "")]).encode()),
}


@pytest.mark.parametrize(("name", "data"), FILES.values(), ids=FILES)
def test_one_table_however_it_is_written(name: str, data: bytes) -> None:
    """Encodings, separators and line ends make no difference."""
    plan = plan_of(data, name)

    assert [one["title"] for one in plan["objectives"]] == ["More demand"]
    assert key_results(plan) == [
        {
            "id": "leads",
            "title": "Leads",
            "owner": "Jörg",
            "baseline": 1900,
            "target": 2375,
            "close": {"score": 0.4, "score_reason": ONLY_SCORE},
        },
        {"id": "cost", "title": "Cost", "owner": "Änne", "target": 60},
    ]


CELLS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "decimal commas": ("Baseline;Target", "1.900,5;2.375", {"baseline": 1900.5, "target": 2375}),
    "points before thousands": ("Baseline;Target", "1.900;2.375", {"baseline": 1900, "target": 2375}),
    "points before decimals": ("Baseline;Target", "1.900;2.37", {"baseline": "1.900", "target": 2.37}),
    "blanks between thousands": ("Baseline;Target", "1 900;2 375", {"baseline": 1900, "target": 2375}),
    "apostrophes": ("Baseline;Target", "1'900;2’375", {"baseline": 1900, "target": 2375}),
    "percent": ("Baseline;Target", "11,5 %;15 %", {"baseline": "11.5%", "target": "15%"}),
    "currencies": ("Baseline;Target", "65,00 €;EUR 60", {"baseline": "65.00 €", "target": "EUR 60"}),
    "at most": ("Target;Owner", "<= 5%;", {"target": "5%", "type": "at-most"}),
    "at least": ("Target;Owner", "mindestens 90%;", {"target": "90%", "type": "at-least"}),
    "a slot": ("Target;Owner", "XX;", {"note": "Target: XX"}),
    "a growth": ("Baseline;Growth", "1900;25%", {"baseline": 1900, "growth": "25%"}),
    "a growth beside a target": ("Target;Growth", "1900;25%", {"target": 1900, "note": "Growth: 25%"}),
    "a score out of ten": ("Score;Owner", "7/10;", {"close": {"score": 0.7}}),
    "a score with a comma": ("Score;Owner", "0,65;", {"close": {"score": 0.65}}),
    "a score in percent": ("Score;Owner", "65%;", {"close": {"score": 0.65}}),
    "a score that is none": ("Score;Owner", "good;", {"note": "Score: good"}),
    "a value with a day": ("Current;Updated", "2010;19.10.2026", {"check_ins": {"2026-10-19": 2010}}),
    "a value without a day": ("Current;Owner", "2010;", {"note": "Current: 2010"}),
    "a day that may be two": ("Current;Updated", "2010;10/11/2026", {"note": "Current: 2010\nUpdated: 10/11/2026"}),
    "a confidence out of ten": (
        "Current;Updated;Confidence",
        "2010;2026-10-19;7",
        {"check_ins": {"2026-10-19": {"value": 2010, "confidence": 0.7}}},
    ),
    "two owners": ("Owner;Target", "Ana & Ben;", {"owner": ["Ana", "Ben"]}),
    "a weight in percent": ("Weight;Owner", "30%;", {"weight": 0.3}),
    "dropped": ("Status;Owner", "Cancelled;", {"status": "dropped"}),
    "a status of another kind": ("Status;Owner", "On track;", {"note": "Status: On track"}),
    "a metric and a unit": ("KPI;Unit", "Leads;leads", {"metric": "Leads", "unit": "leads"}),
    "actions in a cell": (
        "Initiatives;Owner",
        '"- Call\n- Write";',
        {"actions": [{"title": "Call"}, {"title": "Write"}]},
    ),
    "a quoted formula": ("Comments;Owner", "'=1+1;", {"note": "=1+1"}),
    "a column that nobody knows": ("Colour;Owner", "red;", {"note": "Colour: red"}),
}


@pytest.mark.parametrize(("names", "cells", "fields"), CELLS.values(), ids=CELLS)
def test_cells_become_fields(names: str, cells: str, fields: dict[str, Any]) -> None:
    """A value goes into its field, or into the note with the name of its column."""
    text = f"Objective;Key Result;{names}\nWin;Customers;{cells}\n"
    (found,) = key_results(plan_of(text, "a.csv"))

    assert {name: value for name, value in found.items() if name not in ("id", "title")} == fields
    assert lost(text, reading_of(text, "a.csv")) == []


def test_items_with_types_and_parents() -> None:
    """An export with a row an item is put in the order of its tree, by team and quarter."""
    text = """ID,Type,Title,Owner,Parent ID,Target,Due date,Status,Team,Quarter
2,Key Result,Leads,Ben,1,2375,,,Marketing,Q4 2026
3,Initiative,Publish,Ben,2,,10/30/2026,Done,Marketing,Q4 2026
1,Objective,Win,Ana,,,,,Marketing,Q4 2026
5,Objective,Close,Cid,,,,,Sales,Q1 2027
6,KR,Deals,Cid,5,40,,,Sales,Q1 2027
"""
    marketing, sales = plans_of(text, "a.csv")

    assert (marketing["team"], marketing["quarter"], sales["team"], sales["quarter"]) == (
        *("marketing", "2026-Q4"),
        *("sales", "2027-Q1"),
    )
    assert key_results(marketing) == [
        {
            "id": "leads",
            "title": "Leads",
            "owner": "Ben",
            "target": 2375,
            "actions": [{"title": "Publish", "owner": "Ben", "due": "2026-10-30", "status": "done"}],
        }
    ]
    assert [one["title"] for one in key_results(sales)] == ["Deals"]
    assert lost(text, reading_of(text, "a.csv")) == []


def test_several_key_results_in_a_cell() -> None:
    """Lines of a cell are key results of their own, with the lines of the cells beside them."""
    text = 'Objective,Key Results,Owner,Progress\n"Win\nback","1. Leads\n2. Trials","Ana\nBen",10%\nTotal,,,30%\n'
    plan = plan_of(text, "a.csv")

    assert [one["title"] for one in plan["objectives"]] == ["Win back"]
    assert [(one["title"], one["owner"], one.get("note")) for one in key_results(plan)] == [
        ("Leads", "Ana", "Progress: 10%"),
        ("Trials", "Ben", "Objective: Total\nProgress: 30%"),
    ]


def test_numbers_say_what_a_row_is() -> None:
    """1, 1.1 and 1.1.1 are an objective, a key result and an action."""
    text = "#No,Title,Owner\n1,Win,Ana\n1.1,Leads,Ben\n1.1.1,Call,Ben\n2,Stay,Ana\n".replace("#", "")
    plan = plan_of(text, "a.csv")

    assert [one["title"] for one in plan["objectives"]] == ["Win", "Stay"]
    assert key_results(plan)[0]["actions"] == [{"title": "Call", "owner": "Ben"}]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param("a,b,c\n1,2,3\n", "no row that names columns", id="no names"),
        pytest.param("Objective,Key Result\n", "no objective or key result below line 1", id="nothing below"),
        pytest.param(
            'Objective,Key Result\n"a,b\n' + "c,d\n" * 40_000, "a cell that begins here does not end", id="a quote"
        ),
        pytest.param("Objective,Owner\n" + "a," * 400, "more than 200 columns", id="too wide"),
    ],
)
def test_what_is_no_table_of_okrs_is_refused(data: str, words: str) -> None:
    """One clear sentence, with the line where there is one."""
    data = data if data.count("\n") < 5_000 else data.replace("c,d\n", "c,d,", 40_000)
    with pytest.raises(OkrlintError, match=words):
        reading_of(data, "a.csv")


def test_a_total_in_the_column_of_teams_is_no_team() -> None:
    """The row that adds up the others is a remark, and its word is kept."""
    text = "Team,Quarter,Objective,Key Result,Score\nSales,Q4 2026,Win,Deals,0.4\nTotal,,,,0.5\n"
    (plan,) = plans_of(text, "a.csv")

    assert plan["team"] == "sales"
    assert key_results(plan)[0]["note"] == "Team: Total\nScore: 0.5"
    assert lost(text, reading_of(text, "a.csv")) == []
