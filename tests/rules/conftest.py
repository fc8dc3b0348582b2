"""One rule over a few files: YAML in, findings as lines out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from textwrap import dedent

import pytest

from okrlint.discovery import load
from okrlint.linting.run import run
from okrlint.linting.settings import RuleSettings, Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read

PLAN = "okrs/2026-Q4/marketing.yaml"
HEAD = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\n"

Lint = Callable[..., list[str]]


def whole(text: str) -> str:
    """A file's text; a plan without its first lines gets those of marketing in 2026-Q4."""
    plain = dedent(text).strip("\n") + "\n"
    return plain if plain.startswith("kind:") else HEAD + plain


def lines_of(
    rule_id: str,
    text: str = "",
    *,
    files: Mapping[str, str] | None = None,
    preset: str = "geckoboard",
    options: Mapping[str, object] | None = None,
    as_of: str | None = None,
) -> list[str]:
    """`line:column severity message` of each finding of a rule; the path before it where it is another file."""
    rule = load("okrlint.rules", rule_id, "RULE")
    texts = {**({PLAN: text} if text else {}), **(files or {})}
    portfolio = build_portfolio(read(whole(found).encode(), path) for path, found in texts.items())
    chosen = {rule_id: RuleSettings(options=options or {})}
    settings = Settings(preset=preset, extend_select=(rule_id,), rules=chosen)
    day = datetime.date.fromisoformat(as_of) if as_of else None
    found = run(portfolio, (rule,), settings, as_of=day).findings
    return [_line(finding.location.path, finding) for finding in found]


def _line(path: str, finding: object) -> str:
    location, severity, message = (getattr(finding, name) for name in ("location", "severity", "message"))
    where = "" if path == PLAN else f"{path}:"
    return f"{where}{location.span.start.line}:{location.span.start.column} {severity} {message}"


@pytest.fixture(scope="session")
def lint() -> Lint:
    """Run one rule: `lint("rule-id", plan)`."""
    return lines_of
