"""From a workspace to its site: what goes in, and what is written of it."""

from __future__ import annotations

import datetime
import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from okrlint import __version__
from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.history.git import Git
from okrlint.linting.run import Outcome, run
from okrlint.model.as_of import newest_recorded
from okrlint.model.portfolio import Portfolio
from okrlint.rendering.compiled import CompiledFolder
from okrlint.rendering.publication import Publication
from okrlint.rendering.site import Differences, Output, Recall
from okrlint.reports import FOLDERS, site_outputs
from okrlint.tuples import NamedTuple
from okrlint.views.report import ReportInput
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.checking import MANY_FILES, Target, check_target
from okrlint.workspace.clock import stated_day
from okrlint.workspace.gone_pages import gone_pages
from okrlint.workspace.program import program_key
from okrlint.workspace.request import Request
from okrlint.workspace.root import BASELINE_FILE
from okrlint.workspace.site_folder import Compared, SiteFolder
from okrlint.workspace.site_memory import SiteMemory
from okrlint.workspace.workspace import Workspace

_NONE = Differences((), (), ())
_SIZE = 16
_TIDY_EVERY = 200
"""Files."""


class SiteRequest(NamedTuple):
    """What a call asks of a site."""

    out: Path
    as_of: str | None = None
    publication: Publication = Publication()
    history: bool = False
    """Whether the site shows what only git can tell."""


def write_site(workspace: Workspace, request: SiteRequest, cache: CacheFolder, *, dry: bool = False) -> Compared:
    """Bring a folder to the site of the workspace, or, dry, only say what that would change.

    Raises OkrlintError where there is no plan, no day to speak of, or the folder cannot be written.
    """
    folder = SiteFolder(request.out, FOLDERS)
    paths = plan_paths(workspace)
    memory = SiteMemory(cache, folder) if cache else None
    base = _base_key(workspace, request) if cache else b""
    inputs = _inputs_key(workspace, paths, base) if cache else b""
    files = memory.unchanged(inputs) if memory is not None else None
    if files is not None:
        return Compared(files, _NONE)
    given = site_input(workspace, paths, request.as_of, remember=bool(cache))
    given = with_history(workspace, given, cache) if request.history else given
    given = given._replace(gone=gone_pages(folder, given.portfolio))
    kept = None if cache.path is None else CompiledFolder(cache.path / f"templates-{__version__}", program_key())
    recall = Recall(base, memory) if memory is not None else None
    outputs = _tidied(site_outputs(given, request.publication, kept, recall))
    compared = folder.compare(outputs, memory) if dry else folder.write(outputs, memory)
    if memory is not None:
        memory.save(inputs)
    return compared


def _tidied(outputs: Iterable[Output]) -> Iterator[Output]:
    """The same outputs; what each leaves behind is cleared away.

    Templates leave rings of objects, and the command line collects nothing by itself. What was there before is not
    looked at, so that this costs next to nothing.
    """
    if gc.isenabled():
        yield from outputs
        return
    gc.freeze()
    for number, output in enumerate(outputs):
        if number % _TIDY_EVERY == 0:
            gc.collect(0)
        yield output


def plan_paths(workspace: Workspace) -> tuple[str, ...]:
    """The OKR files of a workspace. Raises OkrlintError where there is none."""
    paths = workspace.paths()
    if not paths:
        raise OkrlintError(f"no OKR file was found under {', '.join(workspace.settings.paths)}")
    return paths


def site_input(workspace: Workspace, paths: Sequence[str], as_of: str | None, *, remember: bool = False) -> ReportInput:
    """The plans, their findings and the day that a site speaks of. Raises OkrlintError where there is no such day.

    What was found in the plans of each team may be remembered where there are many.
    """
    portfolio = workspace.load(paths)
    day = day_of_site(as_of, workspace, portfolio)
    if not remember or len(paths) < MANY_FILES or commit_of(workspace) is not None:
        return input_of(workspace, portfolio, day)
    request = Request(as_of=day, limits=workspace.limits, why_no_history="a site says what stands in the plans")
    outcome = check_target(workspace, request, Target(tuple(paths), None, None)).outcome
    return input_of(workspace, portfolio, day, outcome)


