"""What fixes write, and that they leave every other byte."""

from __future__ import annotations

import pytest

from okrlint.linting.finding import Finding, Fix, Severity
from okrlint.linting.fixes import (
    add_fields,
    insert_first,
    quote_text,
    rename_field,
    replace_value,
    replace_words,
    rewrite,
    together,
    write_fields,
)
from okrlint.linting.fixing import fix_files
from okrlint.model.plan import Plan, build_plan
from okrlint.source.reader import read

TEXT = """\
# a comment that stays
kind: plan
objectives:
    -   id: a   # and this one
        title:   'Win'
        key_results:
          - {title: One, target: 700}
          - title: Two
            target: 1,000   # thousand
"""
PATH = "okrs/a.yaml"


def _plan(text: str = TEXT) -> Plan:
    return build_plan(read(text.encode(), PATH), None)


def _fixed(plan: Plan, *fixes: Fix) -> str | None:
    found = [Finding("r", Severity.ERROR, "m", "", plan.at("kind"), (), "", fix) for fix in fixes]
    result = fix_files(found, {PATH: plan.document}, unsafe=True).get(PATH)
    return result.data.decode() if result is not None else None


def test_fields_are_added_behind_another_one() -> None:
    """Behind the first that is there, comment included; with a comma inside braces, where commas get quotes."""
    plan = _plan()
    one, two = plan.objectives[0].key_results
    fields = {"growth": "53.9%", "note": "a, b"}

    assert _fixed(plan, add_fields(two, fields, ("metric", "target"))) == TEXT.replace(
        "# thousand\n", "# thousand\n            growth: 53.9%\n            note: a, b\n"
    )
    assert _fixed(plan, add_fields(one, fields, ("title",))) == TEXT.replace(
        "title: One", 'title: One, growth: 53.9%, note: "a, b"'
    )


def test_a_field_is_added_to_a_file_without_a_last_line_break() -> None:
    """The file ends as it did, without one."""
    text = TEXT.replace("   # thousand\n", "")
    plan = _plan(text)

    assert _fixed(plan, add_fields(plan.objectives[0].key_results[1], {"note": "x"}, ("target",))) == (
        f"{text}\n            note: x"
    )


@pytest.mark.parametrize(
    "value",
    [
        "|\n          two\n          lines",
        ">-\n          two\n\n          parts\n\n",
        "two\n          lines",
        '"a\n\n          b"',
        "{x: 1,\n          y: 2}",
    ],
    ids=["literal", "folded with blank lines", "plain", "quoted", "braces"],
)
def test_a_field_is_added_behind_a_value_of_several_lines(value: str) -> None:
    """The value stays whole, whatever its style."""
    text = f"kind: plan\nobjectives:\n    -   title: {value}\n        owner: ana\n"
    plan = _plan(text)

    fixed = _fixed(plan, add_fields(plan.objectives[0], {"id": "a"}, ("title",)))

    assert fixed is not None
    assert fixed.replace("\n        id: a", "") == text
    assert (_plan(fixed).objectives[0].title, _plan(fixed).objectives[0].id) == (plan.objectives[0].title, "a")


def test_fields_that_are_there_without_a_value_get_one() -> None:
    """Nothing is written twice: what has a place is filled, the rest is added."""
    text = "kind: plan\nobjectives:\n  - title: A\n    id:\n    note: # later\n"
    plan = _plan(text)
    fields = {"id": "a", "owner": "ana", "note": "b"}

    assert _fixed(plan, write_fields(plan.objectives[0], fields, ("title",))) == (
        "kind: plan\nobjectives:\n  - title: A\n    owner: ana\n    id: a\n    note: b # later\n"
    )
    assert _fixed(plan, insert_first(plan.objectives[0], "id", "a")) == text.replace("id:", "id: a")


