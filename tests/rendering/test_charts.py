from __future__ import annotations

import itertools
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.rendering.charts.bullet import bullet
from okrlint.rendering.charts.calibration import calibration
from okrlint.rendering.charts.drawing import number, trace
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
CALIBRATION: dict[str, Any] = {**WORDS, "band": (0.6, 0.7), "planned": 0.65, "reached": 0.4, "all": [0.1, 0.4, 0.4]}
CHARTS = {
    "bullet": (bullet, BULLET),
    "line": (line, LINE),
    "strip": (strip, STRIP),
    "steps": (steps, STEPS),
    "calibration": (calibration, CALIBRATION),
}
SHARES = st.one_of(st.none(), st.floats(-1e30, 1e30))


def _drawn(svg: str) -> ET.Element:
    # S314: the text is our own
    return ET.fromstring(svg)  # noqa: S314


def _classes(svg: str) -> list[str]:
    drawn = list(_drawn(svg).iter())[3:]
    return [element.get("class", "") for element in drawn if element.tag != "g"]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_what_it_shows(name: str) -> None:
    """Each is a picture with a title that names it and a description, escaped, before all that is drawn."""
    draw, chart = CHARTS[name]
    picture = _drawn(draw(chart))
    assert picture.get("role") == "img"
    assert [(found.tag, found.text) for found in picture[:2]] == [("title", "A <title>"), ("desc", 'From "1" & on')]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_keeps_the_policy_of_its_page(name: str) -> None:
    """No style attribute, no script, no address: colours come by class alone."""
    draw, chart = CHARTS[name]
    svg = str(draw(chart))
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
    svg = str(bullet({**BULLET, "value": value, "previous": previous, "expected": expected}))
    places = [float(x) for x in re.findall(r"M(-?[\d.]+) ", svg)]
    assert all(0 <= x <= 300 for x in places)
    _drawn(svg)


def test_a_bar_shows_each_of_its_parts() -> None:
    """Track from its start, par band, measure, last period, end and what is expected by now, in this order."""
    assert _classes(bullet(BULLET)) == ["track", "axis", "band", "bar good", "prev", "end", "due"]


def test_a_bar_leaves_out_what_is_not_known() -> None:
    """Without a value there is no measure, and without a band no par zone."""
    empty = {**BULLET, "value": None, "expected": None, "previous": None, "band": None}
    assert _classes(bullet(empty)) == ["track", "axis", "end"]


@pytest.mark.parametrize("value", [pytest.param(5.0, id="overshot"), pytest.param(-2.0, id="far behind its start")])
def test_a_value_beyond_the_drawing_ends_in_an_arrow(value: float) -> None:
    """The bar is cut and a second mark says that it goes on."""
    assert _classes(bullet({**BULLET, "value": value})).count("bar good") == 2


def test_a_bar_at_its_start_is_still_seen() -> None:
    """A progress of 0 is a thin mark and not nothing."""
    assert 'class="bar good" d="M4 8H6v8H4z"' in bullet({**BULLET, "value": 0.0})


def test_a_line_runs_from_reading_to_reading() -> None:
    """Time goes to the right, larger values up; the last reading has the mark of its tone."""
    svg = str(line(LINE))
    assert '<path class="run good" d="M6 106l154-33"/>' in svg
    assert '<path class="dot good" d="M160 73m0-5' in svg


def test_a_single_reading_is_a_mark() -> None:
    """One number makes no line."""
    assert _classes(line({**LINE, "readings": [(0.5, 20.0)]})) == ["pace", "par", "dot good"]


def test_a_line_of_equal_values_is_level() -> None:
    """A limit that is held exactly has no height to scale by, and lies in the middle."""
    level = {**LINE, "readings": [(0.0, 5.0), (1.0, 5.0)], "paths": [("limit", 5.0, 5.0)]}
    assert 'd="M6 57l308 0"' in line(level)


def test_where_a_line_may_end() -> None:
    """The range opens from the last reading to the end of the period; weeks are marked at the foot."""
    svg = str(line({**LINE, "cone": (25.0, 40.0), "weeks": True}))
    assert _classes(svg) == ["cone", "weeks", "pace", "par", "run good", "dot good"]
    assert '<path class="cone" d="M160 73L314 8V57z"/>' in svg


