"""Hostile file contents by name, made by code.

Each stands where a plan is expected. `words` must occur in the first thing that is said about it, on `line`; None means
that the file is odd but right, and that nothing about its syntax or shape may be said.
"""

from __future__ import annotations

from typing import NamedTuple

MEGABYTE = 1024 * 1024


class Payload(NamedTuple):
    """One file."""

    id: str
    data: bytes
    words: str | None
    line: int = 1


def _text(id_: str, text: str, words: str | None, line: int = 1) -> Payload:
    return Payload(id_, text.encode(), words, line)


def _plan(id_: str, target: str, words: str | None) -> Payload:
    """A plan with something odd as the target of its one key result, on line 9."""
    return _text(id_, PLAN.format(title="Hold", target=target), words, 9)


def _title(id_: str, title: str, words: str | None) -> Payload:
    """A plan with something odd as the title of its one key result, on line 8."""
    return _text(id_, PLAN.format(title=title, target="12"), words, 8)


PLAN = """\
kind: plan
version: 1
team: hostile
quarter: 2026-Q4
objectives:
  - id: odd
    title: Odd things happen
    key_results: [{{id: kr, title: {title},
      target: {target}}}]
"""
_BOMB = "a0: &a0 [x, x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

ALIASES = (
    _text("alias bomb", _BOMB, "`&a0` is a YAML anchor"),
    _text("quadratic blow-up", f"a: &a {'x' * 9000}\nb: [\n{'*a,' * 3000}\n]\n", "`&a` is a YAML anchor"),
    _text("many aliases", "a: &a x\nb:\n" + "- *a\n" * 20_000, "`&a` is a YAML anchor"),
    _text("circle in a list", "a: &a [*a]\n", "`&a` is a YAML anchor"),
    _text("circle in a mapping", "a: &a {b: *a}\n", "`&a` is a YAML anchor"),
    _text("circle in a key", "? &a [*a]\n: 1\n", "a key must be a word"),
    _text("alias of nothing", "a: *nope\n", "`*nope` is a YAML alias"),
    _text("anchor twice", "a: &x 1\nb: &x 2\nc: *x\n", "`&x` is a YAML anchor"),
    _text("merge keys", "m: &m {a: 1}\nl:\n" + "- <<: *m\n" * 10_000, "`&m` is a YAML anchor"),
    _text(
        "merge keys of many keys",
        "m: &m\n" + "".join(f"  k{n}: 1\n" for n in range(1000)) + "l:\n" + "- <<: *m\n" * 1000,
        "`&m`",
    ),
    _text("merge with itself", "a: &a\n  <<: *a\n", "`&a` is a YAML anchor"),
)
NESTING = (
    _text("brackets on one line", "[" * 9000, "nested more than 50 levels deep"),
    _text("brackets on many lines", "[\n" * 100_000, "nested more than 50 levels deep", 51),
    _text("braces", "{a: " * 2000, "nested more than 50 levels deep"),
    _text("braces on many lines", "{a:\n" * 100_000, "nested more than 50 levels deep", 51),
    _text("dashes", "- " * 4000, "nested more than 50 levels deep"),
    _text("question marks", "? " * 4000, "a key must be a word"),
    _text("blocks", "".join(f"{' ' * n}a:\n" for n in range(1000)), "nested more than 50 levels deep", 51),
    _text("a hundred thousand brackets in one line", "[" * 100_000, "longer than 10,000 bytes"),
)
SIZE = (
    Payload("one scalar of 50 MB", b"a: " + b"x" * (50 * MEGABYTE), "larger than 1,048,576 bytes"),
    Payload("a million keys", b"".join(b"k%d: 1\n" % n for n in range(1_000_000)), "larger than 1,048,576 bytes"),
    _text("a hundred thousand values", "".join(f"k{n}: 1\n" for n in range(90_000)), "more than 50,000 values", 50_001),
    _text("a hundred thousand items", "a:\n" + "- 1\n" * 100_000, "more than 50,000 values", 50_002),
    _text("a long line", f"a: {'x ' * 400_000}\n", "line 1 is longer than 10,000 bytes"),
    _text("a long line late", f"a: 1\nb: {'x ' * 400_000}\n", "line 2 is longer than 10,000 bytes", 2),
    _text("a long text of many lines", "a: |\n" + "  words\n" * 15_000, "a text of 90,000 characters"),
    _text("a long key", "? |\n" + "  words\n" * 15_000 + ": 1\n", "a text of 90,000 characters"),
    _text("the same key a hundred thousand times", "k: 1\n" * 100_000, "`k` stands here twice", 2),
    _text("a long tag", f"a: !{'x' * 9000} 1\n", "is a YAML tag"),
    _text("a long anchor", f"a: &{'x' * 9000} 1\n", "is a YAML anchor"),
    _text("a long name twice", f"{'k' * 900}: 1\n{'k' * 900}: 1\n", "stands here twice", 2),
)
NUMBERS = (
    _plan("an integer of 5,000 digits", "1" * 5000, "a number of more than 15 digits"),
    _text("a number of a million digits", f"a: {'1' * 1_000_000}\n", "longer than 10,000 bytes"),
    _plan("a hexadecimal number of 5,000 digits", "0x" + "f" * 5000, "a number of more than 15 digits"),
    _plan("infinity", ".inf", "not a finite number"),
    _plan("minus infinity", "-.inf", "not a finite number"),
    _plan("not a number", ".nan", "not a finite number"),
    _plan("a number that becomes infinite", "1e999", "not a finite number"),
    _plan("a number that is nearly nothing", "1e-999", None),
    _plan("a large exponent in text", '"1e999999999%"', "is not a number that can be read"),
)
NOT_PLAIN = (
    _plan("the same key twice", "1, target: 2", "`target` stands here twice"),
    _plan("a tag that runs code", "!!python/object/apply:os.system [id]", "is a YAML tag"),
    _plan("a tag of a cloud", "!Ref x", "`!Ref` is a YAML tag"),
    _plan("a tag that does not fit", "!!int foo", "`!!int` is a YAML tag"),
    _plan("a tag for a day", "!!timestamp foo", "`!!timestamp` is a YAML tag"),
    _plan("a tag for pairs", "!!omap [b]", "`!!omap` is a YAML tag"),
    _text("a list as a key", "? [a, b]\n: 1\n", "a key must be a word"),
    _text("a mapping as a key", "{{a: b}: c}\n", "`{{` is read as a mapping"),
    _text("a mapping as a key of a block", "? a: b\n: c\n", "a key must be a word"),
)
STREAMS = (
    _text("nothing", "", "the file is empty"),
    _text("blanks", "  \n \n\n", "the file is empty"),
    _text("comments only", "# one\n# two\n", "the file is empty"),
    _text("the start of a document", "---\n", "the file is empty"),
    _text("the end of a document", "...\n", "not valid YAML"),
    _text("two documents", "kind: plan\n---\nkind: plan\n", "a second document begins here", 2),
    _text("a hundred thousand documents", "---\na: 1\n" * 100_000, "a second document begins here", 3),
    _text("a text alone", "just words\n", "the file has no fields"),
    _text("a list alone", "- a\n- b\n", "the file has no fields"),
    _text("a directive of the future", "%YAML 9.9\n---\na: 1\n", "a YAML directive"),
    _text("a directive of 5,000 digits", f"%YAML 1.{'1' * 5000}\n---\na: 1\n", "a YAML directive"),
    _text("a directive for tags", "%TAG ! tag:x,2000:\n---\na: !b 1\n", "a YAML directive"),
    _text("a directive of nobody", "%NOBODY knows\n---\na: 1\n", "a YAML directive"),
)
ENCODINGS = (
    Payload("a byte order mark", "\ufeff".encode() + PLAN.format(title="Hold", target="12").encode(), None),
    Payload("two byte order marks", ("\ufeff" * 2 + "a: 1\n").encode(), "(U+FEFF)"),
    _text("a byte order mark inside", "a: 1\nb: x\ufeffy\n", "(U+FEFF)", 2),
    Payload("UTF-16, low byte first", "a: 1\n".encode("utf-16"), "encoded as UTF-16"),
    Payload("UTF-16, high byte first", b"\xfe\xff" + "a: 1\n".encode("utf-16-be"), "encoded as UTF-16"),
    Payload("UTF-16 without a mark", "a: 1\n".encode("utf-16-le"), "encoded as UTF-16"),
    Payload("UTF-16, high byte first, without a mark", "a: 1\n".encode("utf-16-be"), "encoded as UTF-16"),
    Payload("UTF-32", "a: 1\n".encode("utf-32"), "encoded as UTF-32"),
    Payload("Windows-1252", "a: 1\nb: café – €\n".encode("cp1252"), "(0xe9) is not UTF-8", 2),
    Payload("a sign in too many bytes", b"a: 1\nb: \xc0\xaf\n", "(0xc0) is not UTF-8", 2),
    Payload("half a pair of UTF-16 as UTF-8", b"a: \xed\xa0\x80\n", "(0xed) is not UTF-8"),
    Payload("a cut off sign", b"a: 1\nb: \xe2\x82", "(0xe2) is not UTF-8", 2),
    Payload("random bytes", bytes(range(128, 256)) * 100, "is not UTF-8"),
    Payload("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not UTF-8"),
    Payload("an archive", b"PK\x03\x04\x14\0\0\0", "(U+0003)"),
)
CHARACTERS = (
    *(_text(f"U+{code:04X} in the text", f"a: 1\nb: x{chr(code)}y\n", f"(U+{code:04X})", 2)
      for code in (0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0xFFFE, 0xFFFF)),
    _title("an escape of a terminal", '"\\e[2J"', "makes an invisible character"),
    _title("an escaped NUL", '"\\0"', "makes an invisible character"),
    _title("an escaped line separator", '"x\\Ly"', "makes an invisible character"),
    _title("half a pair escaped", '"\\ud800"', "`\\u` is no escape"),
    _title("a sign beyond Unicode", '"\\U00110000"', "`\\U` is no escape"),
    _title("a sign far beyond Unicode", '"\\UFFFFFFFF"', "`\\U` is no escape"),
    _title("an escape that there is not", '"C:\\qed"', "`\\q` is no escape"),
    _title("text that runs backwards", "x\u202ey", None),
    _title("a letter that looks like another", "h\u0430rm", None),
    _title("thousands of marks on one letter", "z" + "\u0301" * 3000, None),
)  # fmt: skip
LINES = (
    Payload("Windows line breaks", PLAN.format(title="Hold", target="12").replace("\n", "\r\n").encode(), None),
    Payload("old Mac line breaks", PLAN.format(title="Hold", target="12").replace("\n", "\r").encode(), None),
    Payload("mixed line breaks", PLAN.format(title="Hold", target="12").replace("\n", "\r\n", 3).encode(), None),
    Payload("a long file of old Mac lines", b"a:\r" + b"- some words\r" * 2000, "the file does not say what it is"),
    _text("a tab behind a colon", PLAN.format(title="Hold", target="12").replace("team: ", "team:\t"), None),
    _text(
        "a tab before a comment", PLAN.format(title="Hold", target="12").replace("version: 1", "version: 1\t# c"), None
    ),
    _text("a tab for indentation", "a:\n\tb: 1\n", "a tab is used for indentation", 2),
    _text("dashes and colons", "- " * 2000 + "x: " * 1500 + "\n", "nested more than 50 levels deep"),
    _text("a million number signs", "# # # " * 150_000, "longer than 10,000 bytes"),
    _text("lines of number signs", f"{'# ' * 100}\n" * 5000, "the file is empty"),
    _text("comments to the end", "a: 1\n" + "#\n" * 400_000, "the file does not say what it is"),
    _text("a quote that is never closed", 'a: "x\n' + "words\n" * 100_000, "the quote that opens on line 1"),
    _text("quotes that are never closed", "a: 'x\n" * 20_001, "the quote that opens on line 1"),
    _text("colons", "a:" * 4000, "the indentation of this line"),
    _text("colons and blanks", "a: " * 3000, "a second `: `"),
    _text("digits and underscores", f"a: {'1_' * 4900}x\n", "the file does not say what it is"),
    _text("digits and colons", f"a: {'1:' * 4900}x\n", "the file does not say what it is"),
    _text("thousands of blanks", "a: b\n" + " " * 9000 + "c: d\n", "the indentation of this line", 2),
)
DAYS = tuple(
    _text(f"the day {day}", PLAN.format(title="Hold", target=f"12, due: {day}"), "is not a date", 9)
    for day in (
        "2024-13-45",
        "0000-01-01",
        "2026-02-30",
        "2026-10-10T10:00:00+99:99",
        "99999-01-01",
        "'\u0662026-10-10'",
    )
)

