"""Documents for meetings that stand alone: nothing in the words of a plan gets live in them, and a form comes back."""

from __future__ import annotations

import re
from datetime import date

import pytest
from markdown_it import MarkdownIt

from okrlint.rendering.text import markdown_escape
from okrlint.views.agenda import agenda_row
from okrlint.views.documents import document
from okrlint.views.retro import retro_row
from okrlint.workspace.retro_reading import read_answers
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import everything, survey

FORGE = MarkdownIt("js-default", {"html": True})
SOME = PAYLOADS[::8]
"""The pages of the site hold the same words, and are tried with all of them."""
DAY = date(2026, 11, 15)
ROWS = {"agenda": (agenda_row, "marketing/2026-Q4"), "retro": (retro_row, "marketing/2026-Q3")}


def shown(name: str, text: str) -> str:
    """A document of a plan in which every field that holds words holds this text."""
    given = survey(everything(text), DAY)
    build, address = ROWS[name]
    plan = next((one for one in given.given.portfolio.plans if one.address == address), None)
    if plan is None:
        pytest.skip("the reader refuses this text")
    return document(name, build(plan, given))


@pytest.mark.parametrize("name", ROWS)
def test_no_payload_gets_live(name: str) -> None:
    """Elements are those of the same document with a plain word; mentions stand in code only."""
    plain = Parsed(FORGE.render(shown(name, "word")))
    for payload in SOME:
        try:
            text = shown(name, payload)
        except pytest.skip.Exception:
            continue
        page = Parsed(FORGE.render(text))
        assert page.faults == [], payload
        assert page.tags <= plain.tags, payload
        outside = re.sub(r"(?ms)^(```+)yaml\n.*?^\1$", "", text)
        assert "@" not in outside.replace("&#64;", ""), payload


def test_every_form_can_be_read() -> None:
    """Whatever is in the words of a plan, the printed form has answers for its key results and is never ambiguous."""
    for payload in SOME:
        given = survey(everything(payload), DAY)
        for plan in given.given.portfolio.plans:
            if plan.address == "marketing/2026-Q3":
                names = {one.address.partition("#")[2]: one for one in plan.counted_key_results}
                forms = {name: markdown_escape(name) for name in names}
                answers = read_answers(document("retro", retro_row(plan, given)), plan.address, forms)
                assert set(answers) <= set(names), payload
