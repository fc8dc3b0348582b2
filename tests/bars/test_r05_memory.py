"""R5: ten thousand files are checked in bounded memory."""

from __future__ import annotations

from pathlib import Path

from tests.bars.children import MEBIBYTE, run
from tests.bars.conftest import Figure, Size
from tests.benchmarks.corpus import write


def test_many_files_fit_into_the_address_space(size: Size, figure: Figure, tmp_path: Path) -> None:
    """With 512 MiB of address space the run ends as it should."""
    count = 10_000 if size.full else 60
    write(tmp_path, count)
    done = run(tmp_path, "check", "--format", "jsonl", address_space=512 * MEBIBYTE, patience=900)
    figure(f"{count:,} files in {done.mebibytes:.0f} MiB")
    assert done.code in (0, 1), done.err[-2000:]
