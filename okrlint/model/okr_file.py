"""One file of a run: its document, what it is, and what is wrong with its shape."""

from __future__ import annotations

from okrlint.model.company import Company, build_company
from okrlint.model.pipeline import Pipeline, build_pipeline
from okrlint.model.plan import Plan, build_plan
from okrlint.model.shape import ShapeProblem, check_shape
from okrlint.records import Record
from okrlint.source.document import Document

KINDS = ("plan", "company", "pipeline")


class OkrFile(Record):
    """A file that was read, whatever became of it."""

    document: Document
    kind: str | None = None
    """plan, company or pipeline; None where the file does not say."""
    item: Plan | Company | Pipeline | None = None
    """None where nothing could be read or the kind is unknown."""
    shape: tuple[ShapeProblem, ...] = ()

    @property
    def path(self) -> str:
        """Relative to the repository's root, with `/`."""
        return self.document.path


def kind_of(document: Document) -> str | None:
    """What a document says that it is; None for anything that okrlint does not know."""
    data = document.data
    kind = data.get("kind") if isinstance(data, dict) else None
    return kind if isinstance(kind, str) and kind in KINDS else None


def build_file(document: Document, company: Company | None, cadence: str = "weekly") -> OkrFile:
    """The file of a document; never raises on any data. `cadence` is for key results whose metric has none."""
    if document.data is None and document.problems:
        return OkrFile(document=document)
    kind = kind_of(document)
    shape = check_shape(document.data.get("kind") if isinstance(document.data, dict) else None, document.data)
    return OkrFile(document=document, kind=kind, item=_item(kind, document, company, cadence), shape=shape)


def _item(
    kind: str | None, document: Document, company: Company | None, cadence: str
) -> Plan | Company | Pipeline | None:
    if kind == "plan":
        return build_plan(document, company, cadence)
    if kind == "company":
        return build_company(document)
    if kind == "pipeline":
        return build_pipeline(document, company.fiscal_year_start if company is not None else 1)
    return None
