"""Numbers of titles as fields: only what nobody can mean otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from okrlint.exchange.lifting import lift


@pytest.mark.parametrize(
    ("language", "title", "fields"),
    [
        pytest.param("en", "Increase leads from 1,900 to 2,375", {"baseline": "1,900", "target": "2,375"}, id="a pair"),
        pytest.param(
            "de", "Anfragen von 1.900 auf 2.375 steigern", {"baseline": 1900, "target": 2375}, id="a German pair"
        ),
        pytest.param("en+de", "Anfragen von 1.900 auf 2.375 steigern", {}, id="a thousand times one or the other"),
        pytest.param("en+de", "Anmeldungen um 25 % steigern", {"growth": "25%"}, id="a German growth"),
        pytest.param("de", "Kosten unter 60 € halten", {"target": "60 €"}, id="a German limit"),
        pytest.param("en", "Raise share from 20 to 25%", {"baseline": "20%", "target": "25%"}, id="a unit for both"),
        pytest.param("en", "Go from 4 hours to 3 days", {}, id="two units"),
        pytest.param("en", "Stay from 5 to 5", {}, id="no way to go"),
        pytest.param("en", "Have 70% of users answer", {"target": "70%"}, id="a share at the beginning"),
        pytest.param("en", "Reach $1.2M in revenue", {"target": "$1.2M"}, id="an amount"),
        pytest.param("en", "Answer within 4 hours", {}, id="a window"),
        pytest.param("en", "Improve top 10 pages", {}, id="a name"),
        pytest.param("en", "Hire 2 engineers and 1 designer", {}, id="two numbers"),
    ],
)
def test_titles(language: str, title: str, fields: dict[str, Any]) -> None:
    """By language."""
    assert lift({"title": title}, language) == fields


def test_beside_fields_that_are_there() -> None:
    """A baseline of the pair whose goal is the target, the way down; nothing where a field says it already."""
    assert lift({"title": "Cut time from 4 to 2", "target": 2}, "en") == {"baseline": 4}
    assert lift({"title": "Cut time from 4 to 2", "target": 3}, "en") == {}
    assert lift({"title": "Reduce churn", "target": "2%"}, "en") == {"type": "decrease"}
    assert lift({"title": "Reduce churn", "target": "2%", "baseline": "3%"}, "en") == {}
    assert lift({"title": "Increase leads by 25%", "type": "increase"}, "en") == {}
    assert lift({"title": "Go from 1 to 5", "baseline": 1}, "en") == {}
