from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema
import pytest

from okrlint.discovery import discover
from okrlint.formats.sarif import render
from okrlint.linting.format import FormatInput
from tests.formats.many import many

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
RULES = {rule.id: rule for rule in discover("okrlint.rules", "RULE")}


def run_of(given: FormatInput) -> dict[str, Any]:
    """The one run of a log that the official schema accepts."""
    log = json.loads(render(given))
    errors = [error.message for error in jsonschema.Draft4Validator(SCHEMA).iter_errors(log)]
    assert errors == []
    run: dict[str, Any] = log["runs"][0]
    return run


def test_a_result_has_all_that_code_scanning_asks_for(given: FormatInput) -> None:
    """Rule, level, words, all four numbers of a region, a fingerprint, and the other place."""
    result = run_of(given)["results"][0]

    assert result == {
        "ruleId": "placeholder",
        "level": "error",
        "message": {
            "text": 'the slot "YY" in \\\\x1b\\[2J"::error::x" was never filled. write the number. See [listed here](1)'
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "okrs/2026-Q4/marketing.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 1, "startColumn": 24, "endLine": 1, "endColumn": 26},
                }
            }
        ],
        "partialFingerprints": result["partialFingerprints"],
        "properties": {"address": "marketing/2026-Q4#demand.leads"},
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "listed here"},
                "physicalLocation": {
                    "artifactLocation": {"uri": "okrs/company.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 6},
                },
            }
        ],
    }


def test_every_rule_is_listed_with_its_help(given: FormatInput) -> None:
    """Not only those that found something; empty texts count as missing on GitHub."""
    rules = run_of(given._replace(rules=RULES))["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == sorted(RULES)
    for rule in rules:
        texts = (rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"])
        assert all(texts), rule["id"]
        assert max(map(len, texts[:2])) <= 1024
        assert "security-severity" not in rule["properties"]


def test_columns_and_paths_say_what_they_are(given: FormatInput) -> None:
    """Columns count code points, paths begin at the root, and no path of a machine is told."""
    run = run_of(given)

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"description": {"text": "The root of the repository"}}}
    assert "file:" not in render(given)


@pytest.mark.parametrize(
    "path",
    ["a b.yaml", "100%.yaml", "a:b.yaml", "é鍵🎯.yaml", "q?x#y.yaml", "caf\udce9.yaml", "a\nb.yaml", "[1](2).yaml"],
    ids=ascii,
)
def test_a_path_is_a_relative_reference(path: str) -> None:
    """Percent-encoded from the bytes on the disk: never a scheme, a query or a fragment."""
    results = run_of(many(errors=1, path=path))["results"]
    uri = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    parts = urlsplit(uri)

    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote_to_bytes(uri) == path.encode("utf-8", "surrogateescape")


def test_no_more_results_than_are_kept() -> None:
    """The least severe ones are left out, and the log says how many."""
    run = run_of(many(errors=10, warnings=4000, infos=1000))

    assert [result["level"] for result in run["results"]].count("note") == 990
    assert len(run["results"]) == 5000
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("10 more findings")


def test_nothing_found_is_a_run_without_results() -> None:
    """An upload without results closes what an earlier one found."""
    run = run_of(many())

    assert run["results"] == []
    assert run["invocations"][0]["toolExecutionNotifications"] == []
