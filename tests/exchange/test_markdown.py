"""Outlines in the ways that people write them."""

from __future__ import annotations

from typing import Any

import pytest

from okrlint.errors import OkrlintError
from okrlint.exchange.finishing import ONLY_SCORE
from tests.exchange.reading import key_results, lost, plan_of, plans_of, reading_of

Objective = dict[str, Any]

LABELS = {
    "labels in bold": "- **Objective:** Win\n  - **Key Result:** Ten deals\n",
    "numbered labels": "O1: Win\nKR1.1: Ten deals\n",
    "labels side by side": "- Objective: Win\n- KR: Ten deals\n",
    "labelled headings": "## Objective 1: Win\n### KR 1: Ten deals\n",
    "headings with lists": "# OKRs Q4 2026\n## Win\n- Ten deals\n",
    "headings with numbers": "# OKRs Q4 2026\n## 1. Win\n1. Ten deals\n",
    "a list in a list": "# OKRs Q4 2026\n- Win\n  - Ten deals\n",
    "a numbered outline": "# OKRs Q4 2026\n1. Win\n\n1.1. Ten deals\n",
    "bold lines as headings": "OKRs Q4 2026\n\n**Win**\n\n- Ten deals\n",
    "sections": "# Plan\n## Objective\nWin\n## Key Results\n- Ten deals\n",
    "a section below": "# Plan\n## Win\n### Key Results\n- Ten deals\n",
    "a picture in front": "## 🎯 Objective: Win\n- ✨ KR 1: Ten deals\n",
    "a table below": "# OKRs Q4 2026\n## Win\n| Key Result | Owner |\n|---|---|\n| Ten deals | |\n",
    "a table alone": "| Objective | Key Result |\n|---|---|\n| Win | Ten deals |\n",
    "a table named by its objective": "# OKRs\n| Win | Owner |\n|---|---|\n| Ten deals | |\n",
    "German": "# Ziele Q4 2026\n## Ziel 1: Win\n- Schlüsselergebnis: Ten deals\n",
    "German headings": "# OKRs Q4 2026\n## Unternehmensziel 2: Win\n### Kernergebnisse\n1. Ten deals\n",
    "German criteria": "# OKRs Q4 2026\n## Teamziel: Win\n### Erfolgskriterien\n- Ten deals\n",
    "French": "## Objectif : Win\n- Résultat clé 1 : Ten deals\n",
    "Spanish": "## Objetivo 1: Win\n- Resultado clave: Ten deals\n",
    "Japanese": "## 目標: Win\n- 主要な結果1：Ten deals\n",
    "a byte order mark and Windows": "\ufeffO1: Win\r\nKR1: Ten deals\r\n",
}


@pytest.mark.parametrize("text", LABELS.values(), ids=LABELS)
def test_one_objective_with_one_key_result(text: str) -> None:
    """However it is written, it is the same plan, and no word is lost."""
    plan = plan_of(text)

    assert [one["title"] for one in plan["objectives"]] == ["Win"]
    assert [one["title"].removeprefix("✨ ") for one in key_results(plan)] == ["Ten deals"]
    assert plan["quarter"] == "2026-Q4"
    assert lost(text, reading_of(text)) == []


