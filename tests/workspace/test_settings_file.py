"""Settings files: what they may say, and one sentence with the place for everything else."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import pytest

from okrlint.errors import SettingsError
from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Bounds, Context, Rule
from okrlint.linting.settings import PerFile, ReportSettings, RuleSettings, Settings
from okrlint.model.plan import Plan
from okrlint.records import Record
from okrlint.workspace.settings_file import KEYS, read_settings


class Every(Record):
    """An option of every type."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"share": (0, 1), "percent": (Decimal("0.5"), 100)}

    max: int = 3
    """A whole number."""
    share: float = 0.5
    """A number of small digits."""
    percent: Decimal = Decimal(10)
    """An exact number."""
    strict: bool = False
    """Yes or no."""
    word: str = ""
    """A text."""
    words: tuple[str, ...] = ()
    """Texts."""


class Least(Record):
    """A limit from below."""

    min: int = 1
    """The least."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Find nothing."""
    yield from ()


def _rule(rule_id: str, options: type[Record] | None = None, aliases: tuple[str, ...] = ()) -> Rule:
    return Rule(
        id=rule_id,
        group="wording",
        severity=Severity.WARNING,
        since="0.1.0",
        check=check,
        bad=(),
        good=(),
        options=options,
        aliases=aliases,
    )


RULES = (
    _rule("new-name", Every, ("old-name",)),
    _rule("plain-rule"),
    _rule("schema"),
    _rule("too-few-goals", Least),
    _rule("too-many-goals", Every),
)

Read = Callable[[str], Settings]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a settings file with some text."""

    def call(text: str, name: str = "okrlint.toml") -> Settings:
        (tmp_path / name).write_text(text, "utf-8")
        return read_settings(tmp_path / name, RULES)

    return call


EVERYTHING = """\
preset = "google@2026"
paths = ["okrs", "more"]
select = ["wording"]
extend_select = ["old-name"]
ignore = ["plain-rule", "all"]
fail_on = "warning"
as_of = 2026-11-15
languages = ["de", "en", "de"]
history = false

[report]
people = false

[rules.old-name]
severity = "info"
max = 7
share = 1
percent = 12.50
strict = true
word = "x"
words = ["a b", "c"]

[rules.plain-rule]
severity = "off"

