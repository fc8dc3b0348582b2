"""The user's own settings file: limits, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from okrlint.errors import SettingsError
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.workspace.own_settings import own_limits, own_settings_path


@pytest.fixture
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of the file on a machine of its own, whose folder is there."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "okrlint").mkdir()
    return tmp_path / "okrlint" / "okrlint.toml"


@pytest.mark.parametrize(
    ("platform", "variables", "path"),
    [
        pytest.param("linux", {"HOME": "/h"}, "/h/.config/okrlint/okrlint.toml", id="Linux"),
        pytest.param("linux", {"HOME": "/h", "XDG_CONFIG_HOME": "/x"}, "/x/okrlint/okrlint.toml", id="Linux, moved"),
        pytest.param("darwin", {"HOME": "/h"}, "/h/Library/Application Support/okrlint/okrlint.toml", id="macOS"),
        pytest.param("win32", {"APPDATA": "/a"}, "/a/okrlint/okrlint.toml", id="Windows"),
        pytest.param("win32", {}, None, id="Windows without the variable"),
        pytest.param("linux", {"XDG_CONFIG_HOME": "here"}, None, id="no whole path"),
    ],
)
def test_each_platform_has_its_folder(
    platform: str, variables: dict[str, str], path: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where people look for the settings of a program."""
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert own_settings_path() == (Path(path) if path else None)


def test_without_the_file_limits_are_the_usual_ones(own_file: Path) -> None:
    """Nobody needs one."""
    assert not own_file.exists()
    assert own_limits() == DEFAULT_LIMITS


def test_limits_are_raised(own_file: Path) -> None:
    """What is not said stays."""
    own_file.write_text("[limits]\nfile_bytes = 5_000_000\n", "utf-8")

    assert own_limits() == Limits(file_bytes=5_000_000)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("preset = 'google'", ":1: preset: belongs in the repository's own settings", id="a setting"),
        pytest.param("limits = 1", ":1: limits: must be a table", id="no table"),
        pytest.param(
            "[limits]\ndept = 1", ":2: limits.dept: there is no such limit; did you mean depth?", id="misspelt"
        ),
        pytest.param("[limits]\ndepth = 0", ":2: limits.depth: must be a whole number from 1, not `0`", id="zero"),
        pytest.param("[limits]\ndepth = true", ":2: limits.depth: must be a whole number from 1", id="no number"),
        pytest.param("[limits", ":1: the file cannot be read as TOML", id="no TOML"),
    ],
)
def test_anything_else_is_one_sentence(text: str, words: str, own_file: Path) -> None:
    """What changes findings must be the same for everybody, so it is refused here."""
    own_file.write_text(text, "utf-8")

    with pytest.raises(SettingsError) as raised:
        own_limits()

    assert str(raised.value).startswith(f"{own_file}{words}")
