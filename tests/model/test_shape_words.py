"""What people read who wrote something that cannot be read; each row is a slip that somebody will make."""

from __future__ import annotations

from typing import Any

import pytest

from okrlint.model.shape import ShapeProblem, check_shape
from okrlint.source.reader import read
from tests.model.whole_files import data_of

KEY_RESULT = ("objectives", 0, "key_results", 0)
LEVELS: dict[str, tuple[str, tuple[str | int, ...]]] = {
    "plan": ("plan", ()),
    "objective": ("plan", ("objectives", 0)),
    "key result": ("plan", KEY_RESULT),
    "company": ("company", ()),
    "pipeline": ("pipeline", ()),
}


def told(level: str, text: str) -> list[ShapeProblem]:
    """The problems of a small good file whose plan, objective… has the fields of the text laid over its own."""
    key_result: dict[str, Any] = {"id": "leads", "title": "More leads"}
    objective: dict[str, Any] = {"id": "demand", "title": "Win agencies", "key_results": [key_result]}
    files: dict[str, Any] = {
        "plan": {"kind": "plan", "version": 1, "team": "marketing", "objectives": [objective]},
        "company": {"kind": "company", "version": 1},
        "pipeline": {"kind": "pipeline", "version": 1},
    }
    kind = LEVELS[level][0]
    {"objective": objective, "key result": key_result}.get(level, files[kind]).update(data_of(text))
    return list(check_shape(kind, files[kind]))


WRONG_TYPES = [
    ("objective", "key_results: Increase leads", "`key_results` of objective `demand` must be a list, not text",
     "start each key result on its own line with `- title: `"),
    ("objective", "key_results:\n  id: leads", "`key_results` of objective `demand` must be a list, not a group of fields",
     "start each key result on its own line with `- title: `"),
    ("objective", "key_results: [Increase leads]", "key result 1 of objective `demand` must be a group of fields, not text",
     "write `title: ` before the text"),
    ("objective", "key_results:\n  -", "key result 1 of objective `demand` is empty", "fill it in, or remove its `-`"),
    ("objective", "supports: {to: focus}", "`supports` of objective `demand` must be text or a list, not a group of fields",
     "write it as in `supports: focus`"),
    ("objective", "owner: [ana, 5]", "entry 2 of `owner` of objective `demand` must be text, not a number",
     'put it in quotes: `"5"`'),
    ("objective", "why: 60", "`why` of objective `demand` must be text, not a number", 'put it in quotes: `"60"`'),
    ("objective", "why: true", "`why` of objective `demand` must be text, not true", 'put it in quotes: `"true"`'),
    ("objective", "why: [a, b]", "`why` of objective `demand` must be text, not a list",
     "write it as one text; put it in quotes where it has `: ` or `#` in it"),
    ("plan", "quarter: 2026", "`quarter` of the plan must be text, not a number", "write it as in `quarter: 2026-Q4`"),
    ("plan", "lead: [ana]", "`lead` of the plan must be text, not a list", "write it as in `lead: head-of-marketing`"),
    ("plan", "agreed: 2026-09-24", "`agreed` of the plan must be a group of fields, not text",
     "put its fields on lines of their own below it: `date`, `by`"),
    ("plan", "agreed: {by: 5}", "`by` of `agreed` must be text or a list, not a number",
     "write it as in `by: [head-of-marketing, demand-gen-lead]`"),
    ("plan", "reviews: [2026-10-19]", "review 1 must be a group of fields, not text", "write `date: ` before the text"),
    ("key result", "check_ins:\n  - date: 2026-10-12", "`check_ins` of key result `leads` must be dates with their values, not a list",
     "write one line for each below it, such as `2026-10-12: 1950`"),
    ("key result", "check_ins: {2026-10-12: [1]}",
     "check-in 2026-10-12 of key result `leads` must be a number, or a group of fields, not a list",
     "write it as in `2026-10-12: 1950`"),
    ("key result", "check_ins: {2026-10-12: {value: [1]}}",
     "`value` of check-in 2026-10-12 of key result `leads` must be a number, or true or false, not a list",
     "write it as in `value: 2010`"),
    ("key result", "close: done", "`close` of key result `leads` must be a group of fields, not text",
     "put its fields on lines of their own below it: `score`, `score_reason`, `cause`"),
    ("key result", "baseline: [1900]", "`baseline` of key result `leads` must be a number, or a group of fields, not a list",
     "write it as in `baseline: 1900`"),
    ("key result", "growth: true", "`growth` of key result `leads` must be a number, with its unit where it has one, not true",
     "write it as in `growth: 25%`"),
    ("key result", "target: {to: 5}", "`target` of key result `leads` must be a number, or a list of two, not a group of fields",
     "write it as in `target: 2400`"),
    ("key result", "target: [4, true]", "entry 2 of `target` of key result `leads` must be a number, with its unit where it has one, not true",
     "write a value such as `4`"),
    ("key result", "weight: double", "`weight` of key result `leads` must be a number, not text", "write it as in `weight: 1`"),
    ("key result", "due: true", "`due` of key result `leads` must be a date, not true", "write it as in `due: 2026-12-31`"),
    ("key result", "due: 20261030", "`due` of key result `leads` must be a date, not a number", "write 2026-10-30"),
    ("key result", "type: 5", "`type` of key result `leads` must be a word, not a number",
     "write `increase`, `decrease`, `count`, `at-least`, `at-most`, `between`, `milestones`, `done` or `establish-baseline`"),
    ("company", "focus: mrr", "`focus` of the company file must be a group of fields, not text",
     "put its fields on lines of their own below it: `metric`, `growth`, `since`"),
    ("company", "focus: [{growth: [5]}]", "`growth` of focus 1 must be a number, with its unit where it has one, not a list",
     "write it as in `growth: 5% per month`"),
    ("company", "fiscal_year_start: April", "`fiscal_year_start` of the company file must be a whole number, not text",
     "write it as in `fiscal_year_start: 1`"),
    ("company", "people: [ana]", "person 1 must be a group of fields, not text", "write `id: ` before the text"),
    ("pipeline", "leads: 600", "`leads` of the pipeline file must be months with their numbers, not a number",
     "write one line for each below it, such as `2026-04: 600`"),
    ("pipeline", "leads: {2026-04: [600]}", "`2026-04` of `leads` must be a number, with its unit where it has one, not a list",
     "write it as in `2026-04: 640`"),
]  # fmt: skip

