"""Files that nobody wrote in good faith: a sentence or a plan, in bounded time, and never a broken file."""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.errors import OkrlintError
from okrlint.model.okr_file import build_file
from okrlint.source.new_yaml import dump
from okrlint.source.reader import read
from tests.exchange.reading import finished, lost, reading_of

SIZE = 300_000
HEAD = "# OKRs Q4 2026\n"
TEXTS: dict[str, tuple[str, str]] = {
    "a list of 700 levels": ("a.md", HEAD + "".join(f"{'  ' * level}- a\n" for level in range(700))),
    "brackets": ("a.md", f"{HEAD}- {'[' * SIZE}"),
    "asterisks": ("a.md", f"{HEAD}- {'**a ' * (SIZE // 4)}"),
    "tildes": ("a.md", f"{HEAD}- {'~~a ' * (SIZE // 4)}"),
    "owners": ("a.md", f"- Objective: a {'(owner: ' * (SIZE // 8)}"),
    "handles": ("a.md", f"- Objective: a {'@a ' * (SIZE // 3)}"),
    "blanks": ("a.md", f"- Objective: a {' ' * SIZE}b"),
    "labels": ("a.md", "Objective: " * (SIZE // 11)),
    "colons": ("a.md", f"- Objective: a\n  - {'a: ' * (SIZE // 3)}"),
    "digits": ("a.md", f"- Objective: a\n  - KR: from {'1' * (SIZE // 2)} to 2"),
    "quotes": ("a.md", f"{HEAD}{'>' * SIZE}"),
    "backticks": ("a.md", f"- Objective: a\n{'`' * SIZE}"),
    "comments": ("a.md", f"- Objective: a\n{'<!--' * (SIZE // 4)}"),
    "references": ("a.md", "- Objective: x\n" + "[a]: <b\n" * 4_900),
    "many of the same": ("a.md", "- Objective: x\n" + "  - same words here again\n" * 2_000),
    "a wide table": ("a.md", f"{HEAD}{'|a' * 9_000}|\n{'|-' * 9_000}|\n"),
    "a wide sheet": ("a.csv", f"Objective,Key Result{',c' * 20_000}\n"),
    "an open quote": ("a.csv", 'Objective,Key Result\n"' + "a," * (SIZE // 2)),
    "deep brackets": ("a.json", "[" * 500_000),
    "deep objectives": ("a.json", '{"objectives":[' * 300 + "1" + "]}" * 300),
    "a long number": ("a.json", '{"objectives":[{"title":"a","krs":[{"title":"b","target":' + "9" * SIZE + "}]}]}"),
    "the same key": ("a.json", '{"objectives":[],' + ",".join(['"a":1'] * 90_000) + "}"),
    "front matter": ("a.md", f"---\n{'a: b' * 10_000}\n---\n- Objective: x\n"),
}


@pytest.mark.parametrize(("name", "text"), TEXTS.values(), ids=TEXTS)
def test_bounded_time(name: str, text: str) -> None:
    """A plan or a sentence in far less than a second on an idle machine."""
    start = time.process_time()
    with contextlib.suppress(OkrlintError):
        assert all(one["objectives"] for one in finished(reading_of(text, name)))
    assert time.process_time() - start < 5


def naughty(shared_data: Path) -> list[str]:
    """Strings that broke programs."""
    strings: list[str] = json.loads((shared_data / "blns.json").read_text("utf-8"))
    return [text for text in strings if text.strip()]


def check(text: str, name: str) -> None:
    """Every word is kept, and the plan can be read again."""
    reading = reading_of(text, name)
    assert lost(text, reading) == []
    for plan in finished(reading):
        document = read(dump(plan).encode(), "okrs/2026-Q4/x.yaml")
        assert [problem.message for problem in document.problems] == []
        assert [problem.message for problem in build_file(document, None).shape] == []


def grouped(strings: list[str], size: int = 40) -> list[list[str]]:
    """The strings in groups, so that not each of them needs a file of its own."""
    return [strings[start : start + size] for start in range(0, len(strings), size)]


def test_naughty_strings_in_an_outline(shared_data: Path) -> None:
    """As titles, values and prose, each in a place of its own."""
    form = "## Objective: A {0}\n\n{0}\n\n- KR 1: {0}\n  - {0}\n- Owner: {0}\n"
    for texts in grouped(naughty(shared_data)):
        check(HEAD + "".join(form.replace("{0}", text) for text in texts), "a.md")


def test_naughty_strings_in_a_sheet(shared_data: Path) -> None:
    """In every cell of a row."""
    for texts in grouped(naughty(shared_data)):
        cells = ['"' + text.replace('"', '""') + '"' for text in texts]
        check(
            "Objective,Key Result,Owner,Target,Colour\n" + "".join(f"{','.join([cell] * 5)}\n" for cell in cells),
            "a.csv",
        )


def test_naughty_strings_in_json(shared_data: Path) -> None:
    """As keys, titles and numbers; escapes that make control characters are no words."""
    for texts in grouped([text for text in naughty(shared_data) if text.isprintable()]):
        objectives = [
            {
                "title": text,
                text: text,
                "keyResults": [{"name": text, "target": text, "baseline": text, text: text}, text],
            }
            for text in texts
        ]
        check(json.dumps({"objectives": objectives}, ensure_ascii=False), "a.json")


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=15)
LINES = st.builds(
    lambda indent, mark, label, text: f"{'  ' * indent}{mark}{label}{text}",
    st.integers(0, 4),
    st.sampled_from(
        ("", "- ", "* ", "1. ", "1.1. ", "# ", "## ", "### ", "> ", "- [x] ", "- [ ] ", "| ", "**", "---", "```")
    ),
    st.sampled_from(
        ("", "Objective: ", "KR 1: ", "Owner: ", "Score: ", "Q4 2026 ", "Key Results", "Team: ", "Target: ", "| a |")
    ),
    WORDS,
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_word_of_any_outline_is_lost(text: str) -> None:
    """Whatever marks and labels stand where they do not belong."""
    check(f"{HEAD}- Objective: first\n\n{text}\n", "a.md")


CELLS = st.sampled_from(
    ("", "Win", "KR 1: a", "O2: b", "0.5", "25%", "-", "'=1", "x\ny", "Objective 1", "**b**", "Total", "Q1 2027")
)
NAMES = st.sampled_from(
    (
        "Objective",
        "Key Result",
        "Owner",
        "Score",
        "Target",
        "Title",
        "Type",
        "ID",
        "Parent",
        "Quarter",
        "Team",
        "Colour",
        "",
        "Goal",
    )
)


@given(st.lists(NAMES, min_size=2, max_size=6), st.lists(st.lists(CELLS, max_size=7), max_size=6))
def test_no_word_of_any_table_is_lost(names: list[str], rows: list[list[str]]) -> None:
    """Whatever columns there are, and whatever rows lack or have too much."""
    quoted: list[Any] = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in (names, *rows)]
    with contextlib.suppress(OkrlintError):  # a table without any known name is refused
        check("\n".join(",".join(row) for row in quoted) + "\n", "a.csv")
