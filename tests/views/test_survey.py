from __future__ import annotations

from datetime import date

import pytest

from okrlint.linting.finding import Severity
from okrlint.rendering.icons import SHAPES
from okrlint.views.focus import focus_row
from okrlint.views.report import ReportInput
from okrlint.views.statuses import BANDS, DRAFT, DROPPED, NO_SCORE, PACE, PAR, status_counts
from okrlint.views.survey import Survey
from tests.reports.sites import AS_OF, COMPANY, MARKETING, finding, plan_rows, plan_text, report_input, survey

COUNT = "- title: x\n  target: 10\n  check_ins:\n    {day}: 5\n"


def _quarters() -> dict[str, str]:
    days = {"2026-Q2": "2026-05-04", "2026-Q3": "2026-08-03", "2026-Q4": "2026-11-02"}
    return {
        f"okrs/{label}/marketing.yaml": plan_text(COUNT.format(day=day), quarter=label) for label, day in days.items()
    }


def test_quarters_come_newest_first_and_know_their_neighbours() -> None:
    """Each quarter links to the one before and after it in time."""
    rows = survey(_quarters()).quarters
    assert [row["label"] for row in rows] == ["2026-Q4", "2026-Q3", "2026-Q2"]
    assert (rows[1]["earlier"]["label"], rows[1]["later"]["label"]) == ("2026-Q2", "2026-Q4")
    assert (rows[0]["later"], rows[2]["earlier"]) == (None, None)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        pytest.param(date(2026, 8, 1), "2026-Q3", id="the quarter that the day lies in"),
        pytest.param(date(2027, 8, 1), "2026-Q4", id="else the newest that had begun"),
        pytest.param(date(2025, 1, 1), "2026-Q4", id="else the newest"),
    ],
)
def test_the_current_quarter(day: date, label: str) -> None:
    """The home page shows the quarter of the day that the site speaks of."""
    current = survey(_quarters(), day).current
    assert current is not None
    assert current["label"] == label


@pytest.mark.parametrize(
    ("day", "words", "done"),
    [
        (date(2026, 9, 30), "Begins on 2026-10-01", 0),
        (date(2026, 10, 1), "Week 1 of 13", 1),
        (date(2026, 11, 15), "Week 7 of 13", 7),
        (date(2026, 12, 31), "Week 13 of 13", 13),
        (date(2027, 1, 1), "All 13 weeks over", 13),
    ],
)
def test_the_week_of_a_quarter(day: date, words: str, done: int) -> None:
    """A quarter has thirteen weeks from its first day on."""
    week = plan_rows(survey({MARKETING: plan_text("- title: x")}, day))[0]["week"]
    assert (week["description"], week["done"], week["total"]) == (words, done, 13)


def test_how_old_the_data_is() -> None:
    """The age counts from the newest check-in of anything that counts; later ones are not known yet."""
    plan = plan_rows(survey({MARKETING: plan_text(COUNT.format(day="2026-11-02"))}))[0]
    assert (plan["newest"], plan["age"]) == (date(2026, 11, 2), 13)
    plan = plan_rows(survey({MARKETING: plan_text(COUNT.format(day="2026-12-02"))}))[0]
    assert (plan["newest"], plan["age"]) == (None, None)


def test_drafts_are_in_no_count_of_the_quarter() -> None:
    """A plan that nobody agreed to adds no status and no dot."""
    draft = plan_text(COUNT.format(day="2026-11-02"), more="status: draft\n")
    quarter = survey({MARKETING: draft}).current
    assert quarter is not None
    assert (quarter["statuses"], quarter["strip"]) == ([], None)


