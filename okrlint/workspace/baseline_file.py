"""The baseline of findings as a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular, reason, write_atomically
from okrlint.linting.finding_baseline import FindingBaseline, NotABaseline, baseline_text, read_baseline
from okrlint.linting.rule import Rule
from okrlint.workspace.settings_file import rule_names

LARGEST = 16 * 1024 * 1024
"""Bytes; some eighty thousand findings."""


def load_baseline(path: Path, name: str, rules: Sequence[Rule]) -> FindingBaseline:
    """The baseline at a path. Raises OkrlintError where there is none that can be read."""
    try:
        data = read_regular(path, LARGEST)
    except Unreadable as error:
        raise OkrlintError(f"{name} cannot be read: {error}") from error
    return parse_baseline(data, name, rules)


def parse_baseline(data: bytes, name: str, rules: Sequence[Rule]) -> FindingBaseline:
    """The baseline of a file's bytes. Raises OkrlintError where it is none."""
    if len(data) > LARGEST:
        raise OkrlintError(f"{name} has more than {LARGEST // 1024 // 1024} MiB; that is no baseline of findings")
    names = {known: rule.id for known, rule in rule_names(rules).items()}
    try:
        return read_baseline(json.loads(data.decode("utf-8")), names, name)
    except NotABaseline as error:
        raise OkrlintError(f"{name} cannot be used: {error}; okrlint check --write-baseline makes one") from error
    except json.JSONDecodeError as error:
        raise OkrlintError(f"{name}:{error.lineno}: the file cannot be read as JSON") from error
    except UnicodeDecodeError as error:
        raise OkrlintError(f"{name}: the file is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise OkrlintError(f"{name}: the file cannot be read as JSON") from error


def save_baseline(path: Path, baseline: FindingBaseline) -> None:
    """Write a baseline whole or not at all. Raises OkrlintError."""
    try:
        write_atomically(path, baseline_text(baseline).encode("ascii"))
    except OSError as error:
        raise OkrlintError(f"{baseline.name} cannot be written: {reason(error)}") from error
