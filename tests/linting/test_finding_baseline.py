"""The baseline of findings: known again wherever they stand, and only there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import jsonschema
import pytest

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.finding_baseline import FindingBaseline, NotABaseline, baseline_text, read_baseline
from okrlint.linting.finding_keys import FindingKeys
from okrlint.linting.rule import Context, Rule
from okrlint.linting.run import Outcome, run
from okrlint.linting.settings import RuleSettings, Settings
from okrlint.linting.wording.place import place_of
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.model.schema_files import load_schema
from okrlint.source.reader import read

PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
objectives:
  - id: a
    title: Win
    key_results:
      - id: one
        title: Bad one, bad too
        actions:
          - title: Bad action
      - title: Bad without an id
      - id: two
        title: Fine
"""
PATH = "okrs/2026-Q4/marketing.yaml"
HERE = {PATH: PLAN}


def _words(plan: Plan, context: Context) -> Iterator[Problem]:
    """Complain about every "Bad" in a title of a key result and of its actions."""
    for key_result in plan.key_results:
        title = key_result.title or ""
        for at in (at for at in range(len(title)) if title[at : at + 3].lower() == "bad"):
            place = place_of(key_result, "title", at, at + 3)
            yield Problem(place, f"at {at}", address=key_result.address)
        for action in key_result.actions:
            if (action.title or "").startswith("Bad"):
                yield Problem(action.at("title"), "bad action", address=key_result.address)


def _missing(plan: Plan, context: Context) -> Iterator[Problem]:
    """Complain about a missing lead and, per objective, about its key results as a whole."""
    yield Problem(plan.at("lead"), "no lead")
    for objective in plan.objectives:
        yield Problem(objective.at_key("key_results"), f"has {len(objective.key_results)}", address=objective.address)


def _pair(portfolio: Portfolio, context: Context) -> Iterator[Problem]:
    """Complain about every pair of plans with the same first objective."""
    plans = [plan for plan in portfolio.plans if plan.objectives]
    for first, second in pairwise(plans):
        related = Related(first.objectives[0].at("title"), "and here")
        yield Problem(second.objectives[0].at("title"), "twice", related=(related,))


def _rule(name: str, check: Callable[..., Iterator[Problem]], **values: Any) -> Rule:
    base = {"id": name, "group": "wording", "severity": Severity.ERROR, "since": "0.1.0", "check": check}
    return Rule(**{**base, "bad": (), "good": (), **values})


WORDS, MISSING, PAIR = _rule("words", _words), _rule("missing", _missing), _rule("pair", _pair)
RULES = (WORDS, MISSING, PAIR)


def _portfolio(files: Mapping[str, str]) -> Portfolio:
    return build_portfolio(read(text.encode(), path) for path, text in files.items())


def _known(files: Mapping[str, str], rules: tuple[Rule, ...] = RULES) -> FindingBaseline:
    """The baseline of everything that is found in some files, as it is read back from its file."""
    portfolio = _portfolio(files)
    found = run(portfolio, rules, Settings()).findings
    text = baseline_text(FindingBaseline().with_findings(found, FindingKeys(portfolio=portfolio)))
    return read_baseline(json.loads(text), {rule.id: rule.id for rule in rules}, "known.json")


def _run(files: Mapping[str, str], baseline: FindingBaseline, **values: Any) -> Outcome:
    settings = Settings(baseline=baseline, **values.pop("settings", {}))
    return run(_portfolio(files), values.pop("rules", RULES), settings, values.pop("focus", None))


def _told(outcome: Outcome) -> list[str]:
    return [f"{finding.rule} {finding.location.span.start.line}" for finding in outcome.findings]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(HERE, id="nothing changed"),
        pytest.param({PATH: f"# a comment\n\n{PLAN}"}, id="lines moved"),
        pytest.param({"okrs/old/marketing.yaml": PLAN}, id="the file moved"),
        pytest.param({PATH: PLAN.replace("Bad one, bad too", "This Bad is bad")}, id="a title in other words"),
        pytest.param(
            {PATH: PLAN.replace("      - id: two\n        title: Fine\n", "")}, id="one that was fine is gone"
        ),
        pytest.param(
            {PATH: PLAN.replace("      - id: one\n", "      - id: two\n        title: Fine\n      - id: one\n", 1)},
            id="another order",
        ),
        pytest.param({PATH: PLAN.replace("Bad without an id", "BAD  Without an ID")}, id="a title in capitals"),
    ],
)
def test_a_known_finding_is_known_again(files: dict[str, str]) -> None:
    """By rule, OKR and field, and never by line, file or number."""
    outcome = _run(files, _known(HERE))

    assert _told(outcome) == []
    assert outcome.known == 6


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("title: Fine", "title: Bad", ["words 15"], id="another key result"),
        pytest.param("Bad one, bad too", "Bad one, bad too, bad three", ["words 10"], id="one more in a field"),
        pytest.param(
            "- title: Bad action", "- title: Bad action\n          - title: Bad", ["words 13"], id="two of one"
        ),
        pytest.param("id: one", "id: uno", ["words 10", "words 10", "words 12"], id="another id"),
        pytest.param("Bad without an id", "Bad as ever", ["words 13"], id="another title and no id"),
    ],
)
def test_what_is_new_is_told(old: str, new: str, told: list[str]) -> None:
    """A finding about another OKR or field, or one more than there were."""
    assert _told(_run({PATH: PLAN.replace(old, new, 1)}, _known(HERE))) == told


