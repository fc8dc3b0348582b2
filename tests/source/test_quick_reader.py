from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.discovery import discover
from okrlint.linting.examples import files_of
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.source.quick_reader import offsets_of, read_quickly
from okrlint.source.reader import libyaml_events, read
from tests.bars.mutations import mutations
from tests.benchmarks.corpus import plan
from tests.hostile.payloads import PAYLOADS
from tests.source.tricky_documents import TRICKY
from tests.source.yaml_test_suite import suite_cases

PLAIN = (
    ("entries", "a: 1\nb: text of words\n2026-10-12: yes\n"),
    ("numbers", "a: 0.7\nb: -5\nc: 0x1F\nd: 1_000\ne: 25%\nf: -.5\n"),
    ("numbers in odd forms", "a: 0.70\nb: 1e3\n"),
    ("nothing", "a:\nb: ~\nc: null\nd:\n"),
    ("nothing before a comment", "a: # none\nb:   # none\n"),
    ("mappings", "a:\n  b:\n    c: d\n  e: f\ng: h\n"),
    ("lists", "a:\n  - b\n  - 5\nc:\n- d\n- e\nf: g\n"),
    ("lists of mappings", "a:\n  - b: 1\n    c:\n      - d\n  - b:\n    c:\n    - d\n"),
    ("comments", "# one\na: b # two\n  # three\nc: d#e\n\n   \n#\n"),
    ("quotes", "a: 'b: c'\nd: \"e # f\" # g\nh: ''\ni: \"\"\n"),
    ("colons and number signs in text", "a: https://b.c/d#e\nf: g:h :i\n"),
    ("blocks", "a: >-\n  b c\n  d\ne: |-\n  - f: g\n  # h\ni: >\n  j\nk:\n  l: |\n    m\n    n \no: p\n"),
    ("brackets", "a: [b, c d, 5]\ne: [15%, -0.5]\nf: [1.50, 2]\n"),
    ("signs that only begin structure in other places", "a: b - c\nd: e, f\ng: h]i}\nj: k & l * m!\n"),
    ("letters of all kinds", "größe: é 😀\na: ~b\n"),
)
LEFT = (
    ("no line break at the end", "a: 1"),
    ("a tab", "a:\t1\n"),
    ("windows", "a: 1\r\n"),
    ("braces", "a: {b: c}\n"),
    ("brackets in brackets", "a: [b, [c]]\n"),
    ("brackets over lines", "a: [b,\n  c]\n"),
    ("brackets with blanks", "a: [ b ]\n"),
    ("an escape", 'a: "b\\n"\n'),
    ("a quote in quotes", "a: 'b''c'\n"),
    ("text over lines", "a: b\n  c\n"),
    ("text behind a hard blank", "a: \xa0b\n"),
    ("text that begins below", "a:\n  b\n"),
    ("an anchor", "a: &b c\n"),
    ("an alias", "a: *b\n"),
    ("a tag", "a: !b c\n"),
    ("a merge key", "<<: a\n"),
    ("a key that comes twice", "a: 1\na: 2\n"),
    ("a quoted key", "'a': 1\n"),
    ("a key of words", "a b: 1\n"),
    ("a second colon", "a: b: c\n"),
    ("a colon at the end", "a: b:\n"),
    ("an item of nothing", "a:\n  -\n"),
    ("an item of a comment", "a:\n  - # b\n"),
    ("a list in a list", "a:\n  - - b\n"),
    ("a list of the whole file", "- a\n"),
    ("a file that is indented", "  a: 1\n"),
    ("an indentation that fits nothing", "a:\n    b: 1\n  c: 2\n"),
    ("an entry below a value", "a: 1\n  b: 2\n"),
    ("an item where an entry belongs", "a: 1\n- b\n"),
    ("an entry where an item belongs", "a:\n  - b\n  c: d\n"),
    ("a document", "---\na: 1\n"),
    ("a directive", "%YAML 1.2\n"),
    ("the end of a document", "a: 1\n...\n"),
    ("nothing but a comment", "# a\n"),
    ("a block with a blank line", "a: |-\n  b\n\n  c\n"),
    ("a block with a deeper line", "a: >-\n  b\n    c\n"),
    ("a block before a deeper comment", "a: >-\n  b\n # c\n"),
    ("a block of an item", "a:\n  - b: >-\n    c\n"),
    ("a block that keeps its blank lines", "a: |+\n  b\n"),
    ("a number that nobody means", "a: 1e999\n"),
    ("a number of many digits", "a: 1234567890123456\n"),
)


def _differs(data: bytes) -> bool:
    """Whether the quick reader has its say and says anything else than the parser."""
    quick, parsed = read(data, "x"), read(data, "x", parser=libyaml_events)
    if not quick.by_rows:
        return (quick.data, quick.problems) != (parsed.data, parsed.problems)
    return (
        repr(quick.data) != repr(parsed.data)
        or quick.problems != parsed.problems
        or offsets_of(quick.text.text) != parsed.offsets
        or (parsed.odd_numbers and not quick.odd_numbers)
    )


@pytest.mark.parametrize("text", [row[1] for row in PLAIN], ids=[row[0] for row in PLAIN])
def test_plain_texts_are_read_as_the_parser_reads_them(text: str) -> None:
    """Each form that the quick reader knows gives the parser's data and the parser's offsets."""
    assert read_quickly(text, DEFAULT_LIMITS) is not None
    assert not _differs(text.encode())


