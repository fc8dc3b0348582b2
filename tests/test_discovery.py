"""Plug-in folders: names by files, objects by names."""

from __future__ import annotations

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