def test_a_wild_forecast_leaves_the_line_its_height() -> None:
    """A range that ends a thousand times beyond the target is cut at half the height of all else."""
    svg = str(line({**LINE, "cone": (10.0, 40_000.0)}))
    assert 'class="pace" d="M6 106l308-65"' in svg


def test_a_thirteen_week_line_is_small() -> None:
    """With pace, par pace, range and thirteen readings it takes under 900 bytes, its words included."""
    readings = [(week / 13, 100.0 + 7 * week) for week in range(13)]
    words = "13 check-ins: 2,246 on 2026-10-05, 2,524 on 2026-12-28; the pace goes from 2,246 to 3,002"
    chart = {**LINE, "title": "Check-ins over the quarter", "description": words, "readings": readings}
    assert len(line({**chart, "cone": (150.0, 190.0), "weeks": True}).encode()) < 900


@pytest.mark.parametrize(
    ("places", "path"),
    [
        pytest.param([(1.4, 2.5)], "M1 3", id="one place"),
        pytest.param([(0, 0), (10, 5), (10, 1.2)], "M0 0l10 5 0-4", id="only what is needed between numbers"),
        pytest.param([(5, 5), (4.6, 4.4)], "M5 5l0-1", id="rounded half up, from the origin"),
    ],
)
def test_traces(places: list[tuple[float, float]], path: str) -> None:
    """Lines are written with steps from place to place, so that no error adds up."""
    assert trace(places) == path


def test_every_tone_has_its_shape() -> None:
    """Without colour a good, a fair, a poor and an unknown mark still differ."""
    dots = [(0.1, "good"), (0.2, "fair"), (0.3, "poor"), (0.4, "none")]
    shapes = re.findall(r'class="dot (\w+)" d="M[\d.]+ [\d.]+(m[^"]*)"', strip({**STRIP, "dots": dots}))
    assert len({shape for _, shape in shapes}) == 4


def _places(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)m", svg)]


def test_marks_of_one_value_are_stacked() -> None:
    """Three equal scores stand above one another, not on top of one another."""
    svg = str(strip({**STRIP, "dots": [(0.5, "fair")] * 3}))
    assert _places(svg) == [(250, 38), (250, 26), (250, 14)]


def test_marks_keep_their_value() -> None:
    """Neighbours that would lie on each other go to different rows, and neither moves sideways."""
    assert [x for x, _ in _places(strip({**STRIP, "dots": [(0.59, "fair"), (0.6, "fair")]}))] == [293.6, 298.4]


@given(st.lists(st.floats(0, 1), max_size=80))
def test_no_mark_lies_on_another(values: list[float]) -> None:
    """Whatever the values, two marks of one row are a mark's width apart, unless the stack had to close up."""
    places = _places(strip({**STRIP, "dots": [(value, "good") for value in values]}))
    assert len(places) == len(values)
    rows: dict[float, list[float]] = {}
    for x, y in places:
        rows.setdefault(y, []).append(x)
    for row in rows.values():
        assert all(after - before > 11.8 for before, after in itertools.pairwise(sorted(row)))


def test_a_tall_stack_closes_up() -> None:
    """A hundred equal scores still fit the drawing."""
    svg = str(strip({**STRIP, "dots": [(1.0, "good")] * 100}))
    height = int(_drawn(svg).get("viewBox", "").split()[3])
    assert height == 154
    assert len(_places(svg)) == 100
    assert all(0 < y < height for _, y in _places(svg))


def test_planned_and_reached() -> None:
    """Every single score is a stroke, once; the line runs from the ring to the disc."""
    svg = str(calibration(CALIBRATION))
    assert _classes(svg) == ["track", "band", "single", "run link", "dot link", "plan"]
    assert 'class="single" d="M38.4 24v-5M129.6 24v-5"' in svg
    assert 'class="run link" d="M205.6 14H129.6"' in svg


def test_planned_and_not_yet_reached() -> None:
    """Without a result there is the plan alone."""
    assert _classes(calibration({**CALIBRATION, "reached": None, "all": []})) == ["track", "band", "plan"]


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
    assert _classes(steps({**STEPS, "done": done, "total": 3})) == names
