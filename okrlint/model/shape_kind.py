"""What a file is: the first thing that it must say, and the problem where it does not."""

from __future__ import annotations

from typing import Any

from okrlint.model.schema_files import FILE_KINDS, FORMAT_VERSION, load_schema
from okrlint.model.shape_fields import listed, nearest
from okrlint.model.shape_place import shown
from okrlint.model.shape_problem import SCHEMA, ShapeProblem

_KINDS = listed([f"`{kind}`" for kind in FILE_KINDS], "or")


def opening_problem(data: Any) -> ShapeProblem | None:
    """The problem of a file that cannot be told to be a plan, a company or a pipeline of this version."""
    if not isinstance(data, dict):
        return _no_fields(data)
    kind = data.get("kind")
    if kind is None:
        return _no_kind(data)
    if kind not in FILE_KINDS:
        return _unknown_kind(kind)
    version = data.get("version")
    if isinstance(version, (int, float)) and not isinstance(version, bool) and version != FORMAT_VERSION:
        return _other_version(version)
    return None


def _no_fields(data: object) -> ShapeProblem:
    message = "the file is empty" if data is None else "the file has no fields"
    hint = "begin with `kind: plan` and `version: 1`, each on a line of its own"
    return ShapeProblem(SCHEMA, (), on_key=False, message=message, hint=hint)


def _no_kind(data: dict[str, Any]) -> ShapeProblem:
    """Guess the kind by the fields that only files of that kind have."""
    known = {kind: len(data.keys() & load_schema(kind)["properties"].keys()) for kind in FILE_KINDS}
    likely = max(FILE_KINDS, key=lambda kind: known[kind])
    hint = f"add `kind: {likely}` as the first line; a file is a {_KINDS}"
    on_key = "kind" in data
    path = ("kind",) if on_key else ()
    return ShapeProblem(SCHEMA, path, on_key, "the file does not say what it is", hint)


def _unknown_kind(kind: object) -> ShapeProblem:
    near = nearest(kind, FILE_KINDS) if isinstance(kind, str) else None
    hint = (f"did you mean `{near}`? " if near else "") + f"a file is a {_KINDS}"
    message = f"okrlint knows no kind {shown(kind)}" if isinstance(kind, str) else "`kind` of the file must be a word"
    return ShapeProblem(SCHEMA, ("kind",), on_key=False, message=message, hint=hint)


def _other_version(version: float) -> ShapeProblem:
    hint = "update okrlint to read it" if version > FORMAT_VERSION else f"write `version: {FORMAT_VERSION}`"
    message = f"the file is written in version {shown(version)}; this okrlint reads version {FORMAT_VERSION}"
    return ShapeProblem(SCHEMA, ("version",), on_key=False, message=message, hint=hint)
