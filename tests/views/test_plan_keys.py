"""The name of a plan's pages changes whenever one of them does; when it does not, pages need not be looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from okrlint import discovery, reports
from okrlint.linting.finding import Finding
from okrlint.model.portfolio import build_portfolio
from okrlint.source.document import Document
from okrlint.source.reader import read
from okrlint.source.span import Location
from okrlint.views.plan_keys import PlanKeys
from okrlint.views.report import Later, Page, Report, ReportInput
from okrlint.views.survey import Survey
from tests.reports.sites import AS_OF, COMPANY, MARKETING, finding, plan_text

Texts = dict[str, str]
STEPS = 20


def _reports() -> tuple[Report, ...]:
    return discovery.discover(reports.__name__, "REPORT")


class Built:
    """What is shown of some files, by the name under which it would be kept."""

    def __init__(self, documents: dict[str, Document], said: dict[str, str]) -> None:
        portfolio = build_portfolio(documents.values())
        findings = tuple(_finding(documents[path], words) for path, words in sorted(said.items()) if path in documents)
        survey = Survey(ReportInput(portfolio, findings, AS_OF, portfolio.company))
        menu = sorted(entry for report in _reports() if (entry := report.menu(survey)) is not None)
        keys = PlanKeys(survey, b"", menu)
        self.shown: dict[tuple[str, bytes], list[Any]] = {}
        for plan in portfolio.plans:
            pages = [page for report in _reports() for page in report.of_plan(plan, survey)]
            self.shown[plan.document.path, keys.of(plan)] = pages
        for report in _reports():
            for later in (one for one in (*report.pages(survey), *report.files(survey)) if isinstance(one, Later)):
                self.shown[later.path, keys.of_later(later)] = [later.make()]


def _finding(document: Document, words: str) -> Finding:
    return finding(Location(document.path, document.text.span(40, 41)), words)


def _read(texts: Texts) -> dict[str, Document]:
    return {path: read(text.encode(), path) for path, text in texts.items()}


@pytest.fixture(scope="module")
def texts(checkout: Path) -> Texts:
    """The plans of this repository: three teams, three quarters, a pipeline, everything that plans say of others."""
    return {
        file.relative_to(checkout).as_posix(): file.read_text("utf-8") for file in (checkout / "okrs").rglob("*.yaml")
    }


@pytest.mark.parametrize("seed", [1])
def test_what_has_the_same_name_shows_the_same(texts: Texts, seed: int) -> None:
    """After any change to any file: whatever keeps its name, a plan's pages, a quarter, a team, is equal in every value."""
    random = Random(seed)  # noqa: S311  the same changes again, not secret ones
    documents, said = _read(texts), dict[str, str]()
    before, kept, seen = Built(documents, said), 0, 0
    for _ in range(STEPS):
        what = _change(random, documents, said)
        after = Built(documents, said)
        for name in before.shown.keys() & after.shown.keys():
            assert before.shown[name] == after.shown[name], f"{name[0]} after {what}"
        kept += len(before.shown.keys() & after.shown.keys())
        seen += len(after.shown)
        before = after
    assert kept > seen / 4


def _change(random: Random, documents: dict[str, Document], said: dict[str, str]) -> str:
    """Change one file, or what is found in it; the words are for whoever looks why a test fails."""
    path = random.choice(sorted(documents))
    text = documents[path].text.text
    changes: tuple[Callable[[Random, str, dict[str, Document]], str], ...]
    changes = (_number, _number, _number, _title, _tie, _tie, _tie, _guard, _status, _comment, _renamed)
    number = random.randrange(len(changes) + 3)
    if number == len(changes):
        said[path] = f"something {random.randrange(99)}"
        return f"a finding in {path}"
    if number > len(changes) and "company" not in path:
        if number > len(changes) + 1 and len(documents) > 8:
            del documents[path]
            return f"{path} removed"
        name = path.replace(".yaml", f"-{random.randrange(9)}.yaml")
        documents[name] = read(re.sub(r"(?m)^team: .*", f"team: {Path(name).stem}", text).encode(), name)
        return f"{name} added"
    change = changes[number % len(changes)]
    documents[path] = read(change(random, text, documents).encode(), path)
    return f"{change.__name__} in {path}"


def _somewhere(random: Random, text: str, pattern: str, replace: Callable[[re.Match[str]], str]) -> str:
    found = list(re.finditer(pattern, text, re.MULTILINE))
    if not found:
        return text
    one = random.choice(found)
    return text[: one.start()] + replace(one) + text[one.end() :]


def _number(random: Random, text: str, _: dict[str, Document]) -> str:
    return _somewhere(random, text, r"(?<=: )\d+$", lambda one: str(int(one.group()) + random.randrange(1, 9)))


def _title(random: Random, text: str, _: dict[str, Document]) -> str:
    return _somewhere(random, text, r"(title|name): \S.*$", lambda one: f"{one.group()} {random.randrange(9)}")


