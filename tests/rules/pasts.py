"""A small plan with commits behind it, as values: no git is needed to judge what it tells."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from okrlint.discovery import load
from okrlint.history.facts import facts_of
from okrlint.history.history import History, Step, build_history
from okrlint.history.states import Moment
from okrlint.linting.finding import Finding
from okrlint.linting.rule import Rule
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.reader import read

PATH = "okrs/2026-Q4/marketing.yaml"
PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
status: active
objectives:
  - id: demand
    title: Win the agencies
    key_results:
      - id: leads
        title: Increase leads
        baseline: 1000
        growth: 25%
        check_ins:
          2026-10-12: 1050
      - id: cost
        title: Keep the cost per lead down
        type: at-most
        target: $40
  - id: trust
    title: Be believed
    key_results:
      - id: cases
        title: Publish cases
        milestones:
          - title: First
          - title: Second
"""
COMPANY = "kind: company\nversion: 1\nname: Acme\nfocus:\n  metric: mrr\n  growth: 5% per month\n"
State = tuple[str, str, Mapping[str, str]]
"""A day, the reason in the commit's message, and the files of the commit."""


def plan(*replaced: tuple[str, str]) -> str:
    """The plan after some texts in it were replaced."""
    text = PLAN
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return text


def history_of(*states: State, on_main: int | None = None) -> History:
    """The history of some commits, oldest first; those from `on_main` on are only on a branch."""
    steps, before = [], set[str]()
    for number, (day, reason, files) in enumerate(states):
        here = on_main is None or number < on_main
        moment = Moment(f"{number:07}", "Ana", day, reason, datetime.date.fromisoformat(day), here)
        gone = dict.fromkeys(before.difference(files))
        facts = {path: facts_of(read(text.encode(), path)) for path, text in files.items()}
        steps.append(Step(moment, {**facts, **gone}))
        before = set(files)
    return build_history(steps)


def portfolio_of(files: Mapping[str, str]) -> Portfolio:
    """The portfolio of some files."""
    return build_portfolio(read(text.encode(), path) for path, text in files.items())


def found(
    rule_id: str, past: History | None, files: Mapping[str, str], as_of: str | None = None, **settings: Any
) -> list[Finding]:
    """What one rule finds in some files with a history behind them."""
    rule: Rule = load("okrlint.rules", rule_id, "RULE")
    day = datetime.date.fromisoformat(as_of) if as_of else None
    return list(run(portfolio_of(files), [rule], Settings(**settings), None, day, history=past).findings)


def said(findings: list[Finding]) -> list[tuple[str, int, str]]:
    """Severity, line and words of each finding."""
    return [(str(finding.severity), finding.location.span.start.line, finding.message) for finding in findings]
