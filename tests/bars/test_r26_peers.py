"""R26: the same hostile files, okrlint beside two programs that many trust."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from tests.bars.children import MEBIBYTE, Run, run_program
from tests.bars.conftest import Figure, Size
from tests.hostile.payloads import PAYLOADS

_PART = 40
_PATIENCE = 10.0
_MEMORY = 1024 * MEBIBYTE
_OKRLINT = "okrlint"


def test_okrlint_stands_where_its_peers_fall(size: Size, figure: Figure, checkout: Path, tmp_path: Path) -> None:
    """Each payload through each program, in a bounded process: how many ended in a crash or had to be ended."""
    for path, text in files_of(Example("")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    file = tmp_path / "okrs" / "2026-Q4" / "payload.yaml"
    programs = _programs(checkout, str(file.relative_to(tmp_path)))
    fallen = dict.fromkeys(programs, 0)
    payloads = size.some(list(PAYLOADS), _PART)
    for payload in payloads:
        file.write_bytes(payload.data)
        for name, command in programs.items():
            fallen[name] += _fell(run_program(tmp_path, command, _MEMORY, _PATIENCE))
    figure(", ".join(f"{name} fell {count} times" for name, count in fallen.items()) + f" on {len(payloads)} files")
    assert fallen[_OKRLINT] == 0


@pytest.mark.parametrize(
    ("run", "fell"),
    [
        pytest.param(Run(1, b"", b"a finding", 1, 1), False, id="findings are an answer"),
        pytest.param(Run(-11, b"", b"", 1, 1), True, id="a signal is a fall"),
        pytest.param(Run(1, b"", b"Traceback (most recent call last):", 1, 1), True, id="a traceback is a fall"),
    ],
)
def test_what_counts_as_a_fall(run: Run, fell: bool) -> None:
    """A program that answers stands, whatever it answers."""
    assert _fell(run) is fell


def _programs(checkout: Path, file: str) -> dict[str, tuple[str, ...]]:
    schema = str(checkout / "schemas" / "plan.schema.json")
    return {
        _OKRLINT: (sys.executable, "-m", "okrlint", "check", file),
        "yamllint": (sys.executable, "-m", "yamllint", file),
        "check-jsonschema": (sys.executable, "-m", "check_jsonschema", "--schemafile", schema, file),
    }


def _fell(done: Run) -> bool:
    return done.code < 0 or b"Traceback (most recent call last)" in done.err + done.out
