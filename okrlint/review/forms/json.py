"""A review for programs, in the shape of schemas/diff.schema.json."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from okrlint.history.change import Change
from okrlint.linting.finding import Finding
from okrlint.review.form import Form
from okrlint.review.pipeline_sum import PipelineSum
from okrlint.review.review import Review

VERSION = 1


def render(review: Review) -> str:
    """One JSON object, also where nothing changed; ASCII only."""
    data = {
        "version": VERSION,
        "base": review.base,
        "head": review.head,
        "verdict": review.verdict,
        "only_check_ins": review.only_check_ins,
        "changes": [_change(change) for change in review.changes],
        "new_findings": [_finding(finding) for finding in review.new],
        "fixed_findings": [_finding(finding) for finding in review.fixed],
        "pipeline": [_sum(found) for found in review.pipeline],
        "notes": list(review.notes),
    }
    return json.dumps(data, indent=2, allow_nan=False) + "\n"


def _change(change: Change) -> dict[str, Any]:
    start = change.location.span.start if change.location is not None else None
    return {
        "kind": change.kind,
        "what": change.what,
        "address": change.address,
        "name": change.name,
        "field": change.field or None,
        "before": change.before or None,
        "after": change.after or None,
        "reason": change.reason or None,
        "score_before": _number(change.effect.before) if change.effect else None,
        "score_after": _number(change.effect.after) if change.effect else None,
        "path": change.location.path if change.location is not None else None,
        "line": start.line if start is not None else None,
    }


def _sum(found: PipelineSum) -> dict[str, Any]:
    return {
        "quarter": found.quarter,
        "before": _number(found.before),
        "after": _number(found.after),
        "need": _number(found.need),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else round(float(value), 4)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "address": finding.address or None,
        "path": finding.location.path,
        "line": finding.location.span.start.line,
    }


FORM = Form(id="json", render=render)
