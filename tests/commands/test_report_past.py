"""`okrlint report --history` and `--at` in a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.workspace.past_workspace import open_past
from tests.commands.conftest import Call
from tests.rules.pasts import COMPANY, PATH
from tests.workspace.imported import AGREED, EASED, Made, call, imported


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan that was eased, with a cache of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.parent / "cache"))
    company = Made("2026-10-02", {"okrs/company.yaml": COMPANY, "okrlint.toml": 'as_of = "2026-10-05"\n'})
    return imported(tmp_path, AGREED, company, EASED)


def test_the_site_has_what_only_git_can_tell(inside: Call, repository: Path) -> None:
    """Pages of changes, the feed, and the findings of the rules on honesty."""
    assert inside("report", "--history", "--out", "site").code == 0

    site = repository / "site"
    assert "growth 25% → 20%" in (site / "markdown/changes.md").read_text("utf-8")
    assert "goalpost-moved" in (site / "markdown/quarters/2026-q4/marketing/demand.md").read_text("utf-8")
    assert (site / "html/changes.atom").is_file()
    assert inside("report", "--history", "--out", "site").err.endswith(" 0 written\n")


def test_a_new_commit_is_seen_in_the_next_run(inside: Call, repository: Path) -> None:
    """Though no file on the disk has changed."""
    inside("report", "--history", "--out", "site")
    identity = ("-c", "user.name=Ben", "-c", "user.email=ben@example.com", "-c", "commit.gpgsign=false")
    plan = repository / PATH
    plan.write_text(plan.read_text("utf-8").replace("growth: 20%", "growth: 15%"), "utf-8")
    inside("report", "--history", "--out", "site")
    assert "not committed yet" in (repository / "site/markdown/changes.md").read_text("utf-8")
    call(repository, *identity, "commit", "--quiet", "--all", "--message", "lower")

    inside("report", "--history", "--out", "site")

    assert "not committed yet" not in (repository / "site/markdown/changes.md").read_text("utf-8")


def test_an_earlier_state_has_its_own_settings_and_nothing_is_checked_out(inside: Call, repository: Path) -> None:
    """The plan, the company and the day of the first two commits; the disk stays as it is."""
    for name, revision in (("first", "HEAD~2"), ("second", "HEAD~1")):
        assert inside("report", "--at", revision, "--out", name).code == 0

    pages = [(repository / name / "markdown/README.md").read_text("utf-8") for name in ("first", "second")]
    plans = [
        (repository / n / "markdown/quarters/2026-q4/marketing/demand.md").read_text("utf-8")
        for n in ("first", "second")
    ]
    assert ["2026-11-20" in page for page in pages] == [True, False]
    assert ["2026-10-05" in page for page in pages] == [False, True]
    assert ["Acme" in page for page in pages] == [False, True]
    assert ["+25%" in text for text in plans] == [True, True]
    assert "growth: 20%" in (repository / PATH).read_text("utf-8")
    assert call(repository, "status", "--porcelain", "--untracked-files=no") == ""


def test_the_history_of_an_earlier_state_ends_there(inside: Call, repository: Path) -> None:
    """What came later is not known yet."""
    inside("report", "--at", "HEAD~1", "--history", "--out", "site")

    assert "the plans are as they were agreed" in (repository / "site/markdown/changes.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("--history", "--check"), "committed reports, which never depend on git", id="history and check"),
        pytest.param(("--at", "HEAD", "--check"), "committed reports, which never depend on git", id="at and check"),
        pytest.param(("--at", "nowhere"), "nowhere is not a revision of this repository", id="unknown"),
        pytest.param(("--at", "--output=x"), "none begins with a dash", id="an option"),
        pytest.param(("--at", ""), "an empty text is not a revision", id="nothing"),
    ],
)
def test_a_bad_call_is_one_sentence(arguments: tuple[str, ...], words: str, inside: Call, repository: Path) -> None:
    """Exit code 2, and nothing is written."""
    ran = inside("report", *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert not (repository / "reports").exists()


def test_without_git_it_is_one_sentence(inside: Call, tmp_path: Path) -> None:
    """There is nothing to show."""
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs/a.yaml").write_text(AGREED.files[PATH], "utf-8")  # type: ignore[arg-type]

    assert "is not a git repository" in inside("report", "--history").err
    assert "--at needs a git repository" in inside("report", "--at", "HEAD").err


def test_what_was_ignored_or_hidden_then_is_not_read(repository: Path) -> None:
    """An earlier state has the files that a run would have read."""
    files: dict[str, str | bytes | None] = {
        "okrs/.hidden.yaml": "a",
        "okrs/x.txt": "a",
        "okrs/.d/x.yaml": "a",
        "elsewhere/x.yaml": "a",
    }
    folder = imported(repository / "other", AGREED, Made("2026-10-01", files))

    assert open_past(folder, "HEAD").paths() == (PATH,)
