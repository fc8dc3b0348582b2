"""Every regular expression that okrlint itself makes, with how it is used: collected by loading all of okrlint."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import okrlint

_OF_PATTERNS = frozenset({"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"})
ANCHORED = frozenset({"match", "fullmatch"})
"""Methods that begin at the first character only, or where they are told to."""


class Found(NamedTuple):
    """A pattern in the code."""

    module: str
    pattern: re.Pattern[str]
    methods: frozenset[str]
    """How the code calls it; all of them where that cannot be seen."""

    @property
    def is_anchored(self) -> bool:
        """Whether it is never tried at each character in turn."""
        return bool(self.methods) and self.methods <= ANCHORED


def own_patterns() -> list[Found]:
    """Each pattern of every module: constants, what cached functions make, and what is written where it is used."""
    found: dict[re.Pattern[str], Found] = {}
    for module in _modules():
        source = Path(str(module.__file__)).read_text("utf-8")
        named = ((name, pattern) for name, value in list(vars(module).items()) for pattern in _patterns(value))
        for name, pattern in named:
            found.setdefault(pattern, Found(module.__name__, pattern, _methods(name, source)))
        for method, pattern in _written(source):
            found.setdefault(pattern, Found(module.__name__, pattern, frozenset({method})))
    return list(found.values())


def _methods(name: str, source: str) -> frozenset[str]:
    """How a name is called, or what it hands out: `_pattern().search(…)`, `form, rest = _patterns()`."""
    calls = re.findall(rf"\b{re.escape(name)}(?:\([^()]*\))?(?:\[\d\])?\.([a-z]+)\(", source)
    handed = re.findall(rf"^ *(\w+(?:, \w+)*) = {re.escape(name)}\([^()]*\)$", source, re.MULTILINE)
    names = {each for line in handed for each in line.split(", ") if each != "_"}
    others = len(re.findall(rf"\b{re.escape(name)}\b", source)) - len(calls) - len(handed) - 1
    calls += [method for each in names for method in re.findall(rf"\b{each}\.([a-z]+)\(", source)]
    return frozenset(calls) & _OF_PATTERNS if others <= 0 else frozenset()


def _modules() -> Iterator[ModuleType]:
    for each in pkgutil.walk_packages(okrlint.__path__, "okrlint."):
        if not each.name.endswith("__main__"):
            yield importlib.import_module(each.name)


def _patterns(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        # A pattern of bytes is about the program itself, never about what somebody wrote.
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _patterns(each)
    elif isinstance(value, dict):
        yield from _patterns(list(value.values()))
    elif hasattr(value, "cache_clear") and str(value.__module__).startswith("okrlint."):
        yield from _made_by(value)


def _made_by(function: Any) -> Iterator[re.Pattern[str]]:
    """What a cached function of no argument, or of a language, makes."""
    made = function.__wrapped__
    arguments = made.__code__.co_varnames[: made.__code__.co_argcount]
    if "Pattern" not in str(made.__annotations__.get("return", "")):
        return
    if not arguments:
        yield from _patterns(function())
    elif arguments == ("language",):
        for language in ("en", "de", "en+de"):
            yield from _patterns(function(language))


def _written(source: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
            method = ast.unparse(node.func).removeprefix("re.")
            first = node.args[0]
            if method != "compile" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield method, re.compile(first.value)
