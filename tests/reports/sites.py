"""Small sites for tests: plans as a person would write them, and every field filled with one text."""

from __future__ import annotations

import json
import posixpath
import re
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

from okrlint.linting.finding import Finding, Severity
from okrlint.model.portfolio import build_portfolio
from okrlint.rendering.publication import Publication
from okrlint.reports import build_site, site_outputs
from okrlint.source.limits import DEFAULT_LIMITS
from okrlint.source.reader import read
from okrlint.views.report import ReportInput, Row
from okrlint.views.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from okrlint.source.span import Location

WIDE = DEFAULT_LIMITS._replace(line_bytes=1_000_000)
"""So that a text under test may be long; what the reader refuses is tested with the reader."""

AS_OF = date(2026, 11, 15)
MARKETING = "okrs/2026-Q4/marketing.yaml"
MARKETING_PAGE = "html/quarters/2026-q4/marketing/index.html"

COMPANY = """\
    kind: company
    version: 1
    name: Northwind
    focus:
      metric: mrr
      growth: 5% per month
      since: 2026-Q1
      why: Our runway hangs on it
    priorities:
      - id: self-serve
        title: Self-serve first
        until: 2026-Q4
    people:
      - id: ana
        name: Ana Alves
        emails:
          - secret@example.com
    metrics:
      - id: mrr
        name: Monthly recurring revenue
        unit: $
      - id: mqls
        name: Qualified leads
        unit: leads
    """


def plan_text(key_results: str, team: str = "marketing", quarter: str = "2026-Q4", more: str = "") -> str:
    """A plan with one objective of the given key results, written from the first column."""
    head = f"kind: plan\nversion: 1\nteam: {team}\nquarter: {quarter}\n{dedent(more)}objectives:\n"
    objective = "  - id: demand\n    title: Be found\n    owner: ana\n    key_results:\n"
    return head + objective + "".join(f"      {line}\n" for line in dedent(key_results).strip("\n").split("\n"))


def report_input(files: Mapping[str, str], as_of: date = AS_OF, findings: tuple[Finding, ...] = ()) -> ReportInput:
    """The input of a build from the texts of its files by path."""
    portfolio = build_portfolio(read(dedent(text).encode(), path, WIDE) for path, text in files.items())
    return ReportInput(portfolio, findings, as_of, portfolio.company)


def survey(files: Mapping[str, str], as_of: date = AS_OF) -> Survey:
    """What the pages of such a build are made of."""
    return Survey(report_input(files, as_of))


def plan_rows(survey: Survey) -> list[Row]:
    """All that is known of each plan, in the order of the portfolio."""
    return [survey.plan(plan) for plan in survey.given.portfolio.plans]


def site(files: Mapping[str, str], as_of: date = AS_OF, findings: tuple[Finding, ...] = ()) -> dict[str, str]:
    """Every file of a built site as text."""
    return {path: data.decode() for path, data in build_site(report_input(files, as_of, findings)).items()}


def part(files: Mapping[str, str], pattern: str, as_of: date = AS_OF) -> dict[str, str]:
    """The files of a built site whose paths match a pattern; no other is rendered."""
    outputs = site_outputs(report_input(files, as_of), Publication())
    return {one.path: one.render().decode() for one in outputs if re.search(pattern, one.path)}


def html_of(built: Mapping[str, str]) -> dict[str, str]:
    """The HTML pages of a site."""
    return {path: text for path, text in built.items() if path.endswith(".html")}


def target_of(page: str, link: str) -> tuple[str, str]:
    """The file that a relative link leads to, and the place on it."""
    path, _, anchor = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page, anchor


def finding(location: Location, message: str, severity: Severity = Severity.WARNING) -> Finding:
    """A finding as a run would stamp it."""
    return Finding("some-rule", severity, message, f"hint for {message}", location, (), "")


