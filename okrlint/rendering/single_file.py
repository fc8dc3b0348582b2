"""One page as one file to mail: what it shows is inside, and nothing in it leads to a place that is not there."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser

_TYPES = {
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_URL = re.compile(r"""url\(\s*["']?([A-Za-z0-9_.-]+)["']?\s*\)""")
_LEFT_OUT = frozenset(("nav", "script"))
"""Ways to other pages, and what would need a server or a second file."""
_EXTERNAL = ("http://", "https://", "mailto:")


def single_file(page: str, path: str, files: Mapping[str, bytes]) -> str:
    """A page of a site as a whole of its own. `path` is its file, and `files` hold what it may refer to, by path.

    Sheets and pictures are put inside; the policy allows just these, by their hash. Links to other pages become plain
    words, links on the page and to the web stay.
    """
    return _Alone(path, files).rewritten(page)


class _Alone(HTMLParser):
    """Reads a page and writes it again, tag by tag, as it was but for what leads away."""

    def __init__(self, path: str, files: Mapping[str, bytes]) -> None:
        super().__init__(convert_charrefs=False)
        self._path = path
        self._files = files
        self._out: list[str] = []
        self._closed: list[str] = []
        self._left_out = 0
        self._sheets: list[str] = []

    def rewritten(self, page: str) -> str:
        """The whole page."""
        self.feed(page)
        self.close()
        return "".join(self._out).replace(_POLICY, self._policy(), 1).replace(_SHEETS, self._styles(), 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, change it, or leave out what it holds."""
        given = {name: value or "" for name, value in attrs}
        if tag in _LEFT_OUT:
            self._left_out += 1
        elif not self._left_out:
            self._out.append(self._tag(tag, given))

    def _tag(self, tag: str, given: dict[str, str]) -> str:
        written = self.get_starttag_text() or ""
        if tag == "a":
            return self._link(given, written)
        if tag == "link":
            return self._linked(given)
        if tag == "img":
            return written.replace(f'src="{given.get("src", "")}"', f'src="{self._inside(given.get("src", ""))}"')
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            return f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        return written

    def _link(self, given: dict[str, str], written: str) -> str:
        """A link that leads somewhere still; else plain words."""
        target = given.get("href", "")
        file, mark, anchor = target.partition("#")
        here = not file or self._resolved(file) == self._path
        leads = target.startswith(_EXTERNAL) or (here and mark)
        self._closed.append("</a>" if leads else "</span>")
        if not leads:
            # What it looks like stays: a tile of a screen is a link, and a box.
            look = given.get("class", "")
            return f'<span class="{escape(look)}">' if look else "<span>"
        return f'<a href="#{escape(anchor)}">' if here and file else written

    def _linked(self, given: dict[str, str]) -> str:
        if given.get("rel") == "stylesheet":
            self._sheets.append(self._sheet(given["href"]))
            return _SHEETS if len(self._sheets) == 1 else ""
        return f'<link rel="icon" href="{self._inside(given["href"])}">' if given.get("rel") == "icon" else ""

    def _sheet(self, href: str) -> str:
        """The text of a sheet with what it refers to inside; it cannot end the element that it stands in."""
        folder = posixpath.dirname(href)
        text = self._files[self._resolved(href)].decode("utf-8", "replace")
        text = _URL.sub(lambda found: f'url("{self._inside(posixpath.join(folder, found[1]))}")', text)
        return f"\n{text}".replace("</", "<\\/")

    def _inside(self, href: str) -> str:
        """A file as an address that holds it."""
        name = self._resolved(href)
        data = base64.b64encode(self._files.get(name, b"")).decode()
        return f"data:{_TYPES.get(posixpath.splitext(name)[1].lower(), 'application/octet-stream')};base64,{data}"

    def _resolved(self, href: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._path), href))

    def _policy(self) -> str:
        digests = (base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode() for sheet in self._sheets)
        styles = " ".join(f"'sha256-{digest}'" for digest in digests)
        loads = f"default-src 'none'; style-src {styles}; img-src data:; font-src data:"
        return f"{loads}; base-uri 'none'; form-action 'none'"

    def _styles(self) -> str:
        return "\n".join(f"<style>{sheet}</style>" for sheet in self._sheets)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened, under the name that it got."""
        if tag in _LEFT_OUT:
            self._left_out -= 1
        elif not self._left_out:
            self._out.append(self._closed.pop() if tag == "a" else f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag of a drawing as it is."""
        del tag, attrs
        self._keep(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        """Keep an escaped character as it is written."""
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """The same for one by its number."""
        self._keep(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        """Keep the first line."""
        self._keep(f"<!{decl}>")

    def _keep(self, text: str) -> None:
        if not self._left_out:
            self._out.append(text)


_POLICY = "\x00policy\x00"
_SHEETS = "\x00sheets\x00"
"""Marks that no page holds: NUL is replaced in every value."""
