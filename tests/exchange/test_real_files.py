"""Plans that people really wrote: what is found in them is what an eye counts, and not a word is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.errors import OkrlintError
from okrlint.model.okr_file import build_file
from okrlint.source.new_yaml import dump
from okrlint.source.reader import read
from tests.exchange.reading import finished, key_results, lost, reading_of

COUNTS = {
    "data/real/nodejs-community-committee.md": {"x/2026-Q4": (4, 13, 0)},
    "data/real/sourced-2018-Q1.md": {
        "company-wide/2018-Q1": (2, 4, 0),
        "product/2018-Q1": (4, 0, 0),
        "developer-community/2018-Q1": (8, 22, 0),
        "academia/2018-Q1": (4, 8, 0),
        "research/2018-Q1": (3, 0, 0),
        "engineering/2018-Q1": (4, 12, 0),
        "hiring/2018-Q1": (2, 0, 0),
        "organization/2018-Q1": (2, 1, 0),
    },
    # What has something below it is an objective: 2 headings and 48 items; 128 items have nothing below.
    "data/real/sourced-2018-Q2.md": {"x/2018-Q2": (50, 128, 0)},
    # 50 headings without the title; 203 items, 51 of them the table of contents, 14 inside others.
    "data/real/sourced-2018-Q3.md": {"x/2018-Q3": (50, 138, 14)},
    "data/real/sourced-2018-Q4.md": {"x/2018-Q4": (48, 139, 3)},
    "data/real/sourced-2019-Q1.md": {"x/2019-Q1": (27, 59, 0)},
    "seeds/t2d3-okr-template.md": {"x/2026-Q4": (4, 11, 9)},
}
FILES = pytest.mark.parametrize("name", COUNTS)


@FILES
def test_what_an_eye_counts(name: str, shared_data: Path) -> None:
    """Objectives, key results and actions of every plan; all of them by a human count."""
    plans = finished(reading_of((shared_data.parent / name).read_bytes(), Path(name).name))

    found = {
        f"{plan['team']}/{plan['quarter']}": (
            len(plan["objectives"]),
            len(key_results(plan)),
            sum(len(one.get("actions", ())) for one in key_results(plan)),
        )
        for plan in plans
    }
    assert found == COUNTS[name]


@FILES
def test_not_a_word_is_lost(name: str, shared_data: Path) -> None:
    """Every word of the file is in a plan, or was a label."""
    text = (shared_data.parent / name).read_text("utf-8")

    assert lost(text, reading_of(text, Path(name).name)) == []


@FILES
def test_plans_have_the_shape_of_plans(name: str, shared_data: Path) -> None:
    """What is written is read again without a word on its shape."""
    for plan in finished(reading_of((shared_data.parent / name).read_bytes(), Path(name).name)):
        document = read(dump(plan).encode(), "okrs/2026-Q4/x.yaml")
        assert document.problems == ()
        assert build_file(document, None).shape == ()


def test_boxes_strokes_and_levels_are_kept(shared_data: Path) -> None:
    """A stroke drops, a ticked box says so, and what stands under an objective supports it."""
    text = (shared_data / "real/sourced-2018-Q4.md").read_text("utf-8")
    (plan,) = finished(reading_of(text, "sourced-2018-Q4.md", day="2018-11-15"))
    objectives = {one["title"]: one for one in plan["objectives"]}
    done = [one for one in key_results(plan) if one.get("check_ins") == {"2018-11-15": True}]

    assert objectives["Release a new version of PGA [INFRA][APPS]"]["status"] == "dropped"
    assert len(done) == text.lower().count("- [x]") - 1  # one more is ticked inside a key result
    assert objectives["Get lookout production ready [APPS]"]["supports"] == "x/2018-Q4#bring-assisted-code-review"


def test_an_article_without_objectives_is_refused_in_a_sentence(shared_data: Path) -> None:
    """Prose with lists is no plan, even where it is about OKRs."""
    data = (shared_data.parent / "seeds/geckoboard-8-tips.md").read_bytes()

    with pytest.raises(OkrlintError, match=r"^geckoboard-8-tips\.md says nowhere that it is about OKRs"):
        reading_of(data, "geckoboard-8-tips.md")
