"""Badges: small pictures that say in words what they show."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from okrlint.rendering.badge import TONES, Badge, badge_endpoint, badge_svg
from tests.rendering.contrast import contrast
from tests.rendering.payloads import PAYLOADS

SVG = "{http://www.w3.org/2000/svg}"


def _long(ink: str) -> str:
    return "#" + "".join(2 * digit for digit in ink[1:]) if len(ink) == 4 else ink


@pytest.mark.parametrize("tone", TONES)
def test_text_can_be_read_in_light_and_dark(tone: str) -> None:
    """At least 4.5:1 on the grounds of both halves, in both looks."""
    light, dark = badge_svg(Badge("label", "message", tone)).decode().split("@media(prefers-color-scheme:dark)")
    for sheet in (light, dark):
        ink = re.search(r"text\{[^}]*fill:(#\w+)", sheet)
        grounds = re.findall(r"\.[ab]\{fill:(#\w+)", sheet)
        assert ink
        assert len(grounds) == 2
        assert all(contrast(_long(ink[1]), _long(ground)) >= 4.5 for ground in grounds)


@pytest.mark.parametrize("text", [*PAYLOADS, "“" * 300, "\U0001f680" * 300, "&" * 300, "W" * 300, ""])
def test_any_text_gives_a_small_still_picture(text: str) -> None:
    """At most 1 KB of well-formed SVG with a title and no element that another text would not have."""
    data = badge_svg(Badge(text, text, "link"))
    root = ElementTree.fromstring(data)  # noqa: S314 - our own output is what is tried

    assert len(data) <= 1024
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == root[0].attrib["id"]
    assert [found.tag.removeprefix(SVG) for found in root.iter()] == [
        "svg",
        "title",
        "style",
        "rect",
        "path",
        "text",
        "text",
    ]
    assert {name for found in root.iter() for name in found.attrib} == {
        *("width", "height", "role", "aria-labelledby", "id", "class", "rx", "d", "x", "y", "textLength"),
    }


def test_the_title_says_both_halves() -> None:
    """A reader without the picture hears what it shows; what is cut ends in dots."""
    root = ElementTree.fromstring(badge_svg(Badge("A & B", "word " * 60, "good")))  # noqa: S314 - as above

    assert str(root[0].text).startswith("A & B: word word")
    assert str(root[0].text).endswith("…")


@pytest.mark.parametrize("text", PAYLOADS)
def test_the_endpoint_form_is_plain_data(text: str) -> None:
    """What services read: version, label, message and a colour."""
    data = json.loads(badge_endpoint(Badge(text, "x", "poor")))

    assert data == {"schemaVersion": 1, "label": " ".join(text.split()), "message": "x", "color": "b3261e"}
