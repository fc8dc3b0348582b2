"""The browser in which reports are tried."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

# Alone and quiet: no profile of a person, nothing looked up on the network.
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
    "--hide-scrollbars",
    "--enable-logging=stderr",
)


class Shown(NamedTuple):
    """A page after a browser has loaded it."""

    html: str
    """The document as it is then."""
    console: list[str]
    """What the browser complained about: refused requests, errors, scripts."""
    picture: bytes
    """A screenshot as PNG."""


Browse = Callable[..., Shown]


@pytest.fixture(scope="session")
def browse(program: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory) -> Browse:
    """Load a page from the disk in a real browser of a given width, in dark colours if asked."""
    chromium = program("chromium", "chromium")
    folder = tmp_path_factory.mktemp("browser")

    def load(page: Path, width: int = 1100, *, dark: bool = False) -> Shown:
        picture = folder / "page.png"
        picture.unlink(missing_ok=True)
        looks = ("--force-dark-mode", "--blink-settings=preferredColorScheme=0") if dark else ()
        own = (
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},1600",
            f"--screenshot={picture}",
            "--dump-dom",
        )
        done = subprocess.run(
            [chromium, *_FLAGS, *looks, *own, page.as_uri()], capture_output=True, timeout=120, check=True
        )
        console = [line for line in done.stderr.decode("utf-8", "replace").split("\n") if "CONSOLE" in line]
        return Shown(done.stdout.decode(), console, picture.read_bytes())

    return load
