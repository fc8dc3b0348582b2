"""`okrlint pipeline` as people call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from okrlint.workspace.pipeline_run import start
from okrlint.workspace.workspace import open_workspace
from tests.commands.conftest import Call
from tests.planning.worked_example import PATH, WHOLE
from tests.rules.pipeline_plans import PLAN_PATH, leads, quarter

_NEXT = "okrs/2026-Q4/pipeline.yaml"


@pytest.fixture
def example(repository: Path) -> Path:
    """The worked example beside the clean portfolio: its quarter's pipeline file in place of none."""
    (repository / PATH).write_text(WHOLE, "utf-8")
    return repository


def test_the_newest_quarter_is_worked_out(okrlint: Call) -> None:
    """Without a file the newest one is meant."""
    ran = okrlint("pipeline")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Pipeline of 2026-Q4: from 5% growth of revenue a month to leads and sessions\n")


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("file", [PATH, "2026-Q3"], ids=["by path", "by quarter"])
def test_the_worked_example_in_text(file: str, okrlint: Call) -> None:
    """Months, channels, chances and conventions, each in words and aligned."""
    ran = okrlint("pipeline", file)

    assert ran.code == 0
    for line in (
        "Leads needed in 2026-Q3: 2,565, which is +35% on the 1,900 of 2026-Q2; as a stretch +50%, of which 0.7 still meets the need",
        "Sep 2026    $115,763  $115,763         $2,178   $9,029       36.1    903  Jul 2026      needed",
        "Paid search          paid        380  3.02%   20.0%           690  +81.5%         100%    12,600   22,870   $96,051",
        "- Jul and Aug 2026 end $600 and $1,338 below the target; Sep 2026 makes up for it",
        "10% more       994     69%",
        "the same number every month                   3 × 855",
        "- MRR is that of a month's last day, and churn is on the MRR at its first.",
    ):
        assert line in ran.out.splitlines()


@pytest.mark.usefixtures("example")
def test_markdown_has_the_same_tables(okrlint: Call) -> None:
    """For a pull request or a wiki."""
    out = okrlint("pipeline", PATH, "--format", "markdown").out

    assert "| Paid search | paid | 380 | 3.02% | 20.0% | 690 | +81.5% | 100% | 12,600 | 22,870 | $96,051 |" in out


@pytest.mark.usefixtures("example")
def test_json_is_not_rounded(okrlint: Call) -> None:
    """Programs get the numbers as they are."""
    plan = json.loads(okrlint("pipeline", PATH, "--format", "json").out)["plan"]

    assert plan["leads"]["need"] == pytest.approx(2564.065875)
    assert plan["leads"]["committed"] == pytest.approx(0.349508, abs=1e-6)
    assert [month["source"] for month in plan["months"]] == ["measured", "measured", "planned", "planned", "planned"]
    assert plan["channels"][3]["growth"] == pytest.approx(0.815028, abs=1e-6)


@pytest.mark.usefixtures("example")
def test_what_if_stands_beside_the_plan(okrlint: Call) -> None:
    """Another conversion, another cap: what changes is told first, and the file is not touched."""
    ran = okrlint("pipeline", PATH, "--set", "conversion=3.5%", "--set", "paid-search.cap=250%")

    assert ran.code == 0
    assert "What if conversion=3.5%, paid-search.cap=250%" in ran.out
    assert "Leads needed                           2,565     3,111" in ran.out
    data = json.loads(okrlint("pipeline", PATH, "--set", "conversion=3.5%", "--format", "json").out)
    assert data["plan"]["leads"]["need"] == pytest.approx(2564.065875)
    assert data["what_if"]["plan"]["leads"]["need"] == pytest.approx(3110.569)


@pytest.mark.usefixtures("example")
def test_leads_that_no_channel_can_bring_fail(okrlint: Call) -> None:
    """An infeasible plan is exit code 1, and says where revenue ends."""
    ran = okrlint("pipeline", PATH, "--set", "paid-search.cap=50%", "--set", "paid-social.cap=50%")

    assert ran.code == 1
    assert "- Decide: with every channel at its cap there are 2,384 leads, 181 too few; MRR ends at $125,869 in Nov 2026 instead of $127,628" in ran.out.splitlines()  # fmt: skip


