"""The index of the search page, and the list that needs no script."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from okrlint.rendering.site import static_files
from okrlint.views import search_index
from okrlint.views.folding import LETTERS
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import COMPANY, MARKETING, everything, part, plan_text, survey

SCRIPT = static_files()["search.js"].decode()
KEY_RESULTS = "- {id: leads, title: Get *more* leads, owner: ana, metric: mqls, target: 10}"


def _chunks(script: str) -> list[dict[str, Any]]:
    """What the calls of an index file hand over: data in JSON, one call a line."""
    found = []
    for line in script.splitlines():
        call = re.fullmatch(r"\(window\.okrlintIndex=window\.okrlintIndex\|\|\[\]\)\.push\((.*)\);", line)
        assert call, line[:80]
        found.append(json.loads(call[1]))
    return found


def test_rows_hold_what_people_look_for() -> None:
    """Title without markup, kind, team, owners, metric and where it stands."""
    files = {"okrs/company.yaml": COMPANY, MARKETING: plan_text(KEY_RESULTS)}
    people, quarter = _chunks(part(files, "search-index")["html/search-index.js"])

    assert people["rows"] == [[2, "Ana Alves", -1, [], -1, 0, ""], [3, "Marketing", -1, [], -1, 1, ""]]
    assert people["paths"] == ["people/ana", "teams/marketing"]
    assert quarter == {
        "quarter": "2026-Q4",
        "teams": ["Marketing"],
        "people": ["Ana Alves"],
        "metrics": ["Qualified leads"],
        "paths": ["quarters/2026-q4/marketing/demand"],
        "rows": [[0, "Be found", 0, [0], -1, 0, ""], [1, "Get more leads", 0, [0], 0, 0, "leads"]],
    }


def test_a_large_index_is_split_by_quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    """One file for people and one for each quarter, which the page names, the newest first."""
    monkeypatch.setattr(search_index, "LARGEST", 100)
    earlier = plan_text(KEY_RESULTS, quarter="2026-Q3")
    files = {"okrs/company.yaml": COMPANY, MARKETING: plan_text(KEY_RESULTS), "okrs/2026-Q3/marketing.yaml": earlier}
    built = part(files, "search")
    page = Parsed(built["html/search.html"])

    assert page.values("data-index") == ["search/people.js search/2026-q4.js search/2026-q3.js"]
    assert page.values("data-file") == ["search/2026-q4.js", "search/2026-q3.js"]
    assert [len(_chunks(built[f"html/search/{name}.js"])) for name in ("people", "2026-q4", "2026-q3")] == [1, 1, 1]
    assert "html/search-index.js" not in built


@pytest.mark.parametrize("payload", PAYLOADS)
def test_texts_are_data(payload: str) -> None:
    """Whatever is written is a string of the data, in ASCII, without a character that could end a script element."""
    (file,) = search_index.index_files(survey(everything(payload)))
    script = file.data.decode()

    assert script.isascii()
    assert not re.search("[<>&]", script)
    for chunk in _chunks(script):
        assert set(chunk) == {"quarter", "teams", "people", "metrics", "paths", "rows"}
        for row in chunk["rows"]:
            assert [type(value) for value in row] == [int, str, int, list, int, int, str]


def test_script_and_index_fold_alike() -> None:
    """The letters that are no marked ones are the same in both languages."""
    table = re.search(r"var LETTERS = (\{.*?\});", SCRIPT)
    assert table
    assert json.loads(table[1]) == LETTERS
    assert f"[{''.join(LETTERS)}]" in SCRIPT


def test_the_script_is_small_and_shows_text_only() -> None:
    """At most 10 KB on any page; no way from a text to markup, no request of its own kind."""
    assert len(SCRIPT.encode()) <= 10_000
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(|XMLHttp|import\(", SCRIPT
    )


def _letters(count: int) -> dict[str, str]:
    rows = "\n".join(f"- {{id: k{number}, title: Étude {number:04}, target: 1}}" for number in range(count))
    return part({"okrs/company.yaml": COMPANY, MARKETING: plan_text(rows)}, "html/a-z")


def test_everything_stands_on_one_page_from_a_to_z() -> None:
    """People, objectives and key results under their first letters, with a way to each letter."""
    page = Parsed(_letters(3)["html/a-z.html"])

    assert page.text.index("Ana Alves person") < page.text.index("Be found objective · Marketing 2026-Q4")
    assert page.text.index("Be found") < page.text.index("Étude 0000 key result · Marketing 2026-Q4")
    assert [link for link in page.values("href") if link.startswith("#_")] == ["#_main", "#_a", "#_b", "#_e", "#_m"]


def test_many_entries_are_split_by_letter() -> None:
    """A page for each letter, several for a letter with very many entries, none of them left out."""
    built = _letters(1100)
    pages = {path: Parsed(text) for path, text in built.items() if path.startswith("html/a-z/")}

    assert sorted(pages) == [f"html/a-z/{name}.html" for name in ("a", "b", "e", "e_2", "e_3", "m")]
    titles = [word for page in pages.values() for word in page.words if word.startswith("Étude")]
    assert len(titles) == len(set(titles)) == 1100
    assert Parsed(built["html/a-z.html"]).text.count("from Étude") == 3


def test_nothing_to_list() -> None:
    """A site without plans has the page too."""
    assert "Nothing to list yet" in Parsed(part({}, "a-z")["html/a-z.html"]).text