def test_another_team_has_nothing_known() -> None:
    """An address begins with the team and the quarter."""
    assert _run({PATH: PLAN.replace("team: marketing", "team: product")}, _known(HERE)).known == 0


def test_a_pair_is_known_by_both_sides() -> None:
    """The same rule on the same OKR with another partner is new."""
    other = PLAN.replace("marketing", "product").replace("Bad", "Good").replace("bad", "good")
    third = other.replace("product", "sales")
    files = {PATH: PLAN, "okrs/2026-Q4/product.yaml": other}
    known = _known(files)

    assert [key.other for key in known.entries if key.rule == "pair"] == [("marketing/2026-Q4#a",)]
    assert _told(_run(files, known)) == []
    assert "pair 7" in _told(_run({"okrs/2026-Q4/product.yaml": other, "okrs/2026-Q4/sales.yaml": third}, known))


def test_what_is_gone_is_counted() -> None:
    """So that the baseline can shrink."""
    outcome = _run({PATH: PLAN.replace("Bad one, bad too", "Bad one")}, _known(HERE))

    assert [(key.rule, key.field, key.words, times) for key, times in outcome.gone.items()] == [
        ("words", "title", "bad", 1)
    ]


CHANGED = {PATH: PLAN.replace("Bad", "Good").replace("bad", "good"), "okrs/a.yaml": PLAN.replace("marketing", "a")}


@pytest.mark.parametrize(
    ("values", "gone"),
    [
        pytest.param({}, 4, id="a full run"),
        pytest.param({"focus": frozenset({PATH})}, 4, id="the file in focus"),
        pytest.param({"focus": frozenset({"okrs/a.yaml"})}, 0, id="another file in focus"),
        pytest.param({"settings": {"ignore": ("words",)}}, 0, id="the rule is off"),
        pytest.param({"rules": (MISSING, PAIR)}, 8, id="the rule is no more"),
        pytest.param(
            {"rules": (_rule("words", _words, clock=True), MISSING, PAIR)},
            0,
            id="the rule needs a day that is not there",
        ),
    ],
)
def test_gone_is_told_only_where_it_can_be_known(values: dict[str, Any], gone: int) -> None:
    """A rule that did not run, or a file that nobody asked about, says nothing about what is gone."""
    known = _known({**HERE, "okrs/a.yaml": PLAN.replace("marketing", "a")}, (WORDS, MISSING))

    assert sum(_run(CHANGED, known, **values).gone.values()) == gone


def test_trying_another_preset_makes_nothing_gone() -> None:
    """A rule that runs otherwise under a flag of the call does not tell what is gone."""
    usual = Settings(baseline=_known(HERE))
    files = _portfolio({PATH: CHANGED[PATH]})

    tried = usual.changed({}, rules={"words": RuleSettings(options={"any": 1})}, ignore=("missing", "words"))

    assert run(files, RULES, usual).gone
    assert run(files, RULES, tried).gone == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("title: [", id="no YAML"),
        pytest.param(CHANGED[PATH].replace("id: one", "id: one\n        weight: [1]"), id="a value of the wrong shape"),
    ],
)
def test_a_file_that_cannot_be_read_keeps_its_entries(text: str) -> None:
    """Its findings are hidden, not mended; rules that compare files wait as well."""
    other = PLAN.replace("marketing", "product")
    known = _known({PATH: PLAN, "okrs/product.yaml": other})

    outcome = _run({PATH: text, "okrs/product.yaml": other}, known)

    assert outcome.gone == {}


