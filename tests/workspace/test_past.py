"""The history of real repositories, as `okrlint check` and `okrlint log` read it."""

from __future__ import annotations

import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest

from okrlint import __version__
from okrlint.history.git import Git
from okrlint.history.history import History
from okrlint.linting.finding import Finding
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.checking import Checked
from okrlint.workspace.checking import check as check_workspace
from okrlint.workspace.remembering import Memory, remember
from okrlint.workspace.request import Request
from okrlint.workspace.workspace import Workspace, open_workspace
from tests.rules.pasts import COMPANY, PATH, PLAN
from tests.workspace.imported import AGREED, EASED, OTHER, Made, call, eased, imported

MOVED = "growth was eased from 25% to 20% on 2026-11-02 in "


def checked(folder: Path, **request: Any) -> Checked:
    """A run of the rules on honesty; nothing is kept for the next one."""
    workspace = open_workspace(folder)
    settings = workspace.settings.changed({}, select=("honesty",))
    workspace = Workspace(**{**workspace.__dict__, "settings": settings})
    return check_workspace(workspace, Request(**{"cache": False, "as_of": settings.as_of, **request}))


def moved(folder: Path, **request: Any) -> list[str]:
    """What a run says of goalposts."""
    findings: tuple[Finding, ...] = checked(folder, **request).outcome.findings
    return [finding.message for finding in findings if finding.rule == "goalpost-moved"]


def memory_of(folder: Path, cache: CacheFolder | None = None) -> Memory:
    """What is remembered of a repository."""
    return remember(open_workspace(folder), None, cache or CacheFolder(None))


def promises(history: History) -> list[int]:
    """How many promises each plan has made."""
    return [len(plan.states) for plan in history.plans]


def test_a_moved_goalpost_is_found_with_its_commit(tmp_path: Path) -> None:
    """In the place where today's file has it."""
    folder = imported(tmp_path, AGREED, EASED)

    (message,) = moved(folder)

    assert message == f"{MOVED}{call(folder, 'rev-parse', 'HEAD')[:12]} by Ana, and nothing says why"


def test_a_squash_merge_is_one_step(tmp_path: Path) -> None:
    """What a branch went through before it was squashed is nobody's promise."""
    branch = (
        Made("2026-10-20", {PATH: eased(40)}, branch="try"),
        Made("2026-10-21", {PATH: eased(20)}, branch="try"),
    )
    folder = imported(tmp_path, AGREED, *branch, EASED._replace(parents=(1,)))

    assert promises(memory_of(folder).history) == [2]
    assert len(moved(folder)) == 1


def test_a_merge_is_the_day_of_the_promise(tmp_path: Path) -> None:
    """The branch began in time and was merged late; only the merge is on the main line."""
    folder = imported(
        tmp_path,
        AGREED,
        Made("2026-10-02", {PATH: eased(20)}, branch="try"),
        Made("2026-10-03", {"notes.md": "n\n"}, parents=(1,)),
        EASED._replace(parents=(3, 2)),
    )

    assert moved(folder)[0].startswith(MOVED)


def test_a_revert_brings_the_promise_back(tmp_path: Path) -> None:
    """There and back is no move, in whatever commits."""
    assert moved(imported(tmp_path, AGREED, EASED, Made("2026-11-09", {PATH: PLAN}))) == []


def test_a_renamed_file_is_followed(tmp_path: Path) -> None:
    """By team and quarter, into another folder and with another growth at once."""
    folder = imported(tmp_path, AGREED, EASED._replace(files={PATH: None, "okrs/q4/growth.yaml": eased(20)}))

    assert len(moved(folder)) == 1


def test_a_branch_with_a_new_plan_is_free_and_one_that_eases_an_agreed_one_is_not(tmp_path: Path) -> None:
    """The earliest commit of the main branch counts, whatever the branch did before."""
    plans = {OTHER: PLAN.replace("team: marketing", "team: sales"), PATH: eased(20)}
    new = Made("2026-11-01", {OTHER: plans[OTHER].replace("25%", "40%")}, branch="new", parents=(1,))
    folder = imported(tmp_path, AGREED, new, Made("2026-11-02", plans, branch="new"), checkout="new")

    assert [message[:30] for message in moved(folder)] == [MOVED[:30]]


def test_a_late_plan_and_back_filled_check_ins_are_no_rewriting(tmp_path: Path) -> None:
    """Agreed in November with the numbers of October: late, which other rules say, but nothing moved."""
    folder = imported(tmp_path, Made("2026-09-28", {"notes.md": "n\n"}), Made("2026-11-10", {PATH: PLAN}))

    assert checked(folder).outcome.findings == ()


