"""Findings written to files, each in a format of its own, beside what is printed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from okrlint.discovery import load, names
from okrlint.errors import OkrlintError
from okrlint.files import reason, write_atomically
from okrlint.linting.format import FormatInput
from okrlint.tuples import NamedTuple

FORMATS = "okrlint.formats"
_SUMMARY_LIMIT = 1024 * 1024
"""Bytes of a step's summary on GitHub; the whole of a larger one is refused."""


class Output(NamedTuple):
    """A format and the file that it goes to."""

    format_id: str
    path: Path


def read_outputs(pairs: Sequence[str]) -> tuple[Output, ...]:
    """The outputs that `NAME=FILE` stand for. Raises OkrlintError for one that cannot be meant."""
    outputs = tuple(map(_output, pairs))
    seen: dict[str, str] = {}
    for pair, output in zip(pairs, outputs, strict=True):
        target = os.path.realpath(output.path)
        if target in seen:
            raise OkrlintError(f"--output: {seen[target]} and {pair} go to one file")
        seen[target] = pair
    return outputs


def _output(pair: str) -> Output:
    name, equals, file = pair.partition("=")
    known = names(FORMATS)
    if not equals or not file:
        raise OkrlintError(f"--output: {pair} is not NAME=FILE, such as sarif=okrlint.sarif")
    if name not in known:
        from difflib import get_close_matches

        close = get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
        raise OkrlintError(f"--output: {name} is not a format; {hint}")
    if file == "-":
        raise OkrlintError("--output: - is no file; --format prints to standard output")
    return Output(name, Path(file))


def write_outputs(outputs: Sequence[Output], given: FormatInput, root: Path) -> None:
    """Write every output, each file whole or not at all. Raises OkrlintError for one that cannot be written."""
    plans = {os.path.realpath(root / path) for path in given.sources} if outputs else ()
    for output in outputs:
        if os.path.realpath(output.path) in plans:
            raise OkrlintError(f"--output: {output.path} is one of the plans and is not overwritten")
        if output.path.exists() and not output.path.is_file():
            raise OkrlintError(f"--output: {output.path} is not a plain file")
    for output in outputs:
        text: str = load(FORMATS, output.format_id, "FORMAT").render(given._replace(color=False))
        try:
            write_atomically(output.path, text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise OkrlintError(f"--output: {output.path} cannot be written: {reason(error)}") from error


def append_summary(path: Path, given: FormatInput) -> str:
    """Add the findings to the summary of a job; why it could not be done, empty where it was."""
    data = load(FORMATS, "markdown", "FORMAT").render(given).encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            return "the job summary is not written: it is not a plain file"
        if path.exists() and path.stat().st_size + len(data) > _SUMMARY_LIMIT:
            return "the job summary is not written: the step has nearly filled it"
        with path.open("ab") as summary:
            summary.write(data)
    except OSError as error:
        return f"the job summary is not written: {reason(error)}"
    return ""