def everything(text: str) -> dict[str, str]:
    """A company and plans, a closed one among them, in which every field that holds words holds this text."""
    said = json.dumps(text, ensure_ascii=False)
    company = dedent(f"""\
        kind: company
        version: 1
        name: {said}
        focus: {{"metric": {said}, "growth": "5% per month", "since": {said}, "why": {said}}}
        priorities: [{{"id": "self-serve", "title": {said}, "until": {said}}}]
        people: [{{"id": "ana", "name": {said}, "emails": ["x@example.com"]}}]
        metrics: [{{"id": "mqls", "name": {said}, "unit": {said}, "definition": {said}, "source": {said}}}]
        """)
    plans = {
        f"okrs/2026-Q{number}/marketing.yaml": _plan_of(said, number, status)
        for number, status in ((3, "closed"), (4, "active"))
    }
    odd = f'kind: plan\nversion: 1\nteam: {said}\nquarter: {said}\nobjectives: [{{"id": {said}, "title": {said}}}]\n'
    pipeline = {"okrs/2026-Q4/pipeline.yaml": _pipeline_of(said)}
    return {"okrs/company.yaml": company, **plans, "okrs/odd.yaml": odd, **pipeline}


def _pipeline_of(said: str) -> str:
    return dedent(f"""\
        kind: pipeline
        version: 1
        quarter: 2026-Q4
        as_of: 2026-09-30
        currency: USD
        mrr: 113602
        growth: 5% per month
        new_mrr: 6912
        new_customers: 27
        churn: {{"opening_mrr": 108900, "churned": 2450, "contraction": 610, "expansion": 780, "reactivation": 70}}
        lead_definition: {said}
        lead_to_customer: {{"rate": "4%", "source": measured}}
        sales_cycle: 58 days
        leads: {{"2026-07": 690, "2026-08": 730, "2026-09": 820}}
        channels:
          - {_channel(said, said, "organic", "10%")}
          - {_channel("paid", said, "paid", "65%")}
          - {_channel("odd", said, said, "8%")}
        budget: 180000
        people: 5
        """)


def _channel(channel_id: str, said: str, kind: str, cap: str) -> str:
    months = '{"2026-07": 5300, "2026-08": 5850, "2026-09": 7250}'
    return (
        f'{{"id": {_quoted(channel_id)}, "name": {said}, "class": {_quoted(kind)}, "cap": {_quoted(cap)}, '
        f'"sessions": {months}, "leads": {{"2026-07": 158, "2026-08": 173, "2026-09": 216}}, "cost_per_session": 4.7}}'
    )


def _quoted(text: str) -> str:
    """A text as JSON, which it may be already."""
    return text if text.startswith('"') else json.dumps(text)


def _plan_of(said: str, number: int, status: str) -> str:
    return dedent(f"""\
        kind: plan
        version: 1
        team: marketing
        quarter: 2026-Q{number}
        status: {status}
        lead: {said}
        note: {said}
        agreed: {{"date": "2026-10-01", "by": [{said}]}}
        reviews: [{{"date": "2026-10-19", "note": {said}}}]
        objectives:
          - id: {said}
            title: {said}
            why: {said}
            note: {said}
            owner: {said}
            commitment: {said}
            supports: [{said}, focus, self-serve]
            key_results:
              - {_key_result(said, f"2026-{3 * number - 2:02}-12", '"id": "leads", "baseline": {"value": 100, "period": ' + said + ', "source": ' + said + '}, "growth": "25%"')}
              - {_key_result(said, f"2026-{3 * number - 2:02}-12", '"id": ' + said + ', "type": "at-most", "target": 25')}
              - {_key_result(said, f"2026-{3 * number - 2:02}-12", '"milestones": [{"title": ' + said + "}]")}
              - {_key_result(said, f"2026-{3 * number - 2:02}-12", '"type": "done", "status": "dropped"')}
        """)


def _key_result(said: str, day: str, own: str) -> str:
    return (
        f'{{{own}, "title": {said}, "owner": {said}, "metric": {said}, "guard": {said}, "note": {said}, '
        f'"shared_with": [{said}], "actions": [{{"title": {said}, "owner": {said}, "link": {said}}}, '
        f'{{"title": {said}, "link": "https://example.com/1", "status": {said}}}], '
        f'"check_ins": {{"{day}": {{"value": 20, "confidence": 0.5, "note": {said}, "next": {said}, "by": {said}, '
        f'"corrected": {said}}}}}, "revisions": [{{"date": "{day}", "field": {said}, "from": {said}, "to": [{said}], '
        f'"reason": {said}, "approved_by": {said}}}], "close": {{"score": 0.2, "score_reason": {said}, '
        f'"cause": {said}, "learned": {said}, "decision": {said}}}}}'
    )
