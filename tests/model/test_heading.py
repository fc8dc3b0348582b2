"""What a plan says that it is, without reading it as YAML."""

from __future__ import annotations

import pytest

from okrlint.model.heading import Heading, heading_of
from okrlint.model.okr_file import build_file
from okrlint.model.plan import Plan
from okrlint.source.reader import read
from tests.bars.mutations import mutations
from tests.linting.webs import web

PLAIN = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\nobjectives: []\n"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("2026-Q4", "2026-Q4   # the fourth"),
        f"# a note\n\n{PLAIN}- kind: company\n",
        PLAIN.replace("objectives: []", "objectives:\n- title: kind"),
    ],
    ids=["plain", "line ends of Windows", "with a comment", "a comment before it", "lists without indentation"],
)
def test_a_heading_that_leaves_no_doubt(text: str) -> None:
    """The usual form, in which the three lines stand once each."""
    assert heading_of(text.encode()) == Heading("marketing", "2026-Q4")


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("kind: plan", "kind: company"),
        PLAIN.replace("kind: plan", '"kind": plan'),
        PLAIN.replace("kind: plan", "kind: 'plan'"),
        PLAIN.replace("kind: plan", "kind : plan"),
        PLAIN.replace("kind: plan", "kind: plan: company"),
        PLAIN.replace("marketing", "null"),
        PLAIN.replace("marketing", "1e3"),
        PLAIN.replace("marketing", "*anchor"),
        PLAIN.replace("2026-Q4", "Q4 2026"),
        PLAIN.replace("quarter: 2026-Q4\n", ""),
        PLAIN + "kind: company\n",
        PLAIN + '"kind": company\n',
        PLAIN + "? kind\n: company\n",
        "---\n" + PLAIN,
        "{" + PLAIN + "}",
        "\ufeff" + PLAIN,
        PLAIN.encode("utf-16").decode("latin-1"),
    ],
)
def test_a_heading_that_may_mean_something_else(text: str) -> None:
    """Whatever a reader may see in another way is not decided here."""
    assert heading_of(text.encode()) is None


def test_a_heading_is_never_false() -> None:
    """Of thousands of broken plans each that can be read is what its heading says."""
    seen = 0
    for text in mutations(sorted(web(1).values()), 1500, 7):
        heading = heading_of(text.encode("utf-8", "surrogatepass"))
        item = build_file(read(text.encode("utf-8", "surrogatepass"), "okrs/a.yaml"), None).item
        if heading is not None and item is not None:
            seen += 1
            assert isinstance(item, Plan), text
            assert heading == (item.team, item.quarter_text), text
    assert seen > 100
