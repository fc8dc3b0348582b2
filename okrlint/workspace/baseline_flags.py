"""The flags of a call about the baseline of findings: which one counts, and whether it is written anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from okrlint.errors import OkrlintError
from okrlint.linting.finding_baseline import FindingBaseline
from okrlint.linting.finding_keys import FindingKeys
from okrlint.linting.presets import ALWAYS
from okrlint.linting.settings import Settings
from okrlint.tuples import NamedTuple
from okrlint.workspace.baseline_file import load_baseline, save_baseline
from okrlint.workspace.checking import Checked
from okrlint.workspace.root import BASELINE_FILE
from okrlint.workspace.workspace import Workspace

_WRITE = "--write-baseline"


class Written(NamedTuple):
    """A baseline after it was written anew."""

    checked: Checked
    """The run under the new one."""
    words: str
    """What has changed, for people."""


def under_baseline(workspace: Workspace, flags: Mapping[str, Any]) -> Workspace:
    """The workspace with the baseline of a call. Raises OkrlintError for flags that contradict one another."""
    stated: Path | None = flags["baseline"]
    writes: bool = flags["write_baseline"]
    if flags["no_baseline"] and (stated is not None or writes):
        raise OkrlintError(f"--no-baseline leaves it out; {'--baseline' if stated is not None else _WRITE} asks for it")
    if writes and (flags["untrusted"] or flags["diff"] or flags["stdin_filename"] is not None):
        raise OkrlintError(f"{_WRITE} is about the files as they are; leave out --untrusted, --diff and -")
    if flags["no_baseline"]:
        return _with(workspace, None)
    if stated is None:
        return workspace
    missing = writes and not stated.exists()
    return _with(workspace, _empty(str(stated)) if missing else load_baseline(stated, str(stated), workspace.rules))


def write_baseline(workspace: Workspace, checked: Checked, stated: Path | None) -> Written:
    """Take what a run found into the baseline and out of it what is gone. Raises OkrlintError.

    What cannot be read stays a finding.
    """
    path = workspace.settings_folder / BASELINE_FILE if stated is None else stated
    name = path.relative_to(workspace.root).as_posix() if stated is None else str(stated)
    outcome, before = checked.outcome, workspace.settings.baseline or _empty(name)
    after = before.without(outcome.gone).with_findings(outcome.findings, FindingKeys(portfolio=checked.portfolio))
    save_baseline(path, after)
    left = tuple(finding for finding in outcome.findings if finding.rule in ALWAYS)
    added, removed = len(outcome.findings) - len(left), sum(outcome.gone.values())
    new = outcome._replace(findings=left, known=outcome.known + added, gone={})
    words = f"{name}: {after.total} known, {added} added, {removed} removed"
    return Written(Checked(**{**checked.__dict__, "outcome": new}), words)


def gone_words(checked: Checked) -> str:
    """How many entries of the baseline are about nothing any more; empty for none."""
    times, baseline = sum(checked.outcome.gone.values()), checked.settings.baseline
    if not times or baseline is None:
        return ""
    return f"{times} of {baseline.total} known findings in {baseline.name} are gone; {_WRITE} takes them out"


def _empty(name: str) -> FindingBaseline:
    return FindingBaseline(name=name)


def _with(workspace: Workspace, baseline: FindingBaseline | None) -> Workspace:
    settings = Settings(**{**workspace.settings.__dict__, "baseline": baseline})
    return Workspace(**{**workspace.__dict__, "settings": settings})
