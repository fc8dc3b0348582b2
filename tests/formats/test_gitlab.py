from __future__ import annotations

import json

from okrlint.formats.gitlab import render
from okrlint.linting.format import FormatInput
from tests.formats.many import many


def test_a_finding_is_an_issue(given: FormatInput) -> None:
    """The fields of GitLab's documentation; the rule stands in the description, because the widget shows no other."""
    first, second = json.loads(render(given))

    assert first == {
        "description": 'placeholder: the slot "YY" in \\x1b[2J"::error::x" was never filled; write the number',
        "check_name": "placeholder",
        "fingerprint": first["fingerprint"],
        "severity": "major",
        "location": {"path": "okrs/2026-Q4/marketing.yaml", "lines": {"begin": 1}},
    }
    assert second["severity"] == "info"


def test_fingerprints_are_unique() -> None:
    """GitLab shows one of two issues with the same fingerprint."""
    found = json.loads(render(many(errors=200, warnings=200)))

    assert len({issue["fingerprint"] for issue in found}) == 400


def test_nothing_found_is_an_empty_list() -> None:
    """A report without issues is still a report."""
    assert render(many()) == "[]\n"
