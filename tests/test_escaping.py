from __future__ import annotations

import csv as csv_module
import io
import json
import re
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint import escaping

ANY = st.text(st.characters())
"""Any text, halves of pairs included: file names may hold them."""
NASTY = st.lists(
    st.sampled_from(
        [*"<>&'\"`*_[](){}#@!|\\~:-+=%,;\t\r\n\0\x1b\x9b", "]]>", "##[", "::", "\u202e", "\u200b", "a", " "]
    )
).map("".join)
TEXTS = ANY | NASTY


@given(TEXTS)
def test_nothing_speaks_to_a_terminal(text: str) -> None:
    """No control, format, surrogate, private or line-breaking code point is left, but what joins emoji."""
    said = escaping.terminal(text).replace("\u200b#[", "")

    assert [
        character for character in said if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    ] in (
        [],
        ["\u200d"] * said.count("\u200d"),
    )
    assert "##[" not in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Grow by 25% – Håkansson 鍵", "Grow by 25% – Håkansson 鍵"),
        ("👩\u200d👩\u200d👧 ❤\ufe0f", "👩\u200d👩\u200d👧 ❤\ufe0f"),
        ("\x1b[2J\x07", "\\x1b[2J\\x07"),
        ("a\rb\nc\td", "a\\x0db\\x0ac\\x09d"),
        ("\x9b31m", "\\x9b31m"),
        ("x\u202ey\u2066z", "x\\u202ey\\u2066z"),
        ("\U000e0041", "\\U000e0041"),
        ("caf\udce9", "caf\\udce9"),
        ("##[command]rm", "#\u200b#[command]rm"),
        ("naïve ##[", "naïve #\u200b#["),
    ],
    ids=ascii,
)
def test_a_terminal_shows_what_hides(text: str, said: str) -> None:
    """Ordinary text stays as it is; what would act or hide is spelled out."""
    assert escaping.terminal(text) == said


@given(TEXTS)
def test_one_line_is_one_line(text: str) -> None:
    """No kind of white space ends a row."""
    assert len(escaping.one_line(text).splitlines()) <= 1
    assert escaping.one_line(text).split() == text.split()


@given(TEXTS)
def test_a_message_is_one_workflow_command(text: str) -> None:
    """Neither a line break nor a separator of a build runner's command comes out of data, and the text comes back."""
    data, value = escaping.workflow_data(text), escaping.workflow_property(text)

    assert not set(data) & set("\r\n")
    assert not set(value) & set("\r\n:,")
    back = value.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    if text.isprintable():
        assert back == text


@given(TEXTS)
def test_no_spreadsheet_sees_a_formula(text: str) -> None:
    """A cell never begins with what starts a formula, and the value comes back behind at most one quote."""
    cell = escaping.csv(text)
    visible = unicodedata.normalize("NFKC", cell.lstrip(" \ufeff\u200b\u200c\u200d\u2060\u00a0")[:1])

    assert visible[:1] not in ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n")
    assert cell in (text, f"'{text}")


@given(st.lists(TEXTS.filter(lambda text: "\0" not in text and text.isprintable()), min_size=1))
def test_cells_come_back_from_a_csv_file(texts: list[str]) -> None:
    """Written by the standard library, each cell is read again as it was escaped."""
    stream = io.StringIO()
    csv_module.writer(stream).writerow([escaping.csv(text) for text in texts])

    assert next(csv_module.reader(io.StringIO(stream.getvalue()))) == [escaping.csv(text) for text in texts]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "|a", "%a", "\t=1", " =1", "\u200b=1", "\uff1d1", "\r=1", "\u00a0+1"], ids=ascii
)
def test_a_formula_gets_a_quote(text: str) -> None:
    """Spreadsheets look through blanks, and take full-width signs for ordinary ones."""
    assert escaping.csv(text) == f"'{text}"


