from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from okrlint.history.git import Git, GitProblem, name_of
from tests.history.conftest import GitCall


def test_a_revision_becomes_a_commit(committed: Path, git: GitCall) -> None:
    """Names, short hashes and relative forms are all the same commit."""
    head = git("rev-parse", "HEAD")

    assert [Git(root=committed).resolve(name) for name in ("HEAD", "main", head[:9], "HEAD~0")] == [head] * 4


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        pytest.param("--output=victim", "--output=victim is not a revision: none begins with a dash", id="an option"),
        pytest.param("-h", "none begins with a dash", id="a short option"),
        pytest.param("", "an empty text is not a revision", id="nothing"),
        pytest.param("a\0b", "is not a revision", id="NUL"),
        pytest.param("nowhere", "nowhere is not a revision of this repository", id="unknown"),
        pytest.param("HEAD:a.yaml", "is not a revision", id="a file at a revision"),
        pytest.param("HEAD..HEAD", "is not a revision", id="a range"),
        pytest.param("HEAD\n--all", "is not a revision", id="two lines"),
        pytest.param("$(touch victim)", "is not a revision", id="a command of a shell"),
    ],
)
def test_what_is_no_revision_is_one_sentence(revision: str, words: str, committed: Path) -> None:
    """Git never takes a revision for an option, and nothing is written."""
    with pytest.raises(GitProblem, match=" ") as problem:
        Git(root=committed).resolve(revision)

    assert words in str(problem.value)
    assert sorted(path.name for path in committed.iterdir()) == [".git", "a.yaml", "b.yaml"]


def test_changes_in_the_index(committed: Path, git: GitCall) -> None:
    """Added, modified and deleted; a rename is a deletion and an addition, and what is not staged is not there."""
    name = 'sp ace-\u00e9\n\t"q".yaml'
    (committed / name).write_text("c: 1\n", "utf-8")
    (committed / "loose.yaml").write_text("d: 1\n", "utf-8")
    git("rm", "--quiet", "a.yaml")
    git("add", name)
    (committed / "b.yaml").write_text("b: 22\n", "utf-8")
    here = Git(root=committed)

    assert here.staged_changes() == {"a.yaml": "D", name: "A"}
    assert here.tracked() == {"b.yaml", name}
    git("add", "b.yaml")
    assert here.staged_changes() == {"a.yaml": "D", name: "A", "b.yaml": "M"}


def test_what_git_ignores(committed: Path) -> None:
    """Files and whole folders; what is in the index is never ignored."""
    (committed / ".gitignore").write_text("drafts/\n*.tmp.yaml\na.yaml\n", "utf-8")
    for name in ("drafts/x.yaml", "y.tmp.yaml", "z.yaml"):
        (committed / name).parent.mkdir(exist_ok=True)
        (committed / name).write_text("", "utf-8")

    (committed / "drafts" / "inner").mkdir()
    here = Git(root=committed)

    assert here.ignored() == {"drafts/", "y.tmp.yaml"}
    assert here.ignored(("drafts",)) == here.ignored(("drafts/inner",)) == {"drafts/"}


def test_files_as_they_were(committed: Path, git: GitCall) -> None:
    """A commit has its plain files, links and other repositories left out; paths are never patterns."""
    (committed / "link.yaml").symlink_to("a.yaml")
    (committed / "folder").mkdir()
    (committed / "folder" / "x.yaml").write_text("x", "utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message", "second")
    here = Git(root=committed)
    head = here.resolve("HEAD")
    files = here.files_at(head)

    assert {path: here.read(content, 5) for path, content in files.items()} == {
        "a.yaml": b"a: 1\n",
        "b.yaml": b"b: 1\n",
        "folder/x.yaml": b"x",
    }
    assert here.read(files["a.yaml"], 4) is None
    assert list(here.files_at(head, ("folder", "a.yaml"))) == ["a.yaml", "folder/x.yaml"]
    assert here.files_at(head, (":(top)a.yaml", "*.yaml", "--help")) == {}


@pytest.mark.parametrize("kind", ["sha1", "sha256"], ids=["usual hashes", "long hashes"])
def test_a_content_has_the_name_that_git_gives_it(kind: str, tmp_path: Path, git: GitCall) -> None:
    """So a file of the work tree can be compared without asking git, which would run the repository's filters."""
    git("init", "--quiet", f"--object-format={kind}")
    (tmp_path / "a").write_text("text\n", "utf-8")
    name = git("hash-object", "-w", "a")

    assert name_of(b"text\n", name) == name
    assert Git(root=tmp_path).read(name, 100) == b"text\n"


def test_the_commit_that_a_branch_left_from(committed: Path, git: GitCall) -> None:
    """Not the tip of the other branch: what others did there since is not ours."""
    fork = git("rev-parse", "HEAD")
    git("checkout", "--quiet", "-b", "ours")
    git("commit", "--quiet", "--allow-empty", "--message", "ours")
    git("checkout", "--quiet", "main")
    git("commit", "--quiet", "--allow-empty", "--message", "theirs")
    git("checkout", "--quiet", "ours")
    here = Git(root=committed)

    assert here.shared_with_head(here.resolve("main")) == fork


