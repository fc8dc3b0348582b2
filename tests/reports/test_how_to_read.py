"""The help page explains every word, with the shape that the other pages give it."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest

from okrlint.rendering.icons import SHAPES
from okrlint.views.actions import ACTIONS
from okrlint.views.channel_verdicts import VERDICTS
from okrlint.views.findings import SEVERITIES
from okrlint.views.promised import SUMS
from okrlint.views.statuses import DRAFT, DROPPED, NO_SCORE, PACE, PAR, Status
from tests.reports.sites import MARKETING, plan_text, site

EXPLAINED = (*PACE.values(), *PAR.values(), NO_SCORE, DRAFT, DROPPED, *ACTIONS, *SEVERITIES, *VERDICTS, *SUMS)


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    """A small site."""
    return site({MARKETING: plan_text("- title: x")})


def _drawn_each_time(page: str) -> str:
    """The page with each icon drawn where it is seen, as a browser does with one that is drawn once."""
    drawn = dict(re.findall(r'<symbol id="(\w+)"[^>]*>(.*?)</symbol>', page))
    bare = re.sub(r"<symbol.*?</symbol>", "", page)
    return re.sub(r'<use href="#(_i\d+)"/>', lambda found: drawn[found[1]], bare)


@pytest.mark.parametrize("status", [pytest.param(one, id=f"{one.word}, {one.shape}") for one in EXPLAINED])
def test_every_word_is_explained(built: dict[str, str], status: Status) -> None:
    """With its shape and its colour, and in Markdown too."""
    shown = rf'<span class="status {status.tone}"><svg[^>]*>{re.escape(SHAPES[status.shape])}</svg>{re.escape(escape(status.word))}<'
    assert status.meaning
    page = _drawn_each_time(built["html/how-to-read.html"])
    assert re.search(shown + rf"/span></dt><dd>{re.escape(escape(status.meaning, quote=False))}</dd>", page)
    assert f"| {status.word} | " in built["markdown/how-to-read.md"]


@pytest.mark.parametrize("kind", ["bullet", "line", "strip", "calibration"])
def test_every_chart_has_a_sample(built: dict[str, str], kind: str) -> None:
    """Drawn as everywhere else."""
    assert f'<svg class="{kind}"' in built["html/how-to-read.html"]


@pytest.mark.parametrize("key", ["Tab", "/", "p", "←", "→"])
def test_keys_are_told(built: dict[str, str], key: str) -> None:
    """Whatever can be done with a key is listed."""
    assert f"<kbd>{key}</kbd>" in built["html/how-to-read.html"]


def test_the_marks_that_are_told_are_those_that_are_drawn(built: dict[str, str]) -> None:
    """The legend of the line names what the line has: pace, par pace and where it may end."""
    page = built["html/how-to-read.html"]
    drawn = re.search(r'<svg class="line".*?</svg>', page)
    assert drawn is not None
    assert all(f'class="{name}"' in drawn[0] for name in ("weeks", "cone", "pace", "par"))
    assert all(name in page for name in ("l-dash", "l-dots", "l-cone"))


def test_the_guide_gives_the_same_verdicts(checkout: Path) -> None:
    """The table in docs/pipeline.md has the words and meanings of the page, in its order."""
    rows = "".join(f"| {verdict.word} | {verdict.meaning} |\n" for verdict in VERDICTS)
    assert rows in (checkout / "docs" / "pipeline.md").read_text("utf-8")
