"""Findings for programs, in the shape of schemas/findings.schema.json."""

from __future__ import annotations

from okrlint.escaping import json_document
from okrlint.linting.finding_data import VERSION, finding_data, summary_data
from okrlint.linting.format import Format, FormatInput


def render(given: FormatInput) -> str:
    """One JSON object; ASCII only, so that nothing in it can speak to a terminal."""
    data = {
        "version": VERSION,
        "findings": [finding_data(finding) for finding in given.outcome.findings],
        "summary": summary_data(given.outcome),
    }
    return json_document(data, indent=2)


FORMAT = Format(id="json", render=render)
