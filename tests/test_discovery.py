"""Plug-in folders: names by files, objects by names."""

from __future__ import annotations

import importlib
import pkgutil
import zipfile
from pathlib import Path

import pytest

from okrlint.discovery import load, names


def test_a_word_of_python_names_a_command() -> None:
    """`import` is the file import_.py, as no module may have the word itself."""
    assert "import" in names("okrlint.commands")
    assert load("okrlint.commands", "import", "COMMAND").name == "import"


def test_a_file_without_its_object_is_named() -> None:
    """A plug-in that declares nothing is never passed over."""
    with pytest.raises(TypeError, match=r"import_\.py declares no RULE"):
        load("okrlint.commands", "import", "RULE")


@pytest.mark.parametrize(
    "package", ["okrlint.commands", "okrlint.rules", "okrlint.reports", "okrlint.exchange.importers"]
)
def test_python_finds_the_same_plug_ins(package: str) -> None:
    """Files and folders, and nothing else that lies beside them."""
    found = pkgutil.iter_modules(importlib.import_module(package).__path__)

    assert names(package) == tuple(sorted(module.name.rstrip("_").replace("_", "-") for module in found))


def test_plug_ins_are_found_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program can be one file of Python's own kind."""
    archive = tmp_path / "program.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for name in ("plugged/__init__.py", "plugged/one_two.py"):
            file.writestr(name, "")
    monkeypatch.syspath_prepend(str(archive))

    assert names("plugged") == ("one-two",)
