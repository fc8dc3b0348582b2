"""Putting files on a shelf: each is packed, and of most of them only the first lines are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from okrlint.model.company import Company
from okrlint.model.fields import Fields
from okrlint.model.files_on_demand import FilesOnDemand
from okrlint.model.heading import Heading, heading_of
from okrlint.model.okr_file import OkrFile, build_file, kind_of
from okrlint.model.shelf import Content, Read, Shelf, packed
from okrlint.records import bind
from okrlint.source.document import Document


def shelve(contents: Iterable[tuple[str, Content]], read: Read, cadence: str = "weekly") -> Shelf:
    """The portfolio of some files, the same for any order of them, with only the packed files in memory."""
    contained: dict[str, Content] = {}
    headings: dict[str, Heading] = {}
    documents: dict[str, Document] = {}
    for path, content in contents:
        contained[path] = packed(content)
        heading = heading_of(content) if isinstance(content, bytes) else None
        document = read(path, content) if heading is None else None
        kind = kind_of(document) if document is not None else None
        if document is not None and kind == "plan":
            fields = Fields(document, (), document.data)
            heading = Heading(fields.text("team"), fields.text("quarter"))
        elif document is not None and kind is not None:
            documents[path] = document
        if heading is not None:
            headings[path] = heading
    shelf = Shelf(
        files=(),
        packed=dict(sorted(contained.items(), key=itemgetter(0))),
        headings=dict(sorted(headings.items(), key=itemgetter(0))),
        apart=_apart(documents, cadence),
        read=read,
        cadence=cadence,
    )
    bind(shelf, files=FilesOnDemand(shelf.paths, shelf.file))
    return shelf


def _apart(documents: dict[str, Document], cadence: str) -> dict[str, OkrFile]:
    ordered = [documents[path] for path in sorted(documents)]
    companies = {found.path: build_file(found, None) for found in ordered if kind_of(found) == "company"}
    company = next((file.item for file in companies.values() if isinstance(file.item, Company)), None)
    return {found.path: companies.get(found.path) or build_file(found, company, cadence) for found in ordered}
