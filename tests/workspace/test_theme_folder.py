from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.errors import OkrlintError
from okrlint.rendering import sandbox
from okrlint.rendering.publication import Publication
from okrlint.rendering.theme import Theme
from okrlint.reports import build_site
from okrlint.workspace.theme_folder import read_theme
from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, MARKETING, MARKETING_PAGE, plan_text, report_input
from tests.themes_page import PAGE, example, refreshed

TITLE = "<b onclick=alert(1)>Be found</b>"
PLANS = {
    "okrs/company.yaml": COMPANY,
    MARKETING: plan_text("- title: Leads\n  id: leads\n").replace("Be found", f'"{TITLE}"'),
}
BASE = "templates/rendering/base.html.j2"
EXTENDS = '{% extends "okrlint/rendering/base.html.j2" %}'


def _folder(place: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


def _site(theme: Theme) -> dict[str, str]:
    built = build_site(report_input(PLANS), Publication(theme=theme))
    return {path: data.decode("utf-8", "replace") for path, data in built.items()}


def _footer(body: str) -> str:
    return f"{EXTENDS}\n{{% block footer %}}\n{body}\n{{% endblock %}}\n"


def test_the_example_of_the_docs_works(tmp_path: Path) -> None:
    """What the page about themes shows is a theme: footer on each page, tokens, font and logo in the site."""
    files: dict[str, str | bytes] = {
        **example(PAGE.read_text("utf-8")),
        "assets/logo.svg": "<svg/>",
        "assets/brand.woff2": b"font",
    }
    built = _site(read_theme(_folder(tmp_path / "brand", files)))
    page = built[MARKETING_PAGE]
    assert "Ask in the <strong>OKR</strong> channel" in page
    assert "How to read this" in page
    assert '<link rel="stylesheet" href="../../../theme/tokens.css">' in page
    assert '<img src="../../../theme/logo.svg" alt="" height="32">' in page
    assert "font-src 'self'" in page
    assert "--link: #6b21a8" in built["html/theme/tokens.css"]
    assert built["html/theme/brand.woff2"] == "font"


def test_the_docs_list_every_block() -> None:
    """The list of blocks is the one that the templates have: `python -m tests.themes_page`, or `make docs`."""
    text = PAGE.read_text("utf-8")
    assert refreshed(text) == text


def test_an_empty_theme_changes_no_page(tmp_path: Path) -> None:
    """Our own templates give the same bytes in the sandbox as outside of it."""
    plain = {path: data.decode() for path, data in build_site(report_input(PLANS)).items()}
    assert _site(read_theme(tmp_path)) == plain


def test_what_lies_beside_is_no_part(tmp_path: Path) -> None:
    """A read-me, a licence and hidden files are passed over."""
    theme = read_theme(_folder(tmp_path, {"README.md": "x", "LICENSE": "x", ".git/config": "x", "tokens.css": "a{}"}))
    assert [name for name, _ in theme.files] == ["theme/tokens.css"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param({"token.css": ""}, "token.css: not a part of a theme", id="a misspelt sheet"),
        pytest.param({"assets/x.exe": ""}, "x.exe: not a part of a theme", id="a type that is not known"),
        pytest.param({"assets/a b.svg": ""}, "a b.svg: not a part of a theme", id="an odd name"),
        pytest.param({"tokens.css": b"\xff"}, "tokens.css: it is not UTF-8", id="no text"),
        pytest.param({"tokens.css": "\n@import 'x';"}, "tokens.css:2: pages load nothing", id="another sheet"),
        pytest.param({"tokens.css": "a{b:url( 'https://x/y')}"}, "tokens.css:1: pages load", id="an address"),
        pytest.param({"tokens.css": "a" * 70_000}, "tokens.css: it is larger than 64 KiB", id="a large sheet"),
        pytest.param({"assets/a.png": b"a" * 600_000}, "a.png: it is larger than 512 KiB", id="a large picture"),
        pytest.param({f"assets/{n}.png": "" for n in range(101)}, "more than 100 files", id="many files"),
        pytest.param(
            {f"assets/{n}.png": b"a" * 500_000 for n in range(9)}, "holds more than 4,096 KiB", id="a large theme"
        ),
        pytest.param(
            {"templates/plan/pag.html.j2": ""}, "there is no such template; did you mean plan/page.html.j2?", id="a slip"
        ),
        pytest.param({BASE: "a\n{% if %}"}, f"{BASE}:2: Expected an expression", id="broken syntax"),
        pytest.param({BASE: "{{ x|safe }}"}, f"{BASE}:1: No filter named 'safe'", id="printing as it is"),
        pytest.param({BASE: "{{ 1|xmlattr }}"}, f"{BASE}:1: No filter named 'xmlattr'", id="a filter that is not harmless"),
        pytest.param(
            {BASE: f"{EXTENDS}\n\n{{% block foter %}}{{% endblock %}}"},
            f"{BASE}:3: there is no block foter to override; did you mean footer?",
            id="a block that is not there",
        ),
        pytest.param({BASE: "(" * 30_000}, None, id="only text"),
        pytest.param({BASE: "{{ " + "(" * 30_000}, f"{BASE}:1: ", id="deep nesting"),
    ],
)  # fmt: skip
def test_a_fault_of_a_theme_is_one_sentence(tmp_path: Path, files: dict[str, str | bytes], words: str | None) -> None:
    """File and line where there is one, before any page is made."""
    folder = _folder(tmp_path, files)
    if words is None:
        read_theme(folder)
        return
    with pytest.raises(OkrlintError) as raised:
        read_theme(folder)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


