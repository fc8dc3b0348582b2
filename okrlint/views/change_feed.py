"""The changes of all plans as an Atom feed (RFC 4287): the same commits give the same bytes.

Names of entries are tags (RFC 4151) made of the commit, the address and the field, so that a reader shows each change
once. They do not depend on where the site is, and so links are relative to the feed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from okrlint.escaping import one_line, xml
from okrlint.history.rows import row_of
from okrlint.rendering.links import html_file, html_link
from okrlint.views.places import CHANGES

if TYPE_CHECKING:
    from okrlint.history.ledger import Entry
    from okrlint.views.survey import Survey

_TAG = "tag:okrlint.invalid,2026:"
"""The name space; `.invalid` belongs to nobody (RFC 2606), and the rest says which repository's commit it was."""
_MOST = 100


def feed(survey: Survey) -> str:
    """The newest committed changes, newest first; a feed without any speaks of the day of the site."""
    entries = [entry for one in survey.ledgers.values() for entry in one.entries if entry.moment.day is not None]
    entries.sort(key=lambda entry: (str(entry.moment.day), entry.moment.commit, entry.change.address), reverse=True)
    newest = str(entries[0].moment.day) if entries else str(survey.given.as_of)
    title = f"{survey.site['name']}: what changed in the plans"
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>{_TAG}changes</id>\n<title>{_text(title)}</title>\n<updated>{newest}T00:00:00Z</updated>\n"
        f'<link rel="alternate" type="text/html" href="{html_file(CHANGES)}"/>\n'
        f"<author><name>{_text(survey.site['name'])}</name></author>\n<generator>okrlint</generator>\n"
    )
    return head + "".join(line for entry in entries[:_MOST] for line in _entry(entry, survey)) + "</feed>\n"


def _entry(entry: Entry, survey: Survey) -> Iterator[str]:
    change, moment, words = entry.change, entry.moment, row_of(entry.change)
    name = quote(f"{moment.commit}:{change.address}:{change.field}", safe=":/#.-_").replace("#", "%23")
    target = survey.places.target(survey.given.portfolio.find(change.address)) or CHANGES
    said = f"{change.plan}: {words.step}. " + (f"Reason: {entry.reason}" if entry.reason else "No reason is given.")
    yield f"<entry>\n<id>{_TAG}{_text(name)}</id>\n<title>{_text(f'{words.what}: {words.name}')}</title>\n"
    yield f"<updated>{moment.day}T00:00:00Z</updated>\n"
    yield f"<author><name>{_text(moment.author or 'unknown')}</name></author>\n"
    yield f'<link rel="alternate" type="text/html" href="{_text(html_link("", target))}"/>\n'
    yield f'<content type="text">{_text(said)}</content>\n</entry>\n'


def _text(text: str) -> str:
    return xml(one_line(text))