[[per_file]]
files = ["okrs/*/a.yaml"]
ignore = ["old-name", "people"]
"""


def test_every_setting_is_read(read: Read) -> None:
    """Former names of rules are theirs too; each option has the type that the rule declares."""
    settings = read(EVERYTHING)
    own = settings.rules["new-name"]

    assert {*KEYS} == {line.split()[0] for line in EVERYTHING.splitlines() if " = " in line} & {*KEYS} | {
        "report",
        "rules",
        "per_file",
    }
    assert settings.report == ReportSettings(people=False)
    assert settings.preset == "google@2026"
    assert settings.paths == ("okrs", "more")
    assert (settings.select, settings.extend_select) == (("wording",), ("new-name",))
    assert settings.ignore == ("plain-rule", "all")
    assert (settings.fail_on, settings.as_of) == ("warning", datetime.date(2026, 11, 15))
    assert settings.languages == ("de", "en")
    assert own.severity is Severity.INFO
    assert own.options == {
        "max": 7,
        "share": 1.0,
        "percent": Decimal("12.50"),
        "strict": True,
        "word": "x",
        "words": ("a b", "c"),
    }
    assert settings.rules["plain-rule"] == RuleSettings(off=True)
    assert settings.per_file == (PerFile(("okrs/*/a.yaml",), ("new-name", "people")),)


def test_a_project_file_says_the_same(read: Callable[..., Settings]) -> None:
    """Under [tool.okrlint], beside the tables of others."""
    text = EVERYTHING.replace("\n[rules", "\n[tool.okrlint.rules").replace("[[per_file", "[[tool.okrlint.per_file")
    text = text.replace("[report]", "[tool.okrlint.report]")
    settings = read(f"[project]\nname = 'x'\n[tool.okrlint]\n{text}", "pyproject.toml")

    assert {**settings.__dict__, "place": None} == {**read(EVERYTHING).__dict__, "place": None}
    assert settings.place(("rules", "old-name", "max")) == "pyproject.toml:19"


def test_a_key_is_placed_only_where_the_file_has_it(read: Read) -> None:
    """The origin of a value that the file does not set is not the table around it."""
    settings = read("[rules.new-name]\nmax = 1\n")

    assert settings.place(("rules", "new-name", "max")) == "okrlint.toml:2"
    assert settings.place(("rules", "new-name", "share")) is None
    assert settings.place(("preset",)) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "[report]\npeople = 1", "2: report.people: must be true or false, not `1`", id="a switch of the site"
        ),
        pytest.param(
            "[report]\npeopel = true",
            "2: report.peopel: there is no such setting; did you mean people?",
            id="a key of the site",
        ),
        pytest.param("presett = 1", "1: presett: there is no such setting; did you mean preset?", id="key"),
        pytest.param("preset = 1", "1: preset: must be a text, not `1`", id="type of the preset"),
        pytest.param(
            "\npreset = 'gogle'",
            "2: preset: `gogle` is none of geckoboard, t2d3, saas, google, minimal, all; did you mean google?",
            id="preset",
        ),
        pytest.param(
            "preset = 'google@1999'",
            "1: preset: `google@1999` is of no edition that there is: 2026; did you mean google@2026?",
            id="edition",
        ),
        pytest.param("paths = 'okrs'", "1: paths: must be a list of texts", id="paths"),
        pytest.param("paths = []", "1: paths: must name a folder or file", id="no path"),
        pytest.param("select = [1]", "1: select: must be a list of texts", id="select"),
        pytest.param("select = ['wordin']", "1: select: `wordin` is no rule; did you mean wording?", id="group"),
        pytest.param("ignore = ['nw-name']", "1: ignore: `nw-name` is no rule; did you mean new-name?", id="ignore"),
        pytest.param("ignore = ['schema']", "1: ignore: `schema` cannot be left out", id="ignoring what must run"),
        pytest.param("fail_on = 'warn'", "1: fail_on: `warn` is none of error, warning, info, never", id="fail_on"),
        pytest.param("as_of = '2026-02-30'", "1: as_of: must be a day such as 2026-11-15", id="day"),
        pytest.param("as_of = 2026-11-15T10:00:00", "1: as_of: must be a day such as 2026-11-15", id="time"),
        pytest.param("languages = ['fr']", "1: languages: `fr` is none of en, de", id="language"),
        pytest.param("languages = []", "1: languages: must name one of en, de", id="no language"),
        pytest.param("limits = {depth = 99}", "1: limits: a repository cannot raise limits", id="limits"),
        pytest.param("rules = 1", "1: rules: must be a table", id="rules"),
        pytest.param(
            "[rules.plan-rule]", "1: rules.plan-rule: there is no such setting; did you mean plain-rule?", id="rule"
        ),
        pytest.param("[rules]\nplain-rule = 1", "2: rules.plain-rule: must be a table", id="rule as a number"),
        pytest.param(
            "[rules.new-name]\n[rules.old-name]",
            "2: rules.old-name: the rule is set a second time; its name is new-name",
            id="two names",
        ),
        pytest.param(
            "[rules.new-name]\nmx = 1",
            "2: rules.new-name.mx: there is no such setting; did you mean max?",
            id="option",
        ),
        pytest.param(
            "[rules.plain-rule]\nseverity = 'warn'",
            "2: rules.plain-rule.severity: `warn` is none of error, warning, info, off",
            id="severity",
        ),
        pytest.param(
            "[rules.schema]\nseverity = 'off'",
            "2: rules.schema.severity: what cannot be read is always an error",
            id="switching off what must run",
        ),
        pytest.param("per_file = 1", "1: per_file: must be written [[per_file]]", id="per_file"),
        pytest.param("[[per_file]]\nfiles = ['a']", "1: per_file: must have ignore", id="half an entry"),
        pytest.param(
            "[[per_file]]\nfiles = ['a']\nignore = ['all']\n[[per_file]]\nfiles = 1\nignore = ['all']",
            "5: per_file.files: must be a list of texts",
            id="the second entry",
        ),
        pytest.param(
            "[[per_file]]\nfiles = [" + "'a'," * 1_001 + "]\nignore = ['all']",
            "1: per_file: has more than 1000 patterns of files",
            id="more patterns than anybody writes",
        ),
        pytest.param(f"{'x' * 9_999} = 1", f"1: {'x' * 59}…: there is no such setting", id="a long key"),
    ],
)
def test_what_cannot_be_set_is_one_sentence_with_its_line(text: str, sentence: str, read: Read) -> None:
    """A misspelt setting must not pass for the default."""
    with pytest.raises(SettingsError) as raised:
        read(text)

    assert str(raised.value).startswith(f"okrlint.toml:{sentence}")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("max = '5'", "max: must be a whole number"),
        ("max = 5.0", "max: must be a whole number"),
        ("max = true", "max: must be a whole number"),
        ("max = -1", "max: must be at least 0, not `-1`"),
        ("share = 'x'", "share: must be a number"),
        ("share = nan", "share: must be a number"),
        ("share = 1.01", "share: must be between 0 and 1, not `1.01`"),
        ("percent = inf", "percent: must be a number"),
        ("percent = 0.4", "percent: must be between 0.5 and 100, not `0.4`"),
        ("percent = false", "percent: must be a number"),
        ("strict = 1", "strict: must be true or false"),
        ("word = ['x']", "word: must be a text"),
        ("words = 'x'", "words: must be a list of texts"),
        ("words = ['x', 1]", "words: must be a list of texts"),
        ("words = ['??']", "words: `??` is no word"),
        ("words = ['']", "words: `` is no word"),
        (f"words = ['{'x' * 101}']", f"words: `{'x' * 59}…` has 101 characters; 100 are the most"),
        ("words = [" + "'x'," * 1_001 + "]", "words: has 1001 entries; 1000 are the most"),
    ],
    ids=lambda value: value[:20],
)
def test_an_option_has_a_type_and_bounds(value: str, words: str, read: Read) -> None:
    """A number below zero, or of another type than the rule declares, is told with its line."""
    with pytest.raises(SettingsError) as raised:
        read(f"[rules.new-name]\nseverity = 'info'\n{value}\n")

    assert str(raised.value) == f"okrlint.toml:3: rules.new-name.{words}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("[rules.too-few-goals]\nmin = 4", "2: rules.too-few-goals.min", id="over the most of the rule"),
        pytest.param("[rules.too-many-goals]\nmax = 0", "2: rules.too-many-goals.max", id="under the least"),
        pytest.param(
            "[rules.too-many-goals]\nmax = 5\n[rules.too-few-goals]\nmin = 6", "4: rules.too-few-goals.min", id="both"
        ),
    ],
)
def test_the_least_is_not_over_the_most(text: str, line: str, read: Read) -> None:
    """With both rules on every plan would be wrong."""
    with pytest.raises(SettingsError, match=r"too-few-goals asks for at least \d, too-many-goals allows \d"):
        read(text)
    with pytest.raises(SettingsError, match=f"^okrlint.toml:{line}: "):
        read(text)

    assert read(f"ignore = ['too-many-goals']\n{text}").rules


@pytest.mark.parametrize(
    "pattern", ["[", "[!", "*" * 5_000, "*a" * 5_000, "(?:a+)+$", "**/x", "\\"], ids=lambda pattern: pattern[:8]
)
def test_a_pattern_of_files_compiles_and_ends(pattern: str) -> None:
    """Patterns know `*`, `?` and sets of characters; whatever else they hold stands for itself."""
    settings = Settings(per_file=(PerFile((pattern,), ("plain-rule",)),))

    assert isinstance(settings.asks(RULES[1], "okrs/" + "a" * 500 + "b.yaml"), bool)
