from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.rendering.charts import functions

WORDS = {"title": "A <title>", "description": 'From "1" & on'}
CHARTS: dict[str, dict[str, Any]] = {
    "offsets": {**WORDS, "columns": 4, "band": (1, 2), "rows": [(0, 2, "none"), (1, 3, "link")]},
    "slope": {**WORDS, "lines": [(10.0, 20.0, "good", "10", "20 <Ads>"), (5.0, 5.0, "fair", "5", "5 Mail")]},
    "stack": {**WORDS, "parts": [10.0, 5.0], "limit": 20.0},
}
VALUES = st.floats(0, 1e90)


def _draw(name: str) -> Callable[[dict[str, Any]], str]:
    return functions()[name]


def _classes(svg: str) -> list[str]:
    # S314: the text is our own
    return [element.get("class", "") for element in ET.fromstring(svg)][2:]  # noqa: S314


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_what_it_shows_and_keeps_the_policy(name: str) -> None:
    """A picture with a title and a description, escaped, in which colours come by class alone."""
    svg = str(_draw(name)(CHARTS[name]))
    picture = ET.fromstring(svg)  # noqa: S314  the text is our own

    assert picture.get("role") == "img"
    assert [(found.tag, found.text) for found in picture[:2]] == [("title", "A <title>"), ("desc", 'From "1" & on')]
    assert not re.search(r"style=|<style|<script|href|url\(|fill=|stroke=", svg)


def test_offsets_join_two_marks_a_row() -> None:
    """The band behind, then for each row a line, the mark where it begins and the larger one where it ends."""
    assert _classes(_draw("offsets")(CHARTS["offsets"])) == [
        "band", "run none", "dot none", "dot none", "run link", "dot link", "dot link",
    ]  # fmt: skip


def test_offsets_without_rows_or_band() -> None:
    """Nothing to show is an empty drawing."""
    assert _classes(_draw("offsets")({**WORDS, "columns": 0, "band": None, "rows": []})) == []


def test_a_slope_rises_with_its_value() -> None:
    """Twice as much ends at the top, no change is level."""
    svg = _draw("slope")(CHARTS["slope"])

    assert 'd="M48 90L130 12"' in svg
    assert 'd="M48 129L130 129"' in svg


def test_a_slope_of_nothing_lies_at_the_foot() -> None:
    """Zero has a place."""
    assert 'd="M48 168L130 168"' in _draw("slope")({**WORDS, "lines": [(0.0, 0.0, "none", "0", "0 Mail")]})


def test_a_slope_names_its_lines() -> None:
    """Values stand at the start, values and names at the end, escaped, and cut where they have no room."""
    svg = _draw("slope")(CHARTS["slope"])
    long = _draw("slope")({**WORDS, "lines": [(1.0, 2.0, "good", "1", "2 " + "long name " * 9)]})

    assert re.findall(r'<text class="(\w+)"[^>]*>([^<]*)', svg) == [
        ("before", "10"), ("before", "5"), ("after", "20 &lt;Ads&gt;"), ("after", "5 Mail"),
    ]  # fmt: skip
    assert re.findall(r'class="after"[^>]*>([^<]*)', long) == ["2 long name long name…"]


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_names_do_not_lie_on_each_other(values: list[float]) -> None:
    """However close the values, there is a line's height between two names, and all are on the picture."""
    svg = _draw("slope")({**WORDS, "lines": [(value, value, "good", "1", "2") for value in values]})
    places = sorted(float(y) for y in re.findall(r'class="after" x="140" y="([\d.]+)"', svg))

    assert all(after - before >= 19.8 for before, after in itertools.pairwise(places))
    assert 0 < places[0] <= places[-1] <= float(re.findall(r'viewBox="0 0 320 (\d+)"', svg)[0])


def test_a_stack_and_its_limit() -> None:
    """Parts one behind another, and the line where the limit is, be it beyond them or inside."""
    beyond = _draw("stack")(CHARTS["stack"])
    inside = _draw("stack")({**CHARTS["stack"], "limit": 10.0})

    assert _classes(beyond) == ["part1", "part2", "end"]
    assert 'class="end" d="M638 2V34"' in beyond
    assert 'class="part1" d="M2 8H426V28H2z"' in inside
    assert 'class="end" d="M426 2V34"' in inside


def test_parts_differ_in_height() -> None:
    """Four looks taken in turn, the first of them again for the fifth."""
    svg = _draw("stack")({**WORDS, "parts": [10.0, 10.0, 10.0, 10.0, 0.0], "limit": None})

    assert re.findall(r'class="(part\d)" d="M[\d.]+ (\d+)', svg) == [
        ("part1", "8"), ("part2", "10"), ("part3", "12"), ("part4", "14"), ("part1", "8"),
    ]  # fmt: skip


def test_a_stack_without_limit() -> None:
    """Where nobody gave one there is no line."""
    assert _classes(_draw("stack")({**CHARTS["stack"], "limit": None})) == ["part1", "part2"]


@given(
    st.lists(st.tuples(VALUES, VALUES, st.just("good"), st.just("1"), st.just("2")), max_size=6),
    st.lists(VALUES, max_size=9),
    st.none() | VALUES,
)
def test_any_values_stay_on_the_drawing(
    lines: list[tuple[float, float, str, str, str]], parts: list[float], limit: float | None
) -> None:
    """However large the numbers, every place lies on the picture."""
    drawn = (
        str(_draw("slope")({**WORDS, "lines": lines})),
        str(_draw("stack")({**WORDS, "parts": parts, "limit": limit})),
    )
    for svg, width in zip(drawn, (320, 640), strict=True):
        places = [float(x) for x in re.findall(r"[MH ](-?[\d.]+)[ ,V]", re.sub(r'viewBox="[^"]*"', "", svg))]
        assert all(0 <= x <= width for x in places)
