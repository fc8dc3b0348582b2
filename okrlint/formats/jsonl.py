"""Findings for programs that read line by line: one JSON object a finding, and the summary last.

The lines have the shapes of schemas/findings.schema.json: a finding is an item of its `findings`, and the last line is
its `version` and `summary`.
"""

from __future__ import annotations

from okrlint.escaping import json_document
from okrlint.linting.finding_data import VERSION, finding_data, summary_data
from okrlint.linting.format import Format, FormatInput


def render(given: FormatInput) -> str:
    """ASCII only, so that no character in it can end a line or speak to a terminal."""
    lines = [finding_data(finding) for finding in given.outcome.findings]
    last = {"version": VERSION, "summary": summary_data(given.outcome)}
    return "".join(map(json_document, (*lines, last)))


FORMAT = Format(id="jsonl", render=render)