def _tie(random: Random, text: str, documents: dict[str, Document]) -> str:
    """Something new that an objective or key result says of another one, which may be there."""
    addresses = sorted(_addresses(documents))
    field = random.choice(("supports", "shared_with", "carried_from"))
    address = random.choice([*addresses, random.choice(addresses).replace("2026-Q4", "2027-Q1")])

    def tied(one: re.Match[str]) -> str:
        return f"{one.group()}\n{' ' * len(one[1])}  {field}: {address}"

    return _somewhere(random, re.sub(rf"(?m)^ +{field}: .*\n", "", text), r"^( +)- id: \S+$", tied)


def _addresses(documents: dict[str, Document]) -> Iterator[str]:
    for objective in (one for plan in build_portfolio(documents.values()).plans for one in plan.objectives):
        yield objective.address
        yield from (key_result.address for key_result in objective.key_results)


def _guard(random: Random, text: str, documents: dict[str, Document]) -> str:
    metrics = sorted({name for one in documents.values() for name in re.findall(r"metric: (\S+)", one.text.text)})
    return _somewhere(random, text, r"guard: .*$", lambda _: f"guard: {random.choice(metrics)}")


def _status(random: Random, text: str, _: dict[str, Document]) -> str:
    status = random.choice(("draft", "active", "closed", "dropped"))
    return _somewhere(random, text, r"status: (draft|active|closed|dropped)$", lambda _: f"status: {status}")


def _comment(_: Random, text: str, __: dict[str, Document]) -> str:
    return f"# one line further down\n{text}"


def _renamed(random: Random, text: str, _: dict[str, Document]) -> str:
    new = random.choice(("team: apps", "team: product", "quarter: 2026-Q3", "quarter: 2026-Q4", "quarter: 2027-Q1"))
    return re.sub(rf"(?m)^{new.partition(':')[0]}: .*", new, text)


EARLIER, OTHER = "okrs/2026-Q3/marketing.yaml", "okrs/2026-Q4/sales.yaml"
COUNT = "- title: x\n  id: x\n  target: 10\n  check_ins:\n    {day}: {value}\n"


def _names(**changed: str) -> dict[str, bytes]:
    """The names of the plans' pages, after a change to one of the files."""
    files = {
        "company": COMPANY,
        "now": plan_text(COUNT.format(day="2026-11-02", value=3)),
        "earlier": plan_text(COUNT.format(day="2026-08-03", value=3), quarter="2026-Q3"),
        "other": plan_text(COUNT.format(day="2026-11-02", value=3), team="sales"),
    }
    paths = {"company": "okrs/company.yaml", "now": MARKETING, "earlier": EARLIER, "other": OTHER}
    documents = _read({paths[name]: changed.get(name, text) for name, text in files.items()})
    portfolio = build_portfolio(documents.values())
    survey = Survey(ReportInput(portfolio, (), AS_OF, portfolio.company))
    keys = PlanKeys(survey, b"", "")
    return {plan.document.path: keys.of(plan) for plan in portfolio.plans}


@pytest.mark.parametrize(
    ("changed", "renamed"),
    [
        pytest.param({}, set(), id="nothing"),
        pytest.param(
            {"other": plan_text(COUNT.format(day="2026-11-02", value=4), team="sales")},
            {OTHER},
            id="the plan of another team is its own matter",
        ),
        pytest.param(
            {"now": plan_text(COUNT.format(day="2026-11-02", value=4))},
            {MARKETING, EARLIER},
            id="the quarter before says how it went on",
        ),
        pytest.param(
            {"earlier": plan_text(COUNT.format(day="2026-08-03", value=4), quarter="2026-Q3")},
            {MARKETING, EARLIER},
            id="the quarter after says where it comes from",
        ),
        pytest.param(
            {"company": COMPANY.replace("Ana Alves", "Ana Abreu")},
            {MARKETING, EARLIER, OTHER},
            id="everybody may name a person",
        ),
        pytest.param(
            {"other": plan_text(f"{COUNT.format(day='2026-11-02', value=3)}  shared_with: marketing/2026-Q4#demand.x\n", team="sales")},
            {MARKETING, OTHER},
            id="what is shared stands on both pages",
        ),
    ],
)  # fmt: skip
def test_a_change_reaches_what_is_tied_to_it(changed: dict[str, str], renamed: set[str]) -> None:
    """And nothing else, or a changed plan would make the whole site anew."""
    before, after = _names(), _names(**changed)
    assert {path for path in before if before[path] != after[path]} == renamed


def test_pages_are_told_by_their_values() -> None:
    """The comparison above sees a page: two plans with different numbers show something different."""
    files = {MARKETING: plan_text(COUNT.format(day="2026-11-02", value=3))}
    one = Built(_read(files), {})
    other = Built(_read({MARKETING: files[MARKETING].replace("11-02: 3", "11-02: 4")}), {})
    pages = [
        [page for shown in built.shown.values() for page in shown if isinstance(page, Page)] for built in (one, other)
    ]
    assert pages[0] != pages[1]
