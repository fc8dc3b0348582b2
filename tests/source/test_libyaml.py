"""The C parser without the rest of PyYAML is the C parser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source.yaml_test_suite import suite_cases

READ = """
import json, sys
import okrlint.source.event_reader
from okrlint.source.reader import libyaml_events, pure_events, read
alone = "yaml" not in sys.modules
def seen(parser):
    found = []
    for text in texts:
        document = read(text.encode("utf-8", "surrogatepass"), "x", parser=parser)
        problems = [(p.message, p.hint, p.span.start.offset, p.span.end.offset) for p in document.problems]
        found.append([repr(document.data), [(path, str(document.span(path))) for path, _ in document.scalars()]
            if document.data is not None else [], problems])
    return found
texts = json.load(sys.stdin)
first = seen(libyaml_events)
import yaml
second = seen(libyaml_events)
assert yaml.CSafeLoader("a: 1").get_event().__class__ is yaml.StreamStartEvent
assert yaml.safe_load("a: [1, 2]") == yaml.load("a: [1, 2]", yaml.CSafeLoader) == {"a": [1, 2]}
assert first == second
print(json.dumps([alone, first]))
"""
TEXTS = [
    "a: 1\n",
    "a: [1, {b: c}]\n",
    "a: 'x\n",
    "a: b: c\n",
    "\ta: 1\n",
    "a: &x 1\nb: *x\n",
    "a: *y\n",
    "a: \x07\n",
    "? a\n",
]


def _child(code: str, texts: list[str], checkout: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(texts), cwd=checkout, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_reads_what_it_reads_below_the_whole_library(checkout: Path, shared_data: Path) -> None:
    """Data, places and problems, before PyYAML is imported and after."""
    texts = TEXTS + [case.text for case in suite_cases(shared_data)]
    alone, found = json.loads(_child(READ, texts, checkout))

    assert alone
    assert len(found) == len(texts)


@pytest.mark.parametrize(
    "obstacle",
    [
        "",
        "import yaml",
        "sys.modules['yaml.tokens'] = None",
        "import importlib.util; importlib.util.find_spec = lambda name: None",
    ],
    ids=["none", "PyYAML is there already", "PyYAML has other parts", "nobody knows where PyYAML is"],
)
def test_where_it_cannot_stand_alone_the_whole_library_is_imported(obstacle: str, checkout: Path) -> None:
    """No PyYAML is too strange to be used, and without an obstacle it is not imported."""
    code = f"import sys\n{obstacle}\n{READ}"

    alone, found = json.loads(_child(code, TEXTS, checkout))

    assert len(found) == len(TEXTS)
    assert alone == (not obstacle)
