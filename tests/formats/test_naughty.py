"""No format lets a word of a plan, or a file name, do anything where the output is read."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from okrlint.discovery import discover
from okrlint.linting.format import Format
from tests.formats.many import PATH, foreign
from tests.formats.runner import command_of, lines_of

FORMATS: tuple[Format, ...] = discover("okrlint.formats", "FORMAT")
EVERY = pytest.mark.parametrize("found", FORMATS, ids=lambda found: found.id)
JSON = ("json", "sarif", "gitlab", "rdjson")
XML = ("junit", "checkstyle")

NASTY = st.lists(
    st.sampled_from(
        [
            *"<>&'\"`*_[](){}#@!|\\~:-+=%,;\t\r\n\0\x1b\x9b ",
            *("]]>", "##[error]", "::error::", "::stop-commands::x", "\u202e", "\u200b", "\u2028", "\x85", "\udce9"),
            *("</td>", "<!--", "-->", "<details>", "![x](http://x.invalid/y)", "[x](1)", "@octocat", "#12", "GH-1"),
            *(
                "http://x.invalid",
                "www.x.invalid",
                "a@x.invalid",
                "javascript:x",
                "&#64;octocat",
                "```",
                "| a |",
                "\n\n# x",
            ),
        ]
    )
).map("".join)
PAYLOADS = (
    "::error file=x,line=1::forged",
    "\n::error::forged",
    "\r::set-output name=x::y",
    "##[error]forged",
    "###[error]forged",
    "::stop-commands::x",
    "\x1b]0;x\x07\x1b[2J",
    "\x9b31m",
    "@octocat @org/team &#64;octocat \\@octocat",
    "closes #1, GH-1, o/r#5",
    "a | b | c\n| d |",
    "<img src=x onerror=alert(1)> </details> <!-- okrlint -->",
    "![t](https://x.invalid/p.png) [x](javascript:alert(1)) <https://x.invalid> https://x.invalid www.x.invalid",
    "]]><failure/>",
    "[text](1)\\[text](1)",
    "`` ` ``` ~~~",
    "a\u2028b\x85c\x0bd\x0ce",
    "",
)


def everywhere(text: str) -> Iterator[tuple[str, str]]:
    """Each format by name with its output, where the text is every word of a finding, and where it is the file name."""
    for found in FORMATS:
        yield found.id, found.render(foreign(text))
        if text and text[0] != "/":
            yield found.id, found.render(foreign("words", path=text.replace("\0", "")))


def check(text: str) -> None:
    """Hold every output against all that reads it."""
    for name, said in everywhere(text):
        _no_command(name, said, text)
        assert [c for c in said if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"] == [], name
        if name in JSON:
            json.loads(said)
        if name == "jsonl":
            assert len([json.loads(line) for line in said.splitlines()]) == 2
        if name in XML:
            _same_tree(name, said)
        if name == "markdown":
            _same_table(said)
        if name == "rdjson":
            _no_live_markdown(json.loads(said)["diagnostics"][0]["message"])
        if name == "sarif":
            _no_link(json.loads(said)["runs"][0]["results"][0])


def _no_command(name: str, log: str, text: str) -> None:
    """The github format gives one command, its own; every other none at all."""
    commands = [command for line in lines_of(log) if (command := command_of(line))]
    expected = 1 if name == "github" else 0
    assert len(commands) == expected, (name, log)
    for command in commands:
        assert command.name == "error"
        assert list(command.properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
        assert command.properties["line"] == "1"


def _same_tree(name: str, said: str) -> None:
    """The elements are those of harmless words."""
    harmless = next(f for f in FORMATS if f.id == name).render(foreign("words"))
    trees = [[element.tag for element in ET.fromstring(text).iter()] for text in (said, harmless)]  # noqa: S314
    assert trees[0] == trees[1]


def _same_table(said: str) -> None:
    """One row of three cells, no link, no image, no element that is not ours, no mention."""
    shown = cmarkgfm.github_flavored_markdown_to_html(said)
    assert shown.count("<tr>") == 2
    assert shown.count("<td>") == 3
    assert set(re.findall(r"</?(\w+)", shown)) <= {
        *("h3", "p", "table", "thead", "tbody"),
        *("tr", "th", "td", "code", "br", "strong"),
    }
    assert re.search(r"[@#](?=[\w/])", re.sub(r"<[^>]*>|&#?\w+;", "", shown)) is None


def _no_live_markdown(message: str) -> None:
    """A forge that shows the message as Markdown finds nobody to call, nowhere to go and nothing to fetch."""
    shown = cmarkgfm.github_flavored_markdown_to_html(message, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)
    assert not set(re.findall(r"<(\w+)", shown)) & {"a", "img", "script", "details", "input", "svg", "iframe", "raw"}
    assert "<!--" not in shown
    assert re.search(r"[@#](?=[\w/])", re.sub(r"<[^>]*>", "", shown)) is None


def _no_link(result: dict[str, Any]) -> None:
    """The only links in a SARIF message are those to its own related places."""
    message = re.sub(r"\\.", "", result["message"]["text"])
    assert re.findall(r"\]\(([^)]*)\)", message) == ["1"]


@pytest.mark.parametrize("text", PAYLOADS, ids=ascii)
def test_payloads_do_nothing(text: str) -> None:
    """What each reader takes for an instruction, tried in every format."""
    check(text)


@drawn(NASTY | st.text())
def test_no_text_does_anything(text: str) -> None:
    """Neither does anything that is put together from them."""
    check(text)


def test_the_big_list_of_naughty_strings_does_nothing(shared_data: Path) -> None:
    """Nor what others have collected."""
    strings = json.loads((shared_data / "blns.json").read_text("utf-8"))

    assert len(strings) > 500
    for text in strings:
        check(text)


@EVERY
def test_the_same_input_gives_the_same_text(found: Format) -> None:
    """And it ends with a line break, so that what comes after begins on a line of its own."""
    once, again = found.render(foreign("words")), found.render(foreign("words"))

    assert once == again
    assert once.endswith("\n")
    assert PATH.rpartition("/")[2].partition(".")[0] in once
