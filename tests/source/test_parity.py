from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from okrlint.discovery import discover
from okrlint.linting.examples import files_of
from okrlint.source.document import Document
from okrlint.source.reader import libyaml_events, pure_events, read
from tests.hostile.payloads import PAYLOADS
from tests.source.tricky_documents import TRICKY
from tests.source.yaml_test_suite import suite_cases

KNOWN = {
    case: entry["why"]
    for entry in tomllib.loads((Path(__file__).parent / "known_differences.toml").read_text("utf-8"))["parsers"]
    for case in entry["cases"]
}
RAW = "this is not valid YAML: "
"""Words of the parser itself follow, which each parser chooses; the place must be the same."""


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        yield from _paths(inner, (*path, step))


def _seen(document: Document) -> tuple[Any, ...]:
    """All that anybody can ask a document."""
    paths = list(_paths(document.data)) if document.readable else []
    places = [(path, document.span(path), document.key_span(path) if path else None) for path in paths]
    problems = [
        (RAW if problem.message.startswith(RAW) else problem.message, problem.hint, problem.span, problem.first)
        for problem in document.problems
    ]
    return document.data, places, tuple(document.scalars()), document.comments(), problems


def _differ(data: bytes) -> bool:
    return _seen(read(data, "x", parser=libyaml_events)) != _seen(read(data, "x", parser=pure_events))


def test_the_example_company_reads_the_same(checkout: Path) -> None:
    """Both parsers give the same data, places, comments and problems for every file of our own company."""
    paths = sorted((checkout / "okrs").rglob("*.yaml"))

    assert paths
    assert [path.name for path in paths if _differ(path.read_bytes())] == []


def test_the_rules_examples_read_the_same() -> None:
    """Both parsers agree on every file of every example of every rule."""
    rules = discover("okrlint.rules", "RULE")
    texts = {text for rule in rules for example in (*rule.bad, *rule.good) for text in files_of(example).values()}

    assert len(texts) > len(rules)
    assert [text for text in sorted(texts) if _differ(text.encode())] == []


def test_tricky_documents_read_the_same() -> None:
    """Both parsers agree on every style that people write, but for tabs between tokens."""
    assert [tricky.id for tricky in TRICKY if _differ(tricky.before)] == ["a tab before a comment"]


@pytest.mark.parametrize(
    "payload", [payload for payload in PAYLOADS if len(payload.data) < 100_000], ids=lambda payload: payload.id
)
def test_hostile_texts_read_the_same(payload: Any) -> None:
    """Both parsers stop at the same place of a hostile text; where they cannot, the list says why."""
    assert _differ(payload.data) == (payload.id in KNOWN)


def test_the_yaml_test_suite_reads_the_same(shared_data: Path) -> None:
    """Both parsers agree on the public suite, but for the cases that are listed with a reason."""
    cases = {case.id: case.text.encode() for case in suite_cases(shared_data)}
    differing = {name for name, data in cases.items() if _differ(data)}

    print(f"yaml-test-suite: {len(cases)} cases, both parsers agree on {len(cases) - len(differing)}")  # noqa: T201  `pytest -rP` shows it
    assert differing == {name for name in KNOWN if name in cases}


def test_a_missing_c_parser_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml, the pure parser takes over by itself."""
    import sys

    monkeypatch.setitem(sys.modules, "yaml._yaml", None)

    assert read(b"a: [1, x]\n", "x").data == {"a": [1, "x"]}
