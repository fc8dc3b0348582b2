from __future__ import annotations

import pytest

from okrlint.source.reader import libyaml_events, pure_events, read

PLAN = "kind: plan\nobjectives:\n  - id: demand\n    %s\n    owner: ana\n"
QUOTE = "put the text in quotes"
ALIGN = "line it up with the fields that it belongs to"

# What stands on line 4 of a plan; what is said; what to do; line, column and the text that is pointed at.
CASES: tuple[tuple[str, str, str, int, int, str], ...] = (
    ("title: Q4: win", "the value of `title` has a second `: `, which YAML takes for a new field", QUOTE, 4, 14, ":"),
    ("title: Grow:", "the value of `title` has a second `: `, which YAML takes for a new field", QUOTE, 4, 16, ":"),
    ("title: see https://a.b: c", "the value of `title` has a second `: `, which YAML takes for a new field", QUOTE, 4, 27, ":"),
    ("title: [EU] win", "the value of `title` begins with `[`, which YAML takes for a list", QUOTE, 4, 12, "[EU] win"),
    ("title: [a](b) c", "the value of `title` begins with `[`, which YAML takes for a list", QUOTE, 4, 12, "[a](b) c"),
    ("title: {EU} win", "the value of `title` begins with `{`, which YAML takes for a mapping", QUOTE, 4, 12, "{EU} win"),
    ("title: *Grow* it", "the value of `title` begins with `*`, which YAML takes for an alias", QUOTE, 4, 12, "*Grow* it"),
    ("title: ***", "the value of `title` begins with `*`, which YAML takes for an alias", QUOTE, 4, 12, "***"),
    ("title: & Co", "the value of `title` begins with `&`, which YAML takes for an anchor", QUOTE, 4, 12, "& Co"),
    ("title: `code` it", "the value of `title` begins with a backtick, which YAML keeps for itself", QUOTE, 4, 12, "`code` it"),
    ("title: @ana wins", "the value of `title` begins with `@`, which YAML keeps for itself", QUOTE, 4, 12, "@ana wins"),
    ("title: %growth up", "the value of `title` begins with `%`, which YAML keeps for itself", QUOTE, 4, 12, "%growth up"),
    ("title: - dash", "the value of `title` begins with `-`, which YAML takes for a list item", QUOTE, 4, 12, "- dash"),
    ("title: ? what", "the value of `title` begins with `?`, which YAML takes for a key", QUOTE, 4, 12, "? what"),
    ("title: | pipe", "the value of `title` begins with `|`, which YAML takes for a block of text", QUOTE, 4, 12, "| pipe"),
    ("title: > more", "the value of `title` begins with `>`, which YAML takes for a block of text", QUOTE, 4, 12, "> more"),
    ("by: [a]\n    tags:\n      - @x", "this text begins with `@`, which YAML keeps for itself", QUOTE, 6, 9, "@x"),
    (
        'title: "Quoted" word', "the value of `title` goes on behind its closing quote",
        "put other quotes round the whole text: '…\"…'", 4, 12, '"Quoted" word',
    ),
    (
        "title: 'It's' so", "the value of `title` goes on behind its closing quote",
        "put other quotes round the whole text: \"…'…\"", 4, 12, "'It's' so",
    ),
    ('title: "open', "the quote that opens on line 4 is never closed", 'close it; a quote inside the text is written \\"', 4, 12, '"'),
    ("title: 'open", "the quote that opens on line 4 is never closed", "close it; a quote inside the text is written ''", 4, 12, "'"),
    (
        'title: "open\n    why: "closed"', "the quote that opens on line 4 is never closed",
        'close it; a quote inside the text is written \\"', 4, 12, '"',
    ),
    (
        'title: "C:\\new:\\queue"', "`\\q` is no escape that YAML knows",
        "put the text in single quotes, where a backslash is a backslash", 4, 20, "\\q",
    ),
    ("title: [a, b", "the `[` on line 4 is never closed", f"close it, or {QUOTE}", 4, 12, "["),
    ("title: {a: b", "the `{` on line 4 is never closed", f"close it, or {QUOTE}", 4, 12, "{"),
    ("title: [", "the `[` on line 4 is never closed", f"close it, or {QUOTE}", 4, 12, "["),
    ("title: {{name}}", "`{{` is read as a mapping; a placeholder is text", "fill it in, or put it in quotes", 4, 13, "{"),
    (
        "note: {value: 1,000}", "`000` has no value",
        "a comma inside { } starts a new field; put quotes round the text", 4, 21, "000",
    ),
    (
        "note: {text: Slipped, again}", "`again` has no value",
        "a comma inside { } starts a new field; put quotes round the text", 4, 27, "again",
    ),
    ("\ttitle: x", "a tab is used for indentation", "use spaces", 4, 5, "\t"),
    ("title: x\n\twhy: y", "a tab is used for indentation", "use spaces", 5, 1, "\t"),
    ("title: x\n   why: y", "the indentation of this line fits no line above it", ALIGN, 5, 4, "why: y"),
    ("title: x\n      why: y", "the indentation of this line fits no line above it", ALIGN, 5, 7, "why: y"),
    ("- title: x", "the indentation of this line fits no line above it", ALIGN, 4, 5, "- title: x"),
    (
        "title Grow", "this line has no `: ` between a field and its value",
        "write `field: value`; indent the text if it belongs to the line above", 4, 5, "title Grow",
    ),
    (
        "title: x\n    just words", "this line has no `: ` between a field and its value",
        "write `field: value`; indent the text if it belongs to the line above", 5, 5, "just words",
    ),
    ("title:Grow", "`title:` has no blank behind its colon", "write `title: …`", 4, 5, "title:Grow"),
    (
        "why: >-\n    not deeper", "this line is not indented, so it is no part of the text above",
        "indent it deeper than the field that it belongs to", 5, 5, "not deeper",
    ),
    ("title: !now or never", "`!now` is a YAML tag; plans are plain YAML", "delete it; if it is text, put it in quotes", 4, 12, "!now or never"),
    (
        "title: &now or never", "`&now` is a YAML anchor; plans are plain YAML",
        "delete it; if it is text, put it in quotes; write the value out where it is used", 4, 12, "&now or never",
    ),
    (
        "title: *now", "`*now` is a YAML alias; plans are plain YAML",
        "write the value out where it is used; if it is text, put it in quotes", 4, 12, "*now",
    ),
    ("title: a\n    title: b", "`title` stands here twice; first on line 4", "keep one of the two", 5, 5, "title"),
    ("<<: {a: b}", "`<<` is a YAML merge key; plans are plain YAML", "write the fields out where they are used", 4, 5, "<<"),
    ("---", "a second document begins here; one file is one plan", "move it to a file of its own", 4, 1, "---"),
)  # fmt: skip


