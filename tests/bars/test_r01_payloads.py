"""R1: no YAML ends or hangs the program; each named payload in a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from tests.bars.children import Run, run
from tests.bars.conftest import Figure, Size
from tests.hostile.payloads import PAYLOADS, Payload

_PART = 24
"""A run of every test tries one payload in so many; tests/hostile has all of them in fewer processes."""
_MOST_SECONDS = 2.0
_MOST_MEBIBYTES = 128.0


def test_each_payload_alone_is_answered(size: Size, figure: Figure, tmp_path: Path) -> None:
    """Each payload gets an answer in a bounded process, and what it took is told."""
    for path, text in files_of(Example("")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "okrlint.toml").write_text('paths = ["okrs"]\nas_of = "2026-10-01"\n', "utf-8")
    (tmp_path / ".git").mkdir()
    runs = [_answered(payload, tmp_path) for payload in size.some(list(PAYLOADS), _PART)]
    slowest, largest = max(run.seconds for run in runs), max(run.mebibytes for run in runs)
    figure(f"{len(runs)} of {len(PAYLOADS)} payloads answered; slowest {slowest:.1f} s, largest {largest:.0f} MiB")
    # The time of one machine is a figure, not a test; only a run of all bars judges it.
    if size.full:
        assert slowest <= _MOST_SECONDS
        assert largest <= _MOST_MEBIBYTES


def _answered(payload: Payload, root: Path) -> Run:
    file = root / "okrs" / "2026-Q4" / "payload.yaml"
    file.write_bytes(payload.data)
    done = run(root, "check", "--format", "json", "okrs/2026-Q4/payload.yaml")
    assert done.code in (0, 1), (payload.id, done.err[-500:])
    assert json.loads(done.out)["findings"] is not None, payload.id
    return done
