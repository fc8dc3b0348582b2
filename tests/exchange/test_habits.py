"""Habits of real documents: sections in tables, tables inside key results, lists that only go along."""

from __future__ import annotations

import pytest

from okrlint.errors import OkrlintError
from tests.exchange.reading import key_results, lost, plan_of, plans_of, reading_of


def test_bold_rows_are_objectives() -> None:
    """In a table without a column for them an objective stands alone and bold above its key results."""
    text = """# OKRs 2019 Q2
|  **Cluster** | **Priority** | **Owner** | **End-Q** |
| :---: | :---: | :---: | --- |
|  **** | P0-P4 |  | **0.4** |
|  **1 Finish the base** |  |  |  |
|  Documentation | **P0** | Ana | 0.5 |
|  A plan: |  |  |  |
|   |  |  |  |
|  **2 Release** |  |  |  |
|  Merge | P0 | Ben | **0.7** |
"""
    plan = plan_of(text)
    found = {
        one["title"]: [(kr["title"], kr.get("close", {}).get("score")) for kr in one["key_results"]]
        for one in plan["objectives"]
    }

    assert found == {"Finish the base": [("Documentation", 0.5), ("A plan:", None)], "Release": [("Merge", 0.7)]}
    assert "Cluster" in plan["note"]


def test_a_list_beside_a_table_of_key_results_is_a_remark() -> None:
    """Background under an objective whose key results stand in a table."""
    text = """## Objective: Win
Background:

* [A paper](https://example.com)

| Key Result | Final Score |
|---|---|
| Deals | 1.0 |
"""
    (objective,) = plan_of(text)["objectives"]

    assert [one["title"] for one in objective["key_results"]] == ["Deals"]
    assert objective["note"] == "Background:\n\n- [A paper](https://example.com)"


def test_a_list_of_links_holds_no_objective() -> None:
    """Pages that only lead elsewhere are refused, and quarters of links are passed over."""
    links = "## 2019 Q1\n- [OKRs](https://a.example)\n- [Thread](https://b.example).\n"
    with pytest.raises(OkrlintError, match="holds no objective"):
        reading_of(f"# Team OKRs\n{links}", "a.md")
    text = f"# Team OKRs\n{links}\n## 2019 Q2\n- Win\n  - Deals\n"

    assert [(plan["quarter"], len(plan["objectives"])) for plan in plans_of(text)] == [("2019-Q2", 1)]
    assert lost(text, reading_of(text)) == []


def test_the_title_of_a_document_is_no_objective() -> None:
    """The one heading above all others names the document, whatever it says."""
    plan = plan_of("# The bridge to somewhere\n## Q4 2026\n- Main thing\n### Win\n- Deals\n")

    assert [one["title"] for one in plan["objectives"]] == ["Win"]
    assert plan["note"] == "The bridge to somewhere\n\n- Main thing"


def test_a_table_of_two_columns_in_a_key_result_holds_its_values() -> None:
    """Names on the left, values on the right; another table outside of it is a remark of the plan."""
    text = """## Objective: Win
### KR 1: Deals
| Field | Value |
|---|---|
| Baseline | 1,900 |
| Owner | Ana |
| Colour | red |
## Metrics
| Metric | Target | Status |
|---|---|---|
| **Speed** | 10/10 | done |
"""
    plan = plan_of(text)
    (found,) = key_results(plan)

    assert found == {"id": "deals", "title": "Deals", "owner": "Ana", "baseline": "1,900", "note": "Colour: red"}
    assert "**Speed** | 10/10 | done" in plan["note"]
    assert lost(text, reading_of(text)) == []


def test_a_table_of_scores_by_number() -> None:
    """The second objective is meant by "Objective 2", and no new one."""
    text = "## Objective 1: Win\n- KR: a\n## Objective 2: Stay\n- KR: b\n## Scores\n| Objective | Score |\n|---|---|\n| Objective 2 | 0.3 |\n"

    assert [one.get("note") for one in plan_of(text)["objectives"]] == [None, "Score: 0.3"]


def test_news_is_no_work() -> None:
    """Named values and dated lines below a key result are remarks and check-ins, not actions."""
    text = """## Objective: Win
### KR 1: Deals
- **Target:** 10
- **Mood:** fine
- 2026-10-05: Two signed
- 2026-10-12: 3
- 2026-10-19: 4 – one more
- Call everybody
"""
    (found,) = key_results(plan_of(text))

    assert found == {
        "id": "deals",
        "title": "Deals",
        "target": 10,
        "note": "- **Mood:** fine\n- 2026-10-05: Two signed",
        "actions": [{"title": "Call everybody"}],
        "check_ins": {"2026-10-12": 3, "2026-10-19": {"value": 4, "note": "one more"}},
    }


def test_the_only_quarter_and_team_are_those_of_all() -> None:
    """What stands outside of the heading that names them belongs to the same plan."""
    text = "## Objective: Win\n- KR: a\n## Marketing Q4 2026\n### Objective: Stay\n- KR: b\n"

    assert [(plan["team"], plan["quarter"], len(plan["objectives"])) for plan in plans_of(text)] == [
        ("marketing", "2026-Q4", 2)
    ]


def test_what_stands_at_the_margin_again_is_of_the_objective() -> None:
    """A paragraph behind the list says more of the heading above it."""
    (objective,) = plan_of("## Objective: Win\n- **KR1.1**: Deals\n  - Call\n\n**Owner**: Ana\n")["objectives"]

    assert objective["owner"] == "Ana"
    assert objective["key_results"][0]["actions"] == [{"title": "Call"}]


def test_long_values_are_remarks() -> None:
    """What is too long for a field stands in the note, in lines of bearable length."""
    text = f"## Objective: Win\nWhy: {'because ' * 3000}\n- KR: a\n  - Owner: {'Ana ' * 3000}\n  - 2026-10-12: 5 – {'x ' * 3000}\n"
    plan = plan_of(text)
    (found,) = key_results(plan)

    assert set(found) == {"id", "title", "note"}
    assert "why" not in plan["objectives"][0]
    assert max(map(len, found["note"].split("\n"))) <= 1_000
    assert lost(text, reading_of(text)) == []
