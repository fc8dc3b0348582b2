"""The page for addresses that a site does not have: it is seen at any depth."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from okrlint.rendering.publication import Publication
from okrlint.reports import build_site
from tests.rendering.parsed_html import Parsed
from tests.reports.sites import MARKETING, plan_text, report_input

PLANS = {MARKETING: plan_text("- title: x\n")}


@pytest.fixture(scope="module")
def anywhere() -> str:
    """The page of a site that does not know where it will stand."""
    return build_site(report_input(PLANS))["html/404.html"].decode()


def test_its_script_is_the_one_that_the_policy_allows(anywhere: str) -> None:
    """By its hash, and no other, nor any file."""
    script = re.search(r"<script>(.*?)</script>", anywhere, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    policy = next(found["content"] for _, found in Parsed(anywhere).elements if found.get("http-equiv"))
    assert f"; script-src 'sha256-{digest}'" in policy
    assert policy.count("script-src") == 1


def test_it_lists_the_quarters(anywhere: str) -> None:
    """And the way to the first page."""
    assert '<li><a href="quarters/2026-q4/index.html">2026-Q4</a></li>' in anywhere
    assert '<a href="index.html">To the first page</a>' in anywhere


def test_at_a_known_address_it_needs_no_script() -> None:
    """Every link, the style sheet among them, begins at the root of the site."""
    publication = Publication("https://example.com/okrs/")
    page = Parsed(build_site(report_input(PLANS), publication)["html/404.html"].decode())
    links = [link for link in page.values("href") if not link.startswith(("#", "https://"))]
    assert "script" not in page.tags
    assert links
    assert all(link.startswith("/okrs/") for link in links)
