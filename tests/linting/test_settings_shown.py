"""Settings with where each was set: whole texts, for rules that are made up here."""

from __future__ import annotations

import datetime

import pytest

from okrlint.linting.finding import Severity
from okrlint.linting.finding_baseline import FindingBaseline, Known
from okrlint.linting.finding_keys import FindingKey
from okrlint.linting.rule import Rule
from okrlint.linting.rule_data import presets_data, rules_data
from okrlint.linting.rule_index import rule_index, rule_table
from okrlint.linting.settings import Key, PerFile, ReportSettings, RuleSettings, Settings
from okrlint.linting.settings_shown import Call, option_origin, settings_lines, severity_origin
from okrlint.records import Record
from okrlint.source.limits import DEFAULT_LIMITS
from tests.linting.conftest import check

DAY = datetime.date(2026, 10, 1)
PLACES: dict[Key, str] = {
    ("preset",): "okrlint.toml:1",
    ("paths",): "okrlint.toml:2",
    ("ignore",): "okrlint.toml:3",
    ("as_of",): "okrlint.toml:4",
    ("rules", "too-many-objectives", "max"): "okrlint.toml:6",
    ("rules", "made-up", "severity"): "okrlint.toml:8",
    ("rules", "old-name", "words"): "okrlint.toml:9",
    ("per_file", "0", "files"): "okrlint.toml:11",
    ("report", "people"): "okrlint.toml:13",
}
SHOWN = """\
preset = "t2d3"                               # okrlint.toml:1
paths = ["okrs", "plans"]                     # okrlint.toml:2
select = []                                   # default
extend_select = []                            # default
ignore = ["people", "vague"]                  # okrlint.toml:3 and --ignore
languages = ["en"]                            # default
fail_on = "warning"                           # --fail-on
as_of = "2026-10-01"                          # okrlint.toml:4
history = true                                # default
# baseline = ""                               # 0 known findings
# limit file_bytes = 7                        # your own settings file
# limit line_bytes = 10000                    # --limit
# limit scalar_characters = 65536             # default
# limit depth = 50                            # default
# limit nodes = 50000                         # default
# limit digits = 15                           # default

[report]
people = false                                # okrlint.toml:13

[rules.made-up]
severity = "info"                             # okrlint.toml:8
words = ["a \\u001b[31mword", "\\u007f"]        # okrlint.toml:9
strict = true                                 # default

[rules.owner-missing]
severity = "off"                              # okrlint.toml:3

[rules.syntax]
# severity = "error"                          # always

[rules.too-many-objectives]
severity = "error"                            # preset t2d3
max = 9                                       # okrlint.toml:6

[rules.vague]
severity = "off"                              # --ignore

[[per_file]]
files = ["okrs/a.yaml"]                       # okrlint.toml:11
ignore = ["wording"]                          # default
"""


class Limit(Record):
    """A limit."""

    max: int = 4
    """The most."""


class Words(Record):
    """Words and a choice."""

    words: tuple[str, ...] = ()
    """What to find."""
    strict: bool = True
    """Whether to find all."""


def _rule(name: str, group: str, severity: Severity = Severity.ERROR, **values: object) -> Rule:
    told = {"id": name, "group": group, "severity": severity, "since": "0.1.0", "check": check, "bad": (), "good": ()}
    return Rule(**{**told, **values})  # type: ignore[arg-type]


RULES = (
    _rule("made-up", "wording", options=Words, aliases=("old-name",)),
    _rule("owner-missing", "people", clock=True),
    _rule("syntax", "housekeeping"),
    _rule("too-many-objectives", "structure", Severity.WARNING, options=Limit),
    _rule("vague", "wording", Severity.INFO),
)
CALL = Call(DAY, None, DEFAULT_LIMITS._replace(file_bytes=7), frozenset({"line_bytes"}))


