from __future__ import annotations

from okrlint.linting.finding import Finding, Severity
from okrlint.linting.fingerprints import fingerprints
from okrlint.source.span import Location
from okrlint.source.text import SourceText

TEXT = "key_results:\n  - title: Grow\n    owner: ana\n"


def _found(text: str, word: str, address: str = "a/2026-Q4#o.k", message: str = "m") -> tuple[Finding, SourceText]:
    source = SourceText(path="okrs/a.yaml", text=text)
    start = text.index(word)
    place = Location(source.path, source.span(start, start + len(word)))
    return Finding("placeholder", Severity.ERROR, message, "", place, (), address), source


def _print(text: str, word: str, address: str = "a/2026-Q4#o.k", message: str = "m") -> str:
    finding, source = _found(text, word, address, message)
    return fingerprints([finding], {source.path: source})[0]


def test_it_survives_edits_around_it() -> None:
    """Lines above, another value, other numbers in the message: still the same finding."""
    before = _print(TEXT, "Grow", message="5 words; 4 are allowed")

    assert before == _print(f"team: a\n\n{TEXT}", "Grow", message="6 words; 4 are allowed")
    assert before == _print(TEXT.replace("Grow", "Shrink"), "Shrink")


def test_it_tells_findings_apart() -> None:
    """Another OKR, another field and another file are other findings."""
    prints = {
        _print(TEXT, "Grow"),
        _print(TEXT, "ana"),
        _print(TEXT, "Grow", address="b/2026-Q4#o.k"),
        _print(TEXT, "Grow", address=""),
    }

    assert len(prints) == 4
    assert all(len(found) == 32 for found in prints)


def test_twins_are_counted() -> None:
    """Findings that have everything in common keep names of their own; a third leaves the first two alone."""
    finding, source = _found(TEXT, "Grow")
    two = fingerprints([finding] * 2, {source.path: source})

    assert len(set(two)) == 2
    assert fingerprints([finding] * 3, {source.path: source})[:2] == two