VALUES = {
    "a score in brackets": ("Win deals (0.7)", {"close": {"score": 0.7}}),
    "a score behind an arrow": ("Win deals => 70%", {"close": {"score": 0.7}}),
    "a score behind a change": (
        "Raise the rate from 20% to 25% (0.6)",
        {"baseline": "20%", "target": "25%", "close": {"score": 0.6, "score_reason": ONLY_SCORE}},
    ),
    "a score behind a traffic light": ("Win deals \U0001f7e2 0.7", {"close": {"score": 0.7}}),
    "a traffic light in the brackets": ("Win deals (\U0001f534 0.3)", {"close": {"score": 0.3}}),
    "a traffic light alone": ("Win deals \U0001f7e2", {}),
    "a score behind its name in brackets": ("Win deals (Score 0.6)", {"close": {"score": 0.6}}),
    "a score behind its name and a dash": ("Win deals – Score 0,7", {"close": {"score": 0.7}}),
    "a score behind its name and a comma": ("Win deals, score 70%", {"close": {"score": 0.7}}),
    "a German score": ("Win deals (Bewertung 0,6)", {"close": {"score": 0.6}}),
    "a degree in German": ("Win deals – Zielerreichung: 70%", {"close": {"score": 0.7}}),
    "the score of something else": ("Raise the Lighthouse score 0.9", {}),
    "another name with a number": ("Win deals, wave 1", {}),
    "a named score": ("Win deals – score: 0,7", {"close": {"score": 0.7}}),
    "an owner in brackets": ("Win deals (Owner: Ana Lopez)", {"owner": "Ana Lopez"}),
    "a handle": ("Win deals @ana", {"owner": "ana"}),
    "two handles": ("Win deals – @ana, @ben", {"owner": ["ana", "ben"]}),
    "an owner behind a bold line": ("**KR 1: Win deals** (Owner: Ana)", {"owner": "Ana"}),
    "named values behind dashes": (
        "Win deals (0.7) – Owner: Ana Lopez – Due: 2026-11-30",
        {"owner": "Ana Lopez", "due": "2026-11-30", "close": {"score": 0.7}},
    ),
    "a score behind the owner": ("Win deals – Owner: Ana – Score: 0.7", {"owner": "Ana", "close": {"score": 0.7}}),
    "a name that is no field stays": ("Win deals – Region: North", {}),
    "a named handle": ("Win deals – Owner: @ana", {"owner": "ana"}),
    "a handle of somebody else leaves doubt": ("Win deals, thanks: @ana", {}),
    "a day": ("Win deals (due: 31.12.2026)", {"due": "2026-12-31"}),
    "a stroke": ("~~Win deals~~", {"status": "dropped"}),
    "a stroke through a label too": ("~~KR 1.1: Win deals~~", {"status": "dropped"}),
    "an empty box": ("[ ] Win deals", {"type": "done"}),
    "a ticked box": ("[x] Win deals", {"type": "done", "note": "Ticked off"}),
    "from a share to a share": ("Raise the rate from 20% to 25%", {"baseline": "20%", "target": "25%"}),
    "a currency": ("Cut the price from $1.2M to $900k", {"baseline": "$1.2M", "target": "$900k"}),
    "by percent": ("Increase sign-ups by 25%", {"growth": "25%"}),
    "less by percent": ("Reduce churned seats by 10%", {"growth": "-10%"}),
    "a share more is no level": ("30% more leads", {}),
    "a count": ("Publish 5 posts", {"target": 5}),
    "a limit": ("Keep churn at most 2%", {"target": "2%", "type": "at-most"}),
    "a way down": ("Lower the cost to $40", {"target": "$40", "type": "decrease"}),
    "from zero to one is a saying": ("Go from zero to one", {}),
    "a slot is no number": ("Drive XX new deals", {}),
    "two numbers leave doubt": ("Hire 2 engineers and 1 designer", {}),
    "points or percent leave doubt": ("Increase the conversion rate by 3%", {}),
    "no verb leaves doubt": ("Deals by 20%", {}),
}


@pytest.mark.parametrize(("line", "fields"), VALUES.values(), ids=VALUES)
def test_values_are_lifted_where_nobody_can_doubt(line: str, fields: dict[str, Any]) -> None:
    """Fields of a key result by its line; the words around them stay its title."""
    (found,) = key_results(plan_of(f"# OKRs Q4 2026\n## Win\n- {line}\n"))

    assert {name: value for name, value in found.items() if name not in ("id", "title")} == fields
    assert not found["title"].endswith(("*", "~"))


