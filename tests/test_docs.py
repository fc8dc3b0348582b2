"""What the docs show has been run, and what they link to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from okrlint.model.okr_file import build_file
from okrlint.source.reader import read
from tests.docs_pages import ROOT, pages, refreshed

_LINK = re.compile(r"\[[^\]\n]*\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)")
_YAML = re.compile(r"```yaml\n(?P<text>(?:#[^\n]*\n)*kind: .*?)```", re.DOTALL)


def _id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", pages(), ids=_id)
def test_the_output_shown_is_what_okrlint_prints(page: Path) -> None:
    """A page that shows old output misleads; run `make docs` when this fails."""
    text = page.read_text("utf-8")

    assert text == refreshed(text), f"{_id(page)} is stale: run `make docs`"


@pytest.mark.parametrize("page", [*pages(), *sorted((ROOT / "docs").glob("*/*.md"))], ids=_id)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page is a file of the repository."""
    missing = [t for t in _LINK.findall(page.read_text("utf-8")) if not (page.parent / t).exists()]

    assert missing == []


def test_the_plans_shown_can_be_read() -> None:
    """Every whole plan in the docs is valid YAML of the right shape."""
    shown = [(_id(page), text) for page in pages() for text in _YAML.findall(page.read_text("utf-8"))]

    assert len(shown) >= 2
    for name, text in shown:
        file = build_file(read(text.encode(), name), None)
        assert (name, file.document.problems, file.shape) == (name, (), ())
