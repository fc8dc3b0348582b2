"""Fixes are edits of exact spans, verified, made together where they go together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from okrlint.linting import fixing
from okrlint.linting.finding import Finding, Fix, Severity
from okrlint.linting.fixes import exchange_field, insert_first, replace_value, write_number
from okrlint.linting.fixing import Course, fix_files, mend
from okrlint.linting.run import Outcome
from okrlint.model.plan import Plan, build_plan
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.document import Document
from okrlint.source.edit import Edit, edited
from okrlint.source.limits import DEFAULT_LIMITS
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


def test_a_refused_fix_does_not_stop_the_others() -> None:
    """Those beside it are made, and so is one that waited for it because both touch one value."""
    plan = _plan()
    objective, (one, two) = plan.objectives[0], plan.objectives[0].key_results
    lying = replace_value(objective, "title", "Lead")._replace(changes=(((*objective.path, "title"), "Follow"),))
    honest = (replace_value(one, "title", "Uno"), replace_value(two, "title", "Due"))

    fixed = _fixed(plan, honest[0], lying, honest[1], replace_value(objective, "title", "L"))

    assert fixed == TEXT.replace("One", "Uno").replace("Two", "Due").replace("'Win'", "L")


def test_a_fix_that_changes_nothing_is_not_made() -> None:
    """It would be made in every round, and told each time."""
    plan = _plan()

    assert _fixed(plan, write_number(plan.objectives[0].key_results[0], "target", "700")) is None


def test_a_fix_of_a_list_waits_for_one_inside_of_it() -> None:
    """What is part of something that another fix writes anew is not written in the same go."""
    plan = _plan()
    objective = plan.objectives[0]
    inside = replace_value(objective.key_results[0], "title", "Uno")
    path = (*objective.path, "key_results")
    span = plan.document.text.span(TEXT.index("id: a"), TEXT.index("id: a") + 5)
    whole = Fix("", (Edit(span, "id: b"),), ((path, None), ((*objective.path, "id"), "b")))

    assert _fixed(plan, inside, whole) == TEXT.replace("One", "Uno")


def test_a_file_that_only_one_reader_can_read_costs_two_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be verified, nothing is tried over and over."""
    plan = _plan(TEXT + "note: |\n \n  \n  text\n\n# end\n")
    tried: list[object] = []

    def counted(*arguments: Any) -> Document:
        tried.append(arguments)
        return edited(*arguments)

    monkeypatch.setattr(fixing, "edited", counted)

    assert _fixed(plan, *(replace_value(found, "title", "X") for found in plan.objectives[0].key_results)) is None
    assert len(tried) == 2


def test_thousands_of_fixes_are_made_in_one_reading() -> None:
    """Finding out that none is in another's way takes no time that grows with the square of their number."""
    text = "kind: plan\nnote:\n" + "".join(f"  n{number}: old\n" for number in range(3000))
    plan = _plan(text)
    paths = [("note", f"n{number}") for number in range(3000)]
    fixes = [Fix("", (Edit(plan.document.span(path), "new"),), ((path, "new"),)) for path in paths]

    assert _fixed(plan, *fixes) == text.replace("old", "new")


def test_limits_are_those_of_the_first_reading() -> None:
    """A file that was read under a raised limit can be mended under it, and not without."""
    text = TEXT + f"note: {'x' * 200}\n"
    narrow, wide = DEFAULT_LIMITS._replace(file_bytes=len(text) - 1), DEFAULT_LIMITS._replace(file_bytes=len(text) + 1)
    plan = build_plan(read(text.encode(), PATH, wide), None)
    fix = replace_value(plan.objectives[0], "id", "b")
    found = [Finding("r", Severity.ERROR, "m", "", plan.at("kind"), (), "", fix)]

    assert (
        fix_files(found, {PATH: plan.document}, unsafe=False, limits=wide)[PATH].data
        == text.replace("id: a", "id: b").encode()
    )
    assert fix_files(found, {PATH: plan.document}, unsafe=False, limits=narrow) == {}


def _course(judge: Callable[[Portfolio], Outcome], focus: frozenset[str] | None = None) -> Course:
    return Course(build_portfolio, judge, focus)


def _told(plans: Iterable[Plan], title: str) -> Outcome:
    """A finding for each plan, whose fix gives its first objective another title."""
    fixes = [(plan, replace_value(plan.objectives[0], "title", title)) for plan in plans]
    found = [Finding("r", Severity.ERROR, "m", "", plan.at("kind"), (), "", fix) for plan, fix in fixes]
    return Outcome(tuple(found), 0, 0, len(found))


def test_only_files_in_focus_are_mended() -> None:
    """A finding in a file outside of it may be told; the file is not touched."""
    documents = [read(TEXT.encode(), path) for path in ("okrs/a.yaml", "okrs/b.yaml")]
    portfolio = build_portfolio(documents)

    def judge(portfolio: Portfolio) -> Outcome:
        return _told((plan for plan in portfolio.plans if plan.objectives[0].title == "Win"), "Lead")

    mended = mend(portfolio, judge(portfolio), _course(judge, frozenset({"okrs/a.yaml"})), unsafe=False)

    assert [file.document.text.text for file in mended.portfolio.files] == [TEXT.replace("'Win'", "Lead"), TEXT]
    assert mended.portfolio.files[1].document is documents[1]
    assert [finding.location.path for finding in mended.done] == ["okrs/a.yaml"]


def test_rounds_come_to_an_end() -> None:
    """Two fixes that undo each other stop after ten rounds."""
    portfolio = build_portfolio([read(TEXT.encode(), PATH)])

    def judge(portfolio: Portfolio) -> Outcome:
        return _told(portfolio.plans, "Lead" if portfolio.plans[0].objectives[0].title == "Win" else "Win")

    assert len(mend(portfolio, judge(portfolio), _course(judge), unsafe=False).done) == fixing.ROUNDS
