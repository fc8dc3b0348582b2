"""`okrlint agenda`: the page for the weekly meeting."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.commands.conftest import Call

DAY = ("--as-of", "2026-11-15")


def test_it_prints_the_plan_that_runs(inside: Call, repository: Path) -> None:
    """A team alone means the plan of the day, by whatever case it is typed."""
    ran = inside("agenda", "Marketing", *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "# Marketing, 2026-Q4: Week 7 of 13\n\nAgenda of 2026-11-15. Scores are never used for pay.\n"
    )
    assert "## Progress first\n" in ran.out
    earlier = inside("agenda", "marketing", "--as-of", "2026-08-15")
    assert earlier.out.startswith("# Marketing, 2026-Q3: ")
    assert inside("agenda", "marketing/2026-Q3", *DAY).out.startswith("# Marketing, 2026-Q3: ")


def test_it_goes_into_a_file(inside: Call, repository: Path) -> None:
    """--out writes what would have been printed, and a second time finds it as it was."""
    printed = inside("agenda", "marketing", *DAY).out
    assert inside("agenda", "marketing", *DAY, "--out", "agenda.md").err == "agenda.md: written\n"
    assert (repository / "agenda.md").read_text("utf-8") == printed
    assert inside("agenda", "marketing", *DAY, "--out", "agenda.md").err == "agenda.md: as it was\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("marketnig",), "there is no plan marketnig"),
        (("marketing", "--out", "no/agenda.md"), "no/agenda.md cannot be written: no such file or directory"),
        (("marketing", "--as-of", "soon"), "--as-of: soon is not a day"),
        (("marketing", "--out", "okrs/2026-Q4/marketing.yaml"), "marketing.yaml is there already and is no document"),
    ],
    ids=["an unknown team", "a folder that is not there", "no day", "a plan in the way"],
)
def test_a_bad_call(inside: Call, repository: Path, arguments: tuple[str, ...], words: str) -> None:
    """One sentence, exit 2."""
    ran = inside("agenda", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert words in ran.err


def test_a_full_disk(inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and no file."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    ran = inside("agenda", "marketing", *DAY, "--out", "agenda.md")
    assert (ran.code, ran.err) == (2, "okrlint: agenda.md cannot be written: no space left on device\n")
    assert not (repository / "agenda.md").exists()


def test_a_draft_has_no_meeting(inside: Call, repository: Path) -> None:
    """A plan that nobody has agreed to has no agenda."""
    path = repository / "okrs/2026-Q4/marketing.yaml"
    path.write_text(path.read_text("utf-8").replace("quarter: 2026-Q4\n", "quarter: 2026-Q4\nstatus: draft\n"), "utf-8")
    ran = inside("agenda", "marketing", *DAY)
    assert (ran.code, ran.err) == (2, "okrlint: marketing/2026-Q4 is a draft; a meeting needs a plan that was agreed\n")