def input_of(
    workspace: Workspace, portfolio: Portfolio, day: datetime.date, outcome: Outcome | None = None
) -> ReportInput:
    """The same for plans that have been read, on a day that is known, and perhaps with what was found in them."""
    outcome = outcome or run(portfolio, workspace.rules, workspace.settings, None, day)
    language = workspace.settings.language(workspace.rules)
    given = ReportInput(portfolio, outcome.findings, day, portfolio.company, language, workspace.rules)
    return given._replace(people=workspace.settings.report.people)


def day_of_site(as_of: str | None, workspace: Workspace, portfolio: Portfolio) -> datetime.date:
    """The day of a flag, else that of the settings, else the newest in the plans. Raises OkrlintError for none."""
    return stated_day(as_of, workspace.settings) or _newest_day(portfolio)


def with_history(workspace: Workspace, given: ReportInput, cache: CacheFolder) -> ReportInput:
    """The same with what the commits say, and with the findings of the rules that look at them.

    Raises GitProblem where there is no repository.
    """
    from okrlint.workspace.remembering import remember

    memory = remember(workspace, given.company, cache, commit_of(workspace))
    outcome = run(given.portfolio, workspace.rules, workspace.settings, None, given.as_of, history=memory.history)
    return given._replace(findings=outcome.findings, history=memory.history, history_notes=memory.notes)


def commit_of(workspace: Workspace) -> str | None:
    """The commit that a workspace of the past shows; None for what is on the disk."""
    found = getattr(workspace, "commit", None)
    return str(found) if found is not None else None


def _newest_day(portfolio: Portfolio) -> datetime.date:
    """The newest recorded day; of plans that record none yet, the first day of the newest quarter."""
    starts = (plan.quarter.start for plan in portfolio.plans if plan.quarter is not None)
    day = newest_recorded(portfolio.plans) or max(starts, default=None)
    if day is None:
        raise OkrlintError(f"no plan has a quarter or a day to speak of{_misspelt(portfolio)}; pass --as-of DATE")
    return day


def _misspelt(portfolio: Portfolio) -> str:
    """The first quarter that is stated and is none, with its file."""
    stated = ((plan.document.path, plan.quarter_text) for plan in portfolio.plans if plan.quarter_text)
    return "".join(f": {path} says quarter: {text}, which is not like 2026-Q4" for path, text in list(stated)[:1])


def _base_key(workspace: Workspace, request: SiteRequest) -> bytes:
    """A short name for what a site is made of beside OKR files: the program, the settings, what the call says."""
    day = stated_day(request.as_of, workspace.settings)
    state = (commit_of(workspace), Git(root=workspace.root).references if request.history else None)
    facts = (str(day), request.publication, workspace.limits, workspace.root, state)
    return _digest((program_key(), repr(facts).encode("utf-8", "replace"), *_settings(workspace)))


def _settings(workspace: Workspace) -> Iterator[bytes]:
    """The settings, and the baseline of findings."""
    if workspace.settings_path is not None:
        yield _content(workspace.settings_path, workspace.limits.file_bytes)
    yield _content(workspace.settings_folder / BASELINE_FILE, workspace.limits.file_bytes)


def _inputs_key(workspace: Workspace, paths: Sequence[str], base: bytes) -> bytes:
    """A short name for all that a site is made of, but for the list of files in its folder, which is one of them."""
    limit = workspace.limits.file_bytes
    files = ((path.encode("utf-8", "surrogateescape"), _content(workspace.root / path, limit)) for path in paths)
    return _digest((base, *(part for file in files for part in file)))


def _digest(parts: Iterable[bytes]) -> bytes:
    """Each part with its length before it, so that no two lists of parts read the same."""
    key = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        key.update(f"{len(part)} ".encode())
        key.update(part)
    return key.digest()


def _content(path: Path, limit: int) -> bytes:
    """The bytes of a file, or why it has none."""
    try:
        return read_regular(path, limit)
    except Unreadable as error:
        return str(error).encode("utf-8", "replace")