UNKNOWN_FIELDS = [
    ("key result", "onwer: ana", "`onwer` is not a field of a key result", "did you mean `owner`?"),
    ("key result", "Check-Ins: {}", "`Check-Ins` is not a field of a key result", "did you mean `check_ins`?"),
    ("key result", "current: 5", "`current` is not a field of a key result", "did you mean `check_ins`?"),
    ("key result", "learned: a", "`learned` is not a field of a key result",
     "`learned` belongs to `close`, not to a key result"),
    ("key result", "bonus: 100", "`bonus` is not a field of a key result",
     "fields of a key result are: id, title, owner, metric, type, unit, baseline, growth and 16 more"),
    ("key result", "baseline: {vlaue: 5}", "`vlaue` is not a field of `baseline`", "did you mean `value`?"),
    ("key result", "check_ins: {2026-10-12: {nxt: a}}", "`nxt` is not a field of a check-in", "did you mean `next`?"),
    ("objective", "due: 2026-12-31", "`due` is not a field of an objective",
     "`due` belongs to a key result, a milestone or an action, not to an objective"),
    ("objective", "fiscal_year_start: 4", "`fiscal_year_start` is not a field of an objective",
     "`fiscal_year_start` belongs to a file of `kind: company`"),
    ("plan", "key_results: []", "`key_results` is not a field of a plan",
     "`key_results` belongs to an objective, not to a plan"),
    ("plan", "okrs: []", "`okrs` is not a field of a plan", "did you mean `objectives`?"),
    ("plan", "agreed: {with: ana}", "`with` is not a field of `agreed`", "fields of `agreed` are: date, by"),
    ("company", "focus: {metrics: mrr}", "`metrics` is not a field of `focus`", "did you mean `metric`?"),
    ("company", "metrics: [{id: a, emails: []}]", "`emails` is not a field of a metric",
     "`emails` belongs to a person, not to a metric"),
    ("pipeline", f"{'x' * 60}: 1", f"`{'x' * 49}…` is not a field of a pipeline file",
     "fields of a pipeline file are: kind, version, quarter, as_of, currency, mrr, growth, average_sale_price and 11 more"),
]  # fmt: skip

