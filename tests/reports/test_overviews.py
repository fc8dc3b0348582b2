"""What the first page and the overviews show of few teams and of many."""

from __future__ import annotations

from functools import cache

import pytest

from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, plan_text, site

LATE = "- id: leads\n  title: More leads\n  target: 10\n  check_ins:\n    2026-11-02: 1\n    2026-11-09:\n      value: 2\n      next: Ask Bo"
HOME = "html/index.html"
QUARTER = "html/quarters/2026-q4/index.html"


@cache
def _built(teams: int, objectives: int = 1) -> dict[str, str]:
    plans = {}
    for number in range(teams):
        text = plan_text(LATE, team=f"team-{number:03}")
        more = "".join(f"  - id: o{extra}\n    title: Another\n" for extra in range(1, objectives))
        plans[f"okrs/2026-Q4/team-{number:03}.yaml"] = text + more
    return site({"okrs/company.yaml": COMPANY, **plans})


def _words(teams: int, page: str = HOME) -> str:
    return Parsed(_built(teams)[page]).text


def test_the_first_page_leads_every_reader_on() -> None:
    """To the quarter, the teams, the people and the screen, and from each team to its meeting."""
    built = _built(2)
    targets = ("quarters/2026-q4/index", "teams/index", "people/index", "tv/index", "quarters/2026-q4/team-001/agenda")
    for target in targets:
        assert f'href="{target}.html"' in built[HOME]


def test_the_first_page_says_what_happened_and_what_is_wanted() -> None:
    """The week, what moved in the last seven days, and what is at risk with its next step."""
    words = _words(1)
    assert "Week 7 of 13" in words
    assert "Moved up most: More leads from 1 to 2, Team 000" in words
    assert "More leads at risk, score 0.20, Team 000 Next: Ask Bo" in words


@pytest.mark.parametrize(
    ("teams", "cards", "rows"),
    [
        pytest.param(9, 9, 0, id="few teams have cards"),
        pytest.param(10, 0, 10, id="more stand in a table"),
        pytest.param(61, 0, 0, id="a crowd is counted"),
    ],
)
def test_the_first_page_stays_short(teams: int, cards: int, rows: int) -> None:
    """However many teams there are, the first page can be read."""
    page = _built(teams)[HOME]
    assert page.count('class="card"') == cards
    assert page.count('<th scope="row">') == rows
    assert (f"{teams} teams, {teams} objectives" in page) == (not cards and not rows)
    assert len(page.encode()) < 30_000


def test_a_long_quarter_has_a_row_for_each_team() -> None:
    """With more than 150 objectives the pages of the plans have them; each team has a row and nothing is repeated."""
    few, many = _built(10, 15)[QUARTER], _built(10, 16)[QUARTER]
    assert few.count("Another") == 140
    assert many.count("Another") == 0
    assert many.count('<th scope="row">') == 10


def test_a_long_plan_is_one_of_objectives() -> None:
    """With more than 40 key results the pages of the objectives have them; the first page names eight objectives."""
    few, many = (plan_text("\n".join(f"- title: Result {n}" for n in range(count))) for count in (40, 41))
    page = "html/quarters/2026-q4/marketing/index.html"
    assert "Result 39" in site({"okrs/a.yaml": few})[page]
    assert "Result 39" not in site({"okrs/a.yaml": many})[page]
    home = _built(1, 10)[HOME]
    assert (home.count(">Another<"), "and 2 more" in home) == (7, True)


def test_a_quarter_leads_to_its_registers() -> None:
    """The overview of a quarter has the way to its other pages."""
    assert 'href="alignment.html"' in _built(2)[QUARTER]


def test_nothing_is_asked_for_where_nobody_is_late() -> None:
    """No heading stands over nothing."""
    built = site({"okrs/a.yaml": plan_text("- title: x\n  target: 10")})
    assert not any(
        "Where help is wanted" in built[page] or "The last seven days" in built[page] for page in (HOME, QUARTER)
    )


def test_marks_of_the_authors_are_taken_off_in_markdown() -> None:
    """A note that is Markdown itself reads as its words, and what only looks like markup stays as it is."""
    text = "- title: Cut *wrong* numbers\n  note: See `guard`, sql_per_month and [the page](https://example.com/x)\n  target: $5"
    built = site({"okrs/a.yaml": plan_text(text)})
    document = built["markdown/quarters/2026-q4/marketing/demand.md"]
    assert "## Cut wrong numbers" in document
    assert "See guard, sql_per_month and the page" in document
    assert "| $5 |" in document