@pytest.mark.parametrize("wrong", ["1970-01-01", "2038-01-01"])
def test_a_wrong_clock_moves_nothing(wrong: str, tmp_path: Path) -> None:
    """One machine that thinks it is another year neither hides a late change nor makes one of an early change."""
    company = {"okrs/company.yaml": COMPANY}
    early = (AGREED, Made(wrong, {PATH: eased(22)}), Made("2026-10-09", {"notes.md": "n\n"}))
    late = (AGREED, Made("2026-10-20", company), Made(wrong, {PATH: eased(20)}), Made("2026-11-03", {"n.md": ""}))

    assert moved(imported(tmp_path / "early", *early)) == []
    assert len(moved(imported(tmp_path / "late", *late))) == 1


def test_200_plans_over_13_weeks_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """2,600 versions; the second run asks git for no content, and gives the same history."""
    small = PLAN[: PLAN.index("      - id: cost")]

    def week(number: int) -> Made:
        text = small.replace(
            "2026-10-12: 1050", "\n          ".join(f"2026-10-{day:02}: {day}" for day in range(1, number + 2))
        )
        files = {f"okrs/2026-Q4/t{n}.yaml": text.replace("marketing", f"t{n}") for n in range(200)}
        return Made(f"2026-10-{number + 1:02}", files)

    folder = imported(tmp_path / "many", *map(week, range(13)))
    cache = CacheFolder(tmp_path / "cache")
    first = memory_of(folder, cache).history

    monkeypatch.setattr(
        Git, "contents", lambda self, names, limit: pytest.fail("read again") if list(names) else iter(())
    )
    second = memory_of(folder, cache).history

    assert promises(first) == promises(second) == [1] * 200
    assert [len(plan.recorded) for plan in second.plans] == [13] * 200
    assert [plan.recorded for plan in first.plans] == [plan.recorded for plan in second.plans]


def test_a_broken_cache_is_no_reason_to_fail(tmp_path: Path) -> None:
    """It is made anew; facts of another version lie in a file of their own."""
    folder, cache = imported(tmp_path / "here", AGREED, EASED), CacheFolder(tmp_path / "cache")
    memory_of(folder, cache)
    (file,) = (tmp_path / "cache").iterdir()
    assert __version__ in file.name
    file.write_bytes(b"no database" * 999)

    assert promises(memory_of(folder, cache).history) == [2]
    assert promises(memory_of(folder, cache).history) == [2]

    connection = sqlite3.connect(file)
    connection.executescript("DROP TABLE facts; CREATE TABLE facts (other TEXT);")
    connection.commit()
    connection.close()
    assert promises(memory_of(folder, cache).history) == [2]
    assert promises(memory_of(folder, cache).history) == [2]

    connection = sqlite3.connect(file)
    connection.execute("UPDATE facts SET packed = X'00ff'")
    connection.commit()
    connection.close()
    assert promises(memory_of(folder, cache).history) == [2]


def test_a_shallow_clone_is_said_and_not_judged(tmp_path: Path) -> None:
    """What was agreed may lie before its first commit."""
    imported(tmp_path / "whole", AGREED, EASED)
    call(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path / 'whole'}", "shallow")

    run = checked(tmp_path / "shallow")

    assert run.outcome.findings == ()
    assert run.unasked_words == (
        "git's history was not read, because the clone is shallow; fetch its history (fetch-depth: 0); "
        "rules that need it: check-in-rewritten, focus-changed, goalpost-moved"
    )


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        pytest.param({"why_no_history": "--untrusted was given"}, "--untrusted was given", id="a branch of a stranger"),
        pytest.param({"why_no_history": "--no-history was given"}, "--no-history was given", id="a flag"),
    ],
)
def test_a_history_that_nobody_asked_for_is_said(request_: dict[str, str], words: str, tmp_path: Path) -> None:
    """Never passed over in silence, never fatal."""
    run = checked(imported(tmp_path, AGREED, EASED), **request_)

    assert run.outcome.findings == ()
    assert words in run.unasked_words


def test_the_settings_can_switch_it_off(tmp_path: Path) -> None:
    """For repositories whose history says nothing."""
    folder = imported(tmp_path, AGREED, EASED)
    (folder / "okrlint.toml").write_text("history = false\n", "utf-8")

    assert "the settings say `history = false`" in checked(folder).unasked_words


