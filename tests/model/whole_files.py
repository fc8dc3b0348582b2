"""One file of each kind that uses every field there is, read as a person would write it."""

from __future__ import annotations

from typing import Any

from okrlint.source.reader import read

PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
status: active
lead: head-of-marketing
agreed:
  date: 2026-09-24
  by: [head-of-marketing, content-lead]
note: First quarter with two new colleagues
objectives:
  - id: demand
    title: Become the first name that small agencies think of
    why: Agencies bring 60% of self-serve revenue
    owner: head-of-marketing
    commitment: aspirational
    supports: [focus, self-serve]
    status: active
    note: Agreed with sales
    carried_from: marketing/2026-Q3#demand
    shared_with: sales/2026-Q4#pipeline
    revisions:
      - date: 2026-10-20
        field: status
        from: draft
        to: active
        reason: Sales agreed later
        approved_by: head-of-marketing
    key_results:
      - id: leads
        title: Increase marketing-qualified leads by 25%
        owner: [demand-gen-lead, content-lead]
        metric: mqls
        type: increase
        unit: leads
        baseline:
          value: 1900
          period: 2026-Q3
          source: CRM report 14
        growth: 25%
        weight: 1.5
        guard: cost-per-lead
        channel: organic-search
        due: 2026-12-31
        commitment: committed
        status: active
        scoring: judged
        note: Judged after ten calls
        carried_from: marketing/2026-Q3#demand.leads
        shared_with: [sales/2026-Q4#pipeline.leads]
        actions:
          - title: Publish the agency benchmark report
            owner: content-lead
            due: 2026-10-30
            status: done
            done: 2026-10-28
            link: https://example.com/issues/12
        check_ins:
          2026-10-12: 1950
          2026-10-19:
            value: 2010
            confidence: 0.6
            note: Webinar slipped
            next: Move its budget to search
            by: demand-gen-lead
            corrected: The CRM had counted twice
          2026-10-26: 1,990
          2026-11-02:
        revisions:
          - date: 2026-10-20
            field: growth
            from: 30%
            to: 25%
            reason: Two hires start in December
            approved_by: head-of-marketing
        close:
          score: 0.6
          score_reason: Tracking was broken for two weeks
          cause: channel-slower
          learned: Agencies buy after a referral
          decision: continue
      - title: Hold the satisfaction of agencies
        baseline: 4.2
        target: [4, 4.5]
        check_ins:
          2026-10-12: Yes
      - title: Understand why agencies leave
        milestones:
          - title: Ten agencies interviewed
            weight: 0.5
            due: 2026-10-31
            done: 2026-10-28
          - title: Report written
            done: null
reviews:
  - date: 2026-10-19
    note: Moved webinar budget to search
"""

COMPANY = """\
kind: company
version: 1
name: Northwind Analytics
fiscal_year_start: 1
focus:
  metric: mrr
  growth: 5% per month
  since: 2026-Q1
  why: Revenue per month is the number that our runway hangs on
priorities:
  - id: self-serve
    title: Self-serve first
    until: 2026-Q4
people:
  - id: head-of-marketing
    name: Head of Marketing
    team: marketing
    emails: [marketing@example.com]
metrics:
  - id: mqls
    name: Marketing-qualified leads
    unit: leads
    category: pipeline
    definition: Trial sign-up or contact left for a piece of content
    source: CRM report 14
    cadence: weekly
"""

PIPELINE = """\
kind: pipeline
version: 1
quarter: 2026-Q3
as_of: 2026-06-30
currency: USD
mrr: 100000
growth: 5% per month
average_sale_price: 250
new_mrr: 6,500
new_customers: 26
net_mrr_churn: 2% per month
churn:
  opening_mrr: 98000
  churned: 3000
  contraction: 500
  expansion: 1200
  reactivation: 340
lead_definition: Trial sign-up or contact details captured
lead_to_customer:
  rate: 4%
  source: benchmark
  range: [2%, 5%]
sales_cycle: 60 days
leads: {2026-04: 600, 2026-05: 640, 2026-06: 660}
channels:
  - id: organic-search
    name: Organic search
    class: organic
    sessions: {2026-04: 18600, 2026-05: 19100, 2026-06: 19300}
    leads: {2026-04: 240, 2026-05: 256, 2026-06: 264}
    cap: 15%
    cost_per_session: 4.20
budget: $150k
people: 4
"""

TEXTS = {"plan": PLAN, "company": COMPANY, "pipeline": PIPELINE}


def data_of(text: str) -> Any:
    """The plain data of a text, as the shape check gets it."""
    document = read(text.encode(), "okrs/file.yaml")
    assert document.problems == (), document.problems
    return document.data
