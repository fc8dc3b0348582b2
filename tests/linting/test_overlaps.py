"""What teams hold together, in groups."""

from __future__ import annotations

import pytest

from okrlint.linting.overlaps import Holding, Overlap, holding, same_channel, same_metric, same_words
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read

COMPANY = "kind: company\nversion: 1\nmetrics: [{id: leads, name: Leads}]\n"


def _held(*rows: str) -> list[Holding]:
    """One key result for each team: a, b, c and so on."""
    texts = {"okrs/company.yaml": COMPANY}
    for number, row in enumerate(rows):
        head = f"kind: plan\nversion: 1\nteam: team-{number}\nquarter: 2026-Q4\nobjectives:\n"
        texts[f"okrs/2026-Q4/team-{number}.yaml"] = f"{head}  - id: o\n    key_results:\n      - {{id: k, {row}}}\n"
    plans = build_portfolio(read(text.encode(), path) for path, text in texts.items()).plans
    return [holding(key_result) for plan in plans for key_result in plan.key_results]


def _teams(overlaps: list[Overlap]) -> list[list[str | None]]:
    return [[key_result.plan.team for key_result in overlap.key_results] for overlap in overlaps]


def test_a_group_for_each_metric_and_channel() -> None:
    """Different channels of one metric are two numbers; by channel alone they are one meeting place."""
    rows = [
        "metric: leads, channel: search",
        "metric: leads, channel: search",
        "metric: leads, channel: social",
        "metric: Stars, channel: social",
        "metric: Stars",
    ]
    found = _held(*rows)

    assert _teams(list(same_metric(found))) == [["team-0", "team-1"]]
    assert _teams(list(same_channel(found))) == [["team-0", "team-1"], ["team-2", "team-3"]]


def test_what_one_team_holds_alone_is_no_overlap() -> None:
    """Two key results of one team share a metric, and a third team has another one."""
    first, second, third = _held("metric: leads", "metric: leads", "metric: Stars")

    assert list(same_metric([first, second._replace(team=first.team), third])) == []
    assert list(same_metric([first])) == []
    assert _teams(list(same_metric([first, second._replace(team=first.team), third, second]))) == [
        ["team-0", "team-1", "team-1"]
    ]


def test_words_are_compared_where_numbers_agree() -> None:
    """The same words with another number promise another thing."""
    rows = [
        f"title: {title}, target: {target}"
        for title, target in (("Ship the app", 3), ("ship apps", 3), ("Ship the app", 4))
    ]

    assert _teams(list(same_words(_held(*rows)))) == [["team-0", "team-1"]]


@pytest.mark.parametrize(
    ("named", "pairs"),
    [
        ("", [("team-0", "team-1"), ("team-0", "team-2")]),
        ("shared_with: team-0/2026-Q4#o.k", [("team-0", "team-1")]),
        ("shared_with: team-1/2026-Q4#o", [("team-0", "team-1")]),
        ("shared_with: [team-0/2026-Q4, team-1/2026-Q4#o.k]", []),
    ],
    ids=["nobody named", "the first named", "the second named", "both named"],
)
def test_those_who_do_not_know_of_one_another(named: str, pairs: list[tuple[str, str]]) -> None:
    """The first of a group with one of each further circle."""
    rows = ["metric: leads", "metric: leads", f"metric: leads, {named}" if named else "metric: leads"]
    (overlap,) = same_metric(_held(*rows))

    assert [(one.plan.team, other.plan.team) for one, other in overlap.unaware()] == pairs


def test_a_thousand_teams_are_one_group() -> None:
    """Groups grow with the teams, not with their pairs."""
    found = _held(*["metric: leads"] * 1000)
    (overlap,) = same_metric(found)

    assert len(overlap.key_results) == 1000
    assert len(list(overlap.unaware())) == 999
