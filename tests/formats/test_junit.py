from __future__ import annotations

from xml.etree import ElementTree as ET

from okrlint.formats.junit import render
from okrlint.linting.finding import Severity
from okrlint.linting.format import FormatInput
from tests.formats.many import many


def parsed(given: FormatInput) -> ET.Element:
    """The document as a reader sees it."""
    return ET.fromstring(render(given))  # noqa: S314  our own output


def test_what_fails_the_run_is_a_failure(given: FormatInput) -> None:
    """An error fails by default; a question passes and is told all the same."""
    suite = parsed(given)[0]
    failure, passed = suite[0][0], suite[1][0]

    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("okrs/2026-Q4/marketing.yaml", "2", "1")
    assert suite[0].attrib == {
        "classname": "okrs/2026-Q4/marketing",
        "name": "placeholder: marketing/2026-Q4#demand.leads",
        "file": "okrs/2026-Q4/marketing.yaml",
        "line": "1",
        "time": "0",
    }
    assert failure.tag == "failure"
    assert failure.get("message") == 'the slot "YY" in \\x1b[2J"::error::x" was never filled'
    assert "hint: write the number" in (failure.text or "")
    assert (passed.tag, (passed.text or "").split(": ")[1]) == ("system-out", "info owner-overload")


def test_the_threshold_is_that_of_the_run() -> None:
    """What `--fail-on` lets pass is no failure."""
    given = many(errors=1, warnings=2, infos=4)
    counts = [parsed(given._replace(fail_on=level)).get("failures") for level in (None, Severity.ERROR, Severity.INFO)]

    assert counts == ["0", "1", "7"]


def test_names_are_unique(given: FormatInput) -> None:
    """GitLab keeps one of two cases with the same name."""
    first = given.outcome.findings[0]
    suite = parsed(given._replace(outcome=given.outcome._replace(findings=(first, first, first))))[0]

    assert [case.get("name") for case in suite][1:] == [
        f"placeholder: marketing/2026-Q4#demand.leads ({number})" for number in (2, 3)
    ]


def test_nothing_found_is_one_case_that_passes() -> None:
    """Some readers refuse a file without a case."""
    root = parsed(many())

    assert [(case.get("name"), len(case)) for case in root.iter("testcase")] == [("no findings", 0)]
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
