"""The sheet and the script of the screens on the wall."""

from __future__ import annotations

import re

import pytest

from okrlint.rendering.assets import asset, sheet
from tests.rendering.contrast import contrast, tokens

CSS = asset("tv.css").decode()
SCRIPT = asset("tv.js").decode()
_LIGHT, _DARK = tokens(CSS)
LOOKS = {"light": _LIGHT, "dark": _DARK}


def test_every_look_has_every_colour() -> None:
    """Dark gives every token anew."""
    assert set(_LIGHT) == set(_DARK)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("ground", ["page", "card"])
@pytest.mark.parametrize("ink", ["text", "muted", "link", "good", "fair", "poor", "none"])
def test_text_can_be_read_from_afar(look: str, ink: str, ground: str) -> None:
    """Every ink has at least 7:1 on every ground."""
    assert contrast(LOOKS[look][ink], LOOKS[look][ground]) >= 7


@pytest.mark.parametrize("look", LOOKS)
def test_the_grey_head_can_be_read(look: str) -> None:
    """Old data turns the head grey; what it says stays in sight, and the weeks can be told apart."""
    assert contrast(LOOKS[look]["page"], LOOKS[look]["edge"]) >= 4.5
    assert contrast(LOOKS[look]["edge"], LOOKS[look]["page"]) >= 3
    assert contrast(LOOKS[look]["link"], LOOKS[look]["page"]) >= 3


def test_colours_are_tokens() -> None:
    """No rule names a colour of its own."""
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)) == []


@pytest.mark.parametrize("text", [pytest.param(CSS, id="sheet"), pytest.param(SCRIPT, id="script")])
def test_nothing_is_fetched(text: str) -> None:
    """No font, no other sheet, no address; the script asks for nothing but a picture of its own site."""
    assert not re.search(r"url\(|@import|@font-face|https?:|fetch\(|XMLHttpRequest|import\s|eval\(|innerHTML", text)


def test_they_are_small() -> None:
    """The sheet takes at most 8 KB, the script at most 10."""
    assert len(sheet("tv.css")) <= 8 * 1024
    assert len(SCRIPT.encode()) <= 10 * 1024


def test_it_reloads_seldom() -> None:
    """Every five minutes at the most."""
    assert "RELOAD = 5 * MINUTE" in SCRIPT
    assert "MINUTE = 60000" in SCRIPT
