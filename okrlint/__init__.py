"""OKRs as code: plans as YAML in git, a linter for them, and reports that anyone can read."""

from __future__ import annotations

__version__ = "0.1.0"
