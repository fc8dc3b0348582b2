"""`okrlint schema` prints what is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from okrlint.model.schema_files import SCHEMAS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Call


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_kind_prints_its_schema(okrlint: Call, checkout: Path, kind: str) -> None:
    """Byte for byte the published file, so that it can be saved beside the OKRs."""
    ran = okrlint("schema", kind)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (checkout / "schemas" / f"{kind}.schema.json").read_text("utf-8")


def test_without_a_kind_it_lists_them(okrlint: Call) -> None:
    """One line each, with what the kind is for."""
    ran = okrlint("schema")

    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == list(SCHEMAS)
    assert ran.out.splitlines()[0] == f"{'plan':{max(map(len, SCHEMAS))}}  The OKRs of one team for one quarter"


def test_every_published_schema_can_be_printed(checkout: Path) -> None:
    """A new schema in the folder is one that the command knows."""
    assert sorted(SCHEMAS) == sorted(
        path.name.removesuffix(".schema.json") for path in (checkout / "schemas").glob("*.schema.json")
    )


def test_an_unknown_kind_is_a_bad_call(okrlint: Call) -> None:
    """The kinds are named."""
    ran = okrlint("schema", "roadmap")

    assert ran.code == 2
    assert "'plan', 'company', 'pipeline', 'okr-file', 'settings', 'findings'" in ran.err
