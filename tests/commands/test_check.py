"""`okrlint check` as people and hooks call it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Call

PLAN = "okrs/2026-Q4/marketing.yaml"


def _spoil(repository: Path, path: str = PLAN) -> None:
    """Take the owner from the first key result."""
    plan = repository / path
    plan.write_text(plan.read_text("utf-8").replace("        owner: ben\n", "", 1), "utf-8")


def test_a_clean_repository_passes(okrlint: Call) -> None:
    """Nothing to say but that without git nobody knows what was promised; exit code 0."""
    ran = okrlint("check")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "No findings in 4 files.\n"


def test_check_is_the_default_command(okrlint: Call) -> None:
    """`okrlint` alone and `okrlint okrs` check."""
    assert okrlint().out == okrlint("okrs").out == okrlint("check").out


def test_findings_fail_the_run(okrlint: Call, repository: Path) -> None:
    """An error is printed with its place, exit code 1."""
    _spoil(repository)

    ran = okrlint("check", "--format", "concise")

    assert ran.code == 1
    assert f"{PLAN}:19:16: error owner-missing: " in ran.out


def test_it_works_from_any_folder_inside(okrlint: Call, repository: Path) -> None:
    """Paths are those of the repository, wherever the call is made."""
    _spoil(repository)

    assert okrlint("check", cwd="okrs/2026-Q4").out == okrlint("check").out


def test_named_files_are_the_focus_and_everything_is_loaded(okrlint: Call, repository: Path) -> None:
    """A finding elsewhere is counted on standard error and does not fail the run."""
    _spoil(repository)

    ran = okrlint("check", "okrs/company.yaml")

    assert ran.code == 0
    assert ran.err == "1 more outside the named files; okrlint check without paths shows them\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["check", "nowhere.yaml"], "nowhere.yaml does not exist", id="missing path"),
        pytest.param(["chek"], "chek is neither a command nor a file; did you mean check?", id="misspelt command"),
        pytest.param(["check", "--select", "placeholdr"], "did you mean placeholder?", id="misspelt rule"),
        pytest.param(["check", "--severity", "placeholder=loud"], "is not RULE=LEVEL", id="no severity"),
        pytest.param(["check", "--as-of", "2026-02-30"], "--as-of: 2026-02-30 is not a day", id="no day"),
        pytest.param(["check", "--limit", "depth=deep"], "is not NAME=NUMBER", id="no limit"),
        pytest.param(["check", "--severity", "wording=info"], "--severity: `wording` is no rule", id="a group weighed"),
        pytest.param(["check", "--severity", "schema=off"], "is always an error", id="switching off what must run"),
        pytest.param(["check", "--ignore", "syntax"], "--ignore: `syntax` cannot be left out", id="what must run"),
        pytest.param(["check", "--limit", "depth=0"], "is not NAME=NUMBER", id="no room at all"),
        pytest.param(["check", "--limit", f"depth={'9' * 5_000}"], "is not NAME=NUMBER", id="a huge limit"),
        pytest.param(["check", "--limit", "dept=9"], "did you mean depth?", id="misspelt limit"),
        pytest.param(
            ["check", "--preset", "gogle"],
            "--preset: `gogle` is none of geckoboard, t2d3, saas, google, minimal, all; did you mean google?",
            id="misspelt preset",
        ),
        pytest.param(["check", "--preset", ""], "--preset: `` is none of", id="no preset"),
        pytest.param(["check", "--statistics", "--format", "json"], "--statistics is for people", id="data for people"),
        pytest.param(["check", "--preset", "saas@1999"], "did you mean saas@2026?", id="no edition"),
        pytest.param(["check", "--format", "xml"], "is not one of", id="no format"),
        pytest.param(["check", "/"], "lies outside", id="outside"),
    ],
)
def test_a_bad_call_is_one_sentence_and_exit_2(arguments: list[str], sentence: str, okrlint: Call) -> None:
    """What is wrong with the call is said in one line on standard error."""
    ran = okrlint(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "presett = 'x'", "okrlint.toml:1: presett: there is no such setting; did you mean preset?", id="key"
        ),
        pytest.param("\npreset = 'geko'", "okrlint.toml:2: preset: `geko` is none of", id="preset"),
        pytest.param(
            "[rules.owner-mising]\n", "okrlint.toml:1: rules.owner-mising: there is no such setting", id="rule"
        ),
        pytest.param("[rules.too-many-objectives]\nmax = 'x'", "max: must be a whole number", id="type of an option"),
        pytest.param("preset = ", "okrlint.toml:1: the file cannot be read as TOML: invalid value", id="no TOML"),
    ],
)
def test_wrong_settings_are_one_sentence_with_the_line(
    text: str, sentence: str, okrlint: Call, repository: Path
) -> None:
    """A misspelt setting must not pass for the default."""
    (repository / "okrlint.toml").write_text(text, "utf-8")

    ran = okrlint("check")

    assert ran.code == 2
    assert sentence in ran.err


def test_a_pattern_without_a_file_is_told(inside: Call, repository: Path) -> None:
    """What silences nothing because of a slip is said with its line, however few files are named; it fails nothing."""
    lines = (
        "[[per_file]]",
        'files = ["okrs/*/marketing.yaml"]',
        'ignore = ["why-missing"]',
        "[[per_file]]",
        'files = ["okrs/*/marketing.yaml", "okrs/*/reserch.yaml"]',
        'ignore = ["why-missing"]',
    )
    (repository / "okrlint.toml").write_text("\n".join(lines) + "\n", "utf-8")

    ran = inside("check", "--no-clock", "okrs/company.yaml")

    assert (ran.code, ran.err) == (0, "okrlint.toml:5: per_file: `okrs/*/reserch.yaml` matches no OKR file\n")


def test_a_missing_history_is_told_where_there_could_be_one(inside: Call, repository: Path) -> None:
    """In a repository a run without its history says so; where there is no git nobody expects one."""
    assert inside("check").err == ""
    subprocess.run(["git", "init", "--quiet", repository], check=True)
    (repository / "okrlint.toml").write_text('as_of = "2026-10-01"\nhistory = false\n', "utf-8")
    assert inside("check").err == (
        "git's history was not read, because the settings say `history = false`; "
        "rules that need it: check-in-rewritten, focus-changed, goalpost-moved\n"
    )


def test_finding_no_file_is_an_error_unless_allowed(okrlint: Call, repository: Path) -> None:
    """A misspelt path in the settings must not look like success."""
    (repository / "okrlint.toml").write_text('paths = ["plans"]\n', "utf-8")

    assert okrlint("check").code == 2
    assert okrlint("check", "--allow-empty").code == 0


def test_force_exclude_passes_over_files_outside_the_paths(okrlint: Call, repository: Path) -> None:
    """Hooks hand over every YAML file that changed."""
    (repository / "compose.yaml").write_text("services: {}\n", "utf-8")

    assert okrlint("check", "--force-exclude", "compose.yaml").code == 0
    assert okrlint("check", "compose.yaml").code == 1


def test_fail_on_never_still_prints(okrlint: Call, repository: Path) -> None:
    """What fails the run is apart from what is shown."""
    _spoil(repository)

    ran = okrlint("check", "--fail-on", "never")

    assert ran.code == 0
    assert "owner-missing" in ran.out


def test_severity_can_be_set_on_the_call(okrlint: Call, repository: Path) -> None:
    """A flag wins over settings and preset."""
    _spoil(repository)

    ran = okrlint("check", "--severity", "owner-missing=warning", "--max-warnings", "0", "--format", "json")

    assert [finding["severity"] for finding in json.loads(ran.out)["findings"]] == ["warning"]
    assert ran.code == 1


def test_a_preset_can_be_pinned_on_the_call(okrlint: Call, repository: Path) -> None:
    """A message names it as it was asked for."""
    plan = (repository / PLAN).read_text("utf-8")
    objective = plan[plan.index("  - id:") :]
    more = "".join(objective.replace("  - id: ", f"  - id: more-{n}-", 1) for n in range(8))
    (repository / PLAN).write_text(plan + more, "utf-8")

    ran = okrlint("check", "--preset", "google@2026", "--select", "too-many-objectives", "--format", "concise")

    assert "preset google@2026 allows 5" in ran.out


@pytest.mark.parametrize(("depth", "is_deep"), [(50, True), (70, False)])
def test_the_users_own_file_raises_limits(depth: int, *, is_deep: bool, okrlint: Call, repository: Path) -> None:
    """What the user trusts is read; a flag wins."""
    (repository / "okrs" / "deep.yaml").write_text(f"kind: plan\nteam: {'[' * 60}{']' * 60}\n", "utf-8")
    own = repository / "own" / "okrlint" / "okrlint.toml"
    own.parent.mkdir(parents=True)
    own.write_text(f"[limits]\ndepth = {depth}\n", "utf-8")
    env = {"XDG_CONFIG_HOME": str(repository / "own")}

    assert ("levels deep" in okrlint("check", env=env).out) is is_deep
    assert "levels deep" not in okrlint("check", "--limit", "depth=80", env=env).out


def test_the_repository_cannot_raise_limits(okrlint: Call, repository: Path) -> None:
    """Who asks for a review must not decide how much the reviewer's machine does."""
    (repository / "okrlint.toml").write_text("[limits]\ndepth = 9999\n", "utf-8")

    ran = okrlint("check")

    assert ran.code == 2
    assert ran.err == (
        "okrlint: okrlint.toml:1: limits: a repository cannot raise limits; your own settings file and --limit can\n"
    )