OUTLINES = {
    "to the margin": "1. Win\n1.1 Ten deals\n1.1.1 Call\n1.2 Eight talks\n2. Stay\n2.1 Low churn\n",
    "by three": "1. Win\n   1.1 Ten deals\n      1.1.1 Call\n   1.2 Eight talks\n2. Stay\n   2.1 Low churn\n",
    "by four": "1. Win\n    1.1 Ten deals\n        1.1.1 Call\n    1.2 Eight talks\n2. Stay\n    2.1 Low churn\n",
    "by tabs, with points": "1. Win\n\t1.1. Ten deals\n\t\t1.1.1. Call\n\t1.2. Eight talks\n2. Stay\n\t2.1. Low churn\n",
    "with empty lines": "1. Win\n\n1.1 Ten deals\n\n1.1.1 Call\n\n1.2 Eight talks\n\n2. Stay\n\n2.1 Low churn\n",
}


@pytest.mark.parametrize("outline", OUTLINES.values(), ids=OUTLINES)
def test_a_numbered_outline_however_it_is_set(outline: str) -> None:
    """The number of a line says what stands in what; how far it is moved in does not matter."""
    objectives = plan_of(f"OKRs Q4 2026\n\n{outline}")["objectives"]

    found = {one["title"]: [key_result["title"] for key_result in one["key_results"]] for one in objectives}
    assert found == {"Win": ["Ten deals", "Eight talks"], "Stay": ["Low churn"]}
    assert objectives[0]["key_results"][0]["actions"] == [{"title": "Call"}]


def test_a_list_below_a_numbered_line_is_its_own() -> None:
    """The items of a list that begins anew are no chapters of the outline."""
    (win,) = plan_of("OKRs Q4 2026\n\n1. Win\n\n1.1 Deals\n\n1. Call\n2. Write\n3. Visit\n")["objectives"]

    (deals,) = win["key_results"]
    assert [one["title"] for one in deals["actions"]] == ["Call", "Write", "Visit"]


def test_lines_below_say_more() -> None:
    """Values with their names become fields, other lines actions, prose a note."""
    text = """
## Objective: Win
Why: Nobody knows us
Owner: Ana
- KR: Deals
  - Baseline: 1,900
  - Target: 2,375
  - Metric: Deals per quarter
  - Current: 2,010
  - [x] Call everybody
  - Action: Write to them (due: 2026-11-30)

  They said that they wait.
"""
    (objective,) = plan_of(text, day="2026-10-19")["objectives"]

    assert objective["why"] == "Nobody knows us"
    assert objective["owner"] == "Ana"
    assert objective["key_results"] == [
        {
            "id": "deals",
            "title": "Deals",
            "metric": "Deals per quarter",
            "baseline": "1,900",
            "target": "2,375",
            "note": "They said that they wait.",
            "actions": [
                {"title": "Call everybody", "status": "done"},
                {"title": "Write to them", "due": "2026-11-30"},
            ],
            "check_ins": {"2026-10-19": "2,010"},
        }
    ]


def test_several_teams_and_quarters() -> None:
    """Headings part a file into plans; short names side by side are teams."""
    text = """
# Rocket
## Q3 2026
### O1: Fly
- KR1: Height (0.4)
## Q4 2026
### O1: Land
- KR1: Softly
# Glider
Quarter: Q4 2026
## O1: Glide
- KR1: Far
"""
    plans = plans_of(text)

    found = {f"{plan['team']}/{plan['quarter']}": plan["objectives"][0]["title"] for plan in plans}
    assert found == {"rocket/2026-Q3": "Fly", "rocket/2026-Q4": "Land", "glider/2026-Q4": "Glide"}
    assert [plan.get("status") for plan in plans] == ["closed", None, None]
    assert lost(text, reading_of(text)) == []


def test_usual_names_of_teams_are_known() -> None:
    """A heading with a colon or a department's name holds a team's objectives."""
    text = "# OKRs Q4 2026\n## Marketing\n- Win\n  - Ten deals\n## Rocket Science:\n- Fly\n  - Height\n"

    assert [(plan["team"], len(plan["objectives"])) for plan in plans_of(text)] == [
        ("marketing", 1),
        ("rocket-science", 1),
    ]


