"""The outline of a quarter: every objective once, whatever refers to whatever."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

import pytest

from okrlint.model.objective import Objective
from okrlint.views.alignment import Alignment, alignment_of
from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, part, survey

PATH = "okrs/2026-Q4/team.yaml"
PAGE = "html/quarters/2026-q4/alignment.html"


def _files(*objectives: tuple[str, str]) -> dict[str, str]:
    """One plan of objectives, each with an id, what it supports and a key result k."""
    head = "kind: plan\nversion: 1\nteam: t\nquarter: 2026-Q4\nobjectives:\n"
    rows = (
        f"  - {{id: {name}, title: O {name}, supports: [{supports}], key_results: [{{id: k, title: K {name}, target: 3}}]}}\n"
        for name, supports in objectives
    )
    return {"okrs/company.yaml": COMPANY, PATH: head + "".join(rows)}


def _alignment(*objectives: tuple[str, str]) -> Alignment:
    given = survey(_files(*objectives)).given
    return alignment_of(given.portfolio.plans, given.portfolio, given.company)


def _names(objectives: Sequence[Objective]) -> list[str | None]:
    return [objective.id for objective in objectives]


def _parents(alignment: Alignment) -> dict[str | None, str | None]:
    found = alignment.parents.items()
    return {one.id: parent if isinstance(parent, str) or parent is None else parent.address for one, parent in found}


def test_the_nearest_aim_is_the_parent() -> None:
    """Who names the focus stands with it, though another one is named first."""
    found = _alignment(("a", "focus"), ("b", "t/2026-Q4#a.k"), ("c", "t/2026-Q4#b, self-serve"), ("d", "health"))

    assert _parents(found) == {"a": "focus", "b": "t/2026-Q4#a.k", "c": "self-serve", "d": "health"}
    assert found.roots == ("focus", "self-serve", "health")
    assert (found.orphans, found.circles) == ((), ())


def test_what_leads_nowhere_is_named() -> None:
    """Those that support nothing, those that support a name nobody knows, and those below them."""
    found = _alignment(("a", ""), ("b", "t/2026-Q4#a"), ("c", "nonsense"))

    assert _names(found.orphans) == ["a"]
    assert _parents(found) == {"a": None, "b": "t/2026-Q4#a", "c": "nonsense"}
    assert found.roots == ("focus", "self-serve", "nonsense")


@pytest.mark.parametrize(
    ("objectives", "circles"),
    [
        ([("a", "t/2026-Q4#a")], ["a"]),
        ([("a", "t/2026-Q4#b.k"), ("b", "t/2026-Q4#a")], ["a"]),
        ([("a", "t/2026-Q4#b"), ("b", "t/2026-Q4#c"), ("c", "t/2026-Q4#a"), ("d", "t/2026-Q4#b")], ["a"]),
        ([("a", "t/2026-Q4#b"), ("b", "t/2026-Q4#a, focus")], []),
    ],
    ids=["itself", "two", "three and one beside", "one of them has a way out"],
)
def test_circles_do_not_hang(objectives: list[tuple[str, str]], circles: list[str]) -> None:
    """Each circle is told once, and everything in it still has a place."""
    found = _alignment(*objectives)

    assert _names(found.circles) == circles
    assert set(found.parents) == set(found.objectives)
    assert _titles(objectives) == Counter({f"O {name}": 1 for name, _ in objectives})


def _titles(objectives: Sequence[tuple[str, str]]) -> Counter[str]:
    """How often each objective is an entry of the outline; a mention of it has its team before it."""
    words = Parsed(part(_files(*objectives), PAGE)[PAGE]).words
    return Counter(word for word in words if word.startswith("O "))


@pytest.mark.parametrize(
    "objectives",
    [
        pytest.param([(f"a{n}", f"t/2026-Q4#a{n - 1}.k" if n else "focus") for n in range(100)], id="a long chain"),
        pytest.param([(f"a{n}", "focus") for n in range(400)], id="many side by side"),
        pytest.param([(f"a{n}", ", ".join(f"t/2026-Q4#a{m}" for m in range(max(0, n - 9), n)) or "focus") for n in range(100)], id="many ways"),
    ],
)  # fmt: skip
def test_every_objective_stands_once(objectives: list[tuple[str, str]]) -> None:
    """Long paths go on under a heading of their own, and no way is walked twice."""
    text = part(_files(*objectives), PAGE)[PAGE]
    page = Parsed(text)
    shown = Counter(word for word in page.words if word.startswith("O "))
    cut = sum("goes on under" in word for word in page.words)

    assert page.faults == []
    assert len(shown) == len(objectives)
    assert shown.total() == len(objectives) + cut
    assert _deepest(text) <= 8


def _deepest(text: str) -> int:
    """How many parts that open and close stand inside one another."""
    steps = (-1 if tag.startswith("</") else 1 for tag in re.findall("</?details", text))
    return max(accumulate(steps), default=0)


def test_many_objectives_are_closed_and_short() -> None:
    """From 60 on the outline is closed, from 300 on it names only key results that others support."""
    small, large = (part(_files(*[(f"a{n}", "focus") for n in range(count)]), PAGE)[PAGE] for count in (60, 301))

    assert small.count("<details open>") == 60
    assert "K a59" in small
    assert "<details" not in large
    assert "K a59" not in large
    assert "only those are shown that others support" in large


def test_other_quarters_are_named() -> None:
    """Who supports an objective of an earlier quarter stands under its name."""
    earlier = "kind: plan\nversion: 1\nteam: old\nquarter: 2026-Q3\nobjectives: [{id: o, title: Then}]\n"
    files = {**_files(("a", "old/2026-Q3#o")), "okrs/2026-Q3/old.yaml": earlier}
    page = Parsed(part(files, PAGE)[PAGE]).text

    assert "Then of Old 2026-Q3" in page
    assert "1 under something else" in page
