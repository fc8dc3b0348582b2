"""The Nu HTML checker reads every page of the site."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

_NOT_SO = (
    # A file has no origin for the checker, so it takes the site's own files for foreign; test_open.py sees them loaded.
    r"Resource violates Content Security Policy \(meta tag\)",
    # It knows the tag of a script only, not the text whose hash the policy names; test_open.py sees the script run.
    r'/404\.html":[\d.-]+: info warning: Inline script violates Content Security Policy \(meta tag\)',
)


def test_every_page_is_valid(html_checker: tuple[str, ...], site: Site, hostile: Site, tmp_path: Path) -> None:
    """No error and no warning, also where every text tries to get live; a page with a fault shows that it would be seen.

    The checker takes its time to start, so it starts once.
    """
    (tmp_path / "broken.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>", "utf-8")
    complaints = _complaints(html_checker, site.html, hostile.html, tmp_path)
    assert [line for line in complaints if "broken.html" not in line] == []
    assert any("Duplicate ID" in line for line in complaints)


def _complaints(checker: tuple[str, ...], *folders: Path) -> list[str]:
    # The words of plans are in the language of their authors; the checker would guess at it.
    call = (*checker, "--skip-non-html", "--no-langdetect", "--format", "gnu", *map(str, folders))
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    return [line for line in done.stderr.splitlines() if not any(re.search(words, line) for words in _NOT_SO)]
