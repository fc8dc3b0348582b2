"""Sites on the disk for a browser, and which of their pages to try: the largest of each kind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrlint import discovery, reports
from okrlint.history.facts import facts_of
from okrlint.history.history import Step, build_history
from okrlint.history.states import Moment
from okrlint.rendering.links import html_file
from okrlint.reports import build_site
from okrlint.source.reader import read
from okrlint.views.report import Gone, ReportInput
from okrlint.views.survey import Survey
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.site_building import site_input, with_history
from okrlint.workspace.workspace import open_workspace
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import WIDE, everything, report_input

if TYPE_CHECKING:
    from collections.abc import Mapping

    from okrlint.history.history import History

KINDS = tuple(
    name.replace("_", "-") for name, folder in reports.template_folders() if (folder / "page.html.j2").is_file()
)
"""Every document that has pages, by the name of its folder."""
_GONE = "quarters/2026-q4/marketing/was-here"
_MOVED = ("growth: 34%", "growth: 38%")
_WHO = ("-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false")


class Site(NamedTuple):
    """A site in a folder."""

    html: Path
    largest: Mapping[str, Path]
    """The largest page of each kind of document."""


def built_site(checkout: Path, folder: Path) -> Site:
    """The site of the plans in a checkout, with a history of two commits and an objective that is gone."""
    repository = _committed(checkout, folder / "repository")
    workspace = open_workspace(repository)
    given = with_history(workspace, site_input(workspace, workspace.paths(), None), CacheFolder(None))
    return _written(given._replace(gone=(Gone(_GONE, "Be found in directories"),)), folder)


def usual_site(checkout: Path, folder: Path) -> Site:
    """A usual quarter: four teams with three objectives each, with a history."""
    plans = folder / "plans"
    plans.mkdir(parents=True)
    shutil.copy(checkout / "okrlint.toml", plans)
    shutil.copytree(checkout / "okrs", plans / "okrs")
    for quarter in ("2026-Q3", "2026-Q4"):
        text = (plans / "okrs" / quarter / "marketing.yaml").read_text("utf-8")
        sales = text.replace("team: marketing", "team: sales").replace("marketing/2026", "sales/2026")
        (plans / "okrs" / quarter / "sales.yaml").write_text(sales, "utf-8")
    for team, fourth in (("customer-success", "community"), ("product", "phone")):
        plan = plans / "okrs" / "2026-Q4" / f"{team}.yaml"
        text, count = re.subn(rf"(?ms)^  - id: {fourth}$.*?(?=^\S|\Z)", "", plan.read_text("utf-8"))
        assert count == 1
        plan.write_text(text, "utf-8")
    return built_site(plans, folder)


def plain_site(checkout: Path, folder: Path) -> Path:
    """The site of the plans in a checkout as `okrlint report` makes it: nothing of git is in it."""
    workspace = open_workspace(checkout)
    return _files(site_input(workspace, workspace.paths(), None), folder)


def _committed(checkout: Path, repository: Path) -> Path:
    """A repository in which the first key result asked for more when it was agreed."""
    repository.mkdir()
    shutil.copy(checkout / "okrlint.toml", repository)
    shutil.copytree(checkout / "okrs", repository / "okrs")
    plan = repository / "okrs" / "2026-Q4" / "marketing.yaml"
    text = plan.read_text("utf-8")
    assert _MOVED[0] in text
    plan.write_text(text.replace(*_MOVED, 1), "utf-8")
    _git(repository, "init", "--quiet", "--initial-branch=main")
    _commit(repository, "the plans as agreed", "2026-10-02")
    plan.write_text(text, "utf-8")
    _commit(repository, "ask for less: two hires start late", "2026-10-20")
    return repository


def _commit(repository: Path, words: str, day: str) -> None:
    _git(repository, "add", "--all")
    moment = f"{day}T12:00:00Z"
    _git(repository, *_WHO, "commit", "--quiet", "--message", words, f"--date={moment}", committed=moment)


def _git(repository: Path, *arguments: str, committed: str = "") -> None:
    own = {"GIT_COMMITTER_DATE": committed} if committed else {}
    subprocess.run(["git", *arguments], cwd=repository, check=True, env={**os.environ, **own}, capture_output=True)


def hostile_site(folder: Path) -> Site:
    """A site in which every text is all payloads at once, those of its history too."""
    text = "\n\n".join(text for text in PAYLOADS if text.isprintable())
    files = everything(text)
    past = _past(text, files)
    given = report_input(files)._replace(history=past, history_notes=(text,), gone=(Gone(_GONE, text),))
    return _written(given, folder)


def _past(text: str, files: Mapping[str, str]) -> History:
    """Three commits whose author and reason are the text: the second eases a target, the third takes a result out."""
    name = "okrs/2026-Q4/marketing.yaml"
    now = read(files[name].encode(), name, WIDE)
    eased = read(files[name].replace('"25%"', '"30%"').encode(), name, WIDE)
    more = read(files[name].replace('"type": "done"', '"id": "more", "type": "done"').encode(), name, WIDE)
    steps = [
        Step(Moment(f"{number:07}", text, day, text, date.fromisoformat(day), True), {name: facts_of(document)})
        for number, (day, document) in enumerate(
            zip(("2026-10-02", "2026-10-20", "2026-11-02"), (eased, more, now), strict=True)
        )
    ]
    return build_history(steps)


def _files(given: ReportInput, folder: Path) -> Path:
    for path, data in build_site(given).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / "html"


def _written(given: ReportInput, folder: Path) -> Site:
    html = _files(given, folder)
    survey = Survey(given)
    largest = {}
    for report in discovery.discover(reports.__name__, "REPORT"):
        pages = [html / html_file(page.path) for page in report.all_pages(survey)]
        if pages:
            largest[report.id] = max(pages, key=lambda page: (page.stat().st_size, page))
    assert sorted(largest) == sorted(KINDS), "a kind of page would not be tried"
    return Site(html, largest)
