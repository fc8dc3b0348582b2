from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.rendering.charts.bullet import bullet
from okrlint.rendering.charts.drawing import number
from okrlint.rendering.charts.line import line
from okrlint.rendering.charts.steps import steps
from okrlint.rendering.charts.strip import strip

WORDS = {"title": "A <title>", "description": 'From "1" & on', "tone": "good"}
BULLET: dict[str, Any] = {**WORDS, "value": 0.5, "expected": 0.4, "previous": 0.1, "band": (0.6, 0.7)}
LINE: dict[str, Any] = {
    **WORDS,
    "readings": [(0.0, 10.0), (0.5, 20.0)],
    "paths": [("pace", 10.0, 40.0), ("par", 10.0, 31.0)],
}
STRIP: dict[str, Any] = {**WORDS, "band": (0.6, 0.7), "dots": [(0.0, "poor"), (0.65, "fair"), (1.0, "good")]}
STEPS: dict[str, Any] = {**WORDS, "done": 7, "total": 13}
CHARTS = {"bullet": (bullet, BULLET), "line": (line, LINE), "strip": (strip, STRIP), "steps": (steps, STEPS)}
SHARES = st.one_of(st.none(), st.floats(-1e30, 1e30))


def _drawn(svg: str) -> ET.Element:
    # S314: the text is our own
    return ET.fromstring(svg)  # noqa: S314


def _classes(svg: str) -> list[str]:
    return [element.get("class", "") for element in _drawn(svg)]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_what_it_shows(name: str) -> None:
    """Each is a picture with a title and a description, escaped, whose ids come from the one given."""
    draw, chart = CHARTS[name]
    picture = _drawn(draw(chart, "kr_b"))
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == "kr_b_t kr_b_d"
    assert [(found.tag, found.get("id"), found.text) for found in picture[:2]] == [
        ("title", "kr_b_t", "A <title>"),
        ("desc", "kr_b_d", 'From "1" & on'),
    ]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_keeps_the_policy_of_its_page(name: str) -> None:
    """No style attribute, no script, no address: colours come by class alone."""
    draw, chart = CHARTS[name]
    svg = str(draw(chart, "x"))
    assert not re.search(r"style=|<style|<script|href|url\(|fill=|stroke=", svg)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.04, "0"),
        (0.05, "0.1"),
        (12.0, "12"),
        (12.34, "12.3"),
        (-3.25, "-3.2"),
        (1e6, "1000000"),
    ],
)
def test_coordinates(value: float, text: str) -> None:
    """Coordinates have at most one decimal, rounded half up, and no minus before a zero."""
    assert number(value) == text


@given(SHARES, SHARES, st.one_of(st.none(), st.floats(0, 1)))
def test_a_bar_stays_on_its_drawing(value: float | None, previous: float | None, expected: float | None) -> None:
    """Whatever the numbers, every horizontal place lies on the drawing."""
    svg = str(bullet({**BULLET, "value": value, "previous": previous, "expected": expected}, "x"))
    places = [float(x) for x in re.findall(r"M(-?[\d.]+) ", svg)]
    assert all(0 <= x <= 300 for x in places)
    _drawn(svg)


def test_a_bar_shows_each_of_its_parts() -> None:
    """Track, par band, measure, last period, end and what is expected by now, in this order."""
    assert _classes(bullet(BULLET, "x"))[2:] == ["track", "band", "bar good", "prev", "end", "pace"]


def test_a_bar_leaves_out_what_is_not_known() -> None:
    """Without a value there is no measure, and without a band no par zone."""
    empty = {**BULLET, "value": None, "expected": None, "previous": None, "band": None}
    assert _classes(bullet(empty, "x"))[2:] == ["track", "end"]


@pytest.mark.parametrize("value", [pytest.param(5.0, id="overshot"), pytest.param(-2.0, id="far behind its start")])
def test_a_value_beyond_the_drawing_ends_in_an_arrow(value: float) -> None:
    """The bar is cut and a second mark says that it goes on."""
    assert _classes(bullet({**BULLET, "value": value}, "x")).count("bar good") == 2


def test_a_bar_at_its_start_is_still_seen() -> None:
    """A progress of 0 is a thin mark and not nothing."""
    assert 'class="bar good" d="M4 8h2' in bullet({**BULLET, "value": 0.0}, "x")


def test_a_line_runs_from_reading_to_reading() -> None:
    """Time goes to the right, larger values up; the last reading has a dot."""
    svg = str(line(LINE, "x"))
    assert '<polyline class="run good" points="4,44 80,30.7"/>' in svg
    assert '<circle class="dot good" cx="80" cy="30.7"' in svg


def test_a_single_reading_is_a_dot() -> None:
    """One number makes no line."""
    assert _classes(line({**LINE, "readings": [(0.5, 20.0)]}, "x"))[2:] == ["pace", "par", "dot good"]


def test_a_line_of_equal_values_is_level() -> None:
    """A limit that is held exactly has no height to scale by, and lies in the middle."""
    level = {**LINE, "readings": [(0.0, 5.0), (1.0, 5.0)], "paths": [("limit", 5.0, 5.0)]}
    assert 'points="4,24 156,24"' in line(level, "x")


def test_dots_of_one_value_are_stacked() -> None:
    """Three equal scores stand above one another, not on top of one another."""
    svg = str(strip({**STRIP, "dots": [(0.5, "fair")] * 3}, "x"))
    assert re.findall(r'<circle class="dot fair" cx="320" cy="([\d.]+)"', svg) == ["36", "24", "12"]


def test_a_tall_stack_closes_up() -> None:
    """A hundred equal scores still fit the drawing."""
    picture = _drawn(strip({**STRIP, "dots": [(1.0, "good")] * 100}, "x"))
    height = int(picture.get("viewBox", "").split()[3])
    heights = [float(dot.get("cy", "nan")) for dot in picture.iter("circle")]
    assert len(heights) == 100
    assert all(0 < y < height for y in heights)


@pytest.mark.parametrize(
    ("done", "names"),
    [
        (0, ["left"] * 3),
        (1, ["now", "left", "left"]),
        (2, ["past", "now", "left"]),
        (3, ["past"] * 3),
        (9, ["past"] * 3),
    ],
)
def test_steps(done: int, names: list[str]) -> None:
    """The running step is marked; once all are over none is."""
    assert _classes(steps({**STEPS, "done": done, "total": 3}, "x"))[2:] == names
