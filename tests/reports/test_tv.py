"""The screens on the wall: one number, a word and a shape for each objective, what moved and what comes next."""

from __future__ import annotations

import re

import pytest

from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, MARKETING, plan_text, site

PLAN = """\
- title: More leads
  baseline: 0
  target: 100
  check_ins: {2026-11-02: 20, 2026-11-09: 60}
- title: A launch
  milestones: [{title: Invite the first ten, due: 2026-11-27}]
"""
FOCUSED = PLAN + "- title: Revenue\n  metric: mrr\n  baseline: 100\n  target: 200\n  check_ins: {2026-11-09: 113602}\n"


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", Parsed(text).text)


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    """A company with two teams."""
    product = plan_text(PLAN, "product")
    return site({"okrs/company.yaml": COMPANY, MARKETING: plan_text(FOCUSED), "okrs/2026-Q4/product.yaml": product})


def test_the_number_above_all(built: dict[str, str]) -> None:
    """The focus, its goal and its day; the week; the day of the data."""
    text = _words(built["html/tv/index.html"])
    assert "Northwind 2026-Q4" in text
    assert "Our focus: Monthly recurring revenue $113,602 on 2026-11-09, goal +5% per month" in text
    assert "Week 7 of 13" in text
    assert "Data as of 2026-11-15" in text


def test_objectives_movers_and_the_next_step(built: dict[str, str]) -> None:
    """A status word beside its shape, the score, and what moved most in a week."""
    page = built["html/tv/index.html"]
    text = _words(page)
    assert "Marketing Be found" in text
    assert re.search(r'<span class="status good"><svg class="i"[^>]*>.*?</svg>ahead</span>', page)
    assert "Up most in a week: More leads from 20 to 60" in text
    assert "Next step: Invite the first ten due 2026-11-27" in text


def test_a_screen_for_each_team(built: dict[str, str]) -> None:
    """The team's own objectives with their key results, and a way to the others."""
    text = _words(built["html/tv/product.html"])
    assert "Product 2026-Q4" in text
    assert "Be found More leads ahead A launch" in text
    assert "Marketing" not in text
    assert "All teams" in text


def test_nobody_is_named(built: dict[str, str]) -> None:
    """The screens speak of objectives and key results; Ana, who owns them all, is on none."""
    assert "Ana" in built["html/people/index.html"]
    assert not [path for path, text in built.items() if path.startswith("html/tv/") and "Ana" in text]


def test_the_policy_lets_its_own_script_in(built: dict[str, str]) -> None:
    """A classic script and a sheet of the site's own, nothing from elsewhere, no attribute that runs or paints."""
    page = built["html/tv/index.html"]
    assert "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';" in page
    assert '<script src="../tv.js" defer></script>' in page
    assert re.findall(r'<link rel="stylesheet" href="([^"]*)"', page) == ["../tv.css"]
    assert not re.search(r' (style|on\w+|http-equiv="refresh")=', page)
    assert {"html/tv.js", "html/tv.css"} <= set(built)


def test_without_a_focus() -> None:
    """Then the number says how much of the plan is on pace."""
    assert "On pace 2 of 2 key results on track or ahead" in _words(
        site({MARKETING: plan_text(PLAN)})["html/tv/index.html"]
    )


def test_many_objectives_take_turns() -> None:
    """Nine on a screen; each screen can be reached by a link of its own where there is no script."""
    objectives = "".join(f"  - id: o{number}\n    title: Number {number}\n" for number in range(11))
    page = site({MARKETING: f"kind: plan\nversion: 1\nteam: a\nquarter: 2026-Q4\nobjectives:\n{objectives}"})[
        "html/tv/index.html"
    ]
    assert re.findall(r'<section class="slide of(\d)" id="(_s\d)"', page) == [("9", "_s1"), ("2", "_s2")]
    assert re.findall(r'<a href="#(_s\d)">(Screen \d)</a>', page) == [("_s1", "Screen 1"), ("_s2", "Screen 2")]


def test_without_a_quarter_there_is_no_screen() -> None:
    """Neither pages nor the files that they load."""
    assert not [path for path in site({"okrs/company.yaml": COMPANY}) if "tv" in path]
