"""The real YAML language server, at the version and with the hashes that are locked beside this file."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from okrlint.model.schema_files import FILE_KINDS
from tests.editors.language_server import LanguageServer

_SETTINGS: dict[str, dict[str, Any]] = {
    "yaml": {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}},
    "editor": {"tabSize": 2},
}
"""As people have them, but for the public list of schemas: a test asks no server."""


@pytest.fixture(scope="session")
def yaml_language_server(
    checkout: Path, program: Callable[[str, str], str], node_modules: Callable[[Path], Path]
) -> tuple[str, ...]:
    """The command that starts it."""
    node = program("node", "nodejs")
    started = node_modules(checkout / "tests" / "editors") / "yaml-language-server" / "bin" / "yaml-language-server"
    return (node, str(started), "--stdio")


@pytest.fixture(scope="module")
def editor(
    yaml_language_server: tuple[str, ...], checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageServer]:
    """A scratch repository that holds our schemas, opened in an editor; every test opens files of its own."""
    with LanguageServer(yaml_language_server, repository(checkout, tmp_path_factory), _SETTINGS) as server:
        yield server


@pytest.fixture(scope="module")
def editor_with_catalogue(
    yaml_language_server: tuple[str, ...], checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageServer]:
    """The same with our entry of the public list of schemas: no file has to name its schema."""
    folder = repository(checkout, tmp_path_factory)
    entry = json.loads((checkout / "docs" / "schemastore.json").read_text("utf-8"))[0]
    schema = folder / "schemas" / entry["url"].rpartition("/")[2]
    settings = {**_SETTINGS, "yaml": {**_SETTINGS["yaml"], "schemas": {schema.as_uri(): entry["fileMatch"]}}}
    with LanguageServer(yaml_language_server, folder, settings) as server:
        yield server


def repository(checkout: Path, folders: pytest.TempPathFactory) -> Path:
    """A scratch repository that holds our schemas."""
    folder = Path(os.path.realpath(folders.mktemp("plans")))
    (folder / "schemas").mkdir()
    for kind in (*FILE_KINDS, "okr-file"):
        shutil.copy(checkout / "schemas" / f"{kind}.schema.json", folder / "schemas")
    return folder