LONG_TITLES = tuple(
    _title(f"a title of {name}", f'"{text}"', None)
    for name, text in (
        ("blanks", f"x{' ' * 9000}x"),
        ("letters", "x" * 9000),
        ("capitals", "X" * 9000),
        ("numbers", "1 " * 4500),
        ("digits and commas", "1," * 4500),
        ("digits and points", "1." * 4500),
        ("digits and underscores", "1_" * 4500 + "x"),
        ("percentages", "by 10% " * 1280),
        ("steps", "from 1 to 2 " * 750),
        ("vs.", "vs. " * 2250),
        ("commas", "a, " * 3000),
        ("brackets", "[" * 9000),
        ("brackets in pairs", "[]" * 4500),
        ("links", "[a](b) " * 1280),
        ("parentheses", "(" * 4500 + ")" * 4500),
        ("braces", "{{ " * 3000),
        ("angle brackets", "<" * 9000),
        ("stars", "*a" * 4500),
        ("underscores", "_" * 9000),
        ("hyphens", "a-" * 4500),
        ("bonuses", "bonus of pay " * 690),
        ("placeholders", "[x] TBD " * 1120),
        ("addresses", "http://a.b/" * 810),
        ("number signs", "# " * 4500),
    )
)

_HEAD = "kind: plan\nversion: 1\nteam: hostile\nquarter: 2026-Q4\n"
_KEY_RESULTS = f"{_HEAD}objectives:\n  - id: o\n    title: Crowds\n    key_results:\n"
_KEY_RESULT = "      - {{id: k{0}, title: Grow thing {0} by 10%, owner: ben, baseline: 10, growth: 10%{1}}}\n"
CROWDS = (
    _text("thousands of key results", _KEY_RESULTS + "".join(_KEY_RESULT.format(n, "") for n in range(2000)), None),
    _text(
        "thousands of objectives",
        f"{_HEAD}objectives:\n" + "".join(f"  - {{id: o{n}, title: Win {n}}}\n" for n in range(2000)),
        None,
    ),
    _text(
        "thousands of fields that there are not",
        _HEAD + "".join(f"f{n}: 1\n" for n in range(5000)),
        "the first 100 are shown",
    ),
    _text(
        "thousands of suppressions",
        _HEAD + "".join(f"# okrlint: ignore[owner-missing] {n}\n" for n in range(3000)),
        None,
    ),
    _text(
        "thousands of references to nothing",
        _HEAD
        + "objectives:\n  - id: o\n    title: Crowds\n    supports:\n"
        + "".join(f"      - a/2026-Q4#x{n}\n" for n in range(3000)),
        None,
    ),
    _text(
        "thousands of check-ins",
        _KEY_RESULTS
        + _KEY_RESULT.format(
            0,
            ", check_ins: {\n"
            + "".join(f"{1000 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}: 1,\n" for n in range(3000))
            + "}",
        ),
        None,
    ),
)

GROUPS = {
    "crowds": CROWDS,
    "long titles": LONG_TITLES,
    "aliases": ALIASES,
    "nesting": NESTING,
    "size": SIZE,
    "numbers": NUMBERS,
    "not plain": NOT_PLAIN,
    "streams": STREAMS,
    "encodings": ENCODINGS,
    "characters": CHARACTERS,
    "lines": LINES,
    "days": DAYS,
}
PAYLOADS = tuple(payload for group in GROUPS.values() for payload in group)