def test_a_deep_list_is_a_tree() -> None:
    """What has something below it is an objective that supports what it stands in."""
    plan = plan_of("# OKRs Q4 2026\n- A\n  - B\n    - C\n      - d\n  - e\n")
    found = {
        one["title"]: (one.get("supports"), [kr["title"] for kr in one.get("key_results", ())])
        for one in plan["objectives"]
    }

    assert found == {"A": (None, ["e"]), "B": ("x/2026-Q4#a", []), "C": ("x/2026-Q4#b", ["d"])}


def test_a_score_on_a_line_of_its_own() -> None:
    """`Score 0.6` below a key result is its score, with a colon or without."""
    text = "# OKRs Q4 2026\n## Objective 1: Win\n- KR 1: Deals\n  - Score 0.6\n- KR 2: Renewals\n  - **Score** 40%\n"
    found = key_results(plan_of(text))
    assert [kr.get("close") for kr in found] == [{"score": 0.6}, {"score": 0.4}]
    assert lost(text, reading_of(text)) == []


def test_scores_of_tables_are_kept() -> None:
    """Scores, owners and remarks of a Markdown table; columns that nobody knows become notes."""
    text = """# OKRs 2019 Q1
## Win
| PX | Key Result | Assignee | Mid-Q Score | Final score | Comments |
|---|---|---|---|---|---|
| P0 | Publish 3 specs | @ana, @ben | 0.3 | 0.9 | done mostly |
"""
    (found,) = key_results(plan_of(text))

    assert found == {
        "id": "publish-specs",
        "title": "Publish 3 specs",
        "owner": ["ana", "ben"],
        "target": 3,
        "note": "PX: P0\nMid-Q Score: 0.3\n\ndone mostly",
        "close": {"score": 0.9, "score_reason": ONLY_SCORE},
    }


def test_what_is_no_okr_becomes_the_note_of_the_plan() -> None:
    """Introductions, visions, tables of contents, code, links and images: all of it is there."""
    text = """---
title: Our OKRs
tags: [a, b]
---
# OKRs Q4 2026
- [Win](#win)

## Vision
Be loved
- by all

```sh
run it
```

[home]: https://example.com "The page"
![team](photo.png)

## Win
- Ten deals
"""
    plan = plan_of(text)

    assert lost(text, reading_of(text)) == []
    assert len(plan["objectives"]) == 1
    for words in (
        "tags: [a, b]",
        "[Win](#win)",
        "Be loved",
        "run it",
        "[home]: https://example.com",
        "![team](photo.png)",
    ):
        assert words in plan["note"]


def test_how_it_was_read_is_told() -> None:
    """The guess and what became a remark, with its line."""
    reading = reading_of("# OKRs Q4 2026\n## Win\nA word on it\n- Ten deals\n")

    assert reading.how == ["headings are objectives, list items are key results"]
    assert [(doubt.line, doubt.words) for doubt in reading.doubts] == [(3, "A word on it")]


def test_a_very_long_title_is_cut_and_kept() -> None:
    """A paragraph in the place of a title stands whole in the note."""
    text = f"## Objective: Win\n- KR: {'word ' * 400}end\n"
    (found,) = key_results(plan_of(text))

    assert found["title"].endswith("word …")
    assert len(found["title"]) < 200
    assert found["note"].endswith("end")
    assert lost(text, reading_of(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "is empty", id="empty"),
        pytest.param("Hello\n\n- a\n- b\n", "says nowhere that it is about OKRs", id="a list"),
        pytest.param("# Read me\n\n## Use\n\n- install\n", "says nowhere that it is about OKRs", id="another document"),
        pytest.param("# OKRs Q4 2026\n\nSoon.\n", "holds no objective", id="a heading alone"),
    ],
)
def test_what_holds_no_objective_is_refused(text: str, words: str) -> None:
    """One clear sentence."""
    with pytest.raises(OkrlintError, match=words):
        reading_of(text, "notes.md")