def test_one_broken_file_does_not_hide_the_others(okrlint: Call, repository: Path) -> None:
    """What cannot be read is a finding, and the rest is still checked."""
    _spoil(repository)
    (repository / "okrs" / "2026-Q4" / "broken.yaml").write_text("title: [\n", "utf-8")

    found = {finding["rule"] for finding in json.loads(okrlint("check", "--format", "json").out)["findings"]}

    assert {"syntax", "owner-missing"} <= found


def test_show_files_lists_the_run(okrlint: Call) -> None:
    """One path a line."""
    assert okrlint("check", "--show-files").out.splitlines() == [
        "okrs/2026-Q3/marketing.yaml",
        "okrs/2026-Q4/marketing.yaml",
        "okrs/2026-Q4/pipeline.yaml",
        "okrs/company.yaml",
    ]


@pytest.mark.parametrize(
    ("env", "flags", "colored"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colour_follows_flag_then_environment(
    env: dict[str, str], flags: tuple[str, ...], colored: bool, okrlint: Call, repository: Path
) -> None:
    """The flag, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    _spoil(repository)

    assert ("\x1b[" in okrlint("check", *flags, env=env).out) is colored


def test_a_reader_that_goes_away_is_no_error(repository: Path) -> None:
    """`okrlint check | true` says nothing on standard error."""
    command = f"{sys.executable} -m okrlint rule | true"

    done = subprocess.run(["bash", "-c", command], cwd=repository, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
