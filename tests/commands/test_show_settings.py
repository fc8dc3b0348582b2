"""`okrlint check --show-settings`: every value, and where it was set."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from okrlint.discovery import discover
from okrlint.linting.rule import Rule
from okrlint.workspace.settings_file import read_settings
from tests.commands.conftest import Call

SETTINGS = """\
preset = "t2d3"
as_of = "2026-10-01"
ignore = ["people"]
extend_select = ["commitment-missing"]

[rules.too-many-objectives]
max = 9
[rules.why-missing]
severity = "warning"
[rules.budget-exceeded]
severity = "off"

[[per_file]]
files = ["okrs/a.yaml"]
ignore = ["wording"]
"""


def _shown(out: str) -> dict[str, tuple[str, str]]:
    """The value and the origin of each key; those of rules with the rule before them."""
    found, table = {}, ""
    for line in out.splitlines():
        if line.startswith("["):
            table = line.strip("[]") + "."
        elif " = " in line:
            setting, _, where = line.rpartition("  # ")
            name, _, value = setting.partition(" = ")
            found[table + name] = (value.strip(), where)
    return found


@pytest.mark.parametrize(
    ("key", "value", "where"),
    [
        ("preset", '"t2d3"', "okrlint.toml:1"),
        ("paths", '["okrs"]', "default"),
        ("as_of", '"2026-10-01"', "okrlint.toml:2"),
        ("ignore", '["people", "placeholder"]', "okrlint.toml:3 and --ignore"),
        ("fail_on", '"warning"', "--fail-on"),
        ("rules.too-many-objectives.max", "9", "okrlint.toml:7"),
        ("rules.too-many-objectives.severity", '"error"', "preset t2d3"),
        ("rules.too-few-objectives.min", "3", "preset t2d3"),
        ("rules.owner-missing.severity", '"off"', "okrlint.toml:3"),
        ("rules.owner-overload.max", "5", "default"),
        ("rules.placeholder.severity", '"off"', "--ignore"),
        ("rules.why-missing.severity", '"off"', "okrlint.toml:3"),
        ("rules.budget-exceeded.severity", '"off"', "okrlint.toml:11"),
        ("rules.overlap.severity", '"info"', "--severity"),
        ("rules.commitment-missing.severity", '"info"', "okrlint.toml:4"),
        ("rules.pipeline-not-percentage-growth.severity", '"off"', "preset t2d3"),
        ("rules.not-measurable.severity", '"error"', "default"),
        ("rules.syntax.# severity", '"error"', "always"),
        ("# limit depth", "80", "--limit"),
        ("# limit nodes", "50000", "default"),
        ("# baseline", '""', "0 known findings"),
        ("per_file.files", '["okrs/a.yaml"]', "okrlint.toml:14"),
    ],
)
def test_every_value_has_an_origin(key: str, value: str, where: str, okrlint: Call, repository: Path) -> None:
    """The flag, the line of the file, the preset, or the default."""
    (repository / "okrlint.toml").write_text(SETTINGS, "utf-8")
    flags = ["--ignore", "placeholder", "--fail-on", "warning", "--severity", "overlap=info", "--limit", "depth=80"]

    assert _shown(okrlint("check", "--show-settings", *flags).out)[key] == (value, where)


@pytest.mark.parametrize("preset", ["geckoboard", "minimal", "all@2026"])
def test_what_is_shown_is_a_settings_file(preset: str, okrlint: Call, repository: Path) -> None:
    """Copied into a file it says the same."""
    rules: tuple[Rule, ...] = discover("okrlint.rules", "RULE")
    (repository / "okrlint.toml").write_text(f'preset = "{preset}"\n', "utf-8")
    usual = read_settings(repository / "okrlint.toml", rules)

    ran = okrlint("check", "--show-settings")
    (repository / "okrlint.toml").write_text(ran.out, "utf-8")
    shown = read_settings(repository / "okrlint.toml", rules)

    assert ran.code == 0
    assert tomllib.loads(ran.out)["preset"] == preset
    assert [rule.id for rule in rules if shown.severity(rule) is not usual.severity(rule)] == []


def test_foreign_text_is_harmless(okrlint: Call, repository: Path) -> None:
    """A path of the settings may hold anything."""
    (repository / "okrlint.toml").write_text('paths = ["okrs", "a\\u001b[2J\\u007f\\n"]\n', "utf-8")

    out = okrlint("check", "--show-settings").out

    assert "\x1b" not in out
    assert "\x7f" not in out
    assert tomllib.loads(out)["paths"][1] == "a\x1b[2J\x7f\n"


def test_a_run_without_a_day_says_so(okrlint: Call) -> None:
    """Rules that need the day are silent then."""
    assert _shown(okrlint("check", "--show-settings", "--no-clock").out)["# as_of"] == ('"none"', "--no-clock")
    assert _shown(okrlint("check", "--show-settings", "--as-of", "2026-11-01").out)["as_of"][1] == "--as-of"
