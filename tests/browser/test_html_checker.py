"""The Nu HTML checker reads every page of the site."""

from __future__ import annotations

import subprocess

import pytest

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

_NOT_SO = "Resource violates Content Security Policy (meta tag)"
"""A file has no origin for the checker, so it takes the site's own files for foreign; test_open.py sees them loaded."""


def test_every_page_is_valid(html_checker: tuple[str, ...], site: Site) -> None:
    """No error and no warning in any page of the example company."""
    assert _complaints(html_checker, site) == []


def test_every_page_full_of_payloads_is_valid(html_checker: tuple[str, ...], hostile: Site) -> None:
    """Nor where every text tries to get live."""
    assert _complaints(html_checker, hostile) == []


def test_the_checker_sees_an_error(html_checker: tuple[str, ...], site: Site) -> None:
    """The test itself would notice."""
    broken = site.html.parent / "broken"
    broken.mkdir()
    (broken / "page.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>", "utf-8")
    assert any("Duplicate ID" in line for line in _complaints(html_checker, Site(broken, {})))


def _complaints(checker: tuple[str, ...], site: Site) -> list[str]:
    # The words of plans are in the language of their authors; the checker would guess at it.
    call = (*checker, "--skip-non-html", "--no-langdetect", "--format", "gnu", str(site.html))
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    lines = done.stderr.replace(f"{site.html}/", "").splitlines()
    return [line for line in lines if _NOT_SO not in line]
