"""Examples of rules as whole portfolios: fragments laid over a clean one, marks read, the run repeated.

The tests hold every rule to its examples with this, and the docs show the real output of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from okrlint.linting.finding import Finding
from okrlint.linting.rule import Example, Rule
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.dates import parse_date
from okrlint.model.portfolio import build_portfolio
from okrlint.source.document import Document, Path
from okrlint.source.reader import read
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.history.history import History
    from okrlint.model.portfolio import Portfolio

PLAN = "okrs/2026-Q4/marketing.yaml"
_FILES = ("okrs/company.yaml", "okrs/2026-Q3/marketing.yaml", PLAN, "okrs/2026-Q4/pipeline.yaml")
_PLACES: dict[str, tuple[str, Path]] = {
    "key_result": (PLAN, ("objectives", 0, "key_results", 0)),
    "objective": (PLAN, ("objectives", 0)),
    "plan": (PLAN, ()),
    "company": ("okrs/company.yaml", ()),
    "pipeline": ("okrs/2026-Q4/pipeline.yaml", ()),
}
_FIELD = re.compile(r"""["']?([\w-]+)["']?\s*:""")
_MARK = re.compile(r"\s+# <- (?P<words>.+)$")


class Mark(NamedTuple):
    """A line of an example on which a finding is expected."""

    path: str
    line: int
    words: str


@cache
def _clean(path: str) -> str:
    return resources.files("okrlint.linting").joinpath("clean", path).read_text("utf-8")


def files_of(example: Example) -> dict[str, str]:
    """The files of an example by path: the clean portfolio with the example's text in its place."""
    files = {path: _clean(path) for path in _FILES}
    if example.at == "file":
        files[PLAN] = example.text
    else:
        path, place = _PLACES[example.at]
        files[path] = _overlaid(files[path], place, example)
    return {**files, **example.files}


def shown_in(example: Example) -> str:
    """The path of the file that the example's text is part of."""
    return PLAN if example.at == "file" else _PLACES[example.at][0]


def _overlaid(clean: str, place: Path, example: Example) -> str:
    document = read(clean.encode(), "clean")
    span = document.span(place)
    lines = clean.splitlines()
    first, last = span.start.line, _last_line(document, place)
    indent = span.start.column - 1
    own = [line[indent:] for line in lines[first - 1 : last]]
    block = _merged(_fields(own), _fields(example.text.strip("\n").splitlines()), example.without)
    lead = lines[first - 1][:indent]
    laid = [(" " * indent if index else lead) + line if line else line for index, line in enumerate(block)]
    return "\n".join([*lines[: first - 1], *laid, *lines[last:]]) + "\n"


def _last_line(document: Document, place: Path) -> int:
    end = document.span(place).end
    return end.line - (end.column == 1)


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """Lines by the field that they belong to; comments belong to the field after them."""
    fields: dict[str, list[str]] = {}
    waiting: list[str] = []
    name = ""
    for line in lines:
        found = _FIELD.match(line)
        if found:
            name = found.group(1)
            while name in fields:
                name += "'"
            fields[name], waiting = [*waiting, line], []
        elif line.startswith("#"):
            waiting.append(line)
        else:
            fields.setdefault(name, []).append(line)
    return fields


def _merged(clean: Mapping[str, list[str]], over: Mapping[str, list[str]], without: Sequence[str]) -> list[str]:
    kept = {name: over.get(name, lines) for name, lines in clean.items() if name not in without}
    added = {name: lines for name, lines in over.items() if name not in kept}
    return [line for lines in (*kept.values(), *added.values()) for line in lines]


def marks_of(files: Mapping[str, str]) -> tuple[Mark, ...]:
    """The expected findings of some files, by path and line."""
    return tuple(sorted(_marks(files)))


def _marks(files: Mapping[str, str]) -> Iterator[Mark]:
    for path, text in files.items():
        for number, line in enumerate(text.splitlines(), 1):
            found = _MARK.search(line)
            if found:
                yield Mark(path, number, found.group("words").strip())


def unmarked(text: str) -> str:
    """A text without its marks; every line keeps its number."""
    return "\n".join(_MARK.sub("", line) for line in text.split("\n"))


def documents_of(files: Mapping[str, str]) -> tuple[Document, ...]:
    """The files of an example, read without their marks."""
    return tuple(read(unmarked(text).encode(), path) for path, text in files.items())


def findings_of(example: Example, rule: Rule, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """What a run says of an example, with the rule on and the default preset.

    Findings of other rules are left out unless they are errors.
    """
    settings = Settings(extend_select=(rule.id,))
    portfolio = build_portfolio(documents_of(files_of(example)))
    past = history_of(example, portfolio) if example.before else None
    outcome = run(portfolio, rules, settings, as_of=parse_date(example.as_of), history=past)
    return tuple(f for f in outcome.findings if f.rule == rule.id or str(f.severity) == "error")


def history_of(example: Example, portfolio: Portfolio) -> History:
    """The commits of an example: one for each earlier text, and one for the text itself where it was committed."""
    from okrlint.history.facts import facts_of
    from okrlint.history.history import Step, build_history
    from okrlint.history.states import Moment

    states = [(day, "", files_of(example._replace(text=text))) for day, text in example.before.items()]
    if example.committed is not None:
        states.append((*example.committed, files_of(example)))
    steps = []
    for number, (day, reason, files) in enumerate(states, 1):
        moment = Moment(f"{number:07}", "Ana", day, reason, parse_date(day))
        steps.append(Step(moment, {document.path: facts_of(document) for document in documents_of(files)}))
    return build_history(steps, portfolio.company)


class Fixes(NamedTuple):
    """What the fixes of a rule make of an example."""

    lines: tuple[str, ...] = ()
    """The lines that go, behind `- `, and those that come, behind `+ `."""
    safe: bool = True


def fixes_of(example: Example, rule: Rule, findings: Sequence[Finding]) -> Fixes:
    """What one round of a rule's own fixes, the unsafe ones too, makes of an example with some findings."""
    own = [finding for finding in findings if finding.rule == rule.id and finding.fix is not None]
    if not own:
        return Fixes()
    from okrlint.linting.fixing import fix_files

    before = {document.path: document for document in documents_of(files_of(example))}
    pairs = [(before[path], file.document) for path, file in fix_files(own, before, unsafe=True).items()]
    lines = [line for old, new in pairs for line in _changed(old.text.text, new.text.text)]
    return Fixes(tuple(lines), all(finding.fix.safe for finding in own if finding.fix))


def _changed(old: str, new: str) -> list[str]:
    """The lines that differ, without the indentation that all of them have."""
    compared = unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    found = [line for line in compared if line[:1] in "+-" and not line.startswith(("+++", "---"))]
    depth = min(len(line) - len(line[1:].lstrip()) for line in found) - 1
    return [f"{line[0]} {line[1 + depth :]}" for line in found]