DOUBLING = "{% set x = 'ab' %}" + "{% set x = x ~ x %}" * 40
CAPTURING = "{% set x %}ab{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40
CALLING = "{% macro m(x, n) %}{% if n %}{{ m([x, x]|join, n - 1) }}{% endif %}{% endmacro %}{{ m('ab', 60) }}"
BRANCHING = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
INCLUDING = "{% include 'own/a.html.j2' %}" * 2


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("{{ nothing }}", "'nothing' is undefined", id="a name that is not there"),
        pytest.param("{{ page.nothing }}", "has no attribute 'nothing'", id="a field that is not there"),
        pytest.param("{{ page['title'].__class__ }}", "unsafe", id="a way into Python"),
        pytest.param("{{ link.__wrapped__.__globals__ }}", "unsafe", id="the globals of a function"),
        pytest.param("{{ ''.format }}", "unsafe", id="a format string"),
        pytest.param("{{ site.update({'name': 'x'}) }}", "unsafe", id="changing what others see"),
        pytest.param("{% include '../../x' %}", "there is no template", id="a file outside"),
        pytest.param("{% include '/etc/passwd' %}", "there is no template", id="a file by its full path"),
        pytest.param("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}", "20,000 rounds", id="loops"),
        pytest.param("{% for i in range(999999999) %}{% endfor %}", "Range too big", id="a large range"),
        pytest.param("{{ 'a' * 999999999 }}", "* is for numbers only", id="a long text"),
        pytest.param("{{ 9 ** 999999999 }}", "a number is too large", id="a large number"),
        pytest.param("{{ '%999999999d' % 1 }}", "% is for numbers only", id="a wide number"),
        pytest.param(DOUBLING, "more than 1,048,576 characters", id="doubling"),
        pytest.param(CAPTURING, "more than 1,048,576 characters", id="doubling by capturing"),
        pytest.param(CALLING, "more than 1,048,576 characters", id="doubling by calling"),
        pytest.param(BRANCHING, "20,000 rounds", id="branching"),
        pytest.param(INCLUDING, "calls itself", id="including itself"),
        pytest.param("{{ site.get('nothing') }}", "a template prints None", id="a hole"),
    ],
)  # fmt: skip
def test_nothing_in_a_template_gets_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, words: str) -> None:
    """Whatever a template tries, the run ends in a sentence with the line in the theme."""
    monkeypatch.setattr(sandbox, "MOST_STEPS", 20_000)
    theme = read_theme(_folder(tmp_path, {BASE: _footer(body), "templates/own/a.html.j2": INCLUDING}))
    with pytest.raises(OkrlintError) as raised:
        _site(theme)
    assert words in str(raised.value)
    assert ":3: " in str(raised.value) or "own/a.html.j2:1: " in str(raised.value)


@pytest.mark.parametrize(
    "body",
    ["{{ page.title }}", "{% autoescape false %}{{ page['title'] }}{% endautoescape %}", "{{ [page.title]|join('<') }}",
     "{{ page.title|string }}", "{% set x %}{{ page.title }}{% endset %}{{ x }}", "{{ page.title ~ '<' }}"],
    ids=["printed", "escaping off", "joined", "as a text", "captured", "put together"],
)  # fmt: skip
def test_nothing_turns_escaping_off(tmp_path: Path, body: str) -> None:
    """A title that looks like HTML stays words, however a theme prints it."""
    built = _site(read_theme(_folder(tmp_path, {BASE: _footer(f"<p>{body}</p>")})))
    page = Parsed(built["html/quarters/2026-q4/marketing/demand.html"])
    assert TITLE in page.text
    assert "onclick" not in page.attributes


def test_a_link_out_of_the_theme_is_refused(tmp_path: Path) -> None:
    """A template, a sheet and a picture must lie in the folder."""
    (tmp_path / "secret.css").write_text("a{}")
    folder = _folder(tmp_path / "brand", {"assets/a.svg": ""})
    (folder / "tokens.css").symlink_to(tmp_path / "secret.css")
    with pytest.raises(OkrlintError, match="leads out of the theme"):
        read_theme(folder)


def test_a_theme_that_is_not_there(tmp_path: Path) -> None:
    """The folder is named."""
    with pytest.raises(OkrlintError, match=r"--theme: .*/brand is not a folder"):
        read_theme(tmp_path / "brand")


def test_blocks_of_documents_may_be_overridden(tmp_path: Path) -> None:
    """A page can be taken from ours block by block, in HTML and in Markdown."""
    files: dict[str, str | bytes] = {
        "templates/plan/page.html.j2": '{% extends "okrlint/plan/page.html.j2" %}\n{% block summary %}<p>Ours</p>{{ super() }}{% endblock %}',
        "templates/gone/page.md.j2": "# Gone\n",
    }
    assert "<p>Ours</p>" in _site(read_theme(_folder(tmp_path, files)))[MARKETING_PAGE]
