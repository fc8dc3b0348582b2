"""New entries in mappings of any layout: what is new is new, and nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.source.edit import apply
from okrlint.source.entry_insertion import Bare, fill_mapping, insert_entries, replace_scalar
from okrlint.source.reader import read

_DAYS = st.integers(1, 28).map(lambda day: f"2026-10-{day:02}")
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=12)
_VALUES = st.one_of(
    st.integers(-99, 9999).map(str).map(Bare),
    st.fixed_dictionaries({"value": st.just(Bare(5)), "note": _TEXT}),
)
_OLD = st.dictionaries(_DAYS, st.integers(0, 99), min_size=1, max_size=4)
_LAYOUTS = st.sampled_from(["block", "block with comments", "braces", "braces over lines"])


def _plan(days: dict[str, int], layout: str, newline: str) -> str:
    pairs = [f"{day}: {value}" for day, value in days.items()]
    if layout == "braces":
        inner = f" {{{', '.join(pairs)}}}  # all\n"
    elif layout == "braces over lines":
        inner = " {\n" + ",\n".join(f"      {pair}" for pair in pairs) + "\n    }\n"
    else:
        comment = "  # said\n    # own line" if "comments" in layout else ""
        inner = "\n" + "".join(f"    {pair}{comment}\n" for pair in pairs)
    return f"first: 1\nowner:\n  check_ins:{inner}  after: 'x'\n".replace("\n", newline)


@settings(max_examples=60, deadline=None)
@given(
    old=_OLD, day=_DAYS, value=_VALUES, look=st.tuples(_LAYOUTS, st.sampled_from(["\n", "\r\n"])), place=st.integers(0)
)
def test_an_entry_is_added_and_nothing_else(
    old: dict[str, int], day: str, value: object, look: tuple[str, str], place: int
) -> None:
    """In every layout and at every place the old text is what is left without the new one."""
    old.pop(day, None)
    if not old:
        return
    layout, newline = look
    document = read(_plan(old, layout, newline).encode(), "plan.yaml")
    after = [None, *old][place % (len(old) + 1)]
    edits, changes = insert_entries(document, ("owner", "check_ins"), {day: value}, after)
    new = apply(document, edits, changes).decode()
    (edit,) = edits
    added = edit.replacement.replace("\n", newline)
    start = edit.span.start.offset
    assert new[:start] + new[start + len(added) :] == document.text.text
    assert list(read(new.encode(), "").data["owner"]["check_ins"]) == _ordered(list(old), day, after)


def _ordered(days: list[str], day: str, after: str | None) -> list[str]:
    at = 0 if after is None else days.index(after) + 1
    return [*days[:at], day, *days[at:]]


def test_an_empty_field_is_filled() -> None:
    """Null in a block becomes a block, empty braces in braces become braces."""
    block = read(b"owner:\n  check_ins: null  # none\n  after: 1\n", "")
    edits, changes = fill_mapping(block, ("owner", "check_ins"), {"2026-10-12": Bare(5)})
    assert apply(block, edits, changes) == b"owner:\n  check_ins:  # none\n    2026-10-12: 5\n  after: 1\n"
    braces = read(b"owner: {check_ins: {}, after: 1}\n", "")
    edits, changes = fill_mapping(braces, ("owner", "check_ins"), {"2026-10-12": "a, b"})
    assert apply(braces, edits, changes) == b'owner: {check_ins: {2026-10-12: "a, b"}, after: 1}\n'


def test_a_scalar_is_replaced() -> None:
    """The comment behind it stays, and text that looks like a number gets quotes."""
    document = read(b"day: 4  # typo\n", "")
    edits, changes = replace_scalar(document, ("day",), "007")
    assert apply(document, edits, changes) == b'day: "007"  # typo\n'


def test_a_key_in_braces_is_quoted_where_a_comma_would_cut_it() -> None:
    """In a block the same key needs no quotes."""
    braces = read(b"owner: {a: 1}\n", "")
    edits, changes = insert_entries(braces, ("owner",), {"b, c": {"d]": "e"}}, "a")
    assert apply(braces, edits, changes) == b'owner: {a: 1, "b, c": {"d]": e}}\n'
    block = read(b"owner:\n  a: 1\n", "")
    edits, changes = insert_entries(block, ("owner",), {"b, c": {"d]": "e"}}, "a")
    assert apply(block, edits, changes) == b"owner:\n  a: 1\n  b, c:\n    d]: e\n"
