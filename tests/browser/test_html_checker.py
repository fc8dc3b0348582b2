"""The Nu HTML checker reads every page of the site."""

from __future__ import annotations

import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.sites import Site

pytestmark = pytest.mark.browser

_RESOURCE = re.compile(
    r'"file:(?P<page>[^"]+)":[\d.-]+: info warning: Resource violates Content Security Policy \(meta tag\): '
    r"external \w+ “(?P<name>[^”]+)” blocked by “(?P<kind>[\w-]+)” directive\.$"
)
_INLINE = re.compile(
    r'"file:(?P<page>[^"]+)":[\d.-]+: info warning: Inline script violates Content Security Policy \(meta tag\)'
)
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


def test_every_page_is_valid(html_checker: tuple[str, ...], site: Site, hostile: Site, tmp_path: Path) -> None:
    """No error and no warning that is one, also where every text tries to get live; a page with a fault shows that it would be seen.

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
    return [line for line in done.stderr.splitlines() if not _is_allowed(line)]


def _is_allowed(line: str) -> bool:
    """Whether the page's policy allows, in words, what the checker says that it does not.

    A file has no origin for the checker, so it takes the site's own files for foreign; and it knows the tag of an
    inline script only, not the text whose hash the policy names. Both are looked up here, file by file.
    """
    if found := _RESOURCE.match(line):
        page = Path(unquote(found["page"]))
        site = next(folder for folder in page.parents if folder.name == "html")
        own = (page.parent / found["name"]).resolve()
        return own.is_file() and site in own.parents and "'self'" in _allowed(page, found["kind"])
    if found := _INLINE.match(line):
        page = Path(unquote(found["page"]))
        scripts = re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
        hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in scripts]
        return bool(hashes) and hashes == _allowed(page, "script-src")
    return False


def _allowed(page: Path, kind: str) -> list[str]:
    """What the policy of a page says that a kind of resource may come from."""
    policy = _POLICY.search(page.read_text("utf-8"))
    parts = [part.split() for part in policy[1].split(";")] if policy else []
    return next((rest for name, *rest in parts if name == kind), [])