@pytest.mark.parametrize("parser", [libyaml_events, pure_events], ids=["libyaml", "pure"])
@pytest.mark.parametrize(
    ("line", "message", "hint", "number", "column", "pointed"), CASES, ids=[ascii(row[0]) for row in CASES]
)
def test_a_mistake_has_its_own_sentence(
    *, line: str, message: str, hint: str, number: int, column: int, pointed: str, parser: object
) -> None:
    """One problem, in words for somebody who edits in a browser, at the place to look at, whichever parser reads."""
    text = PLAN % line if line != "---" else (PLAN % line).replace("    ---", "---")
    document = read(text.encode(), "plan.yaml", parser=parser)  # type: ignore[arg-type]

    assert [problem.message for problem in document.problems] == [message]
    (problem,) = document.problems
    assert problem.hint == hint
    assert problem.span.start[:2] == (number, column)
    assert document.text.slice(problem.span) == pointed


FINE = (
    "title: -dash", "title: It's", 'title: "Q4: win" # why', "title: x # c: d", "title: C# and a:b", "title: 100%", "title: +20%",
    "title: =x", "title: ~x", "title: x [y] {z} *w* @v `u`", "title: http://a.b/c#d", "by: [a, b]", "note: {a: b}", "title: 'It''s'",
    "why: >-\n      folded: text\n      - here", "why: |\n      @literal", "title: x\n      goes on", "title: ''",
)  # fmt: skip


@pytest.mark.parametrize("line", FINE, ids=ascii)
def test_ordinary_text_is_no_mistake(line: str) -> None:
    """What YAML reads as it was meant gives no problem."""
    assert read((PLAN % line).encode(), "plan.yaml").problems == ()


def test_a_parser_complaint_without_words_of_ours_is_passed_on() -> None:
    """What nobody foresaw still has a place and says what the parser said."""
    (problem,) = read(b"a: b\n...\nc: d\n", "plan.yaml").problems

    assert problem.message.startswith("this is not valid YAML: ")
    assert problem.hint == "look at this line and the one before it"
    assert problem.span.start.line == 3


def test_lists_over_several_lines_are_not_taken_for_text() -> None:
    """A mistake inside a long list is told at its own line, not at the bracket that opens the list."""
    (problem,) = read(b"by: [\n  ana,\n  @ben,\n]\n", "plan.yaml").problems

    assert problem.span.start.line == 3
