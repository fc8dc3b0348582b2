"""What a team's page shows of its people and its quarters."""

from __future__ import annotations

from datetime import date

import pytest

from okrlint.views.help_wanted import help_wanted
from okrlint.views.survey import Survey
from okrlint.views.team import current_plan, team_plans, ways_of, work_of
from tests.reports.sites import AS_OF, COMPANY, MARKETING, plan_rows, plan_text, report_input, site, survey

LATE = "- title: {title}\n  owner: bo\n  target: 10\n  check_ins:\n    2026-11-09:\n      value: {value}\n      next: Ask {title}"
EARLIER = "okrs/2026-Q3/marketing.yaml"


def _plans(*quarters: str) -> dict[str, str]:
    return {f"okrs/{label}/marketing.yaml": plan_text("- title: x", quarter=label) for label in quarters}


def test_plans_of_a_team_come_newest_first() -> None:
    """Teams are in the order of the alphabet; a plan without a team is in none."""
    files = {**_plans("2026-Q3", "2026-Q4"), "okrs/a.yaml": plan_text("- title: x", team="apps")}
    files["okrs/b.yaml"] = plan_text("- title: x").replace("team: marketing\n", "")
    found = team_plans(survey(files))
    assert {team: [plan.quarter_text for plan in plans] for team, plans in found.items()} == {
        "apps": ["2026-Q4"],
        "marketing": ["2026-Q4", "2026-Q3"],
    }


@pytest.mark.parametrize(
    ("day", "label"),
    [
        pytest.param(date(2026, 8, 1), "2026-Q3", id="the quarter that the site speaks of"),
        pytest.param(date(2027, 8, 1), "2026-Q4", id="else its newest"),
    ],
)
def test_the_plan_that_a_team_works_on(day: date, label: str) -> None:
    """The page begins with the quarter that runs."""
    found = survey(_plans("2026-Q3", "2026-Q4"), day)
    assert current_plan(team_plans(found)["marketing"], found).quarter_text == label


def test_who_owns_what() -> None:
    """Everybody with a part in the plan, by name; finished work and what does not count are left out."""
    text = """\
    - title: Leads
      owner: bo
      actions:
        - title: a
          owner: cy
        - title: b
          owner: cy
          status: done
    - title: Gone
      owner: di
      status: dropped
    """
    found = survey({"okrs/company.yaml": COMPANY, MARKETING: plan_text(text)})
    rows = work_of(found.given.portfolio.plans[0], found)
    assert [
        (
            row["name"],
            [one["text"] for one in row["objectives"]],
            [one["text"] for one in row["key_results"]],
            row["actions"],
        )
        for row in rows
    ] == [("Ana Alves", ["Be found"], [], 0), ("bo", [], ["Leads"], 0), ("cy", [], [], 1)]
    assert rows[0]["target"] == "people/ana"


def test_where_help_is_wanted() -> None:
    """The widest gap comes first; what is on pace, and plans that do not run, are left out."""
    text = "\n".join(LATE.format(title=title, value=value) for title, value in (("a", 4), ("b", 1), ("c", 3), ("d", 6)))
    rows = plan_rows(survey({MARKETING: plan_text(text)}))
    found = [(row["title"], row["status"].word) for row in help_wanted(rows, 9)]
    assert found == [("b", "at risk"), ("c", "behind")]
    assert [row["title"] for row in help_wanted(rows, 1)] == ["b"]
    assert [row["title"] for row in help_wanted(rows, 9, ("behind",))] == ["c"]
    assert help_wanted(plan_rows(survey({MARKETING: plan_text(text, more="status: closed\n")})), 9) == []


def test_where_a_plan_leads() -> None:
    """To its agenda and its screen while the quarter runs; to its retrospective alone once it is over."""
    found = Survey(report_input({EARLIER: plan_text("- title: x", quarter="2026-Q3", more="status: closed\n"), MARKETING: plan_text("- title: x")}, AS_OF))  # fmt: skip
    earlier, now = found.given.portfolio.plans
    assert [way["text"] for way in ways_of(now, found)] == ["Agenda", "Board"]
    assert [way["text"] for way in ways_of(earlier, found)] == ["Retrospective"]


def test_every_team_has_a_page_and_a_line_in_the_list() -> None:
    """Odd names of teams get a page too, and the list leads there."""
    built = site(
        {"okrs/a.yaml": plan_text("- title: x", team="Über"), "okrs/b.yaml": plan_text("- title: y", team="index")}
    )
    pages = {path.removeprefix("html/") for path in built if path.startswith("html/teams/")} - {"teams/index.html"}
    assert len(pages) == 2
    assert all(f'href="{page.removeprefix("teams/")}"' in built["html/teams/index.html"] for page in pages)


def test_without_a_team_there_is_no_list() -> None:
    """A site without teams has neither the page nor the entry of the menu."""
    built = site({"okrs/a.yaml": plan_text("- title: x").replace("team: marketing\n", "")})
    assert not [path for path in built if "/teams/" in path]
    assert "teams/index" not in built["html/index.html"]
