"""Presets by edition: what a pinned one keeps, and what is said of one that there is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from okrlint.discovery import discover
from okrlint.linting import presets
from okrlint.linting.edition import Edition
from okrlint.linting.edition_2026 import EDITION
from okrlint.linting.finding import Severity
from okrlint.linting.nearest import preset_fault
from okrlint.linting.presets import EDITIONS, PRESETS, find_preset, preset_names
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Settings
from okrlint.records import Record

RULES: tuple[Rule, ...] = discover("okrlint.rules", "RULE")
LATER = EDITION._replace(
    id="2031",
    last="3.0.0",
    severities={**EDITION.severities, "too-many-objectives": ("warning",) * 5},
    options={**EDITION.options, ("too-many-objectives", "max"): (2, 2, 2, 2, 2)},
)
"""An edition of another year, for trying out what happens when there are two."""


class Limit(Record):
    """A limit, as rules have it."""

    max: int = 9
    """The most."""


@pytest.fixture
def two_editions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if a later edition had been published."""
    monkeypatch.setattr(presets, "EDITIONS", (EDITION, LATER))
    find_preset.cache_clear()
    yield
    find_preset.cache_clear()


def _rule(since: str, **values: Any) -> Rule:
    first = RULES[0].__dict__
    return Rule(**{**first, "id": "new-rule", "group": "people", "severity": Severity.ERROR, "since": since, **values})


@pytest.mark.parametrize("name", [name for name in preset_names() if "@" not in name])
def test_a_plain_name_means_the_newest_edition(name: str) -> None:
    """Who does not pin goes along with each edition; all pins nothing and has rules that no edition has yet."""
    plain, pinned = find_preset(name), find_preset(f"{name}@{EDITIONS[-1].id}")

    assert plain
    assert pinned
    last = None if name == "all" else EDITIONS[-1].last
    assert plain == pinned._replace(id=name, last=last)


@pytest.mark.usefixtures("two_editions")
def test_a_pinned_preset_keeps_the_limits_of_its_year() -> None:
    """An upgrade brings another edition, and a pinned repository does not notice."""
    limited = _rule("0.1.0", id="too-many-objectives", options=Limit)
    found = {
        name: (settings.severity(limited), getattr(settings.options(limited), "max", None))
        for name in ("geckoboard", "geckoboard@2026", "geckoboard@2031")
        for settings in (Settings(preset=name),)
    }

    assert found == {
        "geckoboard": (Severity.WARNING, 2),
        "geckoboard@2026": (Severity.ERROR, 4),
        "geckoboard@2031": (Severity.WARNING, 2),
    }


@pytest.mark.usefixtures("two_editions")
@pytest.mark.parametrize(
    ("preset", "is_on"),
    [
        ("geckoboard@2026", False),
        ("all@2026", False),
        ("geckoboard@2031", True),
        ("geckoboard", True),
        ("all", True),
        ("minimal", False),
    ],
)
def test_a_rule_newer_than_an_edition_is_off_in_it(preset: str, *, is_on: bool) -> None:
    """A rule of version 2.0.0 belongs to the edition of version 3.0.0, and not to that of 0.1.0."""
    assert (Settings(preset=preset).severity(_rule("2.0.0")) is not None) is is_on


def test_a_rule_newer_than_every_edition_waits() -> None:
    """It can be switched on by its name before an edition has it; versions are compared as numbers."""
    rule = _rule("0.10.0")

    assert Settings().severity(rule) is None
    assert Settings(extend_select=("new-rule",)).severity(rule) is Severity.ERROR
    assert Settings(preset="all").severity(rule) is Severity.ERROR


def test_what_cannot_be_read_is_told_in_every_edition() -> None:
    """Nothing switches these rules off, a pinned edition neither."""
    assert Settings(preset="minimal@2026").severity(_rule("9.0.0", id="syntax")) is Severity.ERROR


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_rows_of_an_edition_are_about_rules(edition: Edition) -> None:
    """A misspelt row would set nothing, and nobody would miss it."""
    options = {rule.id: set(rule.option_types) for rule in RULES}

    assert set(edition.severities) <= set(options)
    for rule, option in edition.options:
        assert option in options[rule]
    rows = [*edition.severities.values(), *edition.options.values()]
    assert {len(row) for row in rows} == {len(edition.names)}


def test_every_rule_belongs_to_the_newest_edition() -> None:
    """A rule that is newer would be off for everybody; that must be meant, and be in the changelog."""
    off = [rule.id for rule in RULES if Settings(preset=f"all@{EDITIONS[-1].id}").severity(rule) is None]

    assert off == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        pytest.param("google", "", id="plain"),
        pytest.param("google@2026", "", id="pinned"),
        pytest.param("gogle", f"`gogle` is none of {', '.join(PRESETS)}; did you mean google?", id="misspelt"),
        pytest.param(
            "google@2062",
            "`google@2062` is of no edition that there is: 2026; did you mean google@2026?",
            id="no edition",
        ),
        pytest.param("nobody@2026", f"`nobody@2026` is none of {', '.join(PRESETS)}", id="no name"),
        pytest.param(
            "google@", "`google@` is of no edition that there is: 2026; did you mean google@2026?", id="no edition"
        ),
        pytest.param("x" * 9_999, f"`{'x' * 59}…` is none of {', '.join(PRESETS)}", id="a long name"),
    ],
)
def test_a_preset_that_there_is_not(name: str, fault: str) -> None:
    """Its nearest name is told, and a long one is cut."""
    assert preset_fault(name) == fault


def test_all_has_every_rule_with_its_own_severity() -> None:
    """Where the strictest preset says another one, that; where it says off, the rule's own."""
    strict, every = find_preset("saas@2026"), find_preset("all@2026")
    assert strict is not None
    assert every is not None

    told = {rule: severity for rule, severity in strict.severities.items() if severity is not None}
    assert every.severities == told
    off = EDITION._replace(severities={"too-many-objectives": ("off",) * 5})
    assert "too-many-objectives" not in presets._all("all", off).severities  # noqa: SLF001 - an edition there is not yet
