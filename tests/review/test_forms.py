"""The forms of a review: short, whole, and inert."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from okrlint.discovery import discover
from okrlint.history.change import GOALPOST, KINDS, WORDING, Change, Effect
from okrlint.review.form import Form
from okrlint.review.forms.json import render as render_json
from okrlint.review.forms.markdown import LONGEST, MARKER
from okrlint.review.forms.markdown import render as render_markdown
from okrlint.review.forms.text import render as render_text
from okrlint.review.review import Review

FORMS: tuple[Form, ...] = discover("okrlint.review.forms", "FORM")


def _review(*changes: Change) -> Review:
    return Review("1a2b3c4d5e6f", "the working tree", changes, (), ())


def _change(name: str = "Leads", kind: str = GOALPOST, what: str = "eased", reason: str = "") -> Change:
    return Change(
        kind, what, "marketing/2026-Q4#demand.leads", name, "growth", "25%", "20%", reason, Effect(None, None)
    )


@pytest.mark.parametrize("form", [form for form in FORMS if form.id != "json"], ids=lambda form: form.id)
def test_nothing_changed_means_nothing_said(form: Form) -> None:
    """A bot that posts the output posts nothing."""
    assert form.render(_review()) == ""


def test_text_leads_with_the_verdict() -> None:
    """The numbers first, then each plan."""
    assert render_text(_review(_change(), _change(kind=WORDING, what="changed"))) == (
        "1a2b3c4d5e6f to the working tree: 1 goalpost eased, 1 wording changed\n"
        "\n"
        "marketing/2026-Q4\n"
        "  ▼ eased Leads: growth 25% → 20%\n"
        "      no reason given in `revisions`\n"
        "  ± changed Leads: growth 25% → 20%\n"
    )


def test_json_has_the_published_shape(checkout: Path) -> None:
    """The schema that programs rely on accepts it."""
    schema = json.loads((checkout / "schemas" / "diff.schema.json").read_text("utf-8"))

    data = json.loads(render_json(_review(_change())))

    assert [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)] == []


def test_the_comment_begins_with_its_marker_and_fits_a_screen() -> None:
    """A bot finds it by the first line; a reviewer sees the whole without scrolling."""
    text = render_markdown(_review(*(_change(f"Key result {number}") for number in range(300))))
    visible = [line for line in text.split("<details>")[0].splitlines() if line]

    assert text.splitlines()[0] == MARKER
    assert len(visible) <= 40
    assert "and 280 more" in text


@given(st.lists(st.tuples(st.text(max_size=300), st.sampled_from(KINDS)), min_size=1, max_size=400))
def test_the_comment_is_never_too_long(entries: list[tuple[str, str]]) -> None:
    """Forges refuse longer comments, and then nobody sees anything."""
    changes = [_change(name * 3, kind, "changed", name) for name, kind in entries]

    assert len(render_markdown(_review(*changes))) <= LONGEST


@pytest.mark.parametrize(
    "title",
    [
        "@everyone look",
        "</details><script>alert(1)</script>",
        "| a | b |",
        "![x](https://example.com/p.png)",
        "`code` <!-- okrlint:diff v1 -->",
        "a\n\n## b",
    ],
)
def test_a_title_stays_text_in_the_comment(title: str) -> None:
    """No mention, no tag, no image, no new row comes from a title."""
    text = render_markdown(_review(_change(title, reason=title)))
    html = MarkdownIt("commonmark").enable("table").render(text)

    assert "<script" not in html
    assert "<img" not in html
    assert html.count("<tr>") == 2
    assert html.count("</details>") == 0
    assert "@everyone" not in text
    assert text.count("<!--") == 1


@pytest.mark.parametrize("kind", [WORDING, "work"])
def test_what_changed_alone_is_seen_without_a_click(kind: str) -> None:
    """A comment whose only change is folded away would say nothing."""
    text = render_markdown(_review(_change("One", kind, "changed")))

    assert "| ± | changed | One" in text
    assert "<details>" not in text