@given(TEXTS)
def test_any_text_stands_in_xml(text: str) -> None:
    """As text and as an attribute it is read again as it was, but for what XML cannot hold."""
    safe = escaping.xml(text)
    element = ET.fromstring(f'<a b="{safe}">{safe}</a>')  # noqa: S314  our own text, two lines above

    kept = "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd"
        for c in text
    )
    assert (element.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert len(element) == 0


@given(TEXTS)
def test_plain_text_in_markdown_is_no_markup(text: str) -> None:
    """Not one ASCII sign that Markdown reads is left, and no mention or reference can begin."""
    said = escaping.markdown(text)

    assert not set(said) & set("<>[]*_`|~\\!\r\n\t")
    for sign in ("@", "#"):
        assert f"&#{ord(sign)};" not in said.replace(f"&#{ord(sign)};\u200b", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Grow by 25%: 3 of 4", "Grow by 25%: 3 of 4"),
        ("@octocat a@b.c #12 GH-1", "@\u200boctocat a@\u200bb.c #\u200b12 GH\u200b-1"),
        ("![x](y) [x]: z", "!\u200b[x]\u200b(y) [x]\u200b: z"),
        ("https://x.invalid www.x.invalid", "https:\u200b//x.invalid www\u200b.x.invalid"),
        ("<b> &#64; `c`\n# d", "<\u200bb> &\u200b#\u200b64; `\u200bc`\u200b #\u200b d"),
        ("\x1b[2J", "\\x1b[2J"),
    ],
    ids=ascii,
)
def test_inert_text_reads_as_before(text: str, said: str) -> None:
    """Only signs that nobody sees are put in, behind what a forge would act on."""
    assert escaping.inert(text) == said


@given(TEXTS)
def test_sarif_text_has_no_bracket_of_its_own(text: str) -> None:
    """Every bracket and backslash is escaped, so no link can begin; what is escaped comes back."""
    said = escaping.sarif(text)

    assert not set(re.sub(r"\\[\\\[\]]", "", said)) & set("[]\\")
    assert re.sub(r"\\(.)", r"\1", said).replace("@\u200b", "@") == escaping.terminal(escaping.one_line(text))


@given(st.dictionaries(TEXTS, TEXTS | st.integers() | st.none()))
def test_a_json_document_is_the_data_in_ascii(data: dict[str, object]) -> None:
    """It is read again as it was, and neither a terminal nor a build log finds anything in it."""
    said = escaping.json_document(data, indent=1)

    assert json.loads(said) == data
    assert said.isascii()
    assert said.replace("\n", "").isprintable()
    assert "##[" not in said


@given(TEXTS)
def test_an_attribute_of_xml_keeps_its_line(text: str) -> None:
    """What an attribute cannot hold is spelled out, and a line break is one of these."""
    said = escaping.xml_attribute(text)
    element = ET.fromstring(f'<a b="{said}"/>')  # noqa: S314  our own text

    assert len(said.splitlines()) <= 1
    assert "##[" not in said
    assert (element.get("b") or "").replace("\ufffd", "") == escaping.terminal(text).replace("\ufffd", "")


@pytest.mark.parametrize("text", ["www.x.invalid", "WWW.x.invalid", "see www.x.invalid/y"], ids=ascii)
def test_markdown_makes_no_link_of_an_address(text: str) -> None:
    """Forges make a link of what begins like one, without any sign of Markdown."""
    assert "\u200b." in escaping.markdown(text)


_NODES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(_NODES)
def test_script_data_is_the_data(data: object) -> None:
    """ASCII that JSON reads back, on one line, without a character that could end a script element."""
    text = escaping.script_data(data)

    assert json.loads(text) == data
    assert text.isascii()
    assert not re.search(r"[<>&\n\r]", text)


@given(TEXTS)
def test_a_line_to_copy_is_code_and_nothing_else(text: str) -> None:
    """A code span without a backtick in it, or the element with escaped text."""
    said = escaping.markdown_code_span(text)

    assert said in (escaping.markdown_code(text), f"`{text}`")
    assert not said.startswith("`") or re.fullmatch("`[^`<>&@\\n]+`", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "okrlint check-in marketing/2026-Q4#demand.leads VALUE",
            "`okrlint check-in marketing/2026-Q4#demand.leads VALUE`",
        ),
        ("a `b`", "<code>a &#96;b&#96;</code>"),
        ("@team", "<code>&#64;\u200bteam</code>"),
        (" a", "<code>a</code>"),
        ("", "<code></code>"),
    ],
    ids=["a command", "backticks", "a mention", "a blank in front", "nothing"],
)
def test_what_can_be_copied_as_it_is(text: str, said: str) -> None:
    """A code span where nothing in it means anything; else nothing gets live either."""
    assert escaping.markdown_code_span(text) == said


def test_naughty_strings_pass_every_sink(shared_data: Path) -> None:
    """The public list of naughty strings goes through each sink without an error, and comes out harmless."""
    strings = json.loads((shared_data / "blns.json").read_text("utf-8"))

    assert len(strings) > 400
    for text in strings:
        for sink in (
            escaping.terminal,
            escaping.workflow_data,
            escaping.workflow_property,
            escaping.markdown,
            escaping.markdown_code,
        ):
            assert len(sink(text).splitlines()) <= 1
        ET.fromstring(f"<a>{escaping.xml(text)}</a>")  # noqa: S314  our own text
        assert escaping.csv(text).removeprefix("'") == text.removeprefix("'") or text.startswith("'")
