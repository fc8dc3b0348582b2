"""The page of what teams hold together."""

from __future__ import annotations

import re

import pytest

from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, part, plan_text, site

PAGE = "html/quarters/2026-q4/overlaps.html"


def _files(*rows: str, status: str = "active") -> dict[str, str]:
    """A plan of each of the teams team-0, team-1 and so on."""
    files = {"okrs/company.yaml": COMPANY}
    for number, row in enumerate(rows):
        text = plan_text(
            f"- {{id: k, title: Title {number}, owner: ana, {row}}}", f"team-{number}", more=f"status: {status}\n"
        )
        files[f"okrs/2026-Q4/team-{number}.yaml"] = text
    return files


def _untitled(*rows: str) -> dict[str, str]:
    """The same where the rows say the titles."""
    return {path: re.sub(r"title: Title \d, ", "", text) for path, text in _files(*rows).items()}


def _text(*rows: str) -> str:
    return Parsed(part(_files(*rows), PAGE)[PAGE]).text


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("metric: mqls", "metric: mqls"), "Qualified leads the same metric not said yet"),
        (("metric: mqls, channel: ads", "metric: mqls, channel: ads"), "Qualified leads (ads) the same metric"),
        (("channel: ads", "channel: ads, metric: mqls"), "ads the same channel not said yet"),
    ],
    ids=["metric", "metric of a channel", "channel"],
)
def test_what_is_shared_and_by_whom(rows: tuple[str, str], words: str) -> None:
    """What it is, who should talk, and the line that settles it."""
    page = _text(*rows)

    assert words in page
    assert "Ana Alves (Team 0) and Ana Alves (Team 1) should talk" in page
    assert "shared_with: team-0/2026-Q4#demand.k says that they have" in page


def test_what_was_said_stands_apart() -> None:
    """With `shared_with` nobody has to talk any more."""
    page = _text("metric: mqls", "metric: mqls, shared_with: team-0/2026-Q4#demand.k")

    assert "Whatever is shared, the plans say so" in page
    assert page.index("Shared, and said so") < page.index("Qualified leads the same metric agreed")
    assert "should talk" not in page


def test_nothing_is_told_twice() -> None:
    """The same key results with one metric, one channel and the same words are one overlap."""
    row = "title: Grow the leads, metric: mqls, channel: ads, target: 5"
    built = part(_untitled(row, row), PAGE)

    assert Parsed(built[PAGE]).text.count("not said yet") == 1


def test_other_metrics_are_other_things() -> None:
    """Titles alike say nothing where each names a registered metric of its own."""
    rows = ("title: Grow the leads, metric: mqls, target: 5", "title: Grow the leads, metric: mrr, target: 5")
    built = part(_untitled(*rows), PAGE)

    assert "not said yet" not in Parsed(built[PAGE]).text


def test_the_matrix_of_teams() -> None:
    """How much each pair shares, the lower half; for two teams there is none, and for very many."""
    assert "Who shares how much with whom Team 0Team 1 Team 11 Team 211" in _text(*["metric: mqls"] * 3)
    assert "Who shares how much" not in _text(*["metric: mqls"] * 2)
    assert "Who shares how much" not in _text(*["metric: mqls"] * 13)


def test_many_teams_are_counted() -> None:
    """A group of very many lists the first of them."""
    page = _text(*["metric: mqls"] * 40)

    assert "and 28 more" in page
    assert "Ana Alves (Team 11) and 36 more should talk" in page


def test_closed_quarters_have_no_such_page() -> None:
    """Nobody needs to talk about what is over, and no page leads there."""
    built = site(_files("metric: mqls", "metric: mqls", status="closed"))

    assert PAGE not in built
    assert not any("overlaps.html" in text for path, text in built.items() if path.endswith(".html"))
