"""The style sheet: colours that everybody can read, nothing fetched from elsewhere."""

from __future__ import annotations

import re

import pytest

from okrlint.rendering.assets import asset
from okrlint.rendering.icons import SHAPES
from okrlint.rendering.site import static_files
from tests.rendering.contrast import contrast, tokens

CSS = asset("style.css").decode()
_TOKENS = tokens(CSS)
LOOKS = {"light": _TOKENS[0], "dark": {**_TOKENS[0], **_TOKENS[1]}, "print": {**_TOKENS[0], **_TOKENS[2]}}

TEXT = [
    *(
        (ink, ground)
        for ink in ("text", "muted", "link", "good", "fair", "poor", "none")
        for ground in ("page", "card")
    ),
    *((tone, f"{tone}-tint") for tone in ("good", "fair", "poor", "none", "link")),
    ("text", "link-tint"),
    ("muted", "link-tint"),
]
GRAPHICS = [
    *((tone, ground) for tone in ("good", "fair", "poor", "none", "link") for ground in ("card", "track", "band")),
    *((mark, ground) for mark in ("edge", "text") for ground in ("page", "card", "track")),
    ("edge", "link-tint"),
    ("link", "page"),
    ("good", "page"),
    ("fair", "page"),
    ("poor", "page"),
    ("none", "page"),
]


def test_contrast_of_black_and_white() -> None:
    """The formula gives the two ratios that everybody knows."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_every_look_has_every_colour() -> None:
    """Dark gives every token anew, so that no light colour shines through; paper starts from the light ones."""
    assert len(_TOKENS) == 3
    assert set(_TOKENS[0]) == set(_TOKENS[1]) > set(_TOKENS[2])
    assert "@media screen and (prefers-color-scheme: dark)" in CSS


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(look: str, ink: str, ground: str) -> None:
    """Every ink has at least 4.5:1 on every ground that it is used on."""
    assert contrast(LOOKS[look][ink], LOOKS[look][ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_graphics_can_be_seen(look: str, mark: str, ground: str) -> None:
    """Every mark of a chart has at least 3:1 on what lies under it."""
    assert contrast(LOOKS[look][mark], LOOKS[look][ground]) >= 3


def test_colours_are_tokens() -> None:
    """No rule names a colour of its own: a theme needs to replace the tokens only."""
    rules = re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rules) == []


def test_nothing_is_fetched() -> None:
    """No font, no picture, no other sheet."""
    assert not re.search(r"url\(|@import|@font-face|expression\(", CSS)


def test_the_sheet_is_small() -> None:
    """At most 16 KB as the site carries it, uncompressed."""
    assert len(static_files()["style.css"]) <= 16 * 1024


def test_the_sheet_says_the_same_on_the_site() -> None:
    """Comments and blanks are all that is left out."""
    served = static_files()["style.css"].decode()
    bare = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    assert re.sub(r";(?=\})", "", re.sub(r"\s+", "", served)) == re.sub(r";(?=\})", "", re.sub(r"\s+", "", bare))
    assert "/*" not in served
    assert served.count("\n") > 100


def test_texts_in_quotes_keep_their_blanks() -> None:
    """What the sheet writes onto a page, and the names of fonts, stay as they are."""
    assert sorted(re.findall('"[^"]*"', static_files()["style.css"].decode())) == sorted(re.findall('"[^"]*"', CSS))


@pytest.mark.parametrize(
    "feature",
    [
        "forced-colors: active",
        "@media print",
        ":focus-visible",
        ".skip:focus",
        "max-width: 40rem",
    ],
)
def test_every_reader_is_thought_of(feature: str) -> None:
    """Dark, high contrast, paper, keyboard and a small screen each have their rules."""
    assert feature in CSS


def test_parts_of_icons_need_no_ancestor() -> None:
    """An icon that comes again is drawn by reference, where no rule sees what stands around it: one class each."""
    parts = {
        name for shape in SHAPES.values() for value in re.findall(r'class="([^"]+)"', shape) for name in value.split()
    }
    assert parts
    for sheet in (CSS, asset("tv.css").decode()):
        chosen = re.findall(r"^([^{}\n]+) \{", sheet, re.MULTILINE)
        for name in parts:
            assert f".{name}" in chosen
            assert [one for one in chosen if f" .{name}" in one] == []