@pytest.mark.usefixtures("example")
def test_key_results_to_paste(okrlint: Call) -> None:
    """A promise and a stretch, rounded up, with what the percentages come to."""
    out = okrlint("pipeline", PATH, "--key-results").out

    assert "# leads: 1,900 to 2,565; the plan needs 2,565\n" in out
    assert "# leads: 1,900 to 2,850; the plan needs 2,565\n" in out
    assert out.count("- id: leads\n") == 2
    assert "  title: Increase sessions from paid search by 81.6% vs. 2026-Q2\n" in out


@pytest.mark.usefixtures("example")
def test_key_results_can_be_chosen(okrlint: Call) -> None:
    """One commitment, other channels, an owner, as data."""
    ran = okrlint("pipeline", PATH, "--key-results", "--commitment", "committed", "--channel", "organic-search", "--owner", "ben", "--format", "json")  # fmt: skip

    found = json.loads(ran.out)
    assert list(found) == ["committed"]
    assert [kr["id"] for kr in found["committed"]] == ["leads", "sessions-organic-search"]
    assert found["committed"][1] == {
        "id": "sessions-organic-search", "title": "Increase sessions from organic search by 15% vs. 2026-Q2", "owner": "ben",
        "metric": "Sessions from organic search", "channel": "organic-search", "commitment": "committed",
        "baseline": {"value": 57000, "period": "2026-Q2", "source": PATH}, "growth": "15%",
    }  # fmt: skip


def test_key_results_are_written_into_a_plan(okrlint: Call, example: Path) -> None:
    """At the end of the objective, in the commitment of the objective, and every other line stays."""
    text = quarter("title: Something else\nowner: ben  # for now\ntarget: 5")[PLAN_PATH]
    (example / PLAN_PATH).write_text(text, "utf-8")

    ran = okrlint("pipeline", PATH, "--write", "marketing/2026-Q3#demand", "--owner", "ben")

    assert (ran.code, ran.out) == (0, "")
    assert "3 key results added to marketing/2026-Q3#demand" in ran.err
    written = (example / PLAN_PATH).read_text("utf-8")
    assert written.startswith(text)
    assert written.endswith(
        """
      - id: sessions-paid-social
        title: Increase sessions from paid social by 116.5% vs. 2026-Q2
        owner: ben
        metric: Sessions from paid social
        channel: paid-social
        baseline:
          value: 15700
          period: 2026-Q2
          source: okrs/2026-Q3/pipeline.yaml
        growth: 116.5%
"""
    )
    checked = okrlint(
        "check", PLAN_PATH, "--select", "pipeline plan", "--select", "pipeline growth", "--format", "concise"
    )
    assert "error" not in checked.out


