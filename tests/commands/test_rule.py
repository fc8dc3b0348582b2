"""`okrlint rule` explains."""

from __future__ import annotations

from pathlib import Path

from okrlint.discovery import names
from tests.commands.conftest import Call


def test_a_rule_is_explained_with_real_output(okrlint: Call) -> None:
    """Why, bad with what okrlint says of it, good, options, how to suppress."""
    out = okrlint("rule", "too-many-objectives").out

    assert out.startswith("# too-many-objectives\n")
    assert "error too-many-objectives: 5 objectives; preset geckoboard allows 4" in out
    assert "# okrlint: ignore[too-many-objectives]" in out
    assert "<-" not in out


def test_without_an_id_all_rules_are_listed(okrlint: Call) -> None:
    """One line a rule, with its severity in force."""
    listed = [line.split()[0] for line in okrlint("rule").out.splitlines()]

    assert tuple(listed) == names("okrlint.rules")


def test_an_unknown_rule_names_the_nearest(okrlint: Call) -> None:
    """One sentence, exit 2."""
    ran = okrlint("rule", "owner-mising")

    assert ran.code == 2
    assert ran.err == "okrlint: there is no rule owner-mising; did you mean owner-missing?\n"


def test_the_pages_in_docs_are_what_the_rules_say(okrlint: Call, tmp_path: Path, checkout: Path) -> None:
    """Docs are generated; run `make docs` when this fails."""
    okrlint("rule", "--pages", str(tmp_path / "pages"))
    fresh = {path.name: path.read_text("utf-8") for path in sorted((tmp_path / "pages").iterdir())}
    committed = {path.name: path.read_text("utf-8") for path in sorted((checkout / "docs" / "rules").iterdir())}

    assert committed == fresh, "docs/rules is stale: run `make docs`"
