"""A theme read from its folder, whole and once: templates, a sheet of tokens, pictures and fonts.

Only plain files that lie in the folder are read, links followed, and none that is large.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.rendering.theme import FOLDER, Theme

TEXT_BYTES = 64 * 1024
"""Of a template or of the sheet."""
ASSET_BYTES = 512 * 1024
ALL_BYTES = 4 * 1024 * 1024
_MOST_FILES = 100
ASSETS = (".ico", ".jpg", ".png", ".svg", ".webp", ".woff2")
_SHEET = "tokens.css"
_BESIDE = re.compile(r"(?i)\.|readme|licen[cs]e|changelog")
"""What may lie in the folder and is no part of the theme."""
_ELSEWHERE = re.compile(r"(?i)@import|url\(\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:|//)")
_ASSET_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")


def read_theme(folder: Path) -> Theme:
    """The theme of a folder. Raises OkrlintError with the file, and the line where there is one, of its first fault."""
    from okrlint.rendering.theme_check import check_theme
    from okrlint.reports import template_folders, template_names

    if not folder.is_dir():
        raise OkrlintError(f"--theme: {folder} is not a folder")
    templates: list[tuple[str, str]] = []
    files: list[tuple[str, bytes]] = []
    for name in _names(folder):
        _sort_in(folder, name, templates, files)
    if sum(len(data) for _, data in files) > ALL_BYTES:
        raise OkrlintError(f"--theme: {folder} holds more than {ALL_BYTES // 1024:,} KiB")
    theme = Theme(folder.as_posix(), tuple(templates), tuple(files))
    check_theme(theme, template_folders(), template_names())
    return theme


def _names(folder: Path) -> Iterator[str]:
    """Every file of the folder, sorted, with `/`."""
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(where, name).relative_to(folder).as_posix() for name in names if not _BESIDE.match(name)]
        if len(found) > _MOST_FILES:
            raise OkrlintError(f"--theme: {folder} holds more than {_MOST_FILES} files")
    return iter(sorted(found))


def _sort_in(folder: Path, name: str, templates: list[tuple[str, str]], files: list[tuple[str, bytes]]) -> None:
    top, _, rest = name.partition("/")
    if top == "templates" and name.endswith(".j2"):
        templates.append((rest, _text(folder, name)))
    elif name == _SHEET:
        files.append((f"{FOLDER}/{_SHEET}", _sheet(folder, name).encode()))
    elif top == "assets" and rest.lower().endswith(ASSETS) and _ASSET_NAME.fullmatch(rest):
        files.append((f"{FOLDER}/{rest}", _read(folder, name, ASSET_BYTES)))
    else:
        places = f"templates/….j2, {_SHEET} and assets/ with names such as logo.svg ({', '.join(ASSETS)})"
        raise OkrlintError(f"{folder / name}: not a part of a theme, which has {places}")


def _sheet(folder: Path, name: str) -> str:
    text = _text(folder, name)
    found = _ELSEWHERE.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise OkrlintError(f"{folder / name}:{line}: pages load nothing from elsewhere; put the file in assets/")
    return text


def _text(folder: Path, name: str) -> str:
    try:
        return _read(folder, name, TEXT_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise OkrlintError(f"{folder / name}: it is not UTF-8") from error


def _read(folder: Path, name: str, limit: int) -> bytes:
    path = folder / name
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise OkrlintError(f"{path}: it is a link that leads out of the theme")
    try:
        data = read_regular(path, limit)
    except Unreadable as error:
        raise OkrlintError(f"{path}: {error}") from error
    if len(data) > limit:
        raise OkrlintError(f"{path}: it is larger than {limit // 1024} KiB")
    return data