def test_without_git_and_in_a_commit_hook_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is no repository, a machine without git, a hook that looks at one commit."""
    (tmp_path / "plain/okrs").mkdir(parents=True)
    (tmp_path / "plain/okrs/a.yaml").write_text(PLAN, "utf-8")
    (tmp_path / "plain/okrlint.toml").write_text("", "utf-8")
    folder = imported(tmp_path / "git", AGREED)

    assert "this is not a git repository" in checked(tmp_path / "plain").unasked_words
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert "a commit hook looks at one commit only" in checked(folder).unasked_words
    monkeypatch.delenv("PRE_COMMIT")
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    assert "git is not installed" in checked(folder).unasked_words


def test_a_repository_without_commits_is_silent(tmp_path: Path) -> None:
    """Nothing was promised yet, and nothing is missing."""
    call(tmp_path, "init", "--quiet")
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text(PLAN, "utf-8")

    run = checked(tmp_path)

    assert (run.outcome.findings, run.outcome.unasked) == ((), ())


def test_a_worktree_has_the_history_of_its_branch(tmp_path: Path) -> None:
    """`.git` is a file there."""
    folder = imported(tmp_path / "main", AGREED, EASED)
    call(folder, "worktree", "add", "--quiet", "--detach", "../other")

    assert moved(tmp_path / "other")[0].startswith(MOVED)


def test_a_sparse_checkout_deletes_nothing(tmp_path: Path) -> None:
    """A plan that is left out on purpose is not a broken promise; one that is gone is."""
    files = {PATH: PLAN, "okrs/company.yaml": COMPANY, "okrs/2026-Q4/sales.yaml": PLAN.replace("marketing", "sales")}
    folder = imported(tmp_path, Made("2026-09-28", files))
    call(
        folder, "sparse-checkout", "set", "--no-cone", "/okrlint.toml", "/okrs/company.yaml", "/okrs/2026-Q4/sales.yaml"
    )
    assert not (folder / PATH).exists()

    assert moved(folder) == []
    (folder / "okrs/2026-Q4/sales.yaml").unlink()
    assert moved(folder) == ["the plan sales/2026-Q4 was deleted (not committed yet), and nothing says why"]


def test_a_bare_repository_has_a_ledger(tmp_path: Path) -> None:
    """It has no files to compare with, so the newest commit is the last word."""
    from okrlint.history.ledger import ledgers

    folder = imported(tmp_path / "work", AGREED, EASED)
    call(tmp_path, "clone", "--quiet", "--bare", str(folder), "bare.git")
    history = memory_of(tmp_path / "bare.git").history

    (ledger,) = ledgers(history, ())
    assert [entry.change.after for entry in ledger.entries] == ["20%"]


def test_a_commit_with_a_broken_encoding_is_read(tmp_path: Path) -> None:
    """An author and a message that are no UTF-8, with and without a name for what they are."""
    broken = EASED._replace(author=b"Jos\xe9 \xff", message=b"\xff\xfe eased\n\nOKR-Reason: caf\xe9 closed")
    named = Made(
        "2026-11-09", {PATH: eased(18)}, "Änderung\n\nOKR-Reason: größer".encode("latin-1"), encoding="ISO-8859-1"
    )
    folder = imported(tmp_path, AGREED, broken, named)

    (plan,) = memory_of(folder).history.plans

    assert [state.moment.reason for state in plan.states] == ["", "caf\ufffd closed", "größer"]
    assert plan.states[1].moment.author == "Jos\ufffd \ufffd"


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"title: [\n", id="no YAML"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b"x" * (1024 * 1024 + 1), id="too large"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_file_that_could_not_be_read_at_a_commit_is_noted(bad: bytes, tmp_path: Path) -> None:
    """And takes back no promise; too large a file is not even held."""
    folder = imported(tmp_path, AGREED, Made("2026-10-20", {PATH: bad}), EASED)

    memory = memory_of(folder)

    assert promises(memory.history) == [2]
    if bad:
        assert memory.notes == (f"{PATH} could not be read at some commit and was left out there",)
    assert len(moved(folder)) == 1


def test_settings_of_the_repository_hide_no_commit(tmp_path: Path) -> None:
    """A repository that tells git to leave out the first commit, or to write in another encoding, changes nothing."""
    folder = imported(tmp_path, AGREED, EASED)
    for name, value in (("log.showRoot", "false"), ("i18n.logOutputEncoding", "UTF-16"), ("log.date", "relative")):
        call(folder, "config", name, value)

    assert moved(folder)[0].startswith(MOVED)


def test_a_blob_that_is_not_here_is_noted(tmp_path: Path) -> None:
    """A partial clone has commits without their files: nothing is fetched behind the user's back."""
    folder = imported(tmp_path / "whole", AGREED, EASED)
    call(folder, "config", "uploadpack.allowFilter", "true")
    source = f"file://{folder}"
    subprocess.run(
        ["git", "clone", "--quiet", "--filter=blob:none", source, "partial"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )

    memory = memory_of(tmp_path / "partial")

    assert memory.notes == (f"{PATH} could not be read at some commit and was left out there",)
