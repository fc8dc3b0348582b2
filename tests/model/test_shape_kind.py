"""What a file must say first, and shares that were written as whole numbers."""

from __future__ import annotations

from typing import Any

import pytest

from okrlint.model.shape import check_shape
from okrlint.model.shape_kind import opening_problem
from tests.model.whole_files import TEXTS, data_of


@pytest.mark.parametrize("version", [2, 0, 1.5])
def test_another_version_is_told_before_all_else(version: float) -> None:
    """Whatever else is wrong with a file of another version, nobody can know it."""
    problem = opening_problem({"kind": "plan", "version": version, "nonsense": 1})

    assert problem is not None
    assert problem.path == ("version",)
    assert check_shape("plan", {"kind": "plan", "version": version, "nonsense": 1}) == (problem,)


@pytest.mark.parametrize(
    "data", [{"kind": "plan", "version": 1}, {"kind": "company"}, {"kind": "pipeline", "version": "1"}]
)
def test_a_file_that_can_be_looked_at(data: dict[str, Any]) -> None:
    """Its fields are another matter."""
    assert opening_problem(data) is None


@pytest.mark.parametrize(("confidence", "share"), [(1.5, "0.015"), (60, "0.6"), (100, "1")])
def test_a_share_that_was_meant_as_percent(confidence: float, share: str) -> None:
    """Between 1 and 100 it can only be a percentage."""
    data = data_of(TEXTS["plan"])
    data["objectives"][0]["key_results"][0]["check_ins"]["2026-10-19"]["confidence"] = confidence
    (problem,) = check_shape("plan", data)

    assert problem.hint == f"for {confidence}% write {share}"