@pytest.fixture
def usual() -> Settings:
    """Settings of a file."""
    return Settings(
        preset="t2d3",
        paths=("okrs", "plans"),
        ignore=("people",),
        as_of=DAY,
        rules={
            "made-up": RuleSettings(Severity.INFO, options={"words": ("a \x1b[31mword", "\x7f")}),
            "too-many-objectives": RuleSettings(options={"max": 9}),
        },
        per_file=(PerFile(("okrs/a.yaml",), ("wording",)),),
        report=ReportSettings(people=False),
        place=PLACES.get,
    )


@pytest.fixture
def settings(usual: Settings) -> Settings:
    """The same under two flags."""
    flags: dict[Key, str] = {("ignore",): "--ignore", ("fail_on",): "--fail-on"}
    return usual.changed(flags, ignore=("people", "vague"), fail_on="warning")


def test_every_setting_is_shown_with_its_origin(settings: Settings) -> None:
    """Values as a settings file has them; what no such file may say is a comment; what no file says is a default."""
    assert [line.rstrip() for line in settings_lines(settings, RULES, CALL)] == SHOWN.splitlines()


def test_a_terminal_is_not_steered_by_an_origin(usual: Settings) -> None:
    """A file may have any name."""
    told = Settings(**{**usual.__dict__, "place": lambda _: "\x1b[31m.toml:1"})

    assert not any("\x1b" in line for line in settings_lines(told, RULES, CALL))


@pytest.mark.parametrize(
    ("as_of", "flag", "shown"),
    [
        (None, None, '# as_of = "none" | --no-clock'),
        (DAY, None, '# as_of = "today" | default'),
        (DAY, "--as-of", 'as_of = "2026-10-01" | --as-of'),
    ],
    ids=["no clock", "today", "a flag"],
)
def test_the_day_of_a_run(as_of: datetime.date | None, flag: str | None, shown: str) -> None:
    """A day that nobody set is not written as if somebody had."""
    lines = settings_lines(Settings(), (), CALL._replace(as_of=as_of, day_flag=flag))

    name, value = next(line for line in lines if "as_of" in line).split("  # ")
    assert f"{name.rstrip()} | {value}" == shown


def test_known_findings_are_counted() -> None:
    """The name of the file that has them, and how many there are."""
    key = FindingKey("vague", "marketing/2026-Q4#demand", (), "title", "")
    known = FindingBaseline(name="known.json", entries={key: Known(3, "okrs/a.yaml")})
    lines = settings_lines(Settings(baseline=known), (), CALL)

    assert '# baseline = "known.json"                     # 3 known findings' in list(lines)


@pytest.mark.parametrize(
    ("changes", "flags", "rule", "origin"),
    [
        ({}, {}, "vague", "default"),
        ({"preset": "minimal"}, {}, "vague", "preset minimal"),
        ({"select": ("wording",)}, {("select",): "--select"}, "vague", "default"),
        ({"preset": "minimal", "select": ("wording",)}, {("select",): "--select"}, "vague", "--select"),
        ({"select": ("wording",)}, {("select",): "--select"}, "owner-missing", "--select"),
        ({"preset": "minimal", "extend_select": ("vague",)}, {("extend_select",): "--extend"}, "vague", "--extend"),
        ({"rules": {"vague": RuleSettings(off=True)}}, {("rules", "vague", "severity"): "--set"}, "vague", "--set"),
        ({"ignore": ("vague",)}, {("ignore",): "-i", ("rules", "vague", "severity"): "--set"}, "vague", "-i"),
        ({"rules": {"syntax": RuleSettings(off=True)}}, {("rules", "syntax", "severity"): "--set"}, "syntax", "always"),
    ],
    ids=[
        "default",
        "preset",
        "on anyway",
        "selected",
        "not selected",
        "added",
        "its own flag",
        "ignored before all",
        "never off",
    ],
)
def test_what_decides_on_a_rule(changes: dict[str, object], flags: dict[Key, str], rule: str, origin: str) -> None:
    """The last word, not the first."""
    settings = Settings().changed(flags, **changes)

    assert severity_origin(settings, next(one for one in RULES if one.id == rule)) == origin