def test_findings_stand_beside_what_they_are_about() -> None:
    """The lines in which a finding lies say whose it is; the rest belongs to the plan, or to no plan."""
    given = report_input({"okrs/company.yaml": COMPANY, MARKETING: plan_text("- title: one\n- title: two")})
    plan = given.portfolio.plans[0]
    places = {
        "key result": plan.key_results[1].at("title"),
        "objective": plan.objectives[0].at("title"),
        "plan": plan.at("team"),
        "company": given.portfolio.companies[0].at("name"),
    }
    findings = tuple(finding(place, name) for name, place in places.items())
    found = Survey(ReportInput(given.portfolio, findings, AS_OF, given.company))
    owners = (plan.key_results[0], plan.key_results[1], plan.objectives[0], plan, None)
    assert [[f.message for f in found.findings_at(owner)] for owner in owners] == [
        [], ["key result"], ["objective"], ["plan"], ["company"],
    ]  # fmt: skip


def test_findings_are_counted_for_a_plan() -> None:
    """A plan counts all findings in its file by severity, the worst first."""
    given = report_input({MARKETING: plan_text("- title: one")})
    place = given.portfolio.plans[0].key_results[0].at()
    findings = tuple(finding(place, "x", severity) for severity in (Severity.INFO, Severity.ERROR, Severity.INFO))
    plan = plan_rows(Survey(ReportInput(given.portfolio, findings, AS_OF, None)))[0]
    assert [(row["severity"], row["count"]) for row in plan["severities"]] == [("error", 1), ("info", 2)]


PIPELINE = "kind: pipeline\nversion: 1\nquarter: 2026-Q{}\nas_of: {}\nmrr: {}\n"


def test_the_focus_with_its_numbers() -> None:
    """The MRR of the pipeline files and the check-ins of its key results make one row of readings."""
    files = {
        "okrs/company.yaml": COMPANY,
        "okrs/2026-Q3/pipeline.yaml": PIPELINE.format(3, "2026-06-30", 100000),
        "okrs/2026-Q4/pipeline.yaml": PIPELINE.format(4, "2026-09-30", 113602),
        MARKETING: plan_text(
            "- title: x\n  metric: mrr\n  target: 1\n  check_ins:\n    2026-10-31: 117000\n    2026-12-31: 1"
        ),
    }
    focus = focus_row(survey(files))
    assert focus is not None
    assert (focus["metric"], focus["growth"], focus["now"]) == (
        "Monthly recurring revenue",
        "+5% per month",
        "$117,000",
    )
    assert [text for _, text in focus["known"]] == ["$100,000", "$113,602", "$117,000"]
    assert focus["line"]["paths"][0][:2] == ("pace", 100000.0)


def test_a_focus_without_numbers() -> None:
    """What nobody has measured yet has its goal and its reason alone."""
    focus = focus_row(survey({"okrs/company.yaml": COMPANY}))
    assert focus is not None
    assert (focus["now"], focus["known"], focus["line"]) == ("", [], None)


def test_no_focus() -> None:
    """A repository without a company has no focus to show."""
    assert focus_row(survey({MARKETING: plan_text("- title: x")})) is None


def test_counts_of_statuses_are_in_a_fixed_order() -> None:
    """From low par to high, from good pace to poor, and par words without the colour of their score."""
    counted = status_counts([PACE["behind"], PACE["ahead"], PACE["behind"]])
    assert [(status.word, count) for status, count in counted] == [("ahead", 1), ("behind", 2)]
    closed = [BANDS["amber"]._replace(word="par"), BANDS["green"]._replace(word="par")]
    assert status_counts(closed) == [(PAR["par"], 2)]


@pytest.mark.parametrize("statuses", [pytest.param(PACE.values(), id="pace"), pytest.param(PAR.values(), id="par")])
def test_statuses_are_told_apart_without_colour(statuses: list[object]) -> None:
    """Within one kind no two words share a shape, and every shape is drawn."""
    shapes = [getattr(status, "shape", "") for status in statuses]
    assert len(set(shapes)) == len(shapes)
    assert {*shapes, NO_SCORE.shape, DRAFT.shape, DROPPED.shape} <= set(SHAPES)
