"""Words of a user: found like those of the lists, and never able to keep a run busy."""

from __future__ import annotations

import pytest

from okrlint.discovery import discover
from okrlint.linting.rule import Rule
from okrlint.linting.run import run
from okrlint.linting.settings import RuleSettings, Settings
from okrlint.linting.wording.compensation import pay_link
from okrlint.linting.wording.own_words import with_words, without_phrases
from okrlint.linting.wording.placeholders import slots
from okrlint.linting.wording.tasks import task
from okrlint.linting.wording.words import word_lists
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read

RULES: tuple[Rule, ...] = discover("okrlint.rules", "RULE")
LONG = "a " * 30_000


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        pytest.param("spin up", "Spin up the new cluster", "Spin up", id="a phrase in any case"),
        pytest.param("spin-up", "Spin up the new cluster", "Spin up", id="a hyphen is a space"),
        pytest.param("Ausrollen!", "ausrollen: the portal", None, id="signs part words, and a colon makes a label"),
        pytest.param("(a+)+$", "A a thing", "A", id="an expression is words"),
        pytest.param("spin*", "Spinning the wheel", None, id="a star is no ending"),
        pytest.param("# spin", "Spin the wheel", "Spin", id="a comment sign is none"),
        pytest.param("[of]", "Of the wheel", "Of", id="brackets are no section"),
        pytest.param("spin\n[of]\nthe", "Spin of the wheel", "Spin of the", id="a line break is a space"),
    ],
)
def test_entries_are_plain_words(entry: str, text: str, found: str | None) -> None:
    """Nothing in an entry means more than its words."""
    language = with_words("en", {"task/verbs": [entry]})

    assert ((hit := task(text, (), language)) and hit.text) == found
    assert word_lists("task", language)["of"] == word_lists("task")["of"]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(["(a+)+$"] * 50, id="an expression that runs for ever"),
        pytest.param([f"a {'a ' * n}b" for n in range(48)], id="many beginnings of one text"),
        pytest.param([f"a {n}" for n in range(1_000)], id="a thousand with one first word"),
        pytest.param(["a " * 50], id="a long phrase that nearly fits everywhere"),
        pytest.param(["a"], id="a word that is everywhere"),
        pytest.param(["\\", "[", "(?", "*", "{1,99999}", ".*" * 50], id="halves of expressions"),
    ],
)
def test_no_list_keeps_a_run_busy(entries: list[str]) -> None:
    """The longest text that may stand in a plan is read with hostile lists; nothing is timed, it only has to end."""
    sections = ("task/verbs", "placeholder/phrases", "compensation/pay", "pipeline/volumes")
    language = with_words("en+de", dict.fromkeys(sections, entries))

    task(LONG, (), language)
    slots(LONG, language)
    pay_link(f"bonus okr {LONG}", language)
    assert len(without_phrases(LONG, tuple(entries))) == len(LONG)


@pytest.mark.parametrize(
    ("phrases", "text", "left"),
    [
        (("launch",), "Launch the Launch-Pad", "       the       -Pad"),
        (("roll out", "roll"), "roll out, roll. out", "        ,     . out"),
        (("X%",), "X% of X", "   of X"),
        (("İ",), "İstanbul İ x", "İstanbul   x"),
        ((), "as it is", "as it is"),
    ],
)
def test_allowed_phrases_are_blanked(phrases: tuple[str, ...], text: str, left: str) -> None:
    """Every other character keeps its place."""
    assert without_phrases(text, phrases) == left


PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
objectives:
  - id: a
    title: Be the first name that agencies think of
    key_results:
      - id: one
        title: {title}
        note: {title}
"""


def _found(rule_id: str, title: str, **options: tuple[str, ...]) -> int:
    settings = Settings(rules={rule_id: RuleSettings(options=options)})
    portfolio = build_portfolio([read(PLAN.format(title=title).encode(), "okrs/2026-Q4/marketing.yaml")])
    return sum(finding.rule == rule_id for finding in run(portfolio, RULES, settings).findings)


@pytest.mark.parametrize(
    ("rule_id", "word", "title"),
    [
        ("task-like-key-result", "socialise", "Socialise the new editor"),
        ("placeholder", "wait for finance", "Wait for finance before the leads"),
        ("compensation-link", "thirteenth cheque", "The thirteenth cheque depends on OKR scores"),
        ("vague-wording", "groundbreaking", "Groundbreaking editor for analysts"),
    ],
)
def test_settings_add_words_to_a_rule_and_take_them_away(rule_id: str, word: str, title: str) -> None:
    """`words` are found beside those of the list, `allow` is passed over, and wins."""
    assert _found(rule_id, title) == 0
    assert _found(rule_id, title, words=(word,)) > 0
    assert _found(rule_id, title, words=(word,), allow=(word.upper(),)) == 0


def test_pipeline_words_are_those_of_every_rule() -> None:
    """One list, and every rule that reads it knows what its user calls a lead."""
    settings = Settings(rules={"pipeline-not-percentage-growth": RuleSettings(options={"words": ("hot contacts",)})})
    plan = PLAN.format(title="Hot contacts") + "        target: 400\n"
    portfolio = build_portfolio([read(plan.encode(), "okrs/2026-Q4/marketing.yaml")])

    found = {finding.rule for finding in run(portfolio, RULES, settings).findings}

    assert {"pipeline-not-percentage-growth", "supporting-metric-missing"} <= found


@pytest.mark.parametrize("rule", [rule for rule in RULES if "words" in rule.option_types], ids=lambda rule: rule.id)
def test_own_words_lead_to_a_list(rule: Rule) -> None:
    """A rule with `words` says which section they belong to, and the section is there."""
    name, _, section = rule.own_words.partition("/")

    assert section in word_lists(name)
    assert rule.option_types["words"] == "tuple[str, ...]"


def test_plans_in_german_are_judged_in_german() -> None:
    """The setting reaches the rules, and numbers are those of the language."""
    title = "Leads von 1.881 auf 2.351 steigern"
    portfolio = build_portfolio([read(PLAN.format(title=title).encode(), "okrs/2026-Q4/marketing.yaml")])
    in_german = run(portfolio, RULES, Settings(languages=("de",))).findings

    (found,) = [finding for finding in in_german if finding.rule == "not-measurable"]
    assert found.fix is not None
    assert found.hint == "add `baseline: 1881` and `target: 2351`"
    assert [edit.replacement.split() for edit in found.fix.edits] == [["baseline:", "1881", "growth:", "25%"]]
    assert _found("task-like-key-result", "Neue Website fertigstellen") == 0
    german = Settings(languages=("en", "de"))
    website = build_portfolio([read(PLAN.format(title="Neue Website fertigstellen").encode(), "okrs/a.yaml")])
    assert "task-like-key-result" in {finding.rule for finding in run(website, RULES, german).findings}