def test_a_commitment_that_is_not_the_objectives_is_written(okrlint: Call, example: Path) -> None:
    """An objective aims far by default; a promise in it says so."""
    (example / PLAN_PATH).write_text(quarter("title: x\ntarget: 5")[PLAN_PATH], "utf-8")

    okrlint("pipeline", PATH, "--write", "marketing/2026-Q3#demand", "--commitment", "committed")

    assert (example / PLAN_PATH).read_text("utf-8").count("commitment: committed") == 3


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["--set", "conversion"], "--set: conversion is not NAME=VALUE", id="no value"),
        pytest.param(["--set", "conversion=0"], "--set conversion=0: `rate` is 0, so that no number of leads is enough", id="a value that cannot be meant"),
        pytest.param(["--set", "conversion=4"], "which may mean 4% or 400%", id="a bare number"),
        pytest.param(["--set", "price=soon"], "the value cannot be read", id="no number"),
        pytest.param(["--set", "converson=4%"], "there is no converson to set; did you mean conversion?", id="misspelt name"),
        pytest.param(["--set", "paid-serch.cap=4%"], "did you mean paid-search.cap?", id="misspelt channel"),
        pytest.param(["--key-results", "--channel", "webinars"], "--channel: webinars is none of organic-search", id="unknown channel"),
        pytest.param(["--write", "marketing/2026-Q3#demnd"], "there is no objective marketing/2026-Q3#demnd; did you mean marketing/2026-Q3#demand?", id="misspelt objective"),
        pytest.param(["--write", "marketing/2026-Q4#demand"], "is not of 2026-Q3, the quarter of the pipeline file", id="another quarter"),
        pytest.param(["--write", "marketing/2026-Q3#demand"], "the plan of marketing/2026-Q3#demand is closed", id="a closed plan"),
    ],
)  # fmt: skip
def test_a_bad_call_is_one_sentence(arguments: list[str], sentence: str, okrlint: Call) -> None:
    """Exit code 2, nothing on standard output, nothing written."""
    ran = okrlint("pipeline", PATH, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        pytest.param("okrs/company.yaml", "okrs/company.yaml is a company and no pipeline file", id="another kind"),
        pytest.param("nowhere.yaml", "nowhere.yaml does not exist", id="no file"),
        pytest.param("2026-Q1", "no pipeline file of 2026-Q1 was found under okrs", id="a quarter without one"),
        pytest.param("spring", "spring is neither a file nor a quarter", id="no quarter"),
        pytest.param("/x.yaml", "lies outside", id="outside"),
    ],
)
def test_a_file_that_is_not_there(file: str, sentence: str, okrlint: Call) -> None:
    """One sentence that says what is wrong with the name."""
    ran = okrlint("pipeline", file)

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err


def test_an_id_that_is_taken_is_refused(okrlint: Call, example: Path) -> None:
    """Nothing is written twice, and nothing half."""
    text = quarter(leads("20%"))[PLAN_PATH]
    (example / PLAN_PATH).write_text(text, "utf-8")

    ran = okrlint("pipeline", PATH, "--write", "marketing/2026-Q3#demand")

    assert ran.code == 2
    assert "marketing/2026-Q3#demand.leads is there already" in ran.err
    assert (example / PLAN_PATH).read_text("utf-8") == text


