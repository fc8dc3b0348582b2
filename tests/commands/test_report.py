from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Call

PAGE = "reports/html/index.html"


def test_it_writes_both_forms(okrlint: Call, repository: Path) -> None:
    """The site and its Markdown twin lie under reports/, and one line says so."""
    ran = okrlint("report")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(" written\n")
    assert (repository / PAGE).is_file()
    assert (repository / "reports/markdown/README.md").is_file()


def test_a_second_run_writes_nothing(okrlint: Call, repository: Path) -> None:
    """The same plans give the same bytes, and unchanged pages are left alone."""
    okrlint("report")
    before = {path: path.stat().st_mtime_ns for path in (repository / "reports").rglob("*")}
    assert okrlint("report").err.endswith(", 0 written\n")
    assert {path: path.stat().st_mtime_ns for path in (repository / "reports").rglob("*") if path.is_file()} == {
        path: time for path, time in before.items() if path.is_file()
    }


def test_check_passes_when_fresh(okrlint: Call) -> None:
    """After a run there is nothing to say."""
    okrlint("report")
    ran = okrlint("report", "--check")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_check_lists_what_differs(okrlint: Call, repository: Path) -> None:
    """Missing, changed and stale pages are listed, the run exits with 1 and writes nothing."""
    okrlint("report")
    manifest = repository / "reports/manifest.txt"
    manifest.write_text(manifest.read_text("utf-8") + "html/old.html\n", "utf-8")
    (repository / "reports/html/old.html").write_text("old", "utf-8")
    (repository / PAGE).unlink()
    (repository / "reports/markdown/README.md").write_text("mine", "utf-8")
    ran = okrlint("report", "--check")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "missing: html/index.html",
        "changed: manifest.txt",
        "changed: markdown/README.md",
        "stale: html/old.html",
    ]
    assert not (repository / PAGE).exists()


def test_the_day_is_the_settings(okrlint: Call, repository: Path) -> None:
    """Where the settings pin a day, the reports speak of it."""
    okrlint("report")
    assert "Data as of 2026-10-01" in (repository / PAGE).read_text("utf-8")


def test_the_day_of_the_call(okrlint: Call, repository: Path) -> None:
    """A flag comes before the settings."""
    okrlint("report", "--as-of", "2026-11-20")
    assert "Data as of 2026-11-20" in (repository / PAGE).read_text("utf-8")


def test_the_day_of_the_data(okrlint: Call, repository: Path) -> None:
    """Without both it is the newest day that the plans record, never today."""
    (repository / "okrlint.toml").write_text("", "utf-8")
    plan = repository / "okrs/2026-Q4/marketing.yaml"
    recorded = "reviews:\n  - date: 2026-12-24\n"
    plan.write_text(plan.read_text("utf-8").split("reviews:")[0] + recorded, "utf-8")
    okrlint("report")
    assert "Data as of 2026-12-24" in (repository / PAGE).read_text("utf-8")


def test_plans_that_record_nothing(okrlint: Call, repository: Path) -> None:
    """Before the first check-in the reports speak of the first day of the newest quarter."""
    _replace_everything(repository, "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\nobjectives: []\n")
    okrlint("report")
    assert "Data as of 2026-10-01" in (repository / PAGE).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "kind: plan\nversion: 1\n", "no plan has a quarter or a day to speak of; pass --as-of DATE", id="no day"
        ),
        pytest.param(None, "no OKR file was found under okrs", id="no file"),
    ],
)
def test_nothing_to_report(okrlint: Call, repository: Path, text: str | None, sentence: str) -> None:
    """A repository without plans is told in one sentence, and nothing is written."""
    _replace_everything(repository, text)
    ran = okrlint("report")
    assert (ran.code, ran.err) == (2, f"okrlint: {sentence}\n")
    assert not (repository / "reports").exists()


def test_another_folder(okrlint: Call, repository: Path) -> None:
    """--out is taken from where the call was made; the default from the repository's root."""
    okrlint("report", "--out", "site", cwd="okrs")
    assert (repository / "okrs/site/html/index.html").is_file()
    okrlint("report", cwd="okrs")
    assert (repository / PAGE).is_file()


def test_findings_fail_nothing(okrlint: Call, repository: Path) -> None:
    """A report of poor plans is still a report: it shows what there is to mend, and exits with 0."""
    plan = repository / "okrs/2026-Q4/marketing.yaml"
    plan.write_text(plan.read_text("utf-8").replace("why:", "wyh:", 1), "utf-8")
    assert okrlint("report").code == 0
    assert "unknown-field" in (repository / "reports/html/quarters/2026-q4/marketing/demand.html").read_text("utf-8")


def test_a_file_that_cannot_be_read_is_told_on_the_first_page(okrlint: Call, repository: Path) -> None:
    """What has no page of its own is listed with its place, and the other plans are shown."""
    (repository / "okrs/2026-Q4/broken.yaml").write_text("a: [1", "utf-8")
    okrlint("report")
    page = (repository / PAGE).read_text("utf-8")
    assert "okrs/2026-Q4/broken.yaml:1" in page
    assert "Marketing" in page


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8"}, id="far east"),
        pytest.param({"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C", "LANG": "C"}, id="far west"),
        pytest.param({"PYTHONHASHSEED": "3", "PYTHONOPTIMIZE": "2", "COLUMNS": "20"}, id="another Python"),
    ],
)
def test_the_same_bytes_everywhere(okrlint: Call, env: dict[str, str]) -> None:
    """Hash seed, time zone, language and optimisation change no byte."""
    okrlint("report", env={"PYTHONHASHSEED": "0"})
    ran = okrlint("report", "--check", env=env)
    assert (ran.code, ran.out) == (0, "")


def _replace_everything(repository: Path, text: str | None) -> None:
    (repository / "okrlint.toml").write_text("", "utf-8")
    for file in (repository / "okrs").rglob("*.yaml"):
        file.unlink()
    if text is not None:
        (repository / "okrs/plan.yaml").write_text(text, "utf-8")


def test_a_block_of_a_readme_is_kept_up_to_date(okrlint: Call, repository: Path) -> None:
    """Badges and teams between the markers, the same text around them; --check tells an old block."""
    readme = repository / "README.md"
    readme.write_text("# Us\n<!-- okrlint:begin -->\nold\n<!-- okrlint:end -->\nend\n", "utf-8")
    ran = okrlint("report", "--inject", "README.md")
    text = readme.read_text("utf-8")
    readme.write_text(text.replace("[![", "["), "utf-8")
    old = okrlint("report", "--check", "--inject", "README.md")

    assert ran.code == 0
    assert text.startswith("# Us\n<!-- okrlint:begin -->\n[![")
    assert "](reports/badges/quarter.svg)](reports/markdown/quarters/" in text
    assert text.endswith("<!-- okrlint:end -->\nend\n")
    assert (old.code, old.err) == (1, "README.md has an old block; run okrlint report --inject\n")
