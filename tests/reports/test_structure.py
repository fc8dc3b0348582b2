"""What holds for every page of a site, whatever is on it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest

from okrlint.model.as_of import newest_recorded
from okrlint.model.portfolio import build_portfolio
from okrlint.reports import build_site
from okrlint.source.reader import read
from okrlint.views.report import ReportInput
from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, MARKETING, html_of, plan_text, site, target_of

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; script-src 'self'"
SEARCH = "html/search.html"
"""The one page with a field to type into."""
WITH_A_SCRIPT = frozenset(("html/404.html",))
"""Pages that are more than words and drawings; each has a test of its own."""
HTML_ONLY = frozenset(("html/404.html", "html/a-z.html", "html/data.html", "html/search.html"))
"""Pages that make no sense in Markdown."""
SCREENS = "html/tv/"
"""Where the screens for a wall are: with a script and a sheet of their own, and without Markdown."""


@pytest.fixture(scope="module")
def example(checkout: Path) -> dict[str, str]:
    """The site of our own example company."""
    files = sorted((checkout / "okrs").rglob("*.yaml"))
    documents = [read(file.read_bytes(), file.relative_to(checkout).as_posix()) for file in files]
    portfolio = build_portfolio(documents)
    day = newest_recorded(portfolio.plans)
    assert day is not None
    built = build_site(ReportInput(portfolio, (), day, portfolio.company))
    return {path: data.decode() for path, data in built.items()}


@pytest.fixture(scope="module")
def pages(example: dict[str, str]) -> dict[str, Parsed]:
    """Its HTML pages as a browser would read them."""
    return {path: Parsed(text) for path, text in html_of(example).items()}


def test_every_page_is_well_formed(pages: dict[str, Parsed]) -> None:
    """Tags nest, attributes occur once, and there is no comment."""
    assert {path: page.faults for path, page in pages.items() if page.faults} == {}


def test_ids_are_unique(pages: dict[str, Parsed]) -> None:
    """No id occurs twice on a page."""
    for path, page in pages.items():
        assert [name for name, count in Counter(page.values("id")).items() if count > 1] == [], path


def test_labels_point_to_ids(pages: dict[str, Parsed]) -> None:
    """Whatever is labelled by an id has it on the same page."""
    for path, page in pages.items():
        named = {name for value in page.values("aria-labelledby") for name in value.split()}
        assert named <= set(page.values("id")), path


def test_links_lead_somewhere(pages: dict[str, Parsed], example: dict[str, str]) -> None:
    """Every relative link, style sheet and icon exists in the site, and so does the place on the page."""
    for path, page in pages.items():
        for link in page.values("href"):
            if link.startswith("https://"):
                continue
            target, anchor = target_of(path, link)
            assert target in example, f"{path} → {link}"
            assert not anchor or anchor in pages[target].values("id"), f"{path} → {link}"


def test_markdown_links_lead_somewhere(example: dict[str, str]) -> None:
    """The same for the Markdown twin, which has a page for every page that makes sense there."""
    markdown = {path: text for path, text in example.items() if path.startswith("markdown/")}
    twins = {path for path in html_of(example) if path not in HTML_ONLY and not path.startswith(SCREENS)}
    assert len(markdown) == len(twins)
    for path, text in markdown.items():
        for link in re.findall(r"\]\(([^)]*)\)", text):
            assert target_of(path, link)[0] in example, f"{path} → {link}"


def test_nothing_comes_from_elsewhere(pages: dict[str, Parsed]) -> None:
    """A page loads the style sheet, the icon and the script of its own site and nothing else."""
    for path, page in pages.items():
        if path in WITH_A_SCRIPT or path.startswith(SCREENS):
            continue
        root = "../" * (path.count("/") - 1)
        loaded = [found.get("href") for tag, found in page.elements if tag == "link"]
        assert loaded == [f"{root}icon.svg", f"{root}style.css"], path
        scripts = [found for tag, found in page.elements if tag == "script"]
        assert scripts == [{"src": f"{root}search.js", "defer": ""}], path
        fields: set[str] = set() if path == SEARCH else {"form", "input", "select", "button", "textarea"}
        assert not page.tags & {"img", "iframe", "object", "embed", "style", "audio", "video", *fields}
        assert [found["src"] for _, found in page.elements if "src" in found] == [f"{root}search.js"]
        assert not page.attributes & {"style", "srcset", "background", "action"}
        assert not [name for name in page.attributes if name.startswith("on")]


def test_every_page_has_its_frame(pages: dict[str, Parsed]) -> None:
    """Language, width, policy, no index, a skip link first, one main part, one first heading, the day."""
    for path, page in pages.items():
        metas = {
            found.get("http-equiv") or found.get("name"): found.get("content")
            for tag, found in page.elements
            if tag == "meta"
        }
        assert ("html", {"lang": "en"}) in page.elements, path
        assert metas["Content-Security-Policy"] == POLICY or path in WITH_A_SCRIPT or path.startswith(SCREENS)
        assert metas["robots"] == "noindex"
        assert "width=device-width" in (metas["viewport"] or "")
        assert next(found for tag, found in page.elements if tag == "a") == {"class": "skip", "href": "#_main"}
        assert Counter(tag for tag, _ in page.elements)["main"] == 1
        assert Counter(tag for tag, _ in page.elements)["h1"] == 1
        assert "Data as of 2026-" in page.text


def test_headings_go_down_one_step_at_a_time(pages: dict[str, Parsed]) -> None:
    """A screen reader's outline has no holes."""
    for path, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (path, levels)