def test_a_list_in_brackets_is_refused(okrlint: Call, example: Path) -> None:
    """The layout would be lost, so a person must change it first."""
    head, _, _ = quarter()[PLAN_PATH].partition("    key_results:\n")
    (example / PLAN_PATH).write_text(head + "    key_results: [{id: x, target: 5}]\n", "utf-8")

    ran = okrlint("pipeline", PATH, "--write", "marketing/2026-Q3#demand")

    assert ran.code == 2
    assert f"{PLAN_PATH} cannot be edited: the list is written inside [ ]" in ran.err


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_numbers_that_cannot_be_used_are_findings(form: str, okrlint: Call, example: Path) -> None:
    """Each at its line with what was expected, exit code 1, and no plan."""
    (example / PATH).write_text(WHOLE.replace("rate: 4%", "rate: 4"), "utf-8")

    ran = okrlint("pipeline", PATH, "--format", form)

    assert ran.code == 1
    assert "which may mean 4% or 400%" in ran.out.replace("&#37;", "%")
    assert "Leads needed" not in ran.out


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("mrr: [\n", id="no YAML"),
        pytest.param("", id="empty"),
        pytest.param(WHOLE.replace("mrr: 100000", "mrr: .nan"), id="not a number"),
        pytest.param(WHOLE.replace("mrr: 100000", "mrr: 1.000,50"), id="a comma for decimals"),
        pytest.param(WHOLE.replace("mrr: 100000", "mrr: 1e999"), id="infinite"),
        pytest.param(WHOLE.replace("mrr: 100000", "mrr: 10000000000000000"), id="too many digits"),
        pytest.param(WHOLE.replace("growth: 5% per month", "growth: {a: 1}"), id="a mapping for a number"),
        pytest.param(WHOLE.replace("quarter: 2026-Q3", "quarter: 2026-Q5"), id="no quarter"),
        pytest.param(WHOLE.replace("id: organic-search", "id: 5"), id="an id of another type"),
        pytest.param("kind: pipeline\nversion: 1\nquarter: 2026-Q3\n", id="nothing but a quarter"),
    ],
)
def test_hostile_files_are_findings(text: str, okrlint: Call, example: Path) -> None:
    """Whatever stands in the file, it ends in findings and exit code 1, never in a traceback or a number."""
    (example / PATH).write_text(text, "utf-8")

    ran = okrlint("pipeline", PATH)

    assert (ran.code, ran.err) == (1, "")
    assert f"{PATH}:" in ran.out


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WHOLE.replace("mrr: 100000", "mrr: 999999999999999").replace("price: 250", "price: 0.01"), id="beyond counting"),
        pytest.param(WHOLE.replace("growth: 5%", "growth: 1000%").replace("60 days", "730 days"), id="growth without end"),
        pytest.param(WHOLE.replace("rate: 4%", "rate: 0.0001%"), id="hardly a customer"),
        pytest.param(WHOLE.replace("growth: 5%", "growth: -99.9%"), id="a company that ends"),
        pytest.param(WHOLE.replace("churn: 2%", "churn: -900%"), id="expansion beyond measure"),
        pytest.param(WHOLE.replace("60 days", "0 days"), id="no cycle"),
        pytest.param(WHOLE.replace("2026-04: 600", "2026-04: 0").replace("2026-05: 640", "2026-05: 0").replace("2026-06: 660", "2026-06: 0"), id="no leads at all"),
        pytest.param(WHOLE.replace("Paid search", "\\u202e\\e[31m@all | <b>").replace("name: \\", 'name: "\\').replace("<b>", '<b>"'), id="a name that would like to be more"),
    ],
)  # fmt: skip
def test_extreme_numbers_are_shown(text: str, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is valid is worked out, however far from any company, and shown without an escape sequence."""
    (example / PATH).write_text(text, "utf-8")
    monkeypatch.chdir(example)
    run = start(open_workspace(example), PATH, ())

    for form in ("text", "markdown", "json"):
        shown = run.document(form) + run.key_results(form, ("committed", "aspirational"), None, ())
        assert "2026-Q3" in shown
        assert "\x1b" not in shown


def test_odd_numbers_are_told_beside_the_plan(okrlint: Call, example: Path) -> None:
    """A finding that leaves the numbers usable stands below them and fails the call."""
    (example / PATH).write_text(WHOLE.replace("as_of: 2026-06-30", "as_of: 2026-07-15"), "utf-8")

    ran = okrlint("pipeline", PATH)

    assert ran.code == 1
    assert "Leads needed in 2026-Q3: 2,565" in ran.out
    assert f"- {PATH}:4: error pipeline-inputs: `as_of` is 2026-07-15, but 2026-Q3 begins on 2026-07-01" in ran.out


def test_a_file_outside_the_settings_paths_can_be_named(okrlint: Call, repository: Path) -> None:
    """A draft may lie anywhere in the repository."""
    (repository / "draft.yaml").write_text(WHOLE, "utf-8")

    assert "Leads needed in 2026-Q3: 2,565" in okrlint("pipeline", "draft.yaml").out


def test_suppressions_of_other_rules_are_left_alone(okrlint: Call, example: Path) -> None:
    """A budget that the board knows of is no odd number, and its suppression is neither unknown nor unused."""
    text = WHOLE.replace("budget: 150000", "budget: 100000  # okrlint: ignore[budget-exceeded] the board knows")
    (example / PATH).write_text(text, "utf-8")

    ran = okrlint("pipeline", PATH)

    assert ran.code == 0
    assert "suppression" not in ran.out


def test_a_suppressed_oddity_is_not_told(okrlint: Call, example: Path) -> None:
    """Planning anew in the middle of the quarter is possible, with a reason."""
    text = WHOLE.replace(
        "as_of: 2026-06-30", "as_of: 2026-07-15  # okrlint: ignore[pipeline-inputs] planned anew in July"
    )
    (example / PATH).write_text(text, "utf-8")

    ran = okrlint("pipeline", PATH)

    assert ran.code == 0
    assert "Findings" not in ran.out
