"""The languages of the plans reach every signal, and each language has lists that can be used."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

LINTING = Path(__file__).resolve().parents[3] / "okrlint"
FILES = sorted([*LINTING.glob("linting/**/*.py"), *LINTING.glob("rules/*.py")])
LANGUAGE = "language"


def _imported(tree: ast.Module, module: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The functions of ours that a file imports, and those that it defines, by the name that it calls them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("okrlint."):
            home = importlib.import_module(str(node.module))
            yield from ((alias.asname or alias.name, getattr(home, alias.name, None)) for alias in node.names)  # type: ignore[misc]
    yield from vars(importlib.import_module(module)).items()


def _speaks(function: object) -> list[str] | None:
    """The parameters of a function that asks for a language."""
    if not inspect.isfunction(inspect.unwrap(function)):  # type: ignore[arg-type]
        return None
    parameters = list(inspect.signature(inspect.unwrap(function)).parameters)  # type: ignore[arg-type]
    return parameters if LANGUAGE in parameters else None


def _mute_calls(path: Path) -> Iterator[str]:
    """The calls of a file that leave the language to its default."""
    tree = ast.parse(path.read_text("utf-8"))
    module = ".".join(path.relative_to(LINTING.parent).with_suffix("").parts)
    asking = {name: found for name, function in _imported(tree, module) if (found := _speaks(function))}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            name = call.func.id
            if name in ("map", "filter") and isinstance(call.args[0], ast.Name) and call.args[0].id in asking:
                yield f"{path.relative_to(LINTING).as_posix()}:{call.lineno}: {call.args[0].id}"
            if name in asking and not _is_told(call, asking[name].index(LANGUAGE)):
                yield f"{path.relative_to(LINTING).as_posix()}:{call.lineno}: {name}"


def _is_told(call: ast.Call, position: int) -> bool:
    """Whether a call names the language, or hands on arguments that may do so."""
    unpacked = any(isinstance(argument, ast.Starred) for argument in call.args)
    return len(call.args) > position or unpacked or any(word.arg in (LANGUAGE, None) for word in call.keywords)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LINTING).as_posix())
def test_every_call_says_in_which_language(path: Path) -> None:
    """A rule hands on `context.language`, and a function the language that it was given; else it would read English."""
    if path.name != "__init__.py":
        assert list(_mute_calls(path)) == []
