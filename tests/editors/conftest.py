"""The real YAML language server, at the version and with the hashes that are locked beside this file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from okrlint.model.schema_files import FILE_KINDS
from tests.editors.language_server import LanguageServer

_UNREACHED = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")
_SETTINGS: dict[str, dict[str, Any]] = {
    "yaml": {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}},
    "editor": {"tabSize": 2},
}
"""As people have them, but for the public list of schemas: a test asks no server."""


@pytest.fixture(scope="session")
def yaml_language_server(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The command that starts it: Node and npm are not asked of a machine that runs the tests, so it may be skipped."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("the YAML language server needs Node and npm")
    folder = tmp_path_factory.mktemp("editors")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(checkout / "tests" / "editors" / name, folder)
    install = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
    done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
    if any(code in done.stderr for code in _UNREACHED):
        pytest.skip("npm cannot reach what it installs from")
    assert done.returncode == 0, done.stderr
    started = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
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
