"""No words in a plan break a rule: real titles, naughty strings, and random ones in every field that holds text."""

from __future__ import annotations

import datetime
import itertools
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.discovery import discover
from okrlint.linting.rule import Rule
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read

RULES: tuple[Rule, ...] = discover("okrlint.rules", "RULE")
DAY = datetime.date(2026, 11, 15)
_TEXT_FIELDS = ("title", "why", "metric", "owner", "note", "channel", "guard", "carried_from")


def _plan(texts: tuple[str, ...], quarter: str) -> str:
    """A plan with the texts in turn in every field; JSON strings are YAML strings."""
    used = itertools.cycle(texts)
    objectives = []
    for number in range(2):
        results = [
            {
                **{field: next(used) for field in _TEXT_FIELDS},
                "id": f"k{count}",
                "baseline": {"value": next(used), "period": next(used), "source": next(used)},
                "target": 1000,
                "actions": [{"title": next(used), "owner": next(used)}],
                "check_ins": {"2026-10-12": {"value": 1, "note": next(used), "next": next(used)}},
                "close": {"score": 0.5, "cause": next(used), "learned": next(used)},
            }
            for count in range(3)
        ]
        fields = {field: next(used) for field in ("title", "why", "owner")}
        objectives.append({"id": f"o{number}", **fields, "supports": [next(used)], "key_results": results})
    plan = {"kind": "plan", "version": 1, "team": "growth", "quarter": quarter, "objectives": objectives}
    return json.dumps(plan, ensure_ascii=False, indent=1)


def _readable(text: str) -> str:
    """The text without what the reader refuses, so that the rest of it reaches the rules."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp", "Cn"))[:300]


def _run(given_texts: tuple[str, ...]) -> int:
    """How many files were judged."""
    texts = tuple(map(_readable, given_texts))
    files = {f"okrs/{quarter}/growth.yaml": _plan(texts, quarter) for quarter in ("2026-Q3", "2026-Q4")}
    portfolio = build_portfolio(read(text.encode(), path) for path, text in files.items())
    assert [problem for file in portfolio.files for problem in file.document.problems] == []
    return run(portfolio, RULES, Settings(preset="all"), as_of=DAY).files


_WORDS = st.sampled_from(
    ["s", "a's", "XX", "20%", "$", "1,000", "Q4", "per", "to", "-", "–", "bonus", "[", "]", "by", "from"]
)
_TEXT = st.one_of(st.text(max_size=40), st.lists(_WORDS, max_size=8).map(" ".join))


@given(st.tuples(_TEXT, _TEXT, _TEXT))
def test_random_words_break_no_rule(texts: tuple[str, ...]) -> None:
    """Whatever is typed into a field, every rule comes to an end without an exception."""
    assert _run(texts) == 2


def test_naughty_strings_break_no_rule(shared_data: Path) -> None:
    """The public list of naughty strings goes through every rule."""
    strings = json.loads((shared_data / "blns.json").read_text("utf-8"))

    for start in range(0, len(strings), 8):
        assert _run(tuple(strings[start : start + 8])) == 2


def test_real_titles_break_no_rule(shared_data: Path) -> None:
    """Every line of the real plans goes through every rule as a title."""
    lines = [
        re.sub(r"^[\s#>*-]*(?:\[.\]\s*)?", "", line)
        for path in sorted((shared_data / "real").glob("*.md"))
        for line in path.read_text("utf-8").splitlines()
    ]

    for start in range(0, len(lines), 40):
        assert _run(tuple(lines[start : start + 40])) == 2


@pytest.mark.parametrize(
    "text", ["s", "'s", "a's b's", ",", "1,,", "%", "$%", "from to", "by %", "Q", "20", "–", "\u00a0"]
)
def test_short_words_break_no_rule(text: str) -> None:
    """Words that leave nothing when an ending is taken away."""
    assert _run((text,)) == 2
