"""Plug-in folders: every module of a package declares one object, and its id is the name of the file."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from functools import cache
from keyword import iskeyword
from typing import Any


@cache
def names(package: str) -> tuple[str, ...]:
    """The ids of a plug-in folder, sorted, without importing its modules.

    A file whose id is a word of Python's own has an underscore behind it: `import_.py`.
    """
    files = {file for folder in importlib.import_module(package).__path__ for file in _modules(folder)}
    return tuple(sorted(file.rstrip("_").replace("_", "-") for file in files))


def _modules(folder: str) -> Iterable[str]:
    """What `pkgutil` finds in a folder, without the parts of Python that it loads to do so; it knows archives too."""
    try:
        found = os.listdir(folder)  # noqa: PTH208
    except NotADirectoryError:
        from pkgutil import iter_modules

        return [module.name for module in iter_modules([folder])]
    files = [name.removesuffix(".py") for name in found if name.endswith(".py") and name != "__init__.py"]
    inside = (name for name in found if name.isidentifier())
    return [*files, *(name for name in inside if os.path.isfile(f"{folder}/{name}/__init__.py"))]  # noqa: PTH113


def load(package: str, name: str, attribute: str) -> Any:
    """The object that the file of that id declares.

    Raises TypeError with the file's name when the file declares none or gives it another id: a plug-in that is
    passed over silently would be a check that nobody misses.
    """
    file = name.replace("-", "_") + "_" * iskeyword(name)
    module = importlib.import_module(f"{package}.{file}")
    found = getattr(module, attribute, None)
    if found is None:
        raise TypeError(f"{module.__file__} declares no {attribute}")
    if getattr(found, "id", getattr(found, "name", None)) != name:
        raise TypeError(f"{module.__file__} declares {attribute} with another id than {name}")
    return found


@cache
def discover(package: str, attribute: str) -> tuple[Any, ...]:
    """Every object of a plug-in folder, sorted by id. Raises TypeError like `load`."""
    return tuple(load(package, name, attribute) for name in names(package))
