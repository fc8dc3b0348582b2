"""Load scope is not report scope: everything is read, and what the call asks about is reported."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.workspace.conftest import Call, commit, git

PLAN = "okrs/2026-Q4/marketing.yaml"
FORMER = "okrs/2026-Q3/marketing.yaml"
COMPANY = "okrs/company.yaml"
HINT = "; okrlint check without --since and --staged shows them\n"


def spoil(root: Path, path: str = PLAN) -> None:
    """Give a file a field that does not exist."""
    file = root / path
    file.write_text(file.read_text("utf-8") + "colour: blue\n", "utf-8")


def lines(text: str) -> list[tuple[str, str]]:
    """Path and rule of each finding."""
    parts = (line.split(":") for line in text.splitlines())
    return [(part[0], part[3].split()[1]) for part in parts]


def other_team(root: Path) -> None:
    """A second team that promises the same as marketing."""
    text = (root / PLAN).read_text("utf-8").replace("team: marketing", "team: growth")
    (root / "okrs/2026-Q4/growth.yaml").write_text(text, "utf-8")


def test_an_overlap_with_another_file_is_seen_from_either_side(committed: Path, check: Call) -> None:
    """A finding on two files is reported when one of its places is in focus."""
    other_team(committed)
    everything = lines(check().out)
    from_one = lines(check(PLAN).out)
    from_other = lines(check("okrs/2026-Q4/growth.yaml").out)

    shared = set(from_one) & set(from_other)
    assert shared, everything
    assert set(from_one) | set(from_other) == set(everything)


def test_since_a_revision_what_has_changed_is_reported(committed: Path, check: Call) -> None:
    """What was there before is counted; changed, new and untracked files are in focus."""
    spoil(committed, FORMER)
    commit(committed)
    git(committed, "checkout", "--quiet", "-b", "branch")
    spoil(committed)
    commit(committed)
    (committed / "okrs/2026-Q4/new.yaml").write_text("kind: plan\nx: 1\n", "utf-8")

    since_main = check("--since", "main")

    assert {path for path, _ in lines(since_main.out)} == {PLAN, "okrs/2026-Q4/new.yaml"}
    assert since_main.err == f"1 more in files that have not changed{HINT}"
    assert check("--since", "HEAD", PLAN).out == ""


def test_the_work_of_others_on_the_base_does_not_count(committed: Path, check: Call) -> None:
    """Compared is with the commit that both branches come from."""
    git(committed, "checkout", "--quiet", "-b", "branch")
    git(committed, "checkout", "--quiet", "main")
    spoil(committed, COMPANY)
    commit(committed)
    git(committed, "checkout", "--quiet", "branch")
    spoil(committed)
    commit(committed)

    assert lines(check("--since", "main").out) == [(PLAN, "unknown-field")]


def test_named_paths_and_changes_meet(committed: Path, check: Call) -> None:
    """With both, a file must be named and changed."""
    spoil(committed)
    spoil(committed, COMPANY)

    assert lines(check("--since", "HEAD", "okrs/2026-Q4").out) == [(PLAN, "unknown-field")]


def test_a_file_that_only_looks_changed_is_not(committed: Path, check: Call) -> None:
    """Time stamps and line breaks are the checkout's business."""
    spoil(committed)
    commit(committed)
    plan = committed / PLAN
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))

    assert check("--since", "HEAD").out == ""


def test_only_what_is_staged_is_in_focus(committed: Path, check: Call) -> None:
    """The next commit and nothing else."""
    spoil(committed)
    spoil(committed, COMPANY)
    git(committed, "add", PLAN)

    staged = check("--staged")

    assert lines(staged.out) == [(PLAN, "unknown-field")]
    assert staged.err == ""
    git(committed, "commit", "--quiet", "--message", "spoilt")
    git(committed, "add", COMPANY)
    staged = check("--staged")
    assert lines(staged.out) == [(COMPANY, "unknown-field")]
    assert staged.err == f"1 more in files that have not changed{HINT}"


def supported_by_another(root: Path) -> str:
    """Let the plan support an objective of another team's file, and commit; the path of that file."""
    plan, theirs = root / PLAN, root / "okrs/2026-Q4/growth.yaml"
    text, count = re.subn(r"supports: \[.*?\]", "supports: [growth/2026-Q4#theirs]", plan.read_text("utf-8"), count=1)
    assert count == 1
    plan.write_text(text, "utf-8")
    head = "kind: plan\nversion: 1\nteam: growth\nquarter: 2026-Q4\n"
    theirs.write_text(f"{head}objectives:\n  - id: theirs\n    title: Win the market\n", "utf-8")
    commit(root)
    return "okrs/2026-Q4/growth.yaml"


BROKEN = (PLAN, "dangling-reference")


@pytest.mark.parametrize("flags", [("--since", "HEAD"), ("--staged",)], ids=["since a commit", "staged"])
def test_what_a_deletion_breaks_elsewhere_is_reported(flags: tuple[str, ...], committed: Path, check: Call) -> None:
    """A plan that referred to a deleted file has not changed, but now it points to nothing."""
    spoil(committed, FORMER)
    theirs = supported_by_another(committed)
    assert BROKEN not in lines(check().out)
    git(committed, "rm", "--quiet", theirs)

    ran = check(*flags)

    assert ran.code == 1
    assert BROKEN in lines(ran.out)
    assert {path for path, _ in lines(ran.out)} == {PLAN}
    assert ran.err == f"1 more in files that have not changed{HINT}"


def test_what_a_renamed_id_breaks_elsewhere_is_reported(committed: Path, check: Call) -> None:
    """The file is still there, and what others refer to is not."""
    theirs = committed / supported_by_another(committed)
    theirs.write_text(theirs.read_text("utf-8").replace("id: theirs", "id: ours"), "utf-8")

    assert BROKEN in lines(check("--since", "HEAD").out)


