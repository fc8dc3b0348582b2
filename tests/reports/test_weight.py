"""What pages weigh: a page of a busy objective, and those of the example company."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reports.sites import part
from tests.reports.weight import LAST_DAY, WEEKS, files

KILOBYTE = 1024
OBJECTIVE = "html/quarters/2026-q4/marketing/agencies.html"


@pytest.fixture(scope="module")
def busy() -> str:
    """The page of an objective with four key results that were checked in on every week."""
    return part(files(), re.escape(OBJECTIVE), LAST_DAY)[OBJECTIVE]


def test_a_busy_objective_is_a_light_page(busy: str) -> None:
    """Four key results, 52 check-ins, some of them with notes, and actions: at most 12 KB."""
    assert len(busy.encode()) <= 12 * KILOBYTE


def test_a_light_page_says_everything(busy: str) -> None:
    """Every number and day of every check-in, the notes, and a title and a description in each chart."""
    assert busy.count("<article") == 4
    assert busy.count(f"{WEEKS} check-ins (confidence)</summary>") == 4
    assert len(re.findall(r"\d\d-\d\d \$?[\d,.]+ \(0\.\d\)", busy)) == 4 * WEEKS
    assert busy.count('<svg class="line"') == busy.count('<svg class="bullet"') == 4
    assert len(re.findall(r'role="img"><title>[^<]+</title><desc>[^<]+</desc>', busy)) == 8
    assert "the third waits for the legal review" in busy


def test_pages_of_the_example_are_light(checkout: Path) -> None:
    """The plans of the example company, as they are: no page has more than 30 KB."""
    plans = {
        file.relative_to(checkout).as_posix(): file.read_text("utf-8") for file in (checkout / "okrs").rglob("*.yaml")
    }
    sizes = {path: len(text.encode()) for path, text in part(plans, r"^html/.*\.html$").items()}
    assert len(sizes) > 50
    assert {path: size for path, size in sizes.items() if size > 30 * KILOBYTE} == {}
