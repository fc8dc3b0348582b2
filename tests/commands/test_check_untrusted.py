"""`okrlint check --untrusted`: a change under review does not choose the rules that it is judged by."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import Call
from tests.hooks.test_hooks import commit_all, git

PLAN = "okrs/2026-Q4/marketing.yaml"


@pytest.fixture
def base(repository: Path) -> str:
    """The clean portfolio, committed; the commit that a pull request starts from."""
    git(repository, "init", "--quiet")
    commit_all(repository)
    return head(repository)


def head(repository: Path) -> str:
    """The commit that is checked out."""
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def spoil(repository: Path, comment: str = "") -> None:
    """Leave a slot in the title of a key result unfilled."""
    path = repository / PLAN
    before, key, after = path.read_text("utf-8").partition("key_results:\n")
    first, _, rest = after.partition("        title: ")
    path.write_text(
        f"{before}{key}{first}        title: Win XX customers{comment}\n" + rest.partition("\n")[2], "utf-8"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("okrlint.toml", 'ignore = ["all"]\n'),
        ("okrlint.toml", 'fail_on = "never"\n'),
        ("okrlint.toml", "not TOML"),
        ("okrs/okrlint.toml", 'ignore = ["all"]\n'),
    ],
    ids=["ignores all rules", "never fails", "breaks the settings", "adds settings"],
)
def test_settings_of_the_change_do_not_count(okrlint: Call, repository: Path, base: str, name: str, text: str) -> None:
    spoil(repository)
    (repository / name).write_text(text, "utf-8")
    commit_all(repository)
    ran = okrlint("check", "--untrusted", "--since", base, "--format", "concise", cwd=str(Path(name).parent))

    assert ran.code == 1, ran
    assert "placeholder" in ran.out


def test_without_the_flag_they_do(okrlint: Call, repository: Path, base: str) -> None:
    """So that the test above tests the flag."""
    spoil(repository)
    (repository / "okrlint.toml").write_text('ignore = ["all"]\n', "utf-8")
    commit_all(repository)

    assert okrlint("check", "--since", base).code == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [("okrlint.toml", 'ignore = ["placeholder"]\n'), ("pyproject.toml", '[tool.okrlint]\nignore = ["placeholder"]\n')],
    ids=["a file of its own", "a project file"],
)
def test_settings_of_the_base_count(okrlint: Call, repository: Path, name: str, text: str) -> None:
    """Also where the change removes them, and from a folder below."""
    (repository / "okrlint.toml").unlink()
    (repository / name).write_text(text, "utf-8")
    git(repository, "init", "--quiet")
    commit_all(repository)
    base = head(repository)
    (repository / name).unlink()
    spoil(repository)
    commit_all(repository)
    ran = okrlint("check", "--untrusted", "--since", base, "--no-clock", "--format", "concise", cwd="okrs")

    assert "placeholder" not in ran.out
    assert "placeholder" in okrlint("check", "--no-clock", "--format", "concise").out


def test_a_project_file_without_settings_counts_for_nothing(okrlint: Call, repository: Path) -> None:
    """The settings further up are those of the repository."""
    (repository / "okrs" / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    (repository / "okrlint.toml").write_text('ignore = ["placeholder"]\n', "utf-8")
    git(repository, "init", "--quiet")
    commit_all(repository)
    spoil(repository)
    ran = okrlint("check", "--untrusted", "--since", "HEAD", "--no-clock", "--format", "concise", cwd="okrs")

    assert "placeholder" not in ran.out


def test_what_the_change_silences_is_listed(okrlint: Call, repository: Path, base: str) -> None:
    """The suppression holds, and the reviewer sees it with its words, harmless for a terminal."""
    spoil(repository, "  # okrlint: ignore[placeholder] agreed with ::error::ana")
    commit_all(repository)
    line = (repository / PLAN).read_text("utf-8").partition("Win XX")[0].count("\n") + 1
    ran = okrlint("check", "--untrusted", "--since", base, "--format", "concise")

    assert "Win XX" not in ran.out
    assert f"suppressed: {PLAN}:{line}: placeholder: agreed with ::error::ana\n" in ran.err
    assert "suppressed:" not in okrlint("check", "--since", base).err


def test_a_flood_of_comments_is_counted(okrlint: Call, repository: Path, base: str) -> None:
    """Fifty are listed."""
    path = repository / PLAN
    path.write_text(path.read_text("utf-8") + "# okrlint: ignore[placeholder] why\n" * 60, "utf-8")
    commit_all(repository)
    ran = okrlint("check", "--untrusted", "--since", base, "--format", "concise")

    listed = [line for line in ran.err.splitlines() if line.startswith("suppressed:")]
    assert len(listed) == 51
    assert listed[-1] == "suppressed: 10 more comments like these"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--untrusted needs --since REV"),
        (("--since", "nowhere"), "nowhere is not a revision of this repository"),
        (("--since", "--help"), "--help is not a revision"),
    ],
    ids=["no revision", "an unknown revision", "an option"],
)
def test_without_a_base_it_is_a_bad_call(okrlint: Call, base: str, arguments: tuple[str, ...], words: str) -> None:
    ran = okrlint("check", "--untrusted", *arguments)

    assert ran.code == 2
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_broken_settings_of_the_base_are_told(okrlint: Call, repository: Path) -> None:
    """Their own branch has to mend them."""
    (repository / "okrlint.toml").write_text("nonsense = 1\n", "utf-8")
    git(repository, "init", "--quiet")
    commit_all(repository)
    ran = okrlint("check", "--untrusted", "--since", "HEAD")

    assert ran.code == 2
    assert "okrlint.toml:1: nonsense" in ran.err
