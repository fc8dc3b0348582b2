from __future__ import annotations

from datetime import date

import pytest

from okrlint.views.board import TILES, board_of, objective_status
from okrlint.views.survey import Survey
from tests.reports.sites import AS_OF, MARKETING, plan_text, survey


def _going(progress: int, weight: int = 1, name: str = "x") -> str:
    return (
        f"- title: {name}\n  baseline: 0\n  target: 100\n  weight: {weight}\n  check_ins: {{2026-11-09: {progress}}}\n"
    )


def _survey(key_results: str, more: str = "") -> Survey:
    return survey({MARKETING: plan_text(key_results, more=more)})


@pytest.mark.parametrize(
    ("key_results", "more", "word"),
    [
        pytest.param(_going(60), "", "ahead", id="beyond the 0.5 that the day asks for"),
        pytest.param(_going(45), "", "on track", id="a little short of it"),
        pytest.param(_going(60) + _going(20), "", "on track", id="the mean of the gaps, −0.1 and 0.3"),
        pytest.param(_going(60) + _going(10, 3), "", "at risk", id="the weighted mean"),
        pytest.param(_going(100_000) + _going(0) + _going(0), "", "ahead", id="one gap counts 1 at most"),
        pytest.param("- title: x\n  baseline: 0\n  target: 9\n", "", "no data yet", id="nothing checked in"),
        pytest.param("- title: x\n  type: done\n", "", "not due yet", id="all or nothing"),
        pytest.param(_going(60), "status: draft\n", "draft", id="not agreed yet"),
        pytest.param(_going(65), "status: closed\n", "par", id="closed, within 0.6 to 0.7"),
        pytest.param("- title: x\n", "status: closed\n", "no score", id="closed without a score"),
    ],
)
def test_one_word_for_an_objective(key_results: str, more: str, word: str) -> None:
    """The word of the mean gap while it runs, par once it is closed."""
    found = _survey(key_results, more)
    assert objective_status(found.given.portfolio.plans[0].objectives[0], found).word == word


def test_what_the_mean_hides_is_said() -> None:
    """An objective that is on track as a whole tells how many of its key results are at risk."""
    found = _survey(_going(60) + _going(20))
    board = board_of(found.given.portfolio.plans, found)
    assert board.slides[0][0]["behind"] == "1 of 2 at risk"
    assert (board.on_pace, board.key_results) == (1, 2)


def test_tiles_take_turns() -> None:
    """Nine on a screen, ten screens at the most, and the rest is counted."""
    objectives = "".join(f"  - id: o{number}\n    title: Number {number}\n" for number in range(95))
    found = survey({MARKETING: f"kind: plan\nversion: 1\nteam: a\nquarter: 2026-Q4\nobjectives:\n{objectives}"}, AS_OF)
    board = board_of(found.given.portfolio.plans, found)
    assert [len(slide) for slide in board.slides] == [TILES] * 10
    assert board.left == 5


def test_a_team_is_named_where_there_are_several() -> None:
    """On the screen of one team its name stands above all."""
    plans = {f"okrs/2026-Q4/{team}.yaml": plan_text(_going(5), team) for team in ("marketing", "product")}
    found = survey(plans, date(2026, 11, 15))
    both, one = board_of(found.given.portfolio.plans, found), board_of(found.given.portfolio.plans[:1], found)
    assert [tile["team"] for tile in both.slides[0]] == ["Marketing", "Product"]
    assert [tile["team"] for tile in one.slides[0]] == [""]
