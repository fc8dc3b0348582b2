from __future__ import annotations

import datetime
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from okrlint.source.quoting import quote
from okrlint.source.reader import read

PLAIN = (
    "Become the first name", "25%", "-4%", "$1.2M", "1,000 leads", "60 days", "2026-Q4", "2026-10-19", "It's", "C#",
    "a:b", "https://example.com/#x", "+20% growth", "e1", "v2", "-$5", "~10", "=> 5", "≥ 5", "👩‍👩‍👧", "naïve",
    "No. 1", "Yes we can", "x, y", "[a](b)"[1:], "marketing/2026-Q4#demand.leads",
)  # fmt: skip
IN_DOUBLE_QUOTES = (
    "", "yes", "No", "y", "ON", "null", "~", "=", "<<", "1950", "+1", "-1", "1.5", "1e3", "1_000", "0x1F", "0o17", "010", "1:30", "2026-02-30", "0000-01-01", "2026-13-01",
    ".5", "...", "2026-10-19T10:00:00", "2001-1-1", "Q4: win", "ends with:", "a #b", "# b", "- a", "[a", "{a", "*a*", "&a", "!a",
    "|", ">", "'a'", "%a", "@a", "`a`", "? a", " a", "a ", "a\nb", "a\tb", "x\u202ey", "\u200bx", "a\u00a0",
)  # fmt: skip
IN_SINGLE_QUOTES = ('"quoted"', 'say "no": it\'s', "C:\\new: x", '# "', "- \\")


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text_stays_plain(text: str) -> None:
    """Nobody wants to see quotes where none are needed."""
    assert quote(text) == text


@pytest.mark.parametrize("text", IN_DOUBLE_QUOTES, ids=ascii)
def test_text_that_yaml_could_mistake_gets_double_quotes(text: str) -> None:
    """What any version could read as something else, or what cannot be seen, is quoted."""
    assert quote(text).startswith('"')
    assert quote(text).replace("\u00a0", " ").isprintable()


@pytest.mark.parametrize("text", IN_SINGLE_QUOTES)
def test_text_with_double_quotes_or_backslashes_gets_single_ones(text: str) -> None:
    """Single quotes show a text as it is where double ones would need escapes."""
    assert quote(text) == "'" + text.replace("'", "''") + "'"


def test_brackets_need_more_quotes() -> None:
    """In a flow collection a comma, a bracket and a colon end a plain text."""
    assert quote("1,000 leads") == "1,000 leads"
    assert quote("1,000 leads", in_flow=True) == '"1,000 leads"'
    assert quote("leads", in_flow=True) == "leads"


def _readings(text: str) -> list[Any]:
    """What each parser and version makes of a YAML text."""
    values = [read(text.encode(), "x").data, yaml.safe_load(text), yaml.load(text, Loader=yaml.CSafeLoader)]
    for version in ("1.1", "1.2"):
        parser = YAML(typ="safe", pure=True)
        parser.version = version
        values.append(parser.load(text))
    return values


@pytest.mark.parametrize("text", [*PLAIN, *IN_DOUBLE_QUOTES, *IN_SINGLE_QUOTES], ids=ascii)
def test_every_version_reads_the_same_text(text: str) -> None:
    """Four parsers and both versions of YAML agree; only dates, which stay plain, may come back as dates."""
    for template, in_flow in (("a: {}\n", False), ("- {}\n", False), ("a: [{}, x]\n", True)):
        for value in _readings(template.format(quote(text, in_flow=in_flow))):
            found = value["a"] if isinstance(value, dict) else value
            found = found[0] if isinstance(found, list) else found
            assert found in (text, datetime.date(2026, 10, 19) if text == "2026-10-19" else text)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff")))
def test_any_text_comes_back(text: str) -> None:
    """Our reader and both of PyYAML's find the text again, in a block and in brackets."""
    for template, in_flow in (("a: {}\n", False), ("a: [{}, x]\n", True)):
        written = template.format(quote(text, in_flow=in_flow))
        document = read(written.encode(), "x")
        assert document.problems == ()
        values = [document.data["a"], yaml.safe_load(written)["a"], yaml.load(written, Loader=yaml.CSafeLoader)["a"]]
        texts = [value[0] if in_flow else value for value in values]
        assert texts == [text] * 3 or text == str(texts[1])


@given(st.text())
def test_what_is_written_is_one_visible_line(text: str) -> None:
    """Whatever a text holds, its YAML has no line break and nothing that hides."""
    assert quote(text).replace("\u200d", "").replace("\u00a0", " ").split("\n") == [
        quote(text).replace("\u200d", "").replace("\u00a0", " ")
    ]
