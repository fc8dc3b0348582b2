from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.source.event_reader import EventSource
from okrlint.source.reader import events_of, pure_events, read
from tests.source.yaml_test_suite import NO_JSON, Case, suite_cases

KNOWN = tomllib.loads((Path(__file__).parent / "known_differences.toml").read_text("utf-8"))["suite"]
NOT_PLAIN = re.compile(
    "is a YAML (anchor|tag|alias|merge key|directive)|second document|stands here twice|key must be a word"
    "|read as a mapping|has no value|file is empty|more than 15 digits|not a finite|invisible character"
)
"""What okrlint says of valid YAML that is not plain."""


def _verdict(case: Case) -> str | None:
    """How our reading differs from the suite's."""
    document = read(case.text.encode(), case.id)
    wrong = [problem.message for problem in document.problems if not NOT_PLAIN.search(problem.message)]
    if case.is_invalid:
        return None if document.problems else "read although YAML forbids it"
    if wrong:
        return "refused although YAML allows it"
    if case.data is not NO_JSON and not document.problems and document.data != case.data:
        return "read as something else"
    return None


def test_verdicts_differ_only_where_it_is_known_why(shared_data: Path) -> None:
    """Every difference from the suite is listed with its reason, and every listed one is there."""
    found = {case.id: verdict for case in suite_cases(shared_data) if (verdict := _verdict(case)) is not None}
    listed = {case: entry["verdict"] for entry in KNOWN for case in entry["cases"]}
    total = sum(1 for _ in suite_cases(shared_data))

    print(f"yaml-test-suite: {total} cases, {total - len(found)} as the suite says, {len(found)} differ")  # noqa: T201  `pytest -rP` shows it
    assert found == listed
    assert total > 400


@pytest.mark.parametrize("parser", [events_of, pure_events], ids=["libyaml", "pure"])
def test_no_case_breaks_the_reader(parser: Callable[[str], EventSource], shared_data: Path) -> None:
    """Whatever the suite holds, cut off anywhere, is read or has a problem with a place in the text."""
    for case in suite_cases(shared_data):
        for length in {len(case.text), len(case.text) // 2, len(case.text) - 1}:
            document = read(case.text[:length].encode(), case.id, parser=parser)
            assert document.readable or document.problems, case.id
            for problem in document.problems:
                assert 0 <= problem.span.start.offset <= problem.span.end.offset <= len(document.text.text), case.id
                assert "cannot be read (" not in problem.message or parser is pure_events, case.id