def test_a_repository_without_commits(tmp_path: Path, git: GitCall) -> None:
    """All that is staged is new, and no revision exists, which is said in one sentence."""
    git("init", "--quiet")
    (tmp_path / "a.yaml").write_text("a: 1\n", "utf-8")
    git("add", "a.yaml")
    here = Git(root=tmp_path)

    assert here.staged_changes() == {"a.yaml": "A"}
    with pytest.raises(GitProblem, match=r"^main is not a revision: this repository has no commits yet$"):
        here.resolve("main")


def test_a_shallow_clone_says_so(committed: Path, git: GitCall, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is missing may only be missing here."""
    git("commit", "--quiet", "--allow-empty", "--message", "second")
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", committed.as_uri(), clone], check=True, capture_output=True)

    with pytest.raises(GitProblem, match=r"^HEAD~1 is not a revision of this repository: the clone is shallow; fetch"):
        Git(root=clone).resolve("HEAD~1")


def test_no_repository_is_one_sentence(tmp_path: Path) -> None:
    """A repository above the folder is another one and is not asked."""
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    inner = tmp_path / "inner"
    inner.mkdir()

    with pytest.raises(GitProblem, match=r"inner is not a git repository$"):
        Git(root=inner).resolve("HEAD")


def test_no_git_is_one_sentence(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git still checks; only what needs git does not work."""
    monkeypatch.setenv("PATH", os.devnull)

    with pytest.raises(GitProblem, match=r"^git is not installed$"):
        Git(root=committed).resolve("HEAD")


def test_a_repository_of_somebody_else_is_one_sentence(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git's own answer to a foreign owner is respected, and the way out is told."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    with pytest.raises(GitProblem, match=r"^git does not trust this repository .* safe.directory "):
        Git(root=committed).resolve("HEAD")


def test_a_safe_directory_of_the_user_is_respected(
    committed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Build machines trust a checkout in the user's own settings."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {committed}\n", "utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    assert len(Git(root=committed).resolve("HEAD")) == 40


def _mark(folder: Path) -> str:
    """A program that leaves a mark when somebody runs it."""
    program = folder / "marker"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{folder}/ran"\nexit 1\n', "utf-8")
    program.chmod(0o755)
    return str(program)


def _make_hostile(repository: Path, marker: str) -> None:
    """Name the program wherever a repository may name one."""
    config = f"""
[core]
    fsmonitor = {marker}
    hooksPath = {Path(marker).parent / "hooks"}
    pager = {marker}
    editor = {marker}
    sshCommand = {marker}
    askPass = {marker}
    gitProxy = {marker}
    alternateRefsCommand = {marker}
[pager]
    diff-index = {marker}
    ls-files = {marker}
    cat-file = {marker}
[diff]
    external = {marker}
[diff "evil"]
    command = {marker}
    textconv = {marker}
[filter "evil"]
    clean = {marker}
    smudge = {marker}
    process = {marker}
[merge "evil"]
    driver = {marker}
[gpg]
    program = {marker}
[log]
    showSignature = true
[credential]
    helper = {marker}
[remote "origin"]
    url = ext::{marker}
    uploadpack = {marker}
    promisor = true
    partialclonefilter = blob:none
[protocol "ext"]
    allow = always
[uploadpack]
    packObjectsHook = {marker}
[alias]
    ls-files = !{marker}
    diff-index = !{marker}
    rev-parse = !{marker}
"""
    with (repository / ".git" / "config").open("a", encoding="utf-8") as own:
        own.write(config)
    (repository / ".gitattributes").write_text("*.yaml diff=evil filter=evil merge=evil\n", "utf-8")
    hooks = Path(marker).parent / "hooks"
    for folder in (hooks, repository / ".git" / "hooks"):
        folder.mkdir(exist_ok=True)
        for hook in ("post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout", "pre-commit"):
            (folder / hook).unlink(missing_ok=True)
            (folder / hook).symlink_to(marker)


def _ask_everything(here: Git) -> None:
    head = here.resolve("HEAD")
    here.shared_with_head(head)
    here.staged_changes()
    here.tracked()
    here.ignored()
    here.read(here.files_at(head)["a.yaml"], 100)
    for missing in ("f" * 40, "origin/main"):
        with pytest.raises(GitProblem):
            here.resolve(missing)


def test_nothing_that_a_hostile_repository_names_is_run(
    committed: Path, git: GitCall, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Its settings, attributes and hooks name a program everywhere; every question is answered without starting it."""
    git("rm", "--quiet", "--cached", "b.yaml")
    folder = tmp_path_factory.mktemp("marks")
    _make_hostile(committed, _mark(folder))
    (committed / "a.yaml").write_text("a: 2\n", "utf-8")
    (committed / "new.yaml").write_text("n: 1\n", "utf-8")
    subprocess.run(["git", "status"], cwd=committed, capture_output=True, check=False)
    assert (folder / "ran").exists(), "the plain status runs nothing: the repository is not hostile enough"
    (folder / "ran").unlink()

    _ask_everything(Git(root=committed))

    assert not (folder / "ran").exists(), (folder / "ran").read_text("utf-8")


def test_a_replaced_object_is_not_believed(committed: Path, git: GitCall) -> None:
    """A repository may ask git to show another file in the place of one; history is told as it was."""
    (committed / "forged").write_text("forged: 1\n", "utf-8")
    git("replace", git("rev-parse", "HEAD:a.yaml"), git("hash-object", "-w", "forged"))
    here = Git(root=committed)

    assert here.read(here.files_at(here.resolve("HEAD"))["a.yaml"], 100) == b"a: 1\n"
