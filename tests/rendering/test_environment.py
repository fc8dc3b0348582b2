from __future__ import annotations

from datetime import date
from pathlib import Path

import jinja2
import pytest

from okrlint.rendering.environment import Making, html_environment, markdown_environment
from okrlint.rendering.pages import html_page, markdown_page
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS

ROOMS = ("rendering", "views")


def _folder(tmp_path: Path, template: str) -> tuple[tuple[str, Path], ...]:
    (tmp_path / "page.j2").write_text(template, "utf-8")
    return (("own", tmp_path),)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_html_is_escaped_by_itself(tmp_path: Path, payload: str) -> None:
    """A template that prints a value without any filter prints text, in content and in attributes."""
    environment = html_environment(_folder(tmp_path, '<p title="{{ x }}">{{ x }}</p>'))
    parsed = Parsed(environment.get_template("own/page.j2").render(x=payload))
    assert [(tag, set(attributes)) for tag, attributes in parsed.elements] == [("p", {"title"})]
    assert parsed.faults == []


def test_markdown_is_escaped_by_itself(tmp_path: Path) -> None:
    """The same in Markdown; numbers and days stay as they are, and macros are not escaped twice."""
    text = "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(x) }} {{ day }} {{ count }}"
    environment = markdown_environment(_folder(tmp_path, text))
    shown = environment.get_template("own/page.j2").render(x="*<b>", day=date(2026, 11, 15), count=-3)
    assert shown == "**&#42;&#60;b&#62;** 2026-11-15 -3"


@pytest.mark.parametrize("make", [html_environment, markdown_environment])
def test_a_hole_in_a_page_is_a_bug(tmp_path: Path, make: object) -> None:
    """A name that is not there and a None that would be printed both fail."""
    environment = make(_folder(tmp_path, "{{ x }}"))  # type: ignore[operator]
    with pytest.raises(jinja2.UndefinedError):
        environment.get_template("own/page.j2").render()
    with pytest.raises(TypeError, match="prints None"):
        environment.get_template("own/page.j2").render(x=None)


def test_characters_that_no_page_may_hold_are_replaced(tmp_path: Path) -> None:
    """Even half a surrogate pair gives a page that can be encoded."""
    folders = _folder(tmp_path, "{{ x }}{{ link('a/index') }}")
    values = {"page": {"path": "q/index"}, "x": "\ud800\x00"}
    assert html_page(folders, Making(), "own/page.j2", values) == "\ufffd\ufffd../a/index.html".encode()
    assert markdown_page(folders, Making(), "own/page.j2", values) == "\ufffd\ufffd../a/README.md".encode()


@pytest.mark.parametrize("room", ROOMS)
def test_templates_turn_escaping_off_nowhere(checkout: Path, room: str) -> None:
    """No template says `safe`, `autoescape` or `Markup`: what it prints is text."""
    templates = [*(checkout / "okrlint" / room).rglob("*.j2"), *(checkout / "okrlint" / "reports").rglob("*.j2")]
    assert templates
    for template in templates:
        words = template.read_text("utf-8")
        assert not any(word in words for word in ("|safe", "| safe", "autoescape", "Markup", "style=")), template
        assert "<script>" not in words or template.parent.name == "not_found", template