WRONG_VALUES = [
    ("plan", "status: actve", "`status` of the plan cannot be `actve`", "did you mean `active`?"),
    ("plan", "status: open", "`status` of the plan cannot be `open`", "write `draft`, `active` or `closed`"),
    ("plan", "team: pipeline", "`team` of the plan cannot be `pipeline`: in addresses the word has a meaning of its own",
     "choose another id"),
    ("plan", "team: Go-To-Market Team", "`team` of the plan is `Go-To-Market Team`; an id has only small letters, digits and hyphens",
     "write `team: go-to-market-team`"),
    ("plan", "team: マーケ", "`team` of the plan is `マーケ`; an id has only small letters, digits and hyphens",
     "write `team: marketing`"),
    ("plan", "team:", "the plan has no `team`", "add a line such as `team: marketing`"),
    ("plan", 'version: "1"', "`version` of the plan must be `1`, not text", "write `version: 1`, without quotes"),
    ("plan", "version:", "the plan has no `version`", "add a line such as `version: 1`"),
    ("objective", 'title: " "', "objective `demand` has no `title`",
     "add a line such as `title: Become the first name that small agencies think of`"),
    ("objective", "key_results: [{title: A}, {id: b}]", "key result `b` has no `title`",
     "add a line such as `title: Increase marketing-qualified leads by 25% vs. 2026-Q3`"),
    ("key result", "revisions: [{to: 5}]", "revision 1 of key result `leads` has no `date` and no `field`",
     "add a line such as `date: 2026-10-20`"),
    ("key result", "revisions: [{date: 2026-10-20}]", "revision 2026-10-20 of key result `leads` has no `field`",
     "add a line such as `field: growth`"),
    ("key result", "actions: [{title: Write the report, status: finished}]",
     '`status` of action "Write the report" cannot be `finished`', "write `todo`, `doing`, `done` or `dropped`"),
    ("key result", "type: at least", "`type` of key result `leads` cannot be `at least`", "did you mean `at-least`?"),
    ("key result", "target: [1, 2, 3]", "`target` of key result `leads` must be a list of 2, and it has 3",
     "write it as in `target: [4, 5]`"),
    ("key result", "weight: -1", "`weight` of key result `leads` must be 0 or more, and it is `-1`",
     "write how much it counts in the objective's score beside the others, such as 1"),
    ("key result", "check_ins: {2026-10-12: {confidence: 60}}",
     "`confidence` of check-in 2026-10-12 of key result `leads` must be from 0 to 1, and it is `60`", "for 60% write 0.6"),
    ("key result", "check_ins: {2026-10-12: {confidence: -1}}",
     "`confidence` of check-in 2026-10-12 of key result `leads` must be from 0 to 1, and it is `-1`",
     "write how sure the owner is to reach the target, from 0 to 1, such as 0.6"),
    ("key result", "check_ins: {2026-10-12: {confidence: 80 %}}",
     "`confidence` of check-in 2026-10-12 of key result `leads` must be a number, not text", "for 80% write 0.8"),
    ("key result", "check_ins: {2026-10-12: {confidence: 66.6%}}",
     "`confidence` of check-in 2026-10-12 of key result `leads` must be a number, not text", "for 66.6% write 0.666"),
    ("key result", 'check_ins: {2026-10-12: {confidence: "0.8"}}',
     "`confidence` of check-in 2026-10-12 of key result `leads` must be a number, not text", "write 0.8, without quotes"),
    ("key result", 'check_ins: {2026-10-12: {confidence: "120%"}}',
     "`confidence` of check-in 2026-10-12 of key result `leads` must be a number, not text", "write it as in `confidence: 0.6`"),
    ("key result", "close: {score: 70%}", "`score` of `close` of key result `leads` must be a number, not text", "for 70% write 0.7"),
    ("company", "fiscal_year_start: 13", "`fiscal_year_start` of the company file must be from 1 to 12, and it is `13`",
     "write the month in which the fiscal year begins, such as 1"),
    ("company", "priorities: [{id: focus}]", "`id` of priority `focus` cannot be `focus`: in addresses the word has a meaning of its own",
     "choose another id"),
    ("company", "metrics: [{name: Leads}]", 'metric "Leads" has no `id`', "add a line such as `id: mqls`"),
    ("pipeline", "leads: {2026-4: 5}", "`2026-4` of `leads` of the pipeline file is not a month",
     "write year-month, such as `2026-04: 640`"),
]  # fmt: skip

