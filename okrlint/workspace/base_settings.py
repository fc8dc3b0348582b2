"""A workspace under the settings of a revision: what a change under review says of its own rules does not count."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from okrlint.discovery import discover
from okrlint.errors import OkrlintError
from okrlint.history.git import Git
from okrlint.linting.finding_baseline import FindingBaseline
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Settings
from okrlint.linting.suppressions import read_suppressions
from okrlint.source.span import Location
from okrlint.workspace.baseline_file import LARGEST as LARGEST_BASELINE
from okrlint.workspace.baseline_file import parse_baseline
from okrlint.workspace.checking import Checked
from okrlint.workspace.own_settings import own_limits
from okrlint.workspace.root import BASELINE_FILE, LARGEST, PROJECT_FILE, SETTINGS_FILE, find_root
from okrlint.workspace.settings_file import read_settings
from okrlint.workspace.workspace import Workspace


def open_untrusted(start: Path, revision: str | None) -> Workspace:
    """The workspace of a folder with the settings that a revision has for it, whatever the files on the disk say.

    Raises OkrlintError without a revision, for one that is none, and where its settings are wrong.
    """
    if revision is None:
        raise OkrlintError(
            "--untrusted needs --since REV: the settings of that revision count, and not those on the disk"
        )
    root = find_root(start).folder
    git = Git(root=root)
    rules = discover("okrlint.rules", "RULE")
    commit = git.resolve(revision)
    path, settings = settings_at(git, commit, start, rules)
    folder = root if path is None else path.parent
    known = _baseline_at(git, commit, (folder / BASELINE_FILE).relative_to(root).as_posix(), rules)
    settings = Settings(**{**settings.__dict__, "baseline": known})
    return Workspace(root=root, settings=settings, rules=rules, settings_path=path, limits=own_limits())


def _baseline_at(git: Git, commit: str, name: str, rules: Sequence[Rule]) -> FindingBaseline | None:
    """The baseline of findings as it was at a commit: a change under review does not choose what is known of it."""
    found = git.files_at(commit, (name,))
    if name not in found:
        return None
    data = git.read(found[name], LARGEST_BASELINE)
    if data is None:
        raise OkrlintError(f"{name} is too large at {commit[:12]}")
    return parse_baseline(data, name, rules)


def settings_at(git: Git, commit: str, start: Path, rules: Sequence[Rule]) -> tuple[Path | None, Settings]:
    """The nearest settings from a folder upward, as they were at a commit, and where they lay."""
    candidates = tuple(_candidates(start.relative_to(git.root)))
    found = git.files_at(commit, candidates)
    with tempfile.TemporaryDirectory(prefix="okrlint-") as folder:
        for number, name in enumerate(filter(found.__contains__, candidates)):
            data = git.read(found[name], LARGEST)
            if data is None:
                raise OkrlintError(f"{name} has more than {LARGEST // 1024} KiB at {commit[:12]}")
            place = Path(folder) / str(number)
            place.mkdir()
            (place / Path(name).name).write_bytes(data)
            settings = find_root(place).settings
            if settings is not None and settings.parent == place:
                return git.root / name, read_settings(settings, rules)
    return None, Settings()


def _candidates(folder: Path) -> Iterator[str]:
    """Where settings may lie, in the order in which they count."""
    for parent in (folder, *folder.parents):
        yield (parent / SETTINGS_FILE).as_posix()
        yield (parent / PROJECT_FILE).as_posix()


def suppressions_in_focus(checked: Checked, rules: Sequence[Rule]) -> Iterator[tuple[Location, tuple[str, ...], str]]:
    """Every comment in the files of the report that silences rules: its place, the rules and the reason given."""
    known = {name: rule.id for rule in rules for name in (rule.id, *rule.aliases)}
    for file in checked.portfolio.files:
        if checked.focus is None or file.path in checked.focus:
            for found in read_suppressions(file.document, known):
                yield found.location, found.rules, found.reason