def test_pictures_have_words(pages: dict[str, Parsed]) -> None:
    """Every drawing is a chart with a role, a title and a description, or an icon hidden beside its word."""
    for path, page in pages.items():
        for place, (tag, found) in enumerate(page.elements):
            if tag == "svg" and found.get("aria-hidden") != "true":
                within = [name for name, _ in page.elements[place + 1 : place + 3]]
                assert (found.get("role"), within) == ("img", ["title", "desc"]), path


def test_no_page_lists_the_whole_site(example: dict[str, str]) -> None:
    """Plans of other quarters and teams are not in a plan's page, but for its own neighbours."""
    text = example["html/quarters/2026-q4/marketing/index.html"]
    others = {
        link
        for link in re.findall(r'href="([^"#]+)', text)
        if "/quarters/" in link and "/2026-q4/marketing/" not in link
    }
    assert len(others) <= 3


def test_classes_have_a_rule(pages: dict[str, Parsed], example: dict[str, str]) -> None:
    """The style sheet knows every class that a page uses, so that nothing is left without a look."""
    css = example["html/style.css"] + example["html/tv.css"]
    used = {name for page in pages.values() for value in page.values("class") for name in value.split()}
    assert {name for name in used if f".{name}" not in css} == set()


def test_pages_stay_small(example: dict[str, str]) -> None:
    """The page of a plan or an objective takes at most 30 KB, half of them at most 15 KB."""
    sizes = sorted(len(text.encode()) for path, text in html_of(example).items() if path.count("/") == 4)
    assert sizes[-1] <= 30_000
    assert sizes[len(sizes) // 2] <= 15_000


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param(
            {"okrs/company.yaml": COMPANY}, "Our focus: Monthly recurring revenue", id="a company without plans"
        ),
        pytest.param({MARKETING: plan_text("- title: Something")}, "2026-Q4", id="a plan without a company"),
        pytest.param({MARKETING: "kind: plan\nversion: 1\n"}, "OKRs", id="a plan of nothing"),
        pytest.param({MARKETING: "kind: plan\nteam: [1]\nquarter: {a: 1}\nobjectives: 7\n"}, "OKRs", id="wrong shapes"),
        pytest.param({MARKETING: "a: [1"}, "OKRs", id="a file that is no YAML"),
        pytest.param({}, "OKRs", id="nothing at all"),
    ],
)
def test_odd_repositories_get_a_site_too(files: dict[str, str], words: str) -> None:
    """Whatever could be read is shown, and every page is whole."""
    built = site(files)
    for path, text in html_of(built).items():
        assert Parsed(text).faults == [], path
    assert words in Parsed(built["html/index.html"]).text