@pytest.mark.parametrize(
    ("text", "written"),
    [("1900", "1900"), ("-4%", "-4%"), ("0.5", "0.5"), ("010", '"010"'), ("yes", '"yes"'), ("a: b", '"a: b"'), ("", '""')],
)  # fmt: skip
def test_numbers_stand_plain_and_doubtful_text_in_quotes(text: str, written: str) -> None:
    """What is written is what every version of YAML reads."""
    plan = _plan()
    two = plan.objectives[0].key_results[1]

    assert _fixed(plan, add_fields(two, {"note": text}, ("title",))) == TEXT.replace(
        "title: Two\n", f"title: Two\n            note: {written}\n"
    )


def test_a_comment_for_the_first_line_stays_above_it() -> None:
    """A suppression silences the line below it, so the new field comes second there."""
    text = "kind: plan\nobjectives:\n  # okrlint: ignore[placeholder] because\n  - title: Win XX\n    owner: ana\n"
    plan = _plan(text)

    fixed = _fixed(plan, insert_first(plan.objectives[0], "id", "win"))

    assert fixed == text.replace("Win XX\n", "Win XX\n    id: win\n")


def test_a_field_gets_another_name_and_keeps_its_value() -> None:
    """Lists, comments and layout below it stay; so do the quotes of other keys."""
    text = 'kind: plan\n"objectivs":   # all\n  -   {title: A, "x": [1, {}]}\n'
    plan = _plan(text)

    assert _fixed(plan, rename_field(plan.document, ("objectivs",), "objectives")) == text.replace(
        '"objectivs"', "objectives"
    )


def test_a_scalar_anywhere_is_written_anew() -> None:
    """In a list inside brackets too, where signs of YAML need quotes that they do not need elsewhere."""
    text = "kind: plan\nobjectives: [{title: A, shared_with: [off, 010]}]\n"
    plan = _plan(text)
    path = ("objectives", 0, "shared_with")

    assert _fixed(plan, quote_text(plan.document, (*path, 0))) == text.replace("off", '"off"')
    assert _fixed(plan, rewrite(plan.document, (*path, 1), "a, b", "")) == text.replace("010", '"a, b"')


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Grow by 20% in May", "Grow by 25% in May"),
        ("'Grow by 20% in ''May'''", "'Grow by 25% in ''May'''"),
        (">\n      Grow\n      by 20% in May", ">\n      Grow\n      by 25% in May"),
        ("Grow\n      by 20%", "Grow\n      by 25%"),
        ('"20% \\u0062y 20%"', '"25% \\u0062y 20%"'),
        ('"by \\x32\\x30%"', "by 25%"),
    ],
    ids=["plain", "single quotes", "folded", "plain on two lines", "twice", "hidden by an escape"],
)
def test_words_inside_a_text_are_replaced_where_they_stand(title: str, expected: str) -> None:
    """Quotes, folds and the other words stay; where an escape hides the words, the text is written anew."""
    text = f"kind: plan\nobjectives:\n  - title: {title}\n"
    plan = _plan(text)
    start = (plan.objectives[0].title or "").index("20%")

    fixed = _fixed(plan, replace_words(plan.objectives[0], "title", (start, start + 3), "25%"))

    assert fixed == f"kind: plan\nobjectives:\n  - title: {expected}\n"


def test_several_fixes_are_made_as_one_or_not_at_all() -> None:
    """One that is refused takes the other with it, and one that is unsafe makes the whole unsafe."""
    plan = _plan()
    one, two = plan.objectives[0].key_results
    good = replace_value(one, "title", "Uno")
    refused = rename_field(plan.document, (*two.path, "target"), "title")

    assert _fixed(plan, together("both", good, replace_value(two, "title", "Due"))) == TEXT.replace(
        "One", "Uno"
    ).replace("Two", "Due")
    assert _fixed(plan, together("both", good, refused)) is None
    assert not together("both", good, replace_value(two, "title", "Due", safe=False)).safe


def test_a_fix_says_what_it_writes() -> None:
    """In words of its own, or in those of the rule that asks for it."""
    plan = _plan()
    objective = plan.objectives[0]

    assert insert_first(objective.key_results[1], "id", "two").words == "add `id: two`"
    assert insert_first(objective.key_results[1], "id", "two", "give it a name").words == "give it a name"
    assert replace_value(objective, "title", "Lose").words == "write `title: Lose`"
    assert replace_value(objective, "title", "Lose", "lose").words == "lose"