def test_in_a_commit_hook_deletions_join_the_named_files(committed: Path, check: Call) -> None:
    """pre-commit names no deleted file; what its deletion breaks is still part of the commit."""
    theirs = supported_by_another(committed)
    spoil(committed, FORMER)
    git(committed, "add", FORMER)
    git(committed, "rm", "--quiet", theirs)

    hook = lines(check("--force-exclude", FORMER, PRE_COMMIT="1").out)
    plain = lines(check("--force-exclude", FORMER).out)

    assert plain == [(FORMER, "unknown-field")]
    assert {*plain, BROKEN} <= set(hook)


def test_in_a_commit_hook_untracked_files_are_not_there(committed: Path, check: Call) -> None:
    """A draft that is not part of the commit neither fails it nor hides anything."""
    (committed / "okrs/2026-Q4/draft.yaml").write_text("kind: [\n", "utf-8")

    assert check().code == 1
    assert check(PRE_COMMIT="1")[:2] == (0, "")


def test_what_git_ignores_is_not_read(committed: Path, check: Call) -> None:
    """Drafts in an ignored file or folder; what was committed all the same still counts."""
    (committed / ".gitignore").write_text("drafts/\n*.draft.yaml\nmarketing.yaml\n", "utf-8")
    for path in ("okrs/drafts/deep/x.yaml", "okrs/y.draft.yaml"):
        (committed / path).parent.mkdir(parents=True, exist_ok=True)
        (committed / path).write_text("kind: [\n", "utf-8")
    spoil(committed)

    assert {path for path, _ in lines(check().out)} == {PLAN}
    assert "okrs/drafts" not in check("--show-files").out


def test_a_folder_that_git_does_not_know_is_read_as_it_is(committed: Path, check: Call) -> None:
    """Without git nothing is ignored."""
    (committed / ".gitignore").write_text("okrs/\n", "utf-8")
    git(committed, "rm", "--quiet", "--cached", "-r", "okrs")
    assert check("--allow-empty", "--show-files").out == ""
    shutil.rmtree(committed / ".git")

    assert len(check("--show-files").out.splitlines()) == 4


def test_names_with_spaces_and_accents(committed: Path, check: Call) -> None:
    """Git is asked for names as they are."""
    name = "okrs/2026-Q4/grün und blau.yaml"
    (committed / name).write_text("kind: plan\nx: 1\n", "utf-8")

    assert {path for path, _ in lines(check("--since", "HEAD").out)} == {name}
    git(committed, "add", name)
    assert {path for path, _ in lines(check("--staged").out)} == {name}


def test_an_editor_checks_what_is_not_saved_yet(committed: Path, check: Call) -> None:
    """The text of standard input stands in the place of the file, beside all others."""
    unsaved = (committed / PLAN).read_text("utf-8") + "colour: blue\n"

    assert lines(check("-", "--stdin-filename", PLAN, stdin=unsaved).out) == [(PLAN, "unknown-field")]
    assert lines(check("-", "--stdin-filename", "marketing.yaml", cwd="okrs/2026-Q4", stdin=unsaved).out) == [
        (PLAN, "unknown-field")
    ]
    assert check("-", "--stdin-filename", "other.yaml", "--force-exclude", stdin="kind: [").out == ""
    assert lines(check("-", "--stdin-filename", "okrs/new.yaml", stdin="kind: [").out) == [("okrs/new.yaml", "syntax")]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["--since", "nowhere"], "nowhere is not a revision of this repository", id="unknown revision"),
        pytest.param(["--since", "--output=x"], "--output=x is not a revision: none begins with a dash", id="dash"),
        pytest.param(["--since="], "an empty text is not a revision", id="empty revision"),
        pytest.param(["--since", "HEAD", "--staged"], "--since and --staged are two answers", id="both"),
        pytest.param(["-"], "- needs --stdin-filename", id="no name"),
        pytest.param(["--stdin-filename", PLAN], "--stdin-filename goes with -", id="no dash"),
        pytest.param(["-", PLAN, "--stdin-filename", PLAN], "- stands alone", id="dash and a file"),
        pytest.param(["-", "--stdin-filename", "/x.yaml"], "--stdin-filename: /x.yaml lies outside", id="outside"),
        pytest.param(["-", "--stdin-filename", PLAN, "--fix"], "--fix has no file to write to", id="fix of no file"),
        pytest.param(["-", "--stdin-filename", PLAN, "--staged"], "- is what an editor holds", id="staged text"),
    ],
)
def test_half_a_call_is_one_sentence(arguments: list[str], sentence: str, check: Call) -> None:
    """What cannot be meant is said, with code 2."""
    ran = check(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_no_repository_no_commits_and_a_shallow_clone(
    committed: Path, check: Call, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each is one sentence that tells what is missing."""
    commit(committed)
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    git(committed, "clone", "--quiet", "--depth=1", committed.as_uri(), str(clone))
    assert "the clone is shallow; fetch its history" in check("--since", "HEAD~1", cwd=str(clone)).err

    shutil.rmtree(committed / ".git")
    assert "--since needs a git repository" in check("--since", "HEAD").err
    assert "--staged needs a git repository" in check("--staged").err

    git(committed, "init", "--quiet")
    ran = check("--since", "HEAD")
    assert (ran.code, ran.err) == (2, "okrlint: HEAD is not a revision: this repository has no commits yet\n")
    spoil(committed)
    git(committed, "add", PLAN)
    assert lines(check("--staged").out) == [(PLAN, "unknown-field")]
