"""Fixes are edits of exact spans, verified, made together where they go together."""

from __future__ import annotations

import pytest

from okrlint.linting.finding import Finding, Fix, Severity
from okrlint.linting.fixes import exchange_field, insert_first, replace_value, write_number
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


def _fixed(plan: Plan, *fixes: Fix, unsafe: bool = False) -> str | None:
    found = [Finding("r", Severity.ERROR, "m", "", plan.at("kind"), (), "", fix) for fix in fixes]
    result = fix_files(found, {PATH: plan.document}, unsafe=unsafe).get(PATH)
    return result.data.decode() if result is not None else None


def test_a_value_is_replaced_and_every_other_byte_stays() -> None:
    """Blanks, quotes and comments around it are not touched."""
    plan = _plan()

    fixed = _fixed(plan, replace_value(plan.objectives[0], "title", "Win: big"))

    assert fixed == TEXT.replace("'Win'", '"Win: big"')


def test_line_endings_and_the_byte_order_mark_stay() -> None:
    """A file of another system keeps its own."""
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    plan = build_plan(read(data, PATH), None)
    fix = insert_first(plan.objectives[0].key_results[1], "id", "two")
    found = Finding("r", Severity.ERROR, "m", "", plan.at("kind"), (), "", fix)

    fixed = fix_files([found], {PATH: plan.document}, unsafe=False)[PATH].data

    assert fixed == data.replace(b"- title: Two", b"- id: two\r\n            title: Two")


def test_a_field_is_added_in_the_layout_of_its_object() -> None:
    """On a line of its own in a block, with a comma inside braces."""
    plan = _plan()
    one, two = plan.objectives[0].key_results

    assert _fixed(plan, insert_first(one, "id", "one")) == TEXT.replace("{title", "{id: one, title")
    assert _fixed(plan, insert_first(two, "id", "two")) == TEXT.replace(
        "- title: Two", "- id: two\n            title: Two"
    )


def test_a_field_is_exchanged_for_another() -> None:
    """Key and value change; a comment behind them stays."""
    plan = _plan()
    fix = exchange_field(plan.objectives[0].key_results[1], "target", "growth", "53.9%")

    assert _fixed(plan, fix) == TEXT.replace("target: 1,000", "growth: 53.9%")


def test_unsafe_fixes_wait_for_their_flag() -> None:
    """What changes the meaning of a plan is made only on request."""
    plan = _plan()
    fix = write_number(plan.objectives[0].key_results[0], "target", "800", safe=False)

    assert _fixed(plan, fix) is None
    assert _fixed(plan, fix, unsafe=True) == TEXT.replace("700", "800")


def test_fixes_of_one_place_are_not_made_in_one_go() -> None:
    """The first is made; the second waits for the next round."""
    plan = _plan()
    objective = plan.objectives[0]

    fixed = _fixed(plan, replace_value(objective, "title", "Lead"), replace_value(objective, "title", "Follow"))

    assert fixed == TEXT.replace("'Win'", "Lead")


def test_a_fix_that_means_something_else_is_not_made() -> None:
    """The readers find a change that nobody announced, and nothing is written."""
    plan = _plan()
    honest = replace_value(plan.objectives[0], "title", "Lead")
    lying = honest._replace(changes=(((*plan.objectives[0].path, "id"), "b"),))

    assert _fixed(plan, lying) is None


@pytest.mark.parametrize("value", ["a: b", "- c", "# d", "yes", "'", "x\ny", "{", "1,000", "ä #é"])
def test_any_text_is_written_so_that_it_reads_as_itself(value: str) -> None:
    """Quotes come where YAML would take the words for something else."""
    plan = _plan()
    fixed = _fixed(plan, replace_value(plan.objectives[0].key_results[0], "title", value))

    assert fixed is not None
    assert _plan(fixed).objectives[0].key_results[0].title == value
