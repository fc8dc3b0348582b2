"""The block of a README on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.errors import OkrlintError
from okrlint.views.snippet import BEGIN, END
from okrlint.workspace.injecting import inject

BLOCK = f"{BEGIN}\n[![x](reports/badges/lint.svg)](reports/markdown/findings.md)\n{END}\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of reports with a block."""
    (tmp_path / "my reports" / "badges").mkdir(parents=True)
    (tmp_path / "my reports" / "badges" / "snippet.md").write_text(BLOCK, "utf-8")
    return tmp_path / "my reports"


@pytest.mark.parametrize(("name", "way"), [("README.md", "my%20reports/"), ("docs/index.md", "../my%20reports/")])
def test_links_lead_from_the_document(reports: Path, tmp_path: Path, name: str, way: str) -> None:
    """Wherever the document stands; a second run changes nothing."""
    document = tmp_path / name
    document.parent.mkdir(exist_ok=True)
    document.write_text(f"one\n{BEGIN}\n{END}\ntwo\n", "utf-8")

    assert inject(document, reports, dry=True)
    assert document.read_text("utf-8") == f"one\n{BEGIN}\n{END}\ntwo\n"
    assert inject(document, reports)
    assert not inject(document, reports)
    assert document.read_text("utf-8") == "one\n" + BLOCK.replace("](reports/", f"]({way}") + "two\n"


def test_what_cannot_be_read_is_told(reports: Path, tmp_path: Path) -> None:
    """A missing document, one of other characters, reports without a block."""
    latin = tmp_path / "latin.md"
    latin.write_bytes(b"\xe4")
    with pytest.raises(OkrlintError, match=r"nowhere\.md cannot be read: it is not there"):
        inject(tmp_path / "nowhere.md", reports)
    with pytest.raises(OkrlintError, match=r"latin\.md is not UTF-8"):
        inject(latin, reports)
    with pytest.raises(OkrlintError, match=r"snippet\.md cannot be read"):
        inject(reports / "badges" / "snippet.md", tmp_path)
