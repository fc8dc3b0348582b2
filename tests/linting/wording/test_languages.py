"""The languages of the plans reach every signal, and each language has lists that can be used."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import tomllib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from okrlint.linting.wording.compensation import pay_link
from okrlint.linting.wording.numbers import by_percent, from_to, measures
from okrlint.linting.wording.pipeline import names_pipeline_metric
from okrlint.linting.wording.placeholders import slots
from okrlint.linting.wording.tasks import task
from okrlint.linting.wording.vague import soft_word
from okrlint.linting.wording.words import LANGUAGES

LINTING = Path(__file__).resolve().parents[3] / "okrlint"
FILES = sorted(path for path in LINTING.rglob("*.py") if path.name != "__main__.py")
LANGUAGE = "language"


def _imported(tree: ast.Module, module: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The functions of ours that a file imports, and those that it defines, by the name that it calls them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("okrlint."):
            home = importlib.import_module(str(node.module))
            yield from ((alias.asname or alias.name, getattr(home, alias.name, None)) for alias in node.names)  # type: ignore[misc]
    yield from vars(importlib.import_module(module)).items()


def _speaks(function: object) -> list[str] | None:
    """The parameters of a function that asks for a language."""
    if not inspect.isfunction(inspect.unwrap(function)):  # type: ignore[arg-type]
        return None
    parameters = list(inspect.signature(inspect.unwrap(function)).parameters)  # type: ignore[arg-type]
    return parameters if LANGUAGE in parameters else None


def _mute_calls(path: Path) -> Iterator[str]:
    """The calls of a file that leave the language to its default."""
    tree = ast.parse(path.read_text("utf-8"))
    module = ".".join(path.relative_to(LINTING.parent).with_suffix("").parts)
    asking = {name: found for name, function in _imported(tree, module) if (found := _speaks(function))}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            name = call.func.id
            if name in ("map", "filter") and isinstance(call.args[0], ast.Name) and call.args[0].id in asking:
                yield f"{path.relative_to(LINTING).as_posix()}:{call.lineno}: {call.args[0].id}"
            if name in asking and not _is_told(call, asking[name].index(LANGUAGE)):
                yield f"{path.relative_to(LINTING).as_posix()}:{call.lineno}: {name}"


def _is_told(call: ast.Call, position: int) -> bool:
    """Whether a call names the language, or hands on arguments that may do so."""
    unpacked = any(isinstance(argument, ast.Starred) for argument in call.args)
    return len(call.args) > position or unpacked or any(word.arg in (LANGUAGE, None) for word in call.keywords)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LINTING).as_posix())
def test_every_call_says_in_which_language(path: Path) -> None:
    """A rule hands on `context.language`, and a function the language that it was given; else it would read English."""
    if path.name != "__init__.py":
        assert list(_mute_calls(path)) == []


CORPUS = Path(__file__).resolve().parents[2] / "wording"
SIGNALS: dict[str, Callable[[str, str], object]] = {
    "placeholder": slots,
    "task": lambda text, language: task(text, (), language),
    "compensation": pay_link,
    "measure": lambda text, language: not measures(text, language),
    "pipeline": names_pipeline_metric,
    "vague": soft_word,
}


@pytest.mark.parametrize("language", ["de", "en+de"])
@pytest.mark.parametrize("name", SIGNALS)
def test_german_is_read_as_well(name: str, language: str) -> None:
    """The same bar as for English: at least 97% of what is flagged is right, and 90% is found."""
    labelled = tomllib.loads((CORPUS / "de" / f"{name}.toml").read_text("utf-8"))
    right = [text for text in labelled["flagged"] if SIGNALS[name](text, language)]
    wrong = [text for text in labelled["silent"] if SIGNALS[name](text, language)]

    assert len(right) / (len(right) + len(wrong)) >= 0.97, wrong
    assert len(right) / len(labelled["flagged"]) >= 0.9


@pytest.mark.parametrize("name", SIGNALS)
def test_a_second_language_changes_nothing_in_the_first(name: str) -> None:
    """Who writes in two languages hears the same of the English plans."""
    labelled = tomllib.loads((CORPUS / f"{name}.toml").read_text("utf-8"))
    texts = [text for part in labelled.values() for text in part]
    other = [text for text in texts if bool(SIGNALS[name](text, "en")) != bool(SIGNALS[name](text, "en+de"))]

    assert len(other) <= 0.02 * len(texts), other


def test_every_language_has_a_folder() -> None:
    """What the settings may name is there, and nothing is there that they may not name."""
    lists = LINTING / "linting" / "wording"

    assert sorted(LANGUAGES) == sorted(path.parent.name for path in lists.glob("*/numbers.txt"))


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_lists_of_other_languages_have_no_section_of_their_own(code: str) -> None:
    """A misspelt section would be read by nobody, and the English one in its place."""
    folder = LINTING / "linting" / "wording" / code
    for path in sorted(folder.glob("*.txt")):
        titles = re.findall(r"^\[(.*?)\]", path.read_text("utf-8"), re.MULTILINE)
        english = re.findall(r"^\[(.*?)\]", (folder.parent / "en" / path.name).read_text("utf-8"), re.MULTILINE)
        assert set(titles) <= set(english), path.name
        assert len(titles) == len(set(titles)), path.name


@pytest.mark.parametrize(
    ("text", "language", "values", "pair", "share"),
    [
        ("Leads von 1.881 auf 2.351 steigern", "de", ["1881", "2351"], ("1881", "2351"), None),
        ("Leads von 1.881 auf 2.351 steigern", "en", ["1.881", "2.351"], None, None),
        ("Leads from 1,881 to 2,351", "en+de", ["1881", "2351"], ("1881", "2351"), None),
        ("Leads from 1,881 to 2,351", "de", ["1.881", "2.351"], None, None),
        ("Umsatz um 12,5 % steigern", "de", ["12.5"], None, "12.5"),
        ("Kosten um 20 Prozent senken", "de", ["20"], None, "-20"),
        ("Reduce the cost by 20%", "en+de", ["20"], None, "-20"),
        ("Umsatz von 1,2 Mio. € auf 1,5 Mio. €", "de", ["1200000", "1500000"], ("1200000", "1500000"), None),
        ("Umsatz von 1.234.567,89 €", "de", ["1234567.89"], None, None),
        ("Bewertung von 4,1 auf 4,4", "en+de", ["4.1", "4.4"], ("4.1", "4.4"), None),
        ("Bis 31. Dezember auf 40", "de", ["40"], None, None),
        ("Antwort in 4 Std.", "de", ["4"], None, None),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(
    text: str, language: str, values: list[str], pair: tuple[str, str] | None, share: str | None
) -> None:
    """A German point parts thousands; where both languages are written, three digits behind a sign are thousands."""
    found, change = from_to(text, language), by_percent(text, language)

    assert [measure.value for measure in measures(text, language)] == [Decimal(value) for value in values]
    assert (found and tuple(measure.value for measure in found)) == (pair and tuple(map(Decimal, pair)))
    assert (change and change.value) == (Decimal(share) if share else None)