QUANTITIES = [
    ("key result", "growth: 1.000,50", "`growth` of key result `leads` is not a number that can be read: `1.000,50`"),
    ("key result", "target: five", "`target` of key result `leads` is not a number that can be read: `five`"),
    ("key result", "target: [4, 1.2.3]", "entry 2 of `target` of key result `leads` is not a number that can be read: `1.2.3`"),
    ("key result", "baseline: {value: XX%}", "`value` of `baseline` of key result `leads` is not a number that can be read: `XX%`"),
    ("key result", "check_ins: {2026-10-12: maybe}", "check-in 2026-10-12 of key result `leads` is not a number that can be read: `maybe`"),
    ("key result", "check_ins: {2026-10-12: {value: NaN}}",
     "`value` of check-in 2026-10-12 of key result `leads` is not a number that can be read: `NaN`"),
    ("key result", 'growth: ""', "`growth` of key result `leads` is not a number that can be read: ``"),
    ("key result", "growth: 5% per month",
     "`growth` of key result `leads` is `5% per month`; the numbers of a plan are for its whole quarter"),
    ("company", "focus: {growth: fast}", "`growth` of `focus` is not a number that can be read: `fast`"),
    ("pipeline", "leads: {2026-04: many}", "`2026-04` of `leads` is not a number that can be read: `many`"),
    ("pipeline", "lead_to_customer: {range: [2%, most]}",
     "entry 2 of `range` of `lead_to_customer` is not a number that can be read: `most`"),
    ("pipeline", "channels: [{id: paid, cap: all}]", "`cap` of channel `paid` is not a number that can be read: `all`"),
]  # fmt: skip

DATES = [
    ("2026-13-45", "is not a date: there is no month 13", "write year-month-day, such as 2026-12-31"),
    ("2026-02-30", "is not a date: February 2026 has 28 days", "write year-month-day, such as 2026-12-31"),
    ("2026-1-5", "is not a date", "write 2026-01-05"),
    ("2026/12/31", "is not a date", "write 2026-12-31"),
    ("2026-10-12T09:30:00Z", "is not a date", "write 2026-10-12"),
    ("31.12.2026", "is not a date", "write 2026-12-31"),
    ("12/31/2026", "is not a date", "write 2026-12-31"),
    ("5/5/2026", "is not a date", "write 2026-05-05"),
    ("10/12/2026", "is not a date", "write year-month-day, such as 2026-12-31"),
    ("end of December", "is not a date", "write year-month-day, such as 2026-12-31"),
    ("99/99/2026", "is not a date", "write year-month-day, such as 2026-12-31"),
    ("0026-10-12", "is not a date", "write year-month-day, such as 2026-12-31"),
]

OPENINGS = [
    ("# nothing", "the file is empty", "begin with `kind: plan` and `version: 1`, each on a line of its own"),
    ("- a", "the file has no fields", "begin with `kind: plan` and `version: 1`, each on a line of its own"),
    ("team: a\nobjectives: []", "the file does not say what it is",
     "add `kind: plan` as the first line; a file is a `plan`, `company` or `pipeline`"),
    ("kind:\nmetrics: []\npeople: []", "the file does not say what it is",
     "add `kind: company` as the first line; a file is a `plan`, `company` or `pipeline`"),
    ("mrr: 5\nleads: {}", "the file does not say what it is",
     "add `kind: pipeline` as the first line; a file is a `plan`, `company` or `pipeline`"),
    ("kind: Plan", "okrlint knows no kind `Plan`", "did you mean `plan`? a file is a `plan`, `company` or `pipeline`"),
    ("kind: roadmap", "okrlint knows no kind `roadmap`", "a file is a `plan`, `company` or `pipeline`"),
    ("kind: [plan]", "`kind` of the file must be a word", "a file is a `plan`, `company` or `pipeline`"),
    ("kind: plan\nversion: 2\nfuture: yes", "the file is written in version `2`; this okrlint reads version 1",
     "update okrlint to read it"),
    ("kind: plan\nversion: 0", "the file is written in version `0`; this okrlint reads version 1", "write `version: 1`"),
]  # fmt: skip


