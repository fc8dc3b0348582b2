"""YAML and JSON of other programs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from okrlint.errors import OkrlintError
from tests.exchange.reading import finished, key_results, lost, plan_of, plans_of, reading_of

OKRCHESTRA = """\
# ours
scope: marketing
cycle: 2026-Q4
objectives:
  - objective_id: obj-1
    objective: Win
    owner_id: ana
    notes: because
    key_results:
      - kr_id: kr-1
        description: Activation
        owner_id: ben
        metric_key: activation.rate
        baseline: 32
        target: 45
        current: 36.5
        confidence: 0.6
        evidence: [https://x.example/1, dash]
        last_updated: 2026-10-19
"""


def test_a_file_with_objectives_under_other_names() -> None:
    """Ids, owners, numbers and the check-in are taken; evidence becomes a note, and so does a comment."""
    plan = plan_of(OKRCHESTRA, "a.yaml")

    assert (plan["team"], plan["quarter"], plan["note"]) == ("marketing", "2026-Q4", "ours")
    assert plan["objectives"] == [
        {
            "id": "obj-1",
            "title": "Win",
            "owner": "ana",
            "note": "because",
            "key_results": [
                {
                    "id": "kr-1",
                    "title": "Activation",
                    "owner": "ben",
                    "metric": "activation.rate",
                    "baseline": 32,
                    "target": 45,
                    "note": "evidence:\n- https://x.example/1\n- dash",
                    "check_ins": {"2026-10-19": {"value": 36.5, "confidence": 0.6}},
                }
            ],
        }
    ]
    assert lost(OKRCHESTRA, reading_of(OKRCHESTRA, "a.yaml")) == []


SHAPES: dict[str, Any] = {
    "a list": [{"title": "Win", "krs": ["Deals"]}],
    "under a name": {"okrs": [{"objective": "Win", "results": [{"text": "Deals"}]}]},
    "camel case": {"objectives": [{"name": "Win", "keyResults": [{"name": "Deals"}]}]},
    "by their ids": {"objectives": {"a": {"title": "Win", "key_results": {"b": {"title": "Deals"}}}}},
    "texts only": {"goals": [{"goal": "Win", "key results": ["Deals"]}]},
    "rows": [{"Objective": "Win", "Key Result": "Deals", "Owner": None}],
    "inside other things": {"data": {"company": {"okrs": {"objectives": [{"title": "Win", "krs": ["Deals"]}]}}}},
    "German": {"Ziele": [{"Titel": "Win", "Schlüsselergebnisse": [{"Titel": "Deals"}]}]},
}


@pytest.mark.parametrize("data", SHAPES.values(), ids=SHAPES)
def test_one_objective_with_one_key_result(data: Any) -> None:
    """However it is nested and named, it is the same plan."""
    text = json.dumps(data, ensure_ascii=False)
    plan = plan_of(text, "a.json")

    assert [one["title"] for one in plan["objectives"]] == ["Win"]
    assert [one["title"] for one in key_results(plan)] == ["Deals"]
    assert lost(text.replace("null", ""), reading_of(text, "a.json")) == []


def test_key_results_by_their_names() -> None:
    """Where nothing else is a title, the name of the field is."""
    text = json.dumps({"objectives": [{"title": "Win", "key_results": {"Churn": "3%", "NPS": {"start": 30}}}]})

    assert key_results(plan_of(text, "a.json")) == [
        {"id": "churn", "title": "Churn: 3%"},
        {"id": "nps", "title": "NPS", "baseline": 30},
    ]


def test_teams_with_names_and_quarters_inside_their_okrs() -> None:
    """A list named like objectives may hold them a level further down; a team without any is a remark."""
    okrs = [
        {"quarter": "Q3 2026", "objectives": [{"name": "Win", "krs": ["Deals"]}]},
        {"quarter": "Q4 2026", "objectives": [{"name": "Grow", "krs": ["Seats"]}]},
    ]
    text = json.dumps({"teams": [{"name": "Origo", "okrs": okrs}, {"Name": "Idle", "okrs": []}]})
    plans = plans_of(text, "a.json")

    assert [(plan["team"], plan["quarter"]) for plan in plans] == [("origo", "2026-Q3"), ("origo", "2026-Q4")]
    assert [[one["title"] for one in plan["objectives"]] for plan in plans] == [["Win"], ["Grow"]]
    assert lost(text, reading_of(text, "a.json")) == []


def test_teams_quarters_and_progress() -> None:
    """Teams with periods, people with addresses, values with their days; a child is an objective that supports."""
    data = {
        "teams": [
            {
                "team": "Origo",
                "period": "Q4 2026",
                "objectives": [
                    {
                        "name": "Win",
                        "owner": {"name": "Kari", "email": "kari@example.com"},
                        "keyResults": [
                            {
                                "name": "Users",
                                "metric": {"start": 10, "target": 200.5},
                                "progress": [{"timestamp": "2026-10-12T10:00:00Z", "value": 20, "comment": "ok"}],
                            }
                        ],
                        "objectives": [{"name": "Inner", "krs": ["Deals"]}],
                    }
                ],
            },
            {"team": "Other", "quarter": 4, "year": 2026, "objectives": [{"name": "Stay", "krs": []}]},
        ]
    }
    text = json.dumps(data)
    origo, other = plans_of(text, "a.json")
    win, inner = sorted(origo["objectives"], key=lambda one: "supports" in one)

    assert (origo["team"], origo["quarter"], other["team"], other["quarter"]) == (
        *("origo", "2026-Q4"),
        *("other", "2026-Q4"),
    )
    assert win["owner"] == "Kari"
    assert "kari@example.com" in win["note"]
    assert win["key_results"] == [
        {
            "id": "users",
            "title": "Users",
            "baseline": 10,
            "target": 200.5,
            "check_ins": {"2026-10-12": {"value": 20, "note": "ok"}},
        }
    ]
    assert inner["supports"] == "origo/2026-Q4#win"
    assert lost(text, reading_of(text, "a.json")) == []


def test_a_plan_of_ours_stays_as_it_is() -> None:
    """A file in our own format is no guess."""
    text = "kind: plan\nversion: 1\nteam: a\nquarter: 2026-Q4\nobjectives:\n  - title: Win by 5%\n"

    assert finished(reading_of(text, "a.yaml")) == [
        {"kind": "plan", "version": 1, "team": "a", "quarter": "2026-Q4", "objectives": [{"title": "Win by 5%"}]}
    ]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        pytest.param("a.json", "{", "a.json:1:2: no JSON", id="half a file"),
        pytest.param("a.json", '{"objectives": []}', "holds no objective", id="no objective"),
        pytest.param("a.json", "[" * 100_000, "nested too deep", id="very deep"),
        pytest.param("a.json", "[" + "{}," * 6_000 + "1]", "more than 5,000 objects", id="too much"),
        pytest.param("a.yaml", "a: &a [1]\nobjectives: *a\n", "a.yaml:1: .*anchor", id="an anchor"),
        pytest.param("a.yaml", "a: 1\n", "holds no objective", id="other YAML"),
    ],
)
def test_what_holds_no_objective_is_refused(name: str, text: str, words: str) -> None:
    """One clear sentence, with the place where there is one."""
    with pytest.raises(OkrlintError, match=words):
        reading_of(text, name)


def test_odd_values_are_kept_as_text() -> None:
    """Keys that are there twice, numbers that no plan can hold, infinity, control characters: all of it is kept."""
    text = (
        '{"objectives": [{"title": "W\\u001bin", "x": 1, "x": 2, "krs": [{"title": "a", "target": 1e999, "y": NaN}]}]}'
    )
    plan = plan_of(text, "a.json")
    (found,) = key_results(plan)

    assert plan["objectives"][0]["title"] == "W in"
    assert plan["objectives"][0]["note"] == "x: 1\nx 2: 2"
    assert found["note"] == "y: NaN\ntarget: 1e999" or found["note"] == "target: 1e999\ny: NaN"
