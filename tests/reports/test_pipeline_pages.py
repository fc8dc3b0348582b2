"""The pages of a pipeline file: plan, channels, capacity and budget."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.planning.worked_example import HEAD, PATH, WHOLE
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import finding, html_of, report_input, site
from tests.rules.pipeline_plans import PLAN_PATH, channel, leads, quarter

DAY = date(2026, 8, 15)
FOLDER = "quarters/2026-q3"
_NEXT = (
    WHOLE.replace("quarter: 2026-Q3", "quarter: 2026-Q4")
    .replace("2026-06", "2026-09")
    .replace("2026-05", "2026-08")
    .replace("2026-04", "2026-07")
)


def _text(built: dict[str, str], kind: str) -> str:
    page = Parsed(built[f"html/{FOLDER}/{kind}.html"])
    assert page.faults == []
    return _words(page)


def _words(page: Parsed) -> str:
    """Every word of a page with a blank between those of two elements."""
    return " ".join(" ".join(page.words).split())


@pytest.fixture(scope="module")
def example() -> dict[str, str]:
    """A quarter with a plan whose key results are held against the pipeline."""
    return site(quarter(leads("50%"), channel("organic-search", "15%", 760)), DAY)


@pytest.mark.parametrize("kind", ["pipeline", "channels", "capacity"])
def test_each_page_has_both_forms_and_leads_to_the_others(kind: str, example: dict[str, str]) -> None:
    """HTML and Markdown, the quarter above it, and the other two pages beside it."""
    others = {"pipeline", "channels", "capacity"} - {kind}
    html, markdown = example[f"html/{FOLDER}/{kind}.html"], example[f"markdown/{FOLDER}/{kind}.md"]

    assert 'href="index.html"' in html
    for other in others:
        assert f'href="{other}.html"' in html
        assert f"](../../quarters/2026-q3/{other}.md)" in markdown


def test_the_ladder_and_its_formula(example: dict[str, str]) -> None:
    """From revenue to sessions, with the numbers in it."""
    text = _text(example, "pipeline")

    for words in (
        "$25,641 New MRR", "103 Customers", "2,565 Leads", "164,266 Sessions",
        "Target of Sep 2026: $100,000 × (1 + 5%)^3 = $115,762.50",
        "New MRR: max(0, $115,762.50 − $108,912 × (1 − 2%)) = $9,028.74",
        "Leads of Jul 2026: 36.115 ÷ 4% = 902.874",
        "Sessions from Organic search in the quarter: 874 leads ÷ (760 ÷ 57,000) = 65,550",
    ):  # fmt: skip
        assert words in text


def test_the_lag_is_drawn(example: dict[str, str]) -> None:
    """Five months of leads, each joined to the month in which it pays, and the quarter as a band."""
    html = example[f"html/{FOLDER}/pipeline.html"]

    assert html.count('class="run link"') == 3
    assert html.count('class="run none"') == 2
    assert "leads of May 2026 pay in Jul 2026, those of Sep 2026 in Nov 2026; the band is 2026-Q3" in html


def test_what_the_key_results_add_up_to(example: dict[str, str]) -> None:
    """A stretch of 50% is enough at par."""
    text = _text(example, "pipeline")

    assert "enough at par Reached in full 2,850 leads, at par 2,565; the plan needs 2,565." in text


@pytest.mark.parametrize(
    ("growth", "words"),
    [("40%", "enough only in full"), ("20%", "too few")],
    ids=["a promise in the clothes of a stretch", "not even in full"],
)
def test_key_results_that_are_not_enough(growth: str, words: str) -> None:
    """The word says which of the two it is."""
    assert words in _text(site(quarter(leads(growth)), DAY), "pipeline")


def test_channels_against_how_they_grew(example: dict[str, str]) -> None:
    """Growth that is needed, growth that was, and who answers for it; paid and other channels apart."""
    text = _text(example, "channels")

    assert "Organic search faster than lately +15.0% needed, +10.0% lately" in text
    assert "Referral and direct at its cap +10.0% needed, +10.0% lately" in text
    assert "Lately: Apr 2026 to Jun 2026" in text
    assert text.index("Paid channels") < text.index("Organic, owned and referral channels")
    assert "More leads" in text


def test_the_quarter_before_is_the_better_measure() -> None:
    """Where its pipeline file is there, growth is that of a whole quarter."""
    built = site({PATH: WHOLE, "okrs/2026-Q4/pipeline.yaml": _NEXT}, DAY)
    text = _words(Parsed(built["html/quarters/2026-q4/channels.html"]))

    assert "held" not in text
    assert "Lately: 2026-Q3 on the quarter before" in text
    assert "Organic search faster than lately +15.0% needed, +0.0% lately" in text


def test_leads_that_no_channel_can_bring() -> None:
    """With all channels at their caps the word is another one."""
    text = _text(site({PATH: WHOLE.replace("cap: 100%", "cap: 50%")}, DAY), "channels")

    assert text.count("not enough") >= 5


def test_a_closed_quarter_shows_what_it_taught() -> None:
    """The months of the next file beside the plan."""
    text = _text(site({PATH: WHOLE, "okrs/2026-Q4/pipeline.yaml": _NEXT}, DAY), "channels")

    assert "1,900 leads came of 2,565 that the plan needed, −25.9%." in text
    assert "Organic search 874 760 −13.0% +15.0% +0.0% 1.33% 1.33%" in text


def test_without_the_next_file_key_results_teach() -> None:
    """The last check-ins of a closed plan stand in, and what nobody counted stays open."""
    counted = "check_ins:\n  2026-09-30: {}\n"
    files = quarter(
        leads("50%", counted.format(2240)),
        channel("organic-search", "15%", 760, extra=counted.format(790)),
        status="closed",
    )
    text = _text(site(files, DAY), "channels")

    assert "2,240 leads came of 2,565 that the plan needed" in text
    assert "Organic search 874 790 −9.6% +15.0% +3.9% 1.33% –" in text
    assert "Paid search 690 – –" in text


def test_money_people_and_questions(example: dict[str, str]) -> None:
    """The budget as a line, what it costs, and what to ask at the start."""
    text = _text(example, "capacity")

    assert "Budget $150,000 fits the budget" in text
    assert "Paid search 22,870 $4.20 $96,051 $52,920 +81.5% 690 $139 $3,482" in text
    assert "Spending grows from $78,040 to $141,645, by 82%." in text


def test_a_plan_over_its_budget_asks_for_it() -> None:
    """With what can be had for the budget."""
    text = _text(site({PATH: WHOLE.replace("budget: 150000", "budget: 100000")}, DAY), "capacity")

    assert "over the budget" in text
    assert (
        "The plan costs $41,645 more than the budget. Is there more, or do we plan with the 2,259 leads that it buys"
        in text
    )


def test_numbers_that_cannot_be_used_have_a_page_that_says_so() -> None:
    """The findings of the file stand on it, and nothing is worked out."""
    files = {PATH: WHOLE.replace("rate: 4%", "rate: 4")}
    pipeline = report_input(files, DAY).portfolio.pipelines[0]
    built = site(files, DAY, (finding(pipeline.at("mrr"), "the rate is unclear"),))

    text = _text(built, "pipeline")
    assert "The numbers of okrs/2026-Q3/pipeline.yaml cannot be used as they are" in text
    assert "the rate is unclear" in text
    assert f"html/{FOLDER}/channels.html" not in built


def test_a_file_without_channels_has_no_page_of_them() -> None:
    """What would be empty is not there, and nothing links to it."""
    built = site({PATH: HEAD}, DAY)

    assert [path for path in built if FOLDER in path and path.endswith(".html")] == [f"html/{FOLDER}/pipeline.html"]
    assert "channels" not in built[f"html/{FOLDER}/pipeline.html"]


@pytest.mark.parametrize("cycle", ["0 days", "400 days", "730 days"])
def test_any_sales_cycle_has_its_page(cycle: str) -> None:
    """A lag that no drawing has room for is told in the table alone."""
    built = site({PATH: WHOLE.replace("60 days", cycle)}, DAY)

    assert ('class="offsets"' in built[f"html/{FOLDER}/pipeline.html"]) is (cycle == "0 days")
    assert _text(built, "pipeline")


@pytest.fixture(scope="module")
def harmless() -> dict[str, Parsed]:
    """The pages of plain names."""
    return {path: Parsed(page) for path, page in html_of(site({PATH: WHOLE}, DAY)).items()}


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_names_of_channels_do_nothing(payload: str, harmless: dict[str, Parsed]) -> None:
    """Whatever a channel is called, it is text."""
    text = WHOLE.replace("name: Paid search", f"name: {json.dumps(payload)}")
    for path, page in html_of(site({PATH: text}, DAY)).items():
        found = Parsed(page)
        assert found.faults == [], path
        assert found.tags == harmless[path].tags
        assert found.attributes == harmless[path].attributes


def test_pages_of_two_files_of_a_quarter() -> None:
    """The first file by path is the quarter's."""
    built = site({PATH: WHOLE, "okrs/2026-Q3/second.yaml": WHOLE.replace("mrr: 100000", "mrr: 7")}, DAY)

    assert PLAN_PATH not in built
    assert "okrs/2026-Q3/pipeline.yaml" in _text(built, "pipeline")
