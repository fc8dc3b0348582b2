"""What `okrlint report` does besides writing the site, in this process."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okrlint.commands.report import COMMAND
from okrlint.errors import OkrlintError
from tests.rendering.parsed_html import Parsed

Report = Callable[..., Result]


@pytest.fixture
def report(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Call the command in the scratch repository, with a cache of its own."""
    monkeypatch.chdir(repository)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    return lambda *arguments: CliRunner().invoke(COMMAND, arguments, standalone_mode=False)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open."""
    asked: list[str] = []
    monkeypatch.setattr(webbrowser, "open", asked.append)
    return asked


def test_one_page_goes_to_standard_output(report: Report, repository: Path) -> None:
    """Named by an address or a quarter, without a site being written."""
    by_address = report("--single-file", "marketing/2026-Q4").stdout
    assert Parsed(by_address).faults == []
    assert "<title>Marketing 2026-Q4" in by_address
    assert "<title>2026-Q4" in report("--single-file", "2026-Q4").stdout
    assert not (repository / "reports").exists()


def test_one_page_goes_to_a_file_and_opens(report: Report, repository: Path, opened: list[str]) -> None:
    """--out names the file; without a page it is the first one; only a file on this disk is opened."""
    done = report("--single-file", "--out", "page.html", "--open")
    assert (done.return_value, done.stdout) == (0, "")
    assert Parsed((repository / "page.html").read_text("utf-8")).faults == []
    assert opened == [(repository / "page.html").as_uri()]


def test_the_first_page_opens(report: Report, repository: Path, opened: list[str]) -> None:
    """After the site was written."""
    assert report("--open").return_value == 0
    assert opened == [(repository / "reports/html/index.html").as_uri()]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--single-file", "marketing/2027-Q1"], "there is no page marketing/2027-Q1; ", id="no such page"),
        pytest.param(["--single-file", "--check"], "cannot be combined with --check", id="a page and a check"),
        pytest.param(["--single-file", "--open"], "only where --out names a file", id="a page opened from nowhere"),
        pytest.param(["--single-file", "--out", "okrs"], "okrs cannot be written: ", id="a folder in the way"),
        pytest.param(
            ["--base-url", "okrs.example.com"], "--base-url: okrs.example.com is not an address", id="no address"
        ),
        pytest.param(["--theme", "brand"], "--theme: brand is not a folder", id="no theme"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(report: Report, arguments: list[str], words: str) -> None:
    """The call is wrong, and says how."""
    error = report(*arguments).exception
    assert isinstance(error, OkrlintError)
    assert words in str(error)


def test_a_theme_is_only_taken_from_the_call(report: Report, repository: Path) -> None:
    """Settings of a repository cannot name one."""
    (repository / "okrlint.toml").write_text('as_of = "2026-10-01"\ntheme = "brand"\n', "utf-8")
    assert "theme" in str(report().exception)
