"""The presets as they were first published."""

from __future__ import annotations

from okrlint.linting.edition import Edition

_OFF = "off"

EDITION = Edition(
    id="2026",
    last="0.1.0",
    names=("geckoboard", "t2d3", "saas", "google", "minimal"),
    severities={
        "too-many-objectives": ("error", "error", "error", "warning", "warning"),
        "too-many-key-results": ("error", "error", "error", "warning", "warning"),
        "too-few-key-results": ("error", "error", "error", "warning", "info"),
        "too-few-objectives": ("warning", "warning", "warning", "info", _OFF),
        "pipeline-not-percentage-growth": ("error", _OFF, "error", _OFF, _OFF),
        "actions-missing": ("info", "error", "error", _OFF, _OFF),
        "commitment-missing": (_OFF, _OFF, "info", "error", _OFF),
        "check-in-stale": ("warning", "warning", "warning", "warning", _OFF),
    },
    options={
        ("too-many-objectives", "max"): (4, 5, 4, 5, 7),
        ("too-few-objectives", "min"): (3, 3, 3, 1, 1),
        ("too-many-key-results", "max"): (5, 3, 3, 5, 7),
        ("too-few-key-results", "min"): (3, 1, 3, 1, 1),
        ("check-in-stale", "days"): (7, 7, 7, 30, None),
        ("review-gap", "days"): (14, 14, 14, 60, None),
    },
    groups={"minimal": ("structure", "measure", "compensation", "housekeeping")},
)