@pytest.mark.parametrize(("level", "text", "message", "hint"), WRONG_TYPES, ids=[row[1] for row in WRONG_TYPES])
def test_values_of_another_type(level: str, text: str, message: str, hint: str) -> None:
    """A list where text belongs, text where a list belongs: named by its owner, with the right form."""
    assert [problem[3:5] for problem in told(level, text)] == [(message, hint)]


@pytest.mark.parametrize(("level", "text", "message", "hint"), UNKNOWN_FIELDS, ids=[row[1] for row in UNKNOWN_FIELDS])
def test_unknown_fields(level: str, text: str, message: str, hint: str) -> None:
    """The place is the key; the hint is the nearest name, or where the field belongs."""
    problems = told(level, text)

    assert [problem[3:5] for problem in problems] == [(message, hint)]
    assert [(problem.rule, problem.on_key) for problem in problems] == [("unknown-field", True)]


@pytest.mark.parametrize(("level", "text", "message", "hint"), WRONG_VALUES, ids=[row[1] for row in WRONG_VALUES])
def test_values_that_cannot_be(level: str, text: str, message: str, hint: str) -> None:
    """Words that are no choice, ids that are none, numbers out of bounds, things without what they need."""
    assert [problem[3:5] for problem in told(level, text)] == [(message, hint)]


@pytest.mark.parametrize(("level", "text", "message"), QUANTITIES, ids=[row[1] for row in QUANTITIES])
def test_texts_that_are_no_quantity(level: str, text: str, message: str) -> None:
    """The value is shown; how to write it is what the quantities themselves say."""
    assert [problem.message for problem in told(level, text)] == [message]


@pytest.mark.parametrize(("text", "message", "hint"), DATES, ids=[row[0] for row in DATES])
def test_texts_that_are_no_date(text: str, message: str, hint: str) -> None:
    """A date in another order is put right, unless day and month could be swapped; as a value and as a key."""
    value, key = told("key result", f"due: {text}\ncheck_ins:\n  {text}: 5")

    assert value[1:5] == ((*KEY_RESULT, "due"), False, f"`due` of key result `leads`, `{text}`, {message}", hint)
    assert key[1:5] == (
        (*KEY_RESULT, "check_ins", text),
        True,
        f"`{text}` of `check_ins` of key result `leads` {message}",
        hint,
    )


@pytest.mark.parametrize(("text", "message", "hint"), OPENINGS, ids=[row[0] for row in OPENINGS])
def test_files_that_say_nothing_known(text: str, message: str, hint: str) -> None:
    """A file of no known kind or version has one problem, whatever else is in it."""
    data = read(text.encode(), "okrs/file.yaml").data
    kind = data.get("kind") if isinstance(data, dict) else None

    assert [problem[3:5] for problem in check_shape(kind, data)] == [(message, hint)]


def test_a_needed_field_with_a_slip_is_one_problem() -> None:
    """`titel` is an unknown field, and not a missing title as well."""
    assert [problem.message for problem in told("objective", "key_results: [{titel: A}]")] == [
        "`titel` is not a field of a key result"
    ]


def test_things_without_an_id_are_known_by_title_or_position() -> None:
    """An id is shown as code, a title in quotes and cut after fifty characters, anything else by its position."""
    long = "Hold the satisfaction of agencies, and of everybody else"
    rows = f"key_results:\n  - {{title: '{long}', weight: a}}\n  - {{weight: a, owner: ana}}"

    assert [problem.message for problem in told("objective", rows) if problem.path[-1] == "weight"] == [
        '`weight` of key result "Hold the satisfaction of agencies, and of everybo…" must be a number, not text',
        "`weight` of key result 2 of objective `demand` must be a number, not text",
    ]


def test_a_backtick_in_a_value_cannot_end_the_quote() -> None:
    """Text from a file stays inside the quotes that show it."""
    assert told("plan", 'status: "a`b\\nc"')[0].message == "`status` of the plan cannot be `a'b c`"