def test_what_cannot_be_read_is_never_known() -> None:
    """A baseline must not let a broken file pass."""
    syntax = _rule("syntax", _missing)
    portfolio = _portfolio(HERE)
    found = run(portfolio, (syntax,), Settings()).findings
    baseline = FindingBaseline().with_findings(found, FindingKeys(portfolio=portfolio))

    assert found
    assert baseline.total == 0
    row = '{"version": 1, "findings": [{"rule": "syntax", "address": "marketing/2026-Q4", "other": [], "field": "lead",'
    forged = read_baseline(json.loads(row + ' "words": "", "count": 9, "path": "x"}]}'), {})
    assert len(_run(HERE, forged, rules=(syntax,)).findings) == len(found)


def test_the_focus_counts_known_findings_too() -> None:
    """Known findings elsewhere are neither shown nor counted among those elsewhere."""
    other = PLAN.replace("marketing", "product")
    files = {PATH: PLAN, "okrs/2026-Q4/product.yaml": other}

    outcome = _run(files, _known(files, (WORDS,)), rules=(WORDS,), focus=frozenset({PATH}))

    assert (outcome.known, outcome.outside_focus, outcome.findings) == (4, 0, ())


def test_it_shrinks_and_grows_by_what_it_is_told() -> None:
    """What is gone is taken out, and what is new is taken in."""
    files = {PATH: PLAN.replace("Bad one, bad too", "Bad one").replace("title: Fine", "title: Bad")}
    known, portfolio = _known(HERE), _portfolio(files)
    outcome = _run(files, known)

    after = known.without(outcome.gone).with_findings(outcome.findings, FindingKeys(portfolio=portfolio))

    assert (known.total, after.total) == (6, 6)
    assert _told(_run(files, after)) == []
    assert _run(files, after).gone == {}


def test_its_bytes_do_not_depend_on_the_order_of_files() -> None:
    """Sorted, one line a finding, ASCII."""
    other = PLAN.replace("marketing", "product").replace("Bad action", "Bad ä \u202e")
    one, two = {PATH: PLAN, "okrs/b.yaml": other}, {"okrs/b.yaml": other, PATH: PLAN}
    text = baseline_text(_known(one))

    assert text == baseline_text(_known(two)) == baseline_text(_known(dict(sorted(one.items()))))
    assert text.isascii()
    assert text.count("\n") == len(_known(one).entries) + 5
    jsonschema.validate(json.loads(text), load_schema("baseline"), jsonschema.Draft7Validator)
    assert baseline_text(FindingBaseline()) == '{\n  "version": 1,\n  "findings": []\n}\n'


def test_a_former_name_of_a_rule_is_still_its_name() -> None:
    """A renamed rule does not bring its findings back."""
    known = _known(HERE, (_rule("old-words", _words),))
    renamed = read_baseline(json.loads(baseline_text(known)), {"old-words": "words", "words": "words"})

    assert _told(_run(HERE, renamed, rules=(WORDS,))) == []


ROW = {"rule": "a", "address": "b", "other": [], "field": "", "words": "", "count": 1, "path": "c"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param([], id="a list"),
        pytest.param({"version": 2, "findings": []}, id="another version"),
        pytest.param({"version": 1}, id="no findings"),
        pytest.param({"version": 1, "findings": {}}, id="findings as a table"),
        pytest.param({"version": 1, "findings": [], "more": 1}, id="more fields"),
        pytest.param({"version": 1, "findings": [1]}, id="no entry"),
        pytest.param({"version": 1, "findings": [{**ROW, "rule": 1}]}, id="a rule that is no text"),
        pytest.param({"version": 1, "findings": [{**ROW, "other": "x"}]}, id="others that are no list"),
        pytest.param({"version": 1, "findings": [{**ROW, "other": [[]]}]}, id="others that are no texts"),
        pytest.param({"version": 1, "findings": [{**ROW, "count": 0}]}, id="none"),
        pytest.param({"version": 1, "findings": [{**ROW, "count": True}]}, id="a count that is no number"),
        pytest.param({"version": 1, "findings": [{**ROW, "count": 1.5}]}, id="half a finding"),
        pytest.param({"version": 1, "findings": [{**ROW, "line": 1}]}, id="a field more"),
        pytest.param({"version": 1, "findings": [{k: v for k, v in ROW.items() if k != "path"}]}, id="a field less"),
    ],
)
def test_data_of_another_shape_are_no_baseline(data: object) -> None:
    """The schema and the reader agree on what one is."""
    assert not jsonschema.Draft7Validator(load_schema("baseline")).is_valid(data)
    with pytest.raises(NotABaseline):
        read_baseline(data, {})


def test_entries_that_are_alike_add_up() -> None:
    """Two branches may each have added one."""
    assert read_baseline({"version": 1, "findings": [ROW, {**ROW, "count": 2}]}, {}).total == 3
