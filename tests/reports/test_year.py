"""The trend of a year: quarters side by side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from okrlint.reports.year import REPORT
from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, plan_text, site, survey

_CLOSED = "status: closed\n"


def _plan(label: str, value: int, more: str = "") -> str:
    day = {"2025-Q4": "2025-10-06", "2026-Q2": "2026-04-06", "2026-Q3": "2026-07-06", "2026-Q4": "2026-10-05"}[label]
    key_result = (
        f"- title: x\n  metric: mrr\n  baseline: 0\n  target: 100\n  check_ins: {{{day}: {value}}}\n"
        "  close: {cause: budget-short}\n"
    )
    return plan_text(key_result, quarter=label, more=more)


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    """Two years, the second with two quarters that are over and one that runs."""
    plans = {
        "2025-Q4": _plan("2025-Q4", 20, _CLOSED),
        "2026-Q2": _plan("2026-Q2", 40, _CLOSED),
        "2026-Q3": _plan("2026-Q3", 70, _CLOSED),
        "2026-Q4": _plan("2026-Q4", 80),
    }
    files = {f"okrs/{label}/marketing.yaml": text for label, text in plans.items()}
    return site({"okrs/company.yaml": COMPANY, **files})


def _words(text: str) -> str:
    """The text of a page with a blank between cells, as a reader sees them."""
    return re.sub(r"\s+", " ", Parsed(re.sub(r"(</t[dh]>)", r" \1", text)).text)


def test_quarters_side_by_side(built: dict[str, str]) -> None:
    """Planned, reached and the difference; the running quarter is named, and not judged."""
    text = _words(built["html/years/2026.html"])
    assert re.search(r"2026-Q2 .*?0\.65 0\.40 −0\.25", text)
    assert re.search(r"2026-Q3 .*?0\.65 0\.70 \+0\.05", text)
    assert "2026-Q4 not closed yet" in text
    assert "2026-Q4 running" in text


def test_years_lead_to_each_other(built: dict[str, str]) -> None:
    """The menu leads to the newest year, each year to its neighbours."""
    assert 'href="2025.html"' in built["html/years/2026.html"]
    assert 'rel="next" href="2026.html"' in built["html/years/2025.html"]
    assert re.search(r'<a href="years/2026.html">Year</a>', built["html/index.html"])


def test_the_focus_at_the_end_of_each_quarter(built: dict[str, str]) -> None:
    """The last number of each quarter up to the year's last, with its growth."""
    text = _words(built["html/years/2026.html"])
    assert "2025-Q4 2025-10-06 $20 – 2026-Q2 2026-04-06 $40 +100.0% 2026-Q3 2026-07-06 $70 +75.0%" in text
    assert "2026" not in _words(built["html/years/2025.html"]).partition("Number Growth")[2]


def test_what_got_in_the_way_and_what_stayed(built: dict[str, str]) -> None:
    """Reasons by quarter; objectives that a team kept."""
    text = _words(built["html/years/2026.html"])
    assert "the budget did not reach 1 1 1 3" in text
    assert "Be found Marketing, 2026-Q2, 2026-Q3, 2026-Q4" in text


def test_nobody_is_named(built: dict[str, str]) -> None:
    """A trend of people there is not; Ana, who owns it all, does not occur."""
    assert "Ana" in built["html/people/index.html"]
    for path in ("html/years/2026.html", "markdown/years/2026.md"):
        assert "Ana" not in built[path]


def test_the_twin_says_the_same(built: dict[str, str]) -> None:
    """Tables in Markdown with the same numbers."""
    text = built["markdown/years/2026.md"]
    assert "| [2026-Q3](../quarters/2026-q3/README.md) | 0.65 | 0.70 | +0.05 | – | 1.00 |" in text
    assert "| the budget did not reach | 1 | 1 | 1 | 3 |" in text


def test_how_far_off_the_forecast_was(checkout: Path) -> None:
    """Each channel by quarter, where a pipeline file told what was planned and a later one what came."""
    files = {
        file.relative_to(checkout).as_posix(): file.read_text("utf-8") for file in (checkout / "okrs").rglob("*.yaml")
    }
    table = next(iter(REPORT.all_pages(survey(dict(sorted(files.items())))))).data["forecast"]
    assert table.columns == ("Channel", "2026-Q2", "2026-Q3")
    assert ("Paid search", "–", "−20.7%") in table.rows
    assert table.rows[-2:] == (("All leads", "+3.9%", "−12.6%"), ("Leads needed", "1,829", "2,565"))
