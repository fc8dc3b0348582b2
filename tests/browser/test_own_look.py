"""A page as one file to mail, and the site in somebody else's look."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.rendering.publication import Publication
from okrlint.rendering.single_file import single_file
from okrlint.reports import build_site
from okrlint.workspace.theme_folder import read_theme
from tests.browser.conftest import Opened
from tests.browser.sites import KINDS, Site
from tests.reports.sites import COMPANY, MARKETING, plan_text, report_input

pytestmark = pytest.mark.browser

_AT_THE_TOP = "document.querySelectorAll('.top').forEach(one => one.remove())"
"""Two lines where there is a menu, one where there is none."""
_WITHOUT_WAYS = "document.querySelectorAll('nav').forEach(one => one.remove())"
_BOX = """[...document.querySelectorAll('main *')].map(one => {
    const box = one.getBoundingClientRect();
    return [one.textContent.slice(0, 40), ...[box.x, box.y, box.width, box.height].map(Math.round)];
})"""
"""Where each thing of the page stands, and how large it is, in pixels."""


def test_a_page_alone_asks_for_nothing(opened: Opened, site: Site, tmp_path: Path) -> None:
    """Each kind of page as one file: no request, no complaint, and it is drawn as it is in the site."""
    alone, whole = opened(None, script=False), opened(None, script=False)
    asked: list[str] = []
    said: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.on("console", lambda message: said.append(message.text))
    files = {path.relative_to(site.html).as_posix(): path.read_bytes() for path in site.html.rglob("*.*")}
    for kind in KINDS:
        path = site.largest[kind].relative_to(site.html).as_posix()
        file = tmp_path / f"{kind}.html"
        file.write_text(single_file(files[path].decode(), path, files), "utf-8")
        alone.goto(file.as_uri())
        whole.goto(site.largest[kind].as_uri())
        whole.evaluate(_WITHOUT_WAYS)
        assert alone.inner_text("main").split() == whole.inner_text("main").split(), kind
        whole.evaluate(_AT_THE_TOP)
        alone.evaluate(_AT_THE_TOP)
        assert alone.evaluate(_BOX) == whole.evaluate(_BOX), kind
    assert [url for url in asked if not url.startswith((tmp_path.as_uri(), "data:"))] == []
    assert said == []


_TOKENS = ":root { --link: #7a1f5c; --font: Georgia, serif; }\n"
_FOOTER = """{% extends "okrlint/rendering/base.html.j2" %}
{% block footer %}<p class="ours">{{ site["name"] }}, <b>by us</b></p>{% endblock %}
"""
_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><path d="M0 0h32v32z"/></svg>'
)


def test_a_theme_is_worn(opened: Opened, tmp_path: Path) -> None:
    """Colours, font, logo and a block of a theme are on the page, and nothing is refused."""
    theme = tmp_path / "brand"
    for name, text in (
        ("tokens.css", _TOKENS),
        ("assets/logo.svg", _LOGO),
        ("templates/rendering/base.html.j2", _FOOTER),
    ):
        (theme / name).parent.mkdir(parents=True, exist_ok=True)
        (theme / name).write_text(text, "utf-8")
    plans = {"okrs/company.yaml": COMPANY, MARKETING: plan_text("- title: Leads\n  id: leads\n")}
    for path, data in build_site(report_input(plans), Publication(theme=read_theme(theme))).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page = opened(None)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / "html" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('main a')).color") == "rgb(122, 31, 92)"
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Georgia")
    assert page.evaluate("document.querySelector('header img').naturalWidth") == 32
    assert page.inner_text("footer .ours") == "Northwind, by us"
    assert said == []