def test_a_list_of_file_and_flag_names_the_one_that_has_the_rule(settings: Settings) -> None:
    """Two lists add up, and each rule is on one of them."""
    origins = {rule.id: severity_origin(settings, rule) for rule in RULES if settings.severity(rule) is None}

    assert origins == {"owner-missing": "okrlint.toml:3", "vague": "--ignore"}


def test_an_option_of_the_preset_is_told_so(usual: Settings) -> None:
    """What the file does not set but the preset does, and what neither does."""
    of_preset = Settings(preset="t2d3")

    assert option_origin(of_preset, RULES[3], "max") == "preset t2d3"
    assert option_origin(of_preset, RULES[0], "words") == "default"
    assert option_origin(usual, RULES[0], "words") == "okrlint.toml:9"


def test_the_table_of_rules(settings: Settings) -> None:
    """A rule that is off still says what it would weigh."""
    assert rule_table(RULES, settings) == (
        "rule                 severity  state  set by          group\n"
        "made-up              info      on     okrlint.toml:8  wording\n"
        "owner-missing        error     off    okrlint.toml:3  people\n"
        "syntax               error     on     always          housekeeping\n"
        "too-many-objectives  error     on     preset t2d3     structure\n"
        "vague                info      off    --ignore        wording\n"
    )


def test_the_index_of_rules() -> None:
    """By group, in the order of the groups; empty ones are left out."""
    summary = (check.__globals__["__doc__"] or "").strip()
    row = "| [{0}]({0}.md) | {1} | {2} |\n"

    assert rule_index((RULES[4], RULES[3], RULES[0])) == (
        "# Rules\n\nSeverities are those of the default preset; `okrlint presets` shows the others.\n"
        "\n## Structure\n\n| rule | severity | finds |\n|---|---|---|\n"
        + row.format("too-many-objectives", "error", summary)
        + "\n## Wording\n\n| rule | severity | finds |\n|---|---|---|\n"
        + row.format("vague", "info", summary)
        + row.format("made-up", "error", summary)
    )


def test_rules_as_data(settings: Settings) -> None:
    """Whole, so that a name which changes is noticed."""
    summary = (check.__globals__["__doc__"] or "").strip()
    data = rules_data((RULES[0], RULES[1]), settings)

    assert data.pop("rules") == [
        {
            "id": "made-up",
            "group": "wording",
            "on": True,
            "severity": "info",
            "set_by": "okrlint.toml:8",
            "since": "0.1.0",
            "aliases": ["old-name"],
            "needs_day": False,
            "summary": summary,
            "explanation": summary,
            "options": [
                _option("words", "tuple[str, ...]", ["a \x1b[31mword", "\x7f"], [], "okrlint.toml:9", "What to find."),
                _option("strict", "bool", True, True, "default", "Whether to find all."),
            ],
            "docs": "docs/rules/made-up.md",
        },
        {
            "id": "owner-missing",
            "group": "people",
            "on": False,
            "severity": "error",
            "set_by": "okrlint.toml:3",
            "since": "0.1.0",
            "aliases": [],
            "needs_day": True,
            "summary": summary,
            "explanation": summary,
            "options": [],
            "docs": "docs/rules/owner-missing.md",
        },
    ]
    assert data == {"version": 1, "preset": "t2d3", "edition": "2026"}


def test_presets_as_data() -> None:
    """Each under its plain name and its edition, with what it makes of each rule."""
    data = presets_data((RULES[1], RULES[3]), Settings(preset="google"))
    presets = {(one["name"], one["edition"]): one["rules"] for one in data.pop("presets")}

    assert data == {"version": 1, "in_force": "google", "editions": ["2026"]}
    assert presets["t2d3", "2026"] == [
        {"id": "owner-missing", "severity": "error", "options": {}},
        {"id": "too-many-objectives", "severity": "error", "options": {"max": 5}},
    ]
    assert {name for name, _ in presets} >= {"geckoboard", "google", "minimal", "all"}
    assert all("@" not in name for name, _ in presets)


def _option(*told: object) -> dict[str, object]:
    return dict(zip(("name", "type", "value", "default", "set_by", "meaning"), told, strict=True))
