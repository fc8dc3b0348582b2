"""Documents in every style that people write, each with the one scalar that a test edits between « and »."""

from __future__ import annotations

from typing import NamedTuple

from okrlint.source.document import Path

BOM = "\ufeff"


class Tricky(NamedTuple):
    """A document before and after an edit."""

    id: str
    marked: str
    """The text with the scalar that is edited in « »; a second pair marks more of it, which goes away."""
    path: Path
    new: str = "New text"
    """The text that the scalar gets."""
    written: str = "New text"
    """How it must be written."""

    @property
    def before(self) -> bytes:
        """The file's bytes before the edit."""
        return self.marked.replace("«", "").replace("»", "").encode()

    @property
    def after(self) -> bytes:
        """The file's bytes after the edit: all as before outside the marks."""
        head, _, rest = self.marked.partition("«")
        _, _, rest = rest.partition("»")
        while "«" in rest:
            start, end = rest.index("«"), rest.index("»")
            rest = rest[:start] + rest[end + 1 :]
        return (head + self.written + rest).encode()


TRICKY = (
    Tricky("a comment at the end of the line", "a: «old» # why\nb: 1\n", ("a",)),
    Tricky("comments in columns", "a: «old»      # one\nbbb: 2     # two\n", ("a",)),
    Tricky("a head of comments and blank lines", "# head\n\n# more\n\na: «old»\n\n\nb: 1\n", ("a",)),
    Tricky("a YAML directive", "%YAML 1.2\n---\na: «old»\n", ("a",)),
    Tricky("markers of start and end", "---\na: «old»\n...\n", ("a",)),
    Tricky("a list that is not indented", "a:\n- x\n- «old»\n- z\n", ("a", 1)),
    Tricky("a list that is indented", "a:\n  - x\n  - «old»\nb: 1\n", ("a", 1)),
    Tricky("a list that is indented far", "a:\n      - x\n      - «old»\nb: 1\n", ("a", 1)),
    Tricky("lists indented in two ways", "a:\n- x\nb:\n    - «old»\nc:\n  - z\n", ("b", 0)),
    Tricky("four blanks of indentation", "a:\n    b:\n        c: «old»\n    d: 1\n", ("a", "b", "c")),
    Tricky("one blank of indentation", "a:\n b:\n  c: «old»\n d: 1\n", ("a", "b", "c")),
    Tricky("indentation that changes", "a:\n   b: «old»\nc:\n d: 1\n", ("a", "b")),
    Tricky("single quotes", "a: «'old'»\nb: 'keep ''this'''\n", ("a",)),
    Tricky("double quotes", 'a: «"old"»\nb: "keep \\"this\\""\n', ("a",)),
    Tricky("escapes in double quotes", 'a: «"caf\\u00e9"»\nb: "na\\xefve \\t"\n', ("a",)),
    Tricky("plain text over several lines", "a: «one\n  two\n  three»\nb: 1\n", ("a",)),
    Tricky("quoted text over several lines", 'a: «"one\n  two\n\n  three"»\nb: 1\n', ("a",)),
    Tricky("a very long plain line", f"a: «{'word ' * 60}end»\nb: {'other ' * 60}end\n", ("a",)),
    Tricky("folded text", "a: «>»«\n  one\n  two»\nb: 1\n", ("a",)),
    Tricky("folded text with deeper lines", "a: «>-»«\n  one\n    two\n\n  three»\nb: 1\n", ("a",)),
    Tricky("literal text", "a: «|»«\n  one\n  two»\nb: 1\n", ("a",)),
    Tricky("literal text that keeps its end", "a: «|+»«\n  one»\n\n\nb: 1\n", ("a",)),
    Tricky("literal text with an indicator", "a: «|2-»«\n    one\n  two»\nb: 1\n", ("a",)),
    Tricky("literal text with a comment at its head", "a: «|» # keep me«\n  one»\n# and me\nb: 1\n", ("a",)),
    Tricky("literal text at the end of the file", "b: 1\na: «|»«\n  one\n  two»", ("a",)),
    Tricky("literal text with nothing in it", "a: «|»\n\nb: 1\n", ("a",)),
    Tricky("text after a folded block", "a: >-\n  keep # this\n  text\nb: «old»\n", ("b",)),
    Tricky("flow with odd blanks", "a: [ x ,«old» ,  z ]\n", ("a", 1)),
    Tricky("flow with comments", "a: [\n  x, # one\n  «old», # two\n]\n", ("a", 1)),
    Tricky("flow with a last comma", "a: {b: «old», c: 1,}\n", ("a", "b")),
    Tricky("flow in flow", "a: [{b: [«old»]}, {c: 1}]\n", ("a", 0, "b", 0)),
    Tricky("JSON", '{"a": {"b": [1, «"old"», null]}}\n', ("a", "b", 1)),
    Tricky("text that flow needs quotes for", "a: [x, «old»]\n", ("a", 1), "1,000 leads", '"1,000 leads"'),
    Tricky("an anchor beside it", "a: &one keep\nb: «old»\nc: *one\n", ("b",)),
    Tricky("an anchor in front of it", "a: &one «old»\nb: *one\n", ("a",)),
    Tricky("a tag in front of it", "a: !!str «old»\nb: 1\n", ("a",)),
    Tricky("a merge key beside it", "a: &m {x: 1}\nb:\n  <<: *m\n  y: «old»\n", ("b", "y")),
    Tricky("nothing", "a:«»\nb: 1\n", ("a",), written=" New text"),
    Tricky("nothing but a comment", "a:«»   # later\nb: 1\n", ("a",), written=" New text"),
    Tricky("nothing in a list", "a:\n  -«»\n  - x\n", ("a", 0), written=" New text"),
    Tricky("many words for nothing", "a: ~\nb: null\nc: Null\nd: «NULL»\n", ("d",)),
    Tricky("numbers of every kind", "a: +1\nb: -0\nc: 0o17\nd: 1_000\ne: 1e3\nf: «12e03»\n", ("f",)),
    Tricky("truth of every kind", "a: True\nb: FALSE\nc: yes\nd: «no»\n", ("d",)),
    Tricky("days and times", "a: 2026-11-22\nb: 2026-11-22T10:00:00Z\nc: «2001-1-1»\n", ("c",)),
    Tricky("question marks for keys", "? a\n: «old»\n? b\n: 1\n", ("a",)),
    Tricky("keys in quotes", "\"a b\": «old»\n'c': 1\n", ("a b",)),
    Tricky("a colon far from its key", "a   :    «old»\nb: 1\n", ("a",)),
    Tricky("a comment before a list item", "a:\n  # first\n  - «old»\n  # last\n", ("a", 0)),
    Tricky("a comment between key and value", "a:\n  # why\n  «old»\nb: 1\n", ("a",)),
    Tricky("Windows line breaks", "a: «old» # c\r\nb:\r\n  - 1\r\n", ("a",)),
    Tricky("literal text with Windows line breaks", "a: «|»«\r\n  one\r\n  two»\r\nb: 1\r\n", ("a",)),
    Tricky("line breaks of two kinds", "a: 1\r\nb: «old»\nc: 3\r\n", ("b",)),
    Tricky("a byte order mark", f"{BOM}a: «old»\nb: 1\n", ("a",)),
    Tricky("no line break at the end", "b: 1\na: «old»", ("a",)),
    Tricky("blanks at the ends of lines", "a: «old»   \nb: 1  \n  \n", ("a",)),
    Tricky("blank lines at the end", "a: «old»\n\n\n\n", ("a",)),
    Tricky("a tab before a comment", "a: «old»\t# c\nb:\t1\n", ("a",)),
    Tricky("emoji before it", "🎯: 🚀\na: «old» # 👩‍👩‍👧\n", ("a",)),
    Tricky("text in other scripts", "ключ: «значение»\n鍵: 値\n", ("ключ",)),
    Tricky("lists in lists", "- - x\n  - - «old»\n    - z\n- 1\n", (0, 1, 0)),
    Tricky("fields in list items", "a:\n  - b: x\n    c: «old»\n  -   b: y\n", ("a", 0, "c")),
    Tricky("the same key twice elsewhere", "a: 1\na: 2\nb: «old»\n", ("b",)),
    Tricky("a second document", "a: «old»\n---\na: keep\n", ("a",)),
    Tricky("a word that older parsers take for no", "a: «old»\n", ("a",), "no", '"no"'),
    Tricky("text with a colon and a number sign", "a: «old»\n", ("a",), "Q4: win # 1", '"Q4: win # 1"'),
    Tricky("text with double quotes", "a: «old»\n", ("a",), 'say "hi": it\'s', "'say \"hi\": it''s'"),
    Tricky("text of two lines", "a: «old»\n", ("a",), "one\ntwo", '"one\\ntwo"'),
    Tricky("text that hides", "a: «old»\n", ("a",), "x\u202ey", '"x\\u202Ey"'),
    Tricky("no text", "a: «old»\n", ("a",), "", '""'),
)