@pytest.mark.parametrize("text", [row[1] for row in LEFT], ids=[row[0] for row in LEFT])
def test_everything_else_is_left_to_the_parser(text: str) -> None:
    """What is not the plainest YAML, or may be wrong, the quick reader does not touch."""
    assert read_quickly(text, DEFAULT_LIMITS) is None


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: b\n", Limits(scalar_characters=5)),
        ("a: 1\nb: 2\n", Limits(nodes=5)),
        ("a:\n  b:\n    c: d\n", Limits(depth=2)),
        ("a: 123\n", Limits(digits=2)),
    ],
    ids=["length", "values", "depth", "digits"],
)
def test_what_may_pass_a_limit_is_left_to_the_parser(text: str, limits: Limits) -> None:
    """Only the parser knows what to say about a limit."""
    assert read_quickly(text, DEFAULT_LIMITS) is not None
    assert read_quickly(text, limits) is None


def test_most_plans_are_plain(checkout: Path) -> None:
    """The plans of our own company and those of the benchmarks need no parser, or it would not be worth its while."""
    texts = [path.read_text("utf-8") for path in sorted((checkout / "okrs").rglob("*.yaml"))] + [plan(1, 8), plan(7, 8)]

    assert all(read_quickly(text, DEFAULT_LIMITS) for text in texts)
    assert not any(_differs(text.encode()) for text in texts)


def _known_texts() -> Iterator[bytes]:
    rules = discover("okrlint.rules", "RULE")
    yield from {
        text.encode() for rule in rules for example in (*rule.bad, *rule.good) for text in files_of(example).values()
    }
    yield from (data for case in TRICKY for data in (case.before, case.after))
    yield from (payload.data for payload in PAYLOADS if len(payload.data) < DEFAULT_LIMITS.scalar_characters)


def test_no_known_text_is_read_in_another_way() -> None:
    """The examples of all rules, tricky texts and hostile ones: the parser says the same, or all."""
    assert [data for data in _known_texts() if _differs(data)] == []


def test_the_public_suite_is_read_as_the_parser_reads_it(shared_data: Path) -> None:
    """Every case of the yaml-test-suite: the parser says the same, or all."""
    assert [case.id for case in suite_cases(shared_data) if _differs(case.text.encode("utf-8", "surrogatepass"))] == []


def test_broken_plans_are_never_read_in_another_way() -> None:
    """Plans and small plain texts, changed in a thousand ways: what is still read quickly is read rightly."""
    small = [text for _, text in PLAIN]
    broken = mutations([plan(1, 8), plan(7, 8), *small * 20], 1000, seed=4)
    seen = [text.encode("utf-8", "surrogatepass") for text in broken]

    assert [data for data in seen if _differs(data)] == []
    assert sum(read(data, "x").by_rows for data in seen) > len(seen) // 20


WRITTEN = """a: 1|b: text|c:|- d|- e: 5|- f:|g: >-|text|h: [1, x]|# i|j: k # l||'m': n|o: 'p'|q: "r"|- s: t|u: .5|v: a:b|w: x#y
2026-10-12: 7|z: |- |-|a|~: 1|b : c|- - d|e: |-|f: {}|- >-|g: - h|i: -1|---|...|j: k:|l: 'm' n|o: &p q"""
ROWS = st.sampled_from(WRITTEN.replace("\n", "|").split("|"))


@given(st.lists(st.tuples(st.integers(0, 6), ROWS), min_size=1, max_size=12))
def test_rows_in_any_order_are_read_as_the_parser_reads_them(rows: list[tuple[int, str]]) -> None:
    """Any rows below one another, at any indentation: the parser says the same, or is asked."""
    text = "".join(f"{' ' * left}{row}\n" for left, row in rows)

    assert not _differs(text.encode())


def test_plain_texts_in_any_indentation_are_read_as_the_parser_reads_them() -> None:
    """Rows of plain texts with some blanks more or less before them."""
    dice = random.Random(9)  # noqa: S311  the same on every machine is what is wanted
    texts = [text for _, text in PLAIN for _ in range(40)]
    moved = [
        "\n".join(
            line if dice.random() < 0.8 else " " * dice.randint(0, 4) + line.lstrip() for line in text.split("\n")
        )
        for text in texts
    ]

    assert [text for text in moved if _differs(text.encode())] == []


@pytest.mark.parametrize("written", ["0.70", "1e3", "1e+16", "1e-07", "2E5"])
def test_numbers_in_odd_forms_are_known_to_both_readers(written: str) -> None:
    """Who looks for odd numbers need not look at the others, whoever read the file."""
    data = f"a: {written}\n".encode()

    assert read(data, "x").odd_numbers
    assert read(data, "x", parser=libyaml_events).odd_numbers
    assert not read(b"a: 0.7\n", "x").odd_numbers


def test_a_usual_number_is_told_without_its_place() -> None:
    """The text of a number such as a score is known from its value; the offsets of the file are not worked out."""
    document = read(b"close:\n  score: 0.7\n", "x")

    assert document.raw(("close", "score")) == "0.7"
    assert "_places" not in document.__dict__
    with pytest.raises(KeyError):
        document.raw(("close", "cause"))
