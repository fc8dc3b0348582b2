"""Contrast of colours as WCAG 2.2 defines it, and the colours of a style sheet."""

from __future__ import annotations

import re


def tokens(css: str) -> list[dict[str, str]]:
    """The colours of each `:root` block of a sheet that gives some, by their names."""
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    found = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in blocks)
    return [colours for colours in found if colours]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, unrounded."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
