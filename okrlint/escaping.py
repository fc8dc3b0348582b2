"""One escaping function for each sink; nothing prints or writes foreign text past this module.

HTML has no function here: Jinja's autoescape does it. What each sink takes for an instruction, and the payloads that
were tried, are in the tests.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_EMOJI_JOINERS = "\u200d\ufe0f"
_FORMULA_START = "=+-@|%\t\r\n"


@cache
def _visible(character: str) -> str:
    if character in _EMOJI_JOINERS or unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    two, four = 0x100, 0x10000
    return f"\\x{code:02x}" if code < two else f"\\u{code:04x}" if code < four else f"\\U{code:08x}"


def terminal(text: str) -> str:
    """Text for a terminal or a log line: control, format and surrogate code points become visible escapes.

    `##[` is broken up too, because a build log may take it for a command anywhere in a line.
    """
    if text.isascii() and text.isprintable():
        return text.replace("##[", "#\u200b#[")
    return "".join(map(_visible, text)).replace("##[", "#\u200b#[")


def one_line(text: str) -> str:
    """Text with every run of white space as one blank, for sinks whose rows end with the line."""
    return " ".join(text.split())


def markdown(text: str) -> str:
    """Plain text for a Markdown document or table cell: nothing in it is markup, a mention or a link.

    Every ASCII punctuation mark that Markdown could read becomes a numeric entity, and `@` and `#` are followed by a
    zero-width space, because forges look for mentions after they have decoded entities. One stands behind `www` too,
    and behind `%`, `!` and `~` before a digit: forges make links of what begins so.
    """
    marked = "".join(_markdown_character(character) for character in one_line(text))
    return re.sub(r"(?i:www)(?=\.)|(?:%|&#33;|&#126;)(?=[0-9])", lambda found: f"{found.group()}\u200b", marked)


@cache
def _markdown_character(character: str) -> str:
    if character.isalnum() or character in " .,;?%()/'\"" or character == "\u2212":
        return character
    if character in "@#":
        return f"&#{ord(character)};\u200b"
    if character.isascii() and not character.isspace():
        return f"&#{ord(character)};" if character.isprintable() else "\ufffd"
    return "\ufffd" if character not in _EMOJI_JOINERS and unicodedata.category(character) in _HIDDEN else character


def markdown_code(text: str) -> str:
    """Text as inline code in Markdown, through the HTML element, which no backtick in the text can close."""
    return f"<code>{markdown(text)}</code>"


def markdown_code_span(text: str) -> str:
    """A line to copy, such as a command: a code span where it is made of harmless characters, else `markdown_code`.

    Inside a code span nothing is markup and a reader copies just what is there; `markdown_code` keeps invisible
    characters away from mentions, which a copy would take along.
    """
    harmless = re.fullmatch(r"[A-Za-z0-9 ./:#_'=-]+", text) and text == text.strip()
    return f"`{text}`" if harmless else markdown_code(text)


def inert(text: str) -> str:
    """Plain text that stays as readable as it is, and does nothing where a reader takes it for Markdown after all.

    A zero-width space stands behind each character that a mention, a reference, a link, an image, an address or an
    element begins with.
    """
    visible = terminal(one_line(text))
    return re.sub(r"[@#<&\]`!]|:(?=//)|(?i:www|GH)(?=[-.])", lambda found: f"{found.group()}\u200b", visible)


def sarif(text: str) -> str:
    """Words of a SARIF message: brackets make no link, and nobody is mentioned where it becomes a comment."""
    visible = terminal(one_line(text))
    return re.sub(r"[\\\[\]]", lambda found: f"\\{found.group()}", visible).replace("@", "@\u200b")


def workflow_data(text: str) -> str:
    """The message part of a workflow command of a build runner."""
    return _printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """A property value of a workflow command."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def _printable(text: str) -> str:
    return "".join(c if c in "\r\n" else _visible(c) for c in text)


def csv(text: str) -> str:
    """A text cell of a CSV file that no spreadsheet takes for a formula.

    White space and invisible characters before the first visible one are looked through, and its compatibility form
    counts, because spreadsheets do both.
    """
    seen = text.lstrip(" \t\r\n\ufeff\u200b\u200c\u200d\u2060\u00a0")
    first = unicodedata.normalize("NFKC", seen[:1])
    dangerous = first[:1] in _FORMULA_START if first else False
    return f"'{text}" if dangerous or (text and text[0] in "\t\r\n") else text


def xml(text: str) -> str:
    """Text for an XML document: markup escaped, characters that XML 1.0 forbids replaced, `##[` as in JSON."""
    safe = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;")):
        safe = safe.replace(character, entity)
    return safe.replace("##[", "#&#35;[")


def xml_attribute(text: str) -> str:
    """Text for an attribute of an XML element: line breaks, which it would lose, and all that hides are spelled out."""
    return xml(terminal(text))


def json_document(data: object, *, indent: int | None = None) -> str:
    """Data as JSON with a final line break, ASCII only, so that no character in it speaks to a terminal.

    `##[` is written with an escape that means the same, because a build log may take it for a command anywhere in a
    line. Raises ValueError for numbers that JSON does not have.
    """
    import json

    return json.dumps(data, indent=indent, allow_nan=False).replace("##[", "#\\u0023[") + "\n"


def script_data(data: object) -> str:
    """Data as an expression of JavaScript, for a script file of its own or one inside a page.

    JSON in ASCII is one, but no `<`, `>` or `&` stands in it, so that no text ends the element that it may be put
    into. Keys are the caller's: `__proto__` from elsewhere would not be data. Raises ValueError for numbers that JSON
    does not have.
    """
    import json

    text = json.dumps(data, allow_nan=False, separators=(",", ":"))
    return re.sub("[<>&]", lambda found: f"\\u{ord(found.group()):04x}", text)
