"""R27: what okrlint does not promise is said, and a machine can check itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from okrlint.cli import cli
from okrlint.source.limits import DEFAULT_LIMITS


@pytest.mark.parametrize("heading", ["Threat model", "Limits", "What is not promised", "How to report"])
def test_the_page_on_security_has_its_parts(heading: str, checkout: Path) -> None:
    """Who wants to know what to rely on finds it under its name."""
    assert f"\n## {heading}\n" in (checkout / "SECURITY.md").read_text("utf-8")


@pytest.mark.parametrize("field", DEFAULT_LIMITS._fields)
def test_every_limit_of_the_reader_is_named(field: str, checkout: Path) -> None:
    """With the number that the code has."""
    number = f"{getattr(DEFAULT_LIMITS, field):,}"
    assert number in (checkout / "SECURITY.md").read_text("utf-8")


def test_a_machine_checks_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`okrlint doctor` ends well where everything is well."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(cli, ["doctor"]).exit_code == 0
